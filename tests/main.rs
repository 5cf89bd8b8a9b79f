//! Everything that is tested from outside, one module per subject.

mod cases;
mod data;
mod dates;
mod docs;
mod layers;
mod process;
mod properties;
mod records;
mod scores;
mod support;
