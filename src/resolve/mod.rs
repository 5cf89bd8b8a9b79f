//! Kept candidates to mentions: values, identity, canonical names.

pub mod dates;
