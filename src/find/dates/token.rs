//! Words as the rules see them.
//!
//! Takes: words, lexicon, knowledge. Gives: [`Tokens`]: for any word the set of its classes and,
//! for each class, its value. Promises: a word of the lexicon costs two array accesses; a word
//! with digits is read once, however many rules look at it. Refuses: to look at the text of words
//! without digits.

use super::digits::{self, DigitWord};
use crate::knowledge::dates::DateKnowledge;
use crate::knowledge::dates::classes::{ClassId, Mask};
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
pub(super) enum Token {
    /// In the lexicon: the number of its entry.
    Known(u16),
    /// With digits: where it is kept.
    Digits(u8),
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
    pub(super) fn get(&mut self, at: usize) -> Token {
        let Some(word) = self.words.list.get(at) else { return Token::Other };
        let date = self.lexicon.date(word);
        if date != 0 {
            Token::Known(date)
        } else if word.has_digit() {
            self.with_digits(word, at)
        } else {
            Token::Other
        }
    }

    fn with_digits(&mut self, word: &Word, at: usize) -> Token {
        let slot = &mut self.digits[at % KEPT];
        if slot.0 != at {
            *slot = (at, digits::read(word.span().of(self.text), &self.knowledge.words));
        }
        Token::Digits((at % KEPT) as u8)
    }

    /// The word with digits that a token stands for.
    pub(super) fn digits(&self, token: Token) -> Option<&DigitWord> {
        match token {
            Token::Digits(slot) => Some(&self.digits[slot as usize].1),
            _ => None,
        }
    }

    /// The classes of a token.
    #[inline]
    pub(super) fn mask(&self, token: Token) -> &Mask {
        match token {
            Token::Known(entry) => &self.knowledge.words.entry(entry).mask,
            Token::Digits(slot) => &self.digits[slot as usize].1.mask,
            Token::Other => &Mask::NONE,
        }
    }

    /// The classes of the word at `at`.
    #[inline]
    pub(super) fn mask_at(&mut self, at: usize) -> &Mask {
        let token = self.get(at);
        self.mask(token)
    }

    /// The value of a token in a class.
    pub(super) fn value(&self, token: Token, class: ClassId) -> i32 {
        match token {
            Token::Known(entry) => self.knowledge.words.entry(entry).value(class),
            Token::Digits(slot) => self.digits[slot as usize].1.value,
            Token::Other => 0,
        }
    }

    /// A dot may follow a token without ending anything.
    pub(super) fn is_abbreviation(&self, token: Token) -> bool {
        matches!(token, Token::Known(entry) if self.knowledge.words.entry(entry).abbreviation)
    }
}
