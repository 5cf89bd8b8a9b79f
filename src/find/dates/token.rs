//! Words as the rules see them.
//!
//! Takes: words, lexicon, knowledge. Gives: [`Tokens`]: for any word the set of its classes and,
//! for each class, its value. Promises: a word of the lexicon costs two array accesses; a word
//! with digits is read once, however many rules look at it. Refuses: to look at the text of words
//! without digits.

use super::digits::{self, DigitWord};
use crate::knowledge::dates::DateKnowledge;
use crate::knowledge::dates::classes::{ClassId, Mask};
use crate::knowledge::dates::words::Entry;
use crate::knowledge::lexicon::Lexicon;
use crate::words::{Word, Words};

/// Words with digits that are kept in mind: more than any rule is long.
const KEPT: usize = 16;

/// See the module.
pub(super) struct Tokens<'t> {
    text: &'t str,
    pub(super) words: &'t Words,
    lexicon: &'t Lexicon,
    pub(super) knowledge: &'t DateKnowledge,
    digits: [(usize, DigitWord); KEPT],
}

/// One word as the rules see it.
#[derive(Clone, Copy)]
pub(super) enum Token<'k> {
    /// In the lexicon: number and entry.
    Known(u16, &'k Entry),
    /// With digits.
    Digits(DigitWord),
    /// Neither.
    Other,
}

impl<'t> Tokens<'t> {
    pub(super) fn new(
        text: &'t str,
        words: &'t Words,
        lexicon: &'t Lexicon,
        knowledge: &'t DateKnowledge,
    ) -> Tokens<'t> {
        Tokens { text, words, lexicon, knowledge, digits: [(usize::MAX, DigitWord::default()); KEPT] }
    }

    /// The word at `at`, if there is one.
    pub(super) fn word(&self, at: usize) -> Option<&'t Word> {
        self.words.list.get(at)
    }

    /// How the rules see the word at `at`.
    #[inline]
    pub(super) fn get(&mut self, at: usize) -> Token<'t> {
        let Some(word) = self.words.list.get(at) else { return Token::Other };
        let date = self.lexicon.date(word);
        if date != 0 {
            return Token::Known(date, self.knowledge.words.entry(date));
        }
        if !word.has_digit() {
            return Token::Other;
        }
        let slot = &mut self.digits[at % KEPT];
        if slot.0 != at {
            *slot = (at, digits::read(word.span().of(self.text), &self.knowledge.words));
        }
        Token::Digits(slot.1)
    }
}

impl Token<'_> {
    /// The classes of the word.
    #[inline]
    pub(super) fn mask(&self) -> &Mask {
        match self {
            Token::Known(_, entry) => &entry.mask,
            Token::Digits(word) => &word.mask,
            Token::Other => &Mask::NONE,
        }
    }

    /// The value of the word in a class.
    pub(super) fn value(&self, class: ClassId) -> i32 {
        match self {
            Token::Known(_, entry) => entry.value(class),
            Token::Digits(word) => word.value,
            Token::Other => 0,
        }
    }

    /// A dot may follow the word without ending anything.
    pub(super) fn is_abbreviation(&self) -> bool {
        matches!(self, Token::Known(_, entry) if entry.abbreviation)
    }
}
