//! The one error type: what is wrong, where, and what to do.
//!
//! Takes: words for a person. Gives: [`Error`], shown as `file:line:column: what; what to do`.
//! Promises: every error that reaches the user has a place where there is one, and a next step.
//! Refuses: nothing.

use std::fmt;
use std::io;

/// Shorthand for results of this crate.
pub type Result<T> = std::result::Result<T, Error>;

/// What went wrong, where, and what the user can do about it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// File, or `<stdin>`; empty where no file is concerned.
    pub file: String,
    /// 1-based line; 0 where unknown.
    pub line: u64,
    /// 1-based column (CSV: field number); 0 where unknown.
    pub column: u64,
    /// What is wrong.
    pub what: String,
    /// What to do next; may be empty.
    pub todo: String,
}

impl Error {
    /// An error that concerns no file.
    pub fn new(what: impl Into<String>, todo: impl Into<String>) -> Error {
        Error { file: String::new(), line: 0, column: 0, what: what.into(), todo: todo.into() }
    }

    /// The error of a file that cannot be read.
    pub fn unreadable(error: &io::Error) -> Error {
        let todo = match error.kind() {
            io::ErrorKind::NotFound => "check the path",
            io::ErrorKind::PermissionDenied => "check the permissions of the file",
            io::ErrorKind::IsADirectory => "name a file",
            _ => "check the file and the disk it is on",
        };
        Error::new(format!("cannot be read: {}", plain(error)), todo)
    }

    /// The same error, placed in a file.
    #[must_use]
    pub fn at(mut self, file: impl Into<String>, line: u64, column: u64) -> Error {
        self.file = file.into();
        self.line = line;
        self.column = column;
        self
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if !self.file.is_empty() {
            write!(f, "{}:", self.file)?;
            for number in [self.line, self.column] {
                if number > 0 {
                    write!(f, "{number}:")?;
                }
            }
            f.write_str(" ")?;
        }
        f.write_str(&self.what)?;
        if !self.todo.is_empty() {
            write!(f, "; {}", self.todo)?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

/// The operating system's words without its number, as part of a sentence.
pub fn plain(error: &io::Error) -> String {
    let words = error.to_string();
    words.split(" (os error").next().unwrap_or_default().to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_as_place_what_and_next_step() {
        let bare = Error::new("no name", "fill in the name column");
        assert_eq!(bare.to_string(), "no name; fill in the name column");
        let placed = bare.at("ports.csv", 17, 3);
        assert_eq!(placed.to_string(), "ports.csv:17:3: no name; fill in the name column");
    }
}
