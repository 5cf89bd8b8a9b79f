//! Temporal expressions: examples of the grammar, traps, modern prose, properties, kept fuzz inputs.

#[path = "dates/cases.rs"]
mod cases;
#[path = "dates/properties.rs"]
mod properties;
