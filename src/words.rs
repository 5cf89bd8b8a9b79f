//! The words of one document: what the scanner gives and every later stage reads.
//!
//! Takes: what `segment/` writes. Gives: [`Words`], one [`Word`] per UAX #29 word that holds a
//! letter or digit, each with its shape, its classes in the lexicon, and what stands between it and
//! the word before. Promises: words are in order and do not overlap; a word's `stem` leaves out a
//! possessive `'s`, so a span built from stems never carries one. Refuses: nothing.
//!
//! Later stages never look at the text between words again: [`Gap`] has said all about it that
//! rules need.

use crate::class::Classes;
use crate::span::Span;

/// What stands between two words, as a set of flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Gap(pub u16);

impl Gap {
    /// White space of any kind.
    pub const SPACE: Gap = Gap(1);
    /// At least one line end.
    pub const LINE: Gap = Gap(1 << 1);
    /// An empty line, or the start or end of the text: another paragraph.
    pub const PARAGRAPH: Gap = Gap(1 << 2);
    /// `-` or U+2010, U+2011.
    pub const HYPHEN: Gap = Gap(1 << 3);
    /// En dash, em dash, minus or a doubled hyphen.
    pub const DASH: Gap = Gap(1 << 4);
    /// `.`
    pub const DOT: Gap = Gap(1 << 5);
    /// `,`
    pub const COMMA: Gap = Gap(1 << 6);
    /// A double quotation mark, straight or curly.
    pub const QUOTE: Gap = Gap(1 << 7);
    /// An apostrophe or single quotation mark.
    pub const APOSTROPHE: Gap = Gap(1 << 8);
    /// `(`, `[`, `<`, `{`
    pub const OPEN: Gap = Gap(1 << 9);
    /// `)`, `]`, `>`, `}`
    pub const CLOSE: Gap = Gap(1 << 10);
    /// `/`
    pub const SLASH: Gap = Gap(1 << 11);
    /// `:` or `;`
    pub const COLON: Gap = Gap(1 << 12);
    /// `?`, `!` or an ellipsis: with [`Gap::DOT`], what may end a sentence.
    pub const END: Gap = Gap(1 << 13);
    /// `&`
    pub const AND: Gap = Gap(1 << 14);
    /// Anything else: currency signs, `%`, `+`, `*`, emoji, control characters.
    pub const OTHER: Gap = Gap(1 << 15);

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Gap) -> Gap {
        Gap(self.0 | other.0)
    }

    /// True where any flag of `other` is set.
    pub const fn has(self, other: Gap) -> bool {
        self.0 & other.0 != 0
    }

    /// True where no flag outside `allowed` is set.
    pub const fn only(self, allowed: Gap) -> bool {
        self.0 & !allowed.0 == 0
    }

    /// White space and nothing else, within one paragraph.
    pub const fn is_space(self) -> bool {
        self.has(Gap::SPACE) && self.only(Gap::SPACE.or(Gap::LINE))
    }
}

/// How a word is written, as a set of flags over its stem.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Shape(pub u8);

impl Shape {
    /// The first character is upper case.
    pub const CAPITAL: Shape = Shape(1);
    /// An upper-case letter stands after the first character.
    pub const UPPER: Shape = Shape(1 << 1);
    /// A lower-case letter stands somewhere.
    pub const LOWER: Shape = Shape(1 << 2);
    /// A digit stands somewhere.
    pub const DIGIT: Shape = Shape(1 << 3);
    /// A character outside ASCII stands somewhere.
    pub const WIDE: Shape = Shape(1 << 4);
    /// A dot or apostrophe stands inside.
    pub const MARK: Shape = Shape(1 << 5);

    /// True where any flag of `other` is set.
    pub const fn has(self, other: Shape) -> bool {
        self.0 & other.0 != 0
    }
}

/// What segmentation found out about a word's place, as a set of flags.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Place(pub u8);

impl Place {
    /// First word of a sentence.
    pub const SENTENCE: Place = Place(1);
    /// Stands in a line or sentence written in capitals: letter case says nothing here.
    pub const CAPITALS: Place = Place(1 << 1);
    /// Stands in a headline, where most words are capitalised: letter case says little here.
    pub const TITLE_CASE: Place = Place(1 << 2);
    /// Stands in the dateline.
    pub const DATELINE: Place = Place(1 << 3);
    /// Stands in a byline, credit or sign-off.
    pub const BYLINE: Place = Place(1 << 4);
    /// Stands in a headline.
    pub const HEADLINE: Place = Place(1 << 5);

