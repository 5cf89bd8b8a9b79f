//! Words to candidates, generously.

pub mod dates;
