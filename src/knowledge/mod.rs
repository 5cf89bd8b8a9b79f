//! What newstrawl knows: gazetteers, words, rules and weights, loaded and checked.

pub mod classes;
pub mod dates;
pub mod lexicon;
