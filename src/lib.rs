//! newstrawl.

pub mod batch;
pub mod cli;
pub mod document;
pub mod error;
pub mod extractor;
pub mod fold;
pub mod kind;
pub mod knowledge;
pub mod mention;
pub mod read;
pub mod segment;
pub mod span;
pub mod timex;
pub mod words;
pub mod write;
