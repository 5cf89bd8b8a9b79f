//! The data, checked like code: the files of `gazetteers/` and the reports of `corpus/`.

mod corpus;
mod gazetteers;
mod names;

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::in_crate;

/// Everything below a folder of the crate: path from there, with `/`, and contents; sorted.
fn files(folder: &str) -> Vec<(String, String)> {
    fn walk(folder: &Path, into: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("a file").path();
            if path.is_dir() { walk(&path, into) } else { into.push(path) }
        }
    }
    let root = in_crate(folder);
    let mut paths = Vec::new();
    walk(&root, &mut paths);
    paths.sort();
    let named = paths.into_iter().map(|path| {
        let name = path.strip_prefix(&root).expect("below the folder").to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&path).expect("a file");
        (name.clone(), String::from_utf8(bytes).unwrap_or_else(|_| panic!("{name} is not UTF-8")))
    });
    named.collect()
}

/// Fails with everything that is wrong, one line each.
fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} things are wrong:\n{}", wrong.len(), wrong.join("\n"));
}
