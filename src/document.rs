//! One report, as read and before anything is known about it.
//!
//! Takes: what a reader found. Gives: [`Document`], or [`Failed`] in its place. Promises: `text` is never altered after
//! reading; every offset in every record indexes it. Refuses: nothing; limits on size are the
//! reader's.

use jiff::civil::Date;

use crate::error::Error;

/// A report handed from a reader to the extractor.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The input's own id, or where it was found (`path`, `path#LINE`).
    pub id: String,
    /// Where it came from: the input's path, or `<stdin>`.
    pub source: String,
    /// The title field, where the input has one. Evidence only: no span ever points into it.
    pub title: Option<String>,
    /// Date of the document (publication), where known.
    pub date: Option<Date>,
    /// The text, UTF-8.
    pub text: String,
    /// What the reader had to repair or guess, in words for a person.
    pub warnings: Vec<String>,
}

/// A report that could not be read: what stands in its place, so that no input goes missing.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failed {
    /// As [`Document::id`], as far as it could be read.
    pub id: String,
    /// As [`Document::source`].
    pub source: String,
    /// Where and why.
    pub error: Error,
}
