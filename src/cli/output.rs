//! Where the records go.
//!
//! Takes: a path, or none. Gives: [`Output`], a writer. Promises: a regular file appears under its
//! name only when it is complete, with the rights a new file has, or those of the file it takes the
//! place of; an unfinished one is taken away, also on Ctrl-C; a device or pipe is written directly.
//! Refuses: a folder that is not there.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

use tempfile::{NamedTempFile, TempPath};

use crate::error::{Error, Result};

/// The unfinished file, for whoever has to take it away.
pub type Unfinished = Arc<Mutex<Option<TempPath>>>;

/// See the module.
pub struct Output {
    sink: Box<dyn Write>,
    /// What messages call it.
    name: String,
    /// The file behind `sink` and the name that it is to get.
    file: Option<(File, PathBuf)>,
    unfinished: Unfinished,
}

impl Output {
    /// Opens `path`, or standard output. What has to be taken away is put into `unfinished`.
    pub fn open(path: Option<&Path>, unfinished: Unfinished) -> Result<Output> {
        let Some(path) = path else {
            let sink = Box::new(io::stdout());
            return Ok(Output { sink, name: "<stdout>".to_owned(), file: None, unfinished });
        };
        let name = path.display().to_string();
        let opened = match fs::metadata(path) {
            Ok(found) if found.is_dir() => Err(io::ErrorKind::IsADirectory.into()),
            Ok(found) if !found.is_file() => OpenOptions::new().write(true).open(path).map(|file| (file, None)),
            _ => beside(path, &unfinished).map(|(file, path)| (file, Some(path))),
        };
        let failed = |error: io::Error| unwritable(&error).at(&name, 0, 0);
        let (file, target) = opened.map_err(failed)?;
        let sink = Box::new(file.try_clone().map_err(failed)?);
        Ok(Output { sink, file: target.map(|target| (file, target)), name, unfinished })
    }

    /// Gives a complete file its name.
    pub fn finish(mut self) -> Result<()> {
        let finished = self.sink.flush().and_then(|()| match &self.file {
            None => Ok(()),
            Some((file, target)) => {
                file.sync_data()?;
                // Held while renaming: Ctrl-C comes before or after.
                let mut unfinished = self.unfinished.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
                match unfinished.take() {
                    Some(path) => path.persist(target).map_err(|error| error.error),
                    None => Ok(()),
                }
            }
        });
        finished.map_err(|error| self.failed(&error))
    }

    /// The error of a write that failed.
    pub fn failed(&self, error: &io::Error) -> Error {
        unwritable(error).at(&self.name, 0, 0)
    }
}

impl Write for Output {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.sink.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.sink.flush()
    }
}

impl Drop for Output {
    fn drop(&mut self) {
        self.unfinished.lock().unwrap_or_else(std::sync::PoisonError::into_inner).take();
    }
}

/// A hidden new file in the folder of `path`, or of what `path` links to.
fn beside(path: &Path, unfinished: &Unfinished) -> io::Result<(File, PathBuf)> {
    let target = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = match target.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".newstrawl-");
    let rights = fs::metadata(&target).ok().map(|found| found.permissions());
    let (file, place) = create(&mut builder, folder)?.into_parts();
    if let Some(rights) = rights {
        file.set_permissions(rights)?;
    }
    *unfinished.lock().unwrap_or_else(std::sync::PoisonError::into_inner) = Some(place);
    Ok((file, target))
}

#[cfg(unix)]
fn create(builder: &mut tempfile::Builder<'_, '_>, folder: &Path) -> io::Result<NamedTempFile> {
    use std::os::unix::fs::PermissionsExt;
    // Less the user's umask, as for any new file.
    builder.permissions(fs::Permissions::from_mode(0o666)).tempfile_in(folder)
}

#[cfg(not(unix))]
fn create(builder: &mut tempfile::Builder<'_, '_>, folder: &Path) -> io::Result<NamedTempFile> {
    builder.tempfile_in(folder)
}

fn unwritable(error: &io::Error) -> Error {
    let todo = match error.kind() {
        io::ErrorKind::NotFound => "make the folder first",
        io::ErrorKind::PermissionDenied => "check the permissions of the folder",
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "free some space, or write elsewhere with -o",
        io::ErrorKind::IsADirectory => "name a file in it",
        _ => "write elsewhere with -o",
    };
    Error::new(format!("cannot be written: {}", crate::error::plain(error)), todo)
}
