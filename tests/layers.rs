//! Who may know whom: reads every `crate::` and `super::` path in src/ and refuses an edge that is
//! not in the table. Test modules stand at the end of their files and are not read.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use crate::support::in_crate;

/// What every module may know: plain data, and words for errors.
const SHARED: [&str; 10] =
    ["span", "kind", "class", "mention", "timex", "timeform", "words", "document", "error", "fold"];

/// The edges beyond that: who, whom (a module or one part of it), and why.
const ALLOWED: &[(&str, &str, &str)] = &[
    ("segment", "knowledge", "a sentence ends by abbreviations and titles that are data"),
    ("find", "knowledge", "candidates come from names, cues and rules"),
    ("judge", "knowledge", "evidence is weighed by the table of weights"),
    ("judge", "find", "its input is what was found"),
    ("resolve", "knowledge", "canonical names and ids stand in the gazetteers"),
    ("resolve", "judge", "its input is what was kept"),
    ("knowledge", "segment::scan", "names fall into words exactly as texts do"),
    ("extractor", "segment", "the journey: first stage"),
    ("extractor", "find", "the journey: second stage"),
    ("extractor", "judge", "the journey: third stage"),
    ("extractor", "resolve", "the journey: last stage"),
    ("extractor", "knowledge", "the stages are given what they know"),
    ("batch", "read", "chunks in"),
    ("batch", "extractor", "what is done to each document"),
    ("batch", "write", "records out"),
    ("cli", "read", "settings of the readers, table of formats, paths"),
    ("cli", "write", "settings of the records, table of formats, schema"),
    ("cli", "batch", "the run"),
    ("cli", "extractor", "what a run asks for"),
    ("cli", "knowledge", "which gazetteers to load"),
    ("main", "cli", "the program"),
    ("measure", "segment", "a developer's tool, no part of a run: sees every stage"),
    ("measure", "find", "the same"),
    ("measure", "judge", "the same"),
    ("measure", "resolve", "the same"),
    ("measure", "extractor", "the same"),
    ("measure", "knowledge", "the same"),
];

#[test]
fn no_stage_knows_more_than_it_may() {
    let root = in_crate("src");
    let mut files = Vec::new();
    rust_files(&root, &mut files);
    assert!(files.len() > 10);
    let mut wrong = BTreeSet::new();
    for file in files {
        let here = module_of(file.strip_prefix(&root).expect("in src"));
        if here.is_empty() {
            continue; // lib.rs names every module.
        }
        let code = fs::read_to_string(&file).expect("source");
        for path in paths(&code, &here) {
            if !allowed(&here[0], &path) {
                wrong.insert(format!("{}: {} -> {}", file.display(), here[0], path.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "edges that the table does not allow:\n{wrong:#?}");
}

fn allowed(from: &str, path: &[String]) -> bool {
    let to = path[0].as_str();
    let part = path.iter().take(2).map(String::as_str).collect::<Vec<_>>().join("::");
    from == to || SHARED.contains(&to) || ALLOWED.iter().any(|&(f, t, _)| f == from && (t == to || t == part))
}

/// `read/jsonl.rs` is `["read", "jsonl"]`, `read/mod.rs` is `["read"]`, `lib.rs` is empty.
fn module_of(file: &Path) -> Vec<String> {
    let parts = file.with_extension("");
    let parts = parts.iter().map(|part| part.to_string_lossy().into_owned());
    parts.filter(|part| part != "mod" && part != "lib").collect()
}

/// The paths in `code` that leave the module, from the crate's root.
fn paths(code: &str, here: &[String]) -> Vec<Vec<String>> {
    let code = code.split("#[cfg(test)]\nmod ").next().unwrap_or_default();
    let mut found = Vec::new();
    for line in code.lines().map(|line| line.split("//").next().unwrap_or_default()) {
        for start in ["crate::", "newstrawl::"] {
            for (at, _) in line.match_indices(start) {
                for tail in alternatives(&line[at + start.len()..]) {
                    found.push(tail);
                }
            }
        }
        // `super::` from a file climbs to its folder, `super::super::` to the crate's root.
        let supers = line.match_indices("super::").filter(|&(at, _)| !line[..at].ends_with("super::"));
        for (at, _) in supers {
            let tail = line[at..].trim_start_matches("super::");
            let climbed = (line[at..].len() - tail.len()) / "super::".len();
            let base = &here[..here.len().saturating_sub(climbed)];
            for tail in alternatives(tail) {
                found.push(base.iter().cloned().chain(tail).collect());
            }
        }
    }
    found.retain(|path: &Vec<String>| path.first().is_some_and(|name| name.starts_with(char::is_lowercase)));
    found
}

/// `a::b::C` is one path; `{a::B, c}` are two.
fn alternatives(text: &str) -> Vec<Vec<String>> {
    match text.strip_prefix('{') {
        None => vec![names(text)],
        Some(inside) => {
            let (mut depth, mut parts, mut part) = (0, Vec::new(), String::new());
            for c in inside.chars() {
                match c {
                    '}' if depth == 0 => break,
                    ',' if depth == 0 => parts.push(std::mem::take(&mut part)),
                    _ => {
                        depth += i32::from(c == '{') - i32::from(c == '}');
                        part.push(c);
                    }
                }
            }
            parts.push(part);
            parts.iter().map(|part| names(part.trim())).collect()
        }
    }
}

fn names(text: &str) -> Vec<String> {
    let end = text.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(text.len());
    text[..end].split("::").filter(|name| !name.is_empty()).map(str::to_owned).collect()
}

fn rust_files(folder: &Path, into: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder") {
        let path = entry.expect("a file").path();
        if path.is_dir() {
            rust_files(&path, into);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            into.push(path);
        }
    }
}

#[test]
fn the_test_sees_what_it_should() {
    let here = ["find".to_owned(), "names".to_owned()];
    let code =
        "use crate::{judge::{A, B}, span};\nuse super::dates::D; // crate::cli\nlet x = super::super::cli::main();";
    let found: Vec<String> = paths(code, &here).iter().map(|path| path.join("::")).collect();
    assert_eq!(found, ["judge", "span", "find::dates::D", "cli::main"]);
    assert!(!allowed("find", &["judge".to_owned()]));
    assert!(!allowed("knowledge", &["segment".to_owned(), "sentences".to_owned()]));
    assert!(allowed("knowledge", &["segment".to_owned(), "scan".to_owned()]));
}