    /// Both sets together.
    #[must_use]
    pub const fn or(self, other: Place) -> Place {
        Place(self.0 | other.0)
    }

    /// True where any flag of `other` is set.
    pub const fn has(self, other: Place) -> bool {
        self.0 & other.0 != 0
    }

    /// Sets the flags of `other`.
    pub fn add(&mut self, other: Place) {
        self.0 |= other.0;
    }
}

/// One word.
#[derive(Clone, Copy, Debug)]
pub struct Word {
    /// [`crate::fold::hash`] of the stem.
    pub hash: u64,
    /// First byte.
    pub start: u32,
    /// One past the last byte of the stem: the word without a possessive `'s`.
    pub end: u32,
    /// What the lexicon knows of it.
    pub classes: Classes,
    /// Index in the date lexicon; 0 = no date word.
    pub date: u16,
    /// What stands before it.
    pub gap: Gap,
    /// How it is written.
    pub shape: Shape,
    /// Where it stands.
    pub place: Place,
    /// Bytes of the possessive `'s` that follows the stem inside the word: 0, 2 (`'s`) or 4 (`’s`).
    pub possessive: u8,
}

impl Word {
    /// The stem.
    pub fn span(&self) -> Span {
        Span::new(self.start, self.end)
    }

    /// One past the last byte, a possessive included.
    pub fn full_end(&self) -> u32 {
        self.end + u32::from(self.possessive)
    }

    /// First letter upper case.
    pub fn is_capital(&self) -> bool {
        self.shape.has(Shape::CAPITAL)
    }

    /// At least two characters, letters all upper case.
    pub fn is_all_caps(&self) -> bool {
        self.shape.has(Shape::CAPITAL) && self.shape.has(Shape::UPPER) && !self.shape.has(Shape::LOWER)
    }

    /// No letter in upper case, and at least one in lower case.
    pub fn is_lower(&self) -> bool {
        self.shape.has(Shape::LOWER) && !self.shape.has(Shape(Shape::CAPITAL.0 | Shape::UPPER.0))
    }

    /// First character is a digit or the word holds one.
    pub fn has_digit(&self) -> bool {
        self.shape.has(Shape::DIGIT)
    }

    /// Digits, with grouping marks at most: no letter at all.
    pub fn is_number(&self) -> bool {
        self.has_digit() && !self.shape.has(Shape(Shape::CAPITAL.0 | Shape::UPPER.0 | Shape::LOWER.0 | Shape::WIDE.0))
    }
}

/// All words of a document, and its sentences.
#[derive(Debug, Default)]
pub struct Words {
    /// In order of the text.
    pub list: Vec<Word>,
    /// What stands after the last word.
    pub tail: Gap,
    /// Word index at which each sentence starts, in order; the first is 0 where there are words.
    pub sentences: Vec<u32>,
    /// Words of the dateline (place, date, agency), where the document has one.
    pub dateline: Option<(u32, u32)>,
}

impl Words {
    /// Forgets the words and keeps the memory.
    pub fn clear(&mut self) {
        self.list.clear();
        self.sentences.clear();
        self.tail = Gap::default();
        self.dateline = None;
    }

    /// What stands after word `at`.
    pub fn gap_after(&self, at: usize) -> Gap {
        self.list.get(at + 1).map_or(self.tail, |word| word.gap)
    }

    /// The stem of word `at`.
    pub fn text<'t>(&self, text: &'t str, at: usize) -> &'t str {
        self.list[at].span().of(text)
    }

    /// The span of words `first..end`, without a final possessive.
    pub fn span(&self, first: usize, end: usize) -> Span {
        Span::new(self.list[first].start, self.list[end - 1].end)
    }

    /// The words `first..end` of the sentence in which word `at` stands.
    pub fn sentence(&self, at: usize) -> (usize, usize) {
        let next = self.sentences.partition_point(|&start| start as usize <= at);
        let first = if next == 0 { 0 } else { self.sentences[next - 1] as usize };
        let end = self.sentences.get(next).map_or(self.list.len(), |&start| start as usize);
        (first, end)
    }
}
