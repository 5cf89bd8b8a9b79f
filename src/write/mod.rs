//! Findings -> records: one file per output format, one table of formats.
//!
//! Takes: a [`Document`] with its [`Findings`], or a [`Failed`] in its place. Gives: lines of JSON
//! appended to a buffer. Promises: [`record`] specifies them field by field; no input goes missing
//! in the output. Refuses: nothing.

pub mod documents;
mod json;
pub mod mentions;
pub mod record;
pub mod schema;
mod view;

use crate::document::{Document, Failed};
use crate::mention::Findings;

pub use view::Shape;

/// One row of the table of output formats.
#[derive(Debug)]
pub struct Writer {
    /// Its name on the command line.
    pub name: &'static str,
    /// One line for help.
    pub about: &'static str,
    /// Appends what a document gives.
    pub document: fn(&Document, &Findings, Shape, &mut Vec<u8>),
    /// Appends what stands in the place of a document that could not be read.
    pub failed: fn(&Failed, &mut Vec<u8>),
}

/// Every output format; the first is the default.
pub static WRITERS: [Writer; 2] = [
    Writer {
        name: "jsonl",
        about: "one record per document, with its entities and mentions",
        document: documents::document,
        failed: documents::failed,
    },
    Writer {
        name: "mentions",
        about: "one flat record per mention",
        document: mentions::document,
        failed: mentions::failed,
    },
];

impl Writer {
    /// The writer of that name.
    pub fn named(name: &str) -> Option<&'static Writer> {
        WRITERS.iter().find(|writer| writer.name == name)
    }
}
