//! newstrawl.

pub mod document;
pub mod error;
pub mod find;
pub mod fold;
pub mod judge;
pub mod kind;
pub mod knowledge;
pub mod mention;
pub mod resolve;
pub mod segment;
pub mod span;
pub mod timeform;
pub mod timex;
pub mod words;
