//! The command line where a case in `tests/cases/cli` cannot reach: big inputs, closed pipes, full
//! disks, signals, files beside files.

use std::fs::{self, File};
use std::io::{BufRead, BufReader, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};

use crate::support::{NEWSTRAWL, Ordered, extract, stderr};

fn folder() -> tempfile::TempDir {
    tempfile::tempdir().expect("a temporary folder")
}

/// Reports that name things, so that records have content; some lines are bad.
fn wire(lines: usize) -> String {
    let mut text = String::new();
    for n in 0..lines {
        text += &match n % 50 {
            17 => "{\"id\": 17, \"text\": 17}\n".to_owned(),
            31 => "not JSON\n".to_owned(),
            _ => format!(
                "{{\"id\": \"w-{n}\", \"date\": \"2023-10-16\", \"text\": \"ROTTERDAM, Oct 16 - The MV Nordic Wren {n} \
                 left the port of Rotterdam on Friday, Maersk said \u{2014} \u{1F6A2}.\\r\\nThe Nordic Wren {n} is late.\"}}\n"
            ),
        };
    }
    text
}

#[test]
fn any_number_of_threads_gives_the_same_bytes() {
    let folder = folder();
    fs::write(folder.path().join("wire.jsonl"), wire(12_000)).expect("written");
    for n in 0..40 {
        fs::write(folder.path().join(format!("{n}.txt")), "The MV Nordic Wren left.").expect("written");
    }
    for format in ["jsonl", "mentions"] {
        let run =
            |threads| extract(folder.path(), &["-f", format, "--explain", "--offsets", "all", "-j", threads, "."]);
        let one = run("1");
        assert_eq!(one.status.code(), Some(0));
        assert!(one.stdout.len() > 1 << 20);
        for threads in ["2", "7"] {
            let more = run(threads);
            assert!(one.stdout == more.stdout, "-j {threads} differs");
            assert!(one.stderr == more.stderr, "-j {threads} says something else");
        }
    }
}

#[test]
fn the_archive_gives_the_same_bytes_on_any_number_of_threads() {
    let archive = crate::support::in_crate("../shared/archive/reuters21578.jsonl");
    if !archive.exists() {
        return;
    }
    let run = |threads| extract(Path::new("."), &["-f", "mentions", "-j", threads, &archive.display().to_string()]);
    let one = run("1");
    assert_eq!(one.status.code(), Some(0));
    for threads in ["2", "7"] {
        let more = run(threads);
        assert!(one.stdout == more.stdout && one.stderr == more.stderr, "-j {threads} differs");
    }
}

