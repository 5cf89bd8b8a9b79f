//! The table of word classes: which file of `gazetteers/` fills which class.
//!
//! Takes: nothing. Gives: [`Class`] and [`CLASSES`]. Promises: one row per class; a class is
//! filled from its file and from nowhere else. Refuses: more than 64 classes.

/// What a single word may be to the rules. A word may be of several classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Ordinary lower-case word of English.
    Common,
    /// Ends with a dot without ending a sentence.
    Abbreviation,
}

/// One row of the table.
#[derive(Debug)]
pub struct ClassRow {
    /// The class.
    pub class: Class,
    /// File of `gazetteers/` whose first column lists the words.
    pub file: &'static str,
    /// What the class says of a word.
    pub about: &'static str,
}

/// Every class, in the order of [`Class`].
pub const CLASSES: &[ClassRow] = &[
    ClassRow { class: Class::Common, file: "words/common.csv", about: "ordinary word of English" },
    ClassRow {
        class: Class::Abbreviation,
        file: "words/abbreviations.csv",
        about: "ends with a dot within a sentence",
    },
];
