//! Runs the command-line cases in `tests/cases/cli`; `tests/cases/README.md` describes them.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{NEWSTRAWL, in_crate};

/// What a case expects, each in a file of that name.
const EXPECTED: [&str; 3] = ["stdout", "stderr", "code"];

#[test]
#[cfg(unix)]
fn command_line() {
    let mut folders: Vec<_> = fs::read_dir(in_crate("tests/cases/cli"))
        .expect("the cases")
        .map(|entry| entry.expect("a case").path())
        .collect();
    folders.sort();
    assert!(!folders.is_empty());
    let write = std::env::var_os("NEWSTRAWL_CASES").is_some_and(|value| value == "write");
    let mut wrong = String::new();
    for folder in folders {
        let got = run(&folder);
        for (name, got) in EXPECTED.iter().zip(got) {
            let file = folder.join(name);
            let want = fs::read_to_string(&file)
                .unwrap_or_else(|_| if *name == "code" { "0\n".into() } else { String::new() });
            if got != want {
                let case = folder.file_name().unwrap_or_default().to_string_lossy();
                wrong += &format!("\n== {case}: {name}\n-- expected\n{want}-- got\n{got}");
                if write {
                    fs::write(&file, got).expect("the case can be written");
                }
            }
        }
    }
    let hint = if write {
        "written as they are now: read the diff"
    } else {
        "if this is as it should be: NEWSTRAWL_CASES=write"
    };
    assert!(wrong.is_empty(), "{wrong}\n({hint})");
}

/// Runs `cmd` in a copy of the folder; standard output, standard error and the exit code.
fn run(folder: &Path) -> [String; 3] {
    let copy = tempfile::tempdir().expect("a temporary folder");
    copy_inputs(folder, copy.path());
    let bin = Path::new(NEWSTRAWL).parent().expect("a folder");
    let path = std::env::join_paths([bin.as_os_str(), "/usr/bin".as_ref(), "/bin".as_ref()]).expect("a search path");
    let output = Command::new("sh")
        .arg("-c")
        .arg(fs::read_to_string(folder.join("cmd")).unwrap_or_else(|_| panic!("{}: no file cmd", folder.display())))
        .current_dir(copy.path())
        .env("PATH", path)
        .env("LC_ALL", "C.UTF-8")
        .stdin(Stdio::null())
        .output()
        .expect("sh runs");
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    [text(&output.stdout), text(&output.stderr), format!("{}\n", output.status.code().expect("an exit code"))]
}

fn copy_inputs(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).expect("a case") {
        let entry = entry.expect("a file").path();
        let name = entry.file_name().expect("a name");
        if entry.is_dir() {
            fs::create_dir(to.join(name)).expect("a folder");
            copy_inputs(&entry, &to.join(name));
        } else if name != "cmd" && !EXPECTED.iter().any(|expected| name == *expected) {
            fs::copy(&entry, to.join(name)).expect("a copy");
        }
    }
}
