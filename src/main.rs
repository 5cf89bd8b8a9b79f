//! Starts and ends the program.
fn main() {}
