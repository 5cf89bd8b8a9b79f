//! Labelled reports: reading them, and fitting weights on them.
//!
//! Takes: reports with gold labels. Gives: weights ([`fit`]). Promises: labels index the text by
//! bytes here, whatever the file counts. Refuses: labels that do not lie in their text.

pub mod dates;
pub mod fit;
pub mod gold;
