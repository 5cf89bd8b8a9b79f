//! newstrawl.

pub mod document;
pub mod error;
pub mod fold;
pub mod kind;
pub mod mention;
pub mod timex;
pub mod knowledge;
pub mod segment;
pub mod span;
pub mod words;