#[test]
fn a_line_of_200_megabytes_is_an_error_and_not_held() {
    let mut child = Command::new(NEWSTRAWL)
        .args(["extract", "-i", "jsonl", "-f", "mentions", "-j", "1", "-v"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program runs");
    let mut stdin = child.stdin.take().expect("its input");
    stdin.write_all(b"{\"text\": \"one\"}\n{\"text\": \"").expect("written");
    let megabyte = vec![b'x'; 1 << 20];
    for _ in 0..200 {
        stdin.write_all(&megabyte).expect("written");
    }
    // The last line is not ended: the child waits, and can be measured.
    stdin.write_all(b"\"}\n{\"id\": 3, \"text\": 4}").expect("written");
    if let Ok(status) = fs::read_to_string(format!("/proc/{}/status", child.id())) {
        let peak =
            status.lines().find_map(|line| line.strip_prefix("VmHWM:")?.trim().strip_suffix(" kB")).expect("a peak");
        let peak: u64 = peak.parse().expect("a number");
        assert!(peak < 160 << 10, "peak memory of {peak} kB");
    }
    drop(stdin);
    let output = child.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<Ordered> = String::from_utf8(output.stdout).expect("UTF-8").lines().map(Ordered::read).collect();
    let errors: Vec<_> = lines.iter().map(|line| line.get("error").as_str().unwrap_or_default()).collect();
    assert_eq!(lines[0].get("doc_id"), "<stdin>#2");
    assert!(errors[0].starts_with("<stdin>:2: the line is longer than 67108864 bytes; "), "{errors:?}");
    assert!(errors[1].starts_with("<stdin>:3: no text"), "{errors:?}");
}

#[test]
fn a_closed_pipe_is_a_quiet_end() {
    let folder = folder();
    fs::write(folder.path().join("wire.jsonl"), wire(20_000)).expect("written");
    for threads in ["1", "4"] {
        let mut child = Command::new(NEWSTRAWL)
            .args(["extract", "-q", "-j", threads, "wire.jsonl"])
            .current_dir(folder.path())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut first = String::new();
        BufReader::new(child.stdout.take().expect("its output")).read_line(&mut first).expect("a line");
        assert!(first.starts_with("{\"doc_id\":\"w-0\""));
        let output = child.wait_with_output().expect("it ends");
        assert_eq!((output.status.code(), stderr(&output)), (Some(0), String::new()), "-j {threads}");
    }
}

#[test]
#[cfg(target_os = "linux")]
fn a_full_disk_is_an_error() {
    let folder = folder();
    fs::write(folder.path().join("a.txt"), "x").expect("written");
    let output = extract(folder.path(), &["a.txt", "-o", "/dev/full"]);
    assert_eq!(output.status.code(), Some(2));
    let want = "newstrawl: /dev/full: cannot be written: no space left on device; free some space, or write elsewhere with -o\n";
    assert_eq!(stderr(&output), want);

    let full = File::options().write(true).open("/dev/full").expect("/dev/full");
    let mut command = Command::new(NEWSTRAWL);
    let output = command.args(["extract", "a.txt"]).current_dir(folder.path()).stdout(full).output().expect("it runs");
    assert_eq!(output.status.code(), Some(2));
    assert!(stderr(&output).starts_with("newstrawl: <stdout>: cannot be written: no space left on device"));
}

#[test]
#[cfg(unix)]
fn a_file_that_would_grow_too_large_gets_no_name() {
    let folder = folder();
    fs::write(folder.path().join("wire.jsonl"), wire(20_000)).expect("written");
    fs::write(folder.path().join("out.jsonl"), "before").expect("written");
    // A limit on file size fails a write in the middle, as a full disk does (512-byte blocks).
    let script = format!("trap '' XFSZ; ulimit -f 200; exec {NEWSTRAWL} extract -q -o out.jsonl wire.jsonl");
    let output = Command::new("sh").args(["-c", &script]).current_dir(folder.path()).output().expect("sh runs");
    assert_eq!(output.status.code(), Some(2), "{output:?}");
    assert!(stderr(&output).starts_with("newstrawl: out.jsonl: cannot be written: "));
    assert_eq!(fs::read_to_string(folder.path().join("out.jsonl")).expect("still there"), "before");
    assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 2, "something was left behind");
}

#[test]
#[cfg(unix)]
fn an_unreadable_file_is_named_and_the_others_are_read() {
    use std::os::unix::fs::PermissionsExt;
    let folder = folder();
    fs::write(folder.path().join("a.txt"), "x").expect("written");
    let closed = folder.path().join("closed.txt");
    fs::write(&closed, "x").expect("written");
    fs::set_permissions(&closed, fs::Permissions::from_mode(0o000)).expect("closed");
    // The superuser reads everything, but not a process's memory from its start.
    let (name, why) = match File::open(&closed) {
        Err(_) => ("closed.txt", "permission denied; check the permissions of the file"),
        Ok(_) => ("/proc/self/mem", "input/output error; check the file and the disk it is on"),
    };
    let output = extract(folder.path(), &[name, "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output), format!("newstrawl: {name}: cannot be read: {why}\n"));
    assert!(output.stdout.starts_with(b"{\"doc_id\":\"a.txt\""));
}

#[test]
#[cfg(unix)]
fn an_output_file_is_complete_or_not_there() {
    use std::os::unix::fs::{PermissionsExt, symlink};
    let folder = folder();
    let path = |name: &str| folder.path().join(name);
    fs::write(path("a.txt"), "x").expect("written");
    let want = extract(folder.path(), &["a.txt"]).stdout;

    // New; then in the place of one with other rights; then through a link.
    assert_eq!(extract(folder.path(), &["a.txt", "-o", "out"]).status.code(), Some(0));
    assert_eq!(fs::read(path("out")).expect("written"), want);
    fs::set_permissions(path("out"), fs::Permissions::from_mode(0o640)).expect("set");
    symlink("out", path("link")).expect("linked");
    fs::write(path("out"), "old").expect("written");
    assert_eq!(extract(folder.path(), &["a.txt", "-o", "link"]).status.code(), Some(0));
    assert_eq!(fs::read(path("out")).expect("written"), want);
    assert_eq!(fs::metadata(path("out")).expect("there").permissions().mode() & 0o777, 0o640);
    assert!(fs::symlink_metadata(path("link")).expect("there").is_symlink());

    // The output is never input.
    let output = extract(folder.path(), &["-o", "out", "out", "a.txt"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(stderr(&output), "newstrawl: out: is both input and output; write to another file\n");
    let output = extract(folder.path(), &["-o", "out", "."]);
    assert_eq!(
        (output.status.code(), fs::read(path("out")).expect("written").iter().filter(|&&b| b == b'\n').count()),
        (Some(0), 1)
    );

    // A pipe is written directly.
    let made = Command::new("mkfifo").arg(path("pipe")).status().expect("mkfifo runs");
    assert!(made.success());
    let reader = std::thread::spawn({
        let pipe = path("pipe");
        move || fs::read(pipe).expect("read")
    });
    assert_eq!(extract(folder.path(), &["a.txt", "-o", "pipe"]).status.code(), Some(0));
    assert_eq!(reader.join().expect("read"), want);
}

#[test]
#[cfg(unix)]
fn ctrl_c_takes_the_unfinished_file_away() {
    let folder = folder();
    for threads in ["1", "3"] {
        let mut child = Command::new(NEWSTRAWL)
            .args(["extract", "-q", "-i", "jsonl", "-j", threads, "-o", "out.jsonl"])
            .current_dir(folder.path())
            .stdin(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .expect("the program runs");
        let mut stdin = child.stdin.take().expect("its input");
        stdin.write_all(wire(20_000).as_bytes()).expect("written");
        // All but the last block are read: it is in the middle of its work.
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 1);
        let killed = Command::new("kill").args(["-INT", &child.id().to_string()]).status().expect("kill runs");
        assert!(killed.success());
        let status = child.wait().expect("it ends");
        assert_eq!(status.code(), Some(130));
        assert_eq!(fs::read_dir(folder.path()).expect("a folder").count(), 0, "something was left behind");
        let mut said = String::new();
        child.stderr.take().expect("its messages").read_to_string(&mut said).expect("UTF-8");
        assert!(!said.contains("panicked"), "{said}");
    }
}

#[test]
fn brackets_ten_thousand_deep_are_an_error() {
    let folder = folder();
    let deep = format!("{{\"x\": {}{}, \"text\": \"x\"}}\n", "[".repeat(10_000), "]".repeat(10_000));
    let text = format!("{{\"text\": {}\n{{\"text\": \"fine\"}}\n", "[".repeat(10_000));
    fs::write(folder.path().join("deep.jsonl"), deep + &text).expect("written");
    let output = extract(folder.path(), &["deep.jsonl"]);
    assert_eq!(output.status.code(), Some(0));
    let lines: Vec<Ordered> =
        String::from_utf8(output.stdout.clone()).expect("UTF-8").lines().map(Ordered::read).collect();
    assert!(lines[0].get("error").is_string() || lines[0].get("chars") == 1);
    assert!(lines[1].get("error").as_str().expect("an error").contains("not a JSON record"));
    assert!(lines[2].get("error").is_null());
    assert_eq!(extract(folder.path(), &["--strict", "-q", "deep.jsonl"]).status.code(), Some(1));
}
