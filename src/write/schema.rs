//! The tables of [`super::record`] as a JSON Schema.
//!
//! Takes: the tables. Gives: JSON Schema 2020-12. Promises: keys in the order of the records.
//! Refuses: keys that are not in the tables (`additionalProperties` is false).

/// The schema, with line breaks for a person.
pub fn text() -> String {
    String::new()
}
