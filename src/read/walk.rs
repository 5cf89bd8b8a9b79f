//! Paths as given -> inputs.
//!
//! Takes: files, folders, `-`. Gives: [`Input`]s in the order given, folders as all their files,
//! sorted by name folder by folder. Promises: hidden files and folders inside a folder are left out (naming
//! one asks for it), a link is followed once; the output file of the run is never its input.
//! Refuses: what is missing, and folders without files, each with an error of its own.

use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use crate::error::Error;

/// Something to read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Input {
    /// Standard input.
    Stdin,
    /// A file.
    File(PathBuf),
}

impl Input {
    /// What records and messages call it.
    pub fn name(&self) -> String {
        match self {
            Input::Stdin => "<stdin>".to_owned(),
            Input::File(path) => path.display().to_string(),
        }
    }
}

/// The inputs that `paths` name (none: standard input), and what was wrong with the rest.
/// `output` is the file that the run is going to write.
pub fn walk(paths: &[PathBuf], output: Option<&Path>) -> (Vec<Input>, Vec<Error>) {
    let output = output.and_then(|path| fs::canonicalize(path).ok());
    let is_output = |path: &Path| output.is_some() && fs::canonicalize(path).ok() == output;
    let (mut inputs, mut errors) = (Vec::new(), Vec::new());
    if paths.is_empty() {
        inputs.push(Input::Stdin);
    }
    for path in paths {
        if path.as_os_str() == "-" {
            inputs.push(Input::Stdin);
        } else if path.is_dir() {
            let before = (inputs.len(), errors.len());
            folder(path, &is_output, &mut inputs, &mut errors);
            if (inputs.len(), errors.len()) == before {
                let error = Error::new("the folder holds no files", "name a folder with reports, or the files");
                errors.push(error.at(path.display().to_string(), 0, 0));
            }
        } else if is_output(path) && path.is_file() {
            let error = Error::new("is both input and output", "write to another file");
            errors.push(error.at(path.display().to_string(), 0, 0));
        } else {
            inputs.push(Input::File(path.clone()));
        }
    }
    (inputs, errors)
}

fn folder(path: &Path, is_output: &dyn Fn(&Path) -> bool, inputs: &mut Vec<Input>, errors: &mut Vec<Error>) {
    let hidden = |entry: &DirEntry| entry.depth() > 0 && starts_with_dot(entry.file_name());
    let files = WalkDir::new(path).follow_links(true).sort_by_file_name();
    for entry in files.into_iter().filter_entry(|entry| !hidden(entry)) {
        match entry {
            Ok(entry) if entry.file_type().is_file() && !is_output(entry.path()) => {
                inputs.push(Input::File(entry.into_path()));
            }
            Ok(_) => {}
            Err(error) => {
                let at = error.path().unwrap_or(path).display().to_string();
                let what = error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                errors.push(Error::new(what, "the rest of the folder is read").at(at, 0, 0));
            }
        }
    }
}

fn starts_with_dot(name: &OsStr) -> bool {
    name.as_encoded_bytes().starts_with(b".")
}
