//! newstrawl.

pub mod batch;
pub mod class;
pub mod cli;
pub mod document;
pub mod error;
pub mod extractor;
pub mod find;
pub mod fold;
pub mod judge;
pub mod kind;
pub mod knowledge;
pub mod measure;
pub mod mention;
pub mod read;
pub mod resolve;
pub mod segment;
pub mod span;
pub mod timeform;
pub mod timex;
pub mod words;
pub mod write;
