//! Candidates and evidence: what is kept, what is dropped, and why.

pub mod dates;
