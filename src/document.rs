//! One report, as read and before anything is known about it.
//!
//! Takes: what a reader found. Gives: [`Document`]. Promises: `text` is never altered after
//! reading; every offset in every record indexes it. Refuses: nothing; limits on size are the
//! reader's.

use jiff::civil::Date;

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
