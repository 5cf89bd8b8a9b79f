//! The fast word scanner: text to words, at the speed of reading it.
//!
//! Takes: text and the lexicon. Gives: [`Words`] with span, hash, classes, gap and shape filled in.
//! Promises: the full words (stem and possessive) are exactly those of UAX #29 as
//! `unicode_word_indices` of the crate unicode-segmentation gives them (a property test holds it
//! to that); linear in the text. Refuses: texts of 4 GiB and more (the reader never lets them
//! in).
//!
//! ASCII, the letters of Latin and Cyrillic script and the punctuation of modern newspapers are
//! classed by table. Anything else sends the stretch up to the next ASCII white space, where UAX
//! #29 always breaks, to the crate: one curly quote costs its own three bytes, not the document.

use unicode_segmentation::UnicodeSegmentation;

use crate::fold;
use crate::knowledge::lexicon::Lexicon;
use crate::words::{Gap, Place, Shape, Word, Words};

/// How a character takes part in words.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Class {
    /// No word character: a boundary on both sides.
    Other,
    Letter,
    Digit,
    /// `_`: joins letters and digits, makes no word alone.
    Connector,
    /// Joins two letters or two digits: `.` and the apostrophes.
    MidBoth,
    /// Joins two letters: `:`
    MidLetter,
    /// Joins two digits: `,` and `;`
    MidDigit,
    /// Not decided by one byte.
    Wide,
    /// Not decided here: ask unicode-segmentation.
    Slow,
}

const CLASS: [Class; 256] = {
    let mut table = [Class::Other; 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Class::Letter,
            b'0'..=b'9' => Class::Digit,
            b'_' => Class::Connector,
            b'.' | b'\'' => Class::MidBoth,
            b':' => Class::MidLetter,
            b',' | b';' => Class::MidDigit,
            0x80.. => Class::Wide,
            _ => Class::Other,
        };
        byte += 1;
    }
    table
};

const GAP: [Gap; 128] = {
    let mut table = [Gap::OTHER; 128];
    let mut byte = 0;
    while byte < 128 {
        table[byte] = match byte as u8 {
            b'\n' | 0x0b | 0x0c | b'\r' => Gap::SPACE.or(Gap::LINE),
            b' ' | b'\t' => Gap::SPACE,
            b'-' => Gap::HYPHEN,
            b'.' => Gap::DOT,
            b',' => Gap::COMMA,
            b'"' => Gap::QUOTE,
            b'\'' | b'`' => Gap::APOSTROPHE,
            b'(' | b'[' | b'<' | b'{' => Gap::OPEN,
            b')' | b']' | b'>' | b'}' => Gap::CLOSE,
            b'/' => Gap::SLASH,
            b':' | b';' => Gap::COLON,
            b'?' | b'!' => Gap::END,
            b'&' => Gap::AND,
            _ => Gap::OTHER,
        };
        byte += 1;
    }
    table
};

/// The gap flags of a character outside ASCII.
fn wide_gap(c: char) -> Gap {
    match c {
        '\u{2010}' | '\u{2011}' => Gap::HYPHEN,
        '\u{2012}'..='\u{2015}' | '\u{2212}' => Gap::DASH,
        '\u{201c}'..='\u{201f}' | '\u{ab}' | '\u{bb}' => Gap::QUOTE,
        '\u{2018}'..='\u{201b}' | '\u{b4}' => Gap::APOSTROPHE,
        '\u{2026}' | '\u{3002}' => Gap::END,
        '\u{85}' | '\u{2028}' => Gap::SPACE.or(Gap::LINE),
        '\u{2029}' => Gap::SPACE.or(Gap::LINE).or(Gap::PARAGRAPH),
        c if c.is_whitespace() => Gap::SPACE,
        _ => Gap::OTHER,
    }
}

/// Class and length in bytes of the character outside ASCII at `at`.
fn wide_class(bytes: &[u8], at: usize) -> (Class, usize) {
    let second = bytes.get(at + 1).copied().unwrap_or(0);
    match bytes[at] {
        // U+00D7 and U+00F7, the two signs among the Latin letters.
        0xC3 if second == 0x97 || second == 0xB7 => (Class::Other, 2),
        // U+00C0..U+023F Latin, U+0400..U+047F Cyrillic.
        0xC3..=0xC8 | 0xD0 | 0xD1 => (Class::Letter, 2),
        // U+00A0 and the signs of Latin-1 that are neither letters, numbers nor marks.
        0xC2 if matches!(second, 0xA0..=0xA9 | 0xAB | 0xAC | 0xAE..=0xB1 | 0xB4 | 0xB6 | 0xBB | 0xBF) => {
            (Class::Other, 2)
        }
        0xE2 if second == 0x80 => match bytes.get(at + 2) {
            Some(0x98 | 0x99) => (Class::MidBoth, 3),
            Some(0x90..=0x97 | 0x9A..=0xA3 | 0xA5 | 0xA6) => (Class::Other, 3),
            _ => (Class::Slow, 3),
        },
        _ => (Class::Slow, 1),
    }
}

fn class_at(bytes: &[u8], at: usize) -> (Class, usize) {
    match bytes.get(at) {
        None => (Class::Other, 0),
        Some(&byte) => match CLASS[byte as usize] {
            Class::Wide => wide_class(bytes, at),
            class => (class, 1),
        },
    }
}

/// Where the word ends whose beginning goes up to `end`, its last character being of class `last`;
/// `None` where a character of class `Slow` takes part.
fn word_end(bytes: &[u8], mut end: usize, mut last: Class) -> Option<usize> {
    loop {
        let (class, len) = class_at(bytes, end);
        match class {
            Class::Letter | Class::Digit | Class::Connector => {
                last = class;
                end += len;
            }
            Class::Other => return Some(end),
            Class::Slow | Class::Wide => return None,
            Class::MidBoth | Class::MidLetter | Class::MidDigit => {
                let next = class_at(bytes, end + len).0;
                if next == Class::Slow {
                    return None;
                }
                let joins = match class {
                    Class::MidLetter => last == Class::Letter,
                    Class::MidDigit => last == Class::Digit,
                    _ => matches!(last, Class::Letter | Class::Digit),
                };
                if !joins || next != last {
                    return Some(end);
                }
                end += len;
            }
        }
    }
}

/// Splits `text` into words; see the module.
pub fn scan(text: &str, lexicon: &Lexicon, words: &mut Words) {
    words.clear();
    let mut scanner = Scanner { text, lexicon, words, gap: Gap::PARAGRAPH, last_end: 0 };
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let byte = bytes[at];
        match CLASS[byte as usize] {
            Class::Letter | Class::Digit | Class::Connector => at = scanner.word(at),
            Class::Wide => match wide_class(bytes, at) {
                (Class::Letter, _) => at = scanner.word(at),
                (Class::Slow, _) => at = scanner.slow(context_start(text, at), at),
                (_, len) => {
                    let c = text[at..].chars().next().expect("a character starts here");
                    scanner.gap = scanner.gap.or(wide_gap(c));
                    at += len;
                }
            },
            _ => {
                scanner.gap = scanner.gap.or(GAP[byte as usize]);
                at += 1;
            }
        }
    }
    let tail = scanner.finished_gap(bytes.len());
    words.tail = tail.or(Gap::PARAGRAPH);
}

/// Where unicode-segmentation must begin for a character outside words at `at`: with the character
/// before it, to which it may belong, or with all blanks before it, which stay together (WB3d).
fn context_start(text: &str, at: usize) -> usize {
    let blanks = text[..at].trim_end_matches(' ').len();
    if blanks < at { blanks } else { text[..at].char_indices().next_back().map_or(0, |(start, _)| start) }
}

struct Scanner<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    words: &'a mut Words,
    /// Flags of what has been passed since the last word.
    gap: Gap,
    last_end: usize,
}

impl Scanner<'_> {
    /// Takes the word at `at` and says where to go on.
    fn word(&mut self, at: usize) -> usize {
        let bytes = self.text.as_bytes();
        // Nearly every word is ASCII letters and digits, and ends before a blank.
        let (end, flags) = plain_word(bytes, at);
        if end > at && bytes.get(end).is_none_or(|&byte| CLASS[byte as usize] == Class::Other) {
            self.add(at, end, 0, flags, fold::hash_within(bytes, at, end));
            return end;
        }
        let last = if end > at { CLASS[bytes[end - 1] as usize] } else { Class::Other };
        match word_end(bytes, end, last) {
            Some(end) => {
                self.push(at, end);
                end
            }
            None => self.slow(at, at),
        }
    }

    /// Lets unicode-segmentation split from `from` to the next ASCII white space at or after `at`.
    fn slow(&mut self, from: usize, at: usize) -> usize {
        let rest = &self.text.as_bytes()[at..];
        let end =
            rest.iter().position(|b| matches!(b, b' ' | b'\n' | b'\t' | b'\r')).map_or(self.text.len(), |n| at + n);
        let chunk = &self.text[from..end];
        let mut done = from;
        for (offset, word) in chunk.unicode_word_indices() {
            let start = from + offset;
            self.pass(done, start);
            self.push(start, start + word.len());
            done = start + word.len();
        }
        self.pass(done, end);
        end
    }

    /// Adds the flags of the characters of `from..to` to the gap.
    fn pass(&mut self, from: usize, to: usize) {
        for c in self.text[from..to].chars() {
            let flags = if c.is_ascii() { GAP[c as usize] } else { wide_gap(c) };
            self.gap = self.gap.or(flags);
        }
    }

    /// The gap before byte `to`: line structure and doubled hyphens need a second look, which is
    /// taken only where the flags say that there may be some.
    fn finished_gap(&self, to: usize) -> Gap {
        let mut gap = self.gap;
        if gap.has(Gap::LINE.or(Gap::HYPHEN)) {
            let between = &self.text.as_bytes()[self.last_end..to];
            if gap.has(Gap::LINE) && breaks_paragraph(between) {
                gap = gap.or(Gap::PARAGRAPH);
            }
            // " - " and "--" are dashes; "-" inside a compound is a hyphen.
            if gap.has(Gap::HYPHEN) && (gap.has(Gap::SPACE) || between.windows(2).any(|two| two == b"--")) {
                gap = gap.or(Gap::DASH);
            }
        }
        gap
    }

    /// Adds the word `start..end`, whatever it is made of.
    fn push(&mut self, start: usize, end: usize) {
        let word = &self.text[start..end];
        if word.bytes().all(|byte| byte == b'_') {
            // Not a word by the crate's rule: no letter or digit in it.
            self.gap = self.gap.or(Gap::OTHER);
            return;
        }
        let possessive = possessive_of(word);
        let stem = &word[..word.len() - possessive as usize];
        let mut shape = if stem.is_ascii() { ascii_shape(stem.as_bytes()) } else { wide_shape(stem) };
        if shape.0 == 0 {
            // Letters of scripts without case are words all the same.
            shape = Shape::WIDE;
        }
        self.add(start, end - possessive as usize, possessive, shape, fold::hash(stem));
    }

    fn add(&mut self, start: usize, end: usize, possessive: u8, shape: Shape, hash: u64) {
        let gap = self.finished_gap(start);
        let info = self.lexicon.lookup(hash);
        self.words.list.push(Word {
            hash,
            start: start as u32,
            end: end as u32,
            classes: info.classes,
            date: info.date,
            gap,
            shape,
            place: Place::default(),
            possessive,
        });
        self.gap = Gap::default();
        self.last_end = end + possessive as usize;
    }
}

/// End and shape of the stretch of ASCII letters and digits that begins at `at`, eight bytes at a
/// time: each byte of a block is compared with a range by one addition for all of them.
#[inline]
fn plain_word(bytes: &[u8], at: usize) -> (usize, Shape) {
    const HIGH: u64 = 0x8080_8080_8080_8080;
    const ONES: u64 = 0x0101_0101_0101_0101;
    // High bit of each byte of `block` (all below 0x80) that lies in `first..=last`.
    let within = |block: u64, first: u8, last: u8| {
        let (above, beyond) = (block + ONES * u64::from(0x80 - first), block + ONES * u64::from(0x7F - last));
        above & !beyond & HIGH
    };
    let (mut end, mut flags) = (at, 0);
    loop {
        let (block, valid) = match bytes.get(end..end + 8) {
            Some(block) => (u64::from_le_bytes(block.try_into().expect("eight bytes")), 8),
            None => {
                let rest = &bytes[end..];
                (rest.iter().rev().fold(0, |block, &byte| block << 8 | u64::from(byte)), rest.len())
            }
        };
        let ascii = !block & HIGH;
        let seven = block & !HIGH;
        let letters = within(seven | ONES * 0x20, b'a', b'z') & ascii;
        let digits = within(seven, b'0', b'9') & ascii;
        let length = ((!(letters | digits) & HIGH).trailing_zeros() as usize / 8).min(valid);
        let taken = if length == 8 { HIGH } else { HIGH & ((1 << (8 * length)) - 1) };
        // Bit 5 tells lower case; shifted up to the high bit of its byte.
        let lower = letters & (block << 2);
        let upper = letters & !lower & taken;
        let first = if end == at { upper & 0x80 } else { 0 };
        let shape = |bits: u64, shape: Shape| if bits & taken != 0 { shape.0 } else { 0 };
        flags |= shape(first, Shape::CAPITAL)
            | shape(upper & !first, Shape::UPPER)
            | shape(lower, Shape::LOWER)
            | shape(digits, Shape::DIGIT);
        end += length;
        if length < 8 {
            return (end, Shape(flags));
        }
    }
}

/// The shape of a first character: upper case is a capital there.
const fn first_shape(shape: Shape) -> Shape {
    if shape.0 & Shape::UPPER.0 != 0 { Shape::CAPITAL } else { shape }
}

/// Shape flags of a byte after the first; `UPPER` stands for any upper-case letter.
const SHAPE: [Shape; 256] = {
    let mut table = [Shape(0); 256];
    let mut byte = 0;
    while byte < 256 {
        table[byte] = match byte as u8 {
            b'A'..=b'Z' => Shape::UPPER,
            b'a'..=b'z' => Shape::LOWER,
            b'0'..=b'9' => Shape::DIGIT,
            b'.' | b'\'' => Shape::MARK,
            0x80.. => Shape::WIDE,
            _ => Shape(0),
        };
        byte += 1;
    }
    table
};

fn ascii_shape(stem: &[u8]) -> Shape {
    let rest = stem[1..].iter().fold(0, |flags, &byte| flags | SHAPE[byte as usize].0);
    Shape(rest | first_shape(SHAPE[stem[0] as usize]).0)
}

fn wide_shape(stem: &str) -> Shape {
    let mut flags = 0;
    for (at, c) in stem.chars().enumerate() {
        flags |= match c {
            '.' | '\'' | '\u{2019}' | '\u{2018}' => Shape::MARK.0,
            c if c.is_uppercase() => {
                if at == 0 {
                    Shape::CAPITAL.0
                } else {
                    Shape::UPPER.0
                }
            }
            c if c.is_lowercase() => Shape::LOWER.0,
            c if c.is_numeric() => Shape::DIGIT.0,
            _ => 0,
        };
        if !c.is_ascii() {
            flags |= Shape::WIDE.0;
        }
    }
    Shape(flags)
}

/// Bytes of a possessive ending: `'s` or `’s`, in either case of the letter; 0 without one.
fn possessive_of(word: &str) -> u8 {
    let Some(body) = word.strip_suffix(['s', 'S']) else { return 0 };
    for (mark, len) in [("'", 2), ("\u{2019}", 4)] {
        if body.ends_with(mark) && body.len() > mark.len() {
            return len;
        }
    }
    0
}

/// True where white space between two words separates paragraphs: an empty line, or a line that is
/// indented by two blanks or a tab, as wire services do.
fn breaks_paragraph(between: &[u8]) -> bool {
    let mut lines = between.split(|&b| b == b'\n');
    lines.next();
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        let blank = line.iter().all(|b| matches!(b, b' ' | b'\t' | b'\r'));
        if blank && lines.peek().is_some() {
            return true;
        }
        if line.starts_with(b"  ") || line.starts_with(b"\t") {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words_of(text: &str) -> Words {
        let mut words = Words::default();
        scan(text, &Lexicon::default(), &mut words);
        words
    }

    /// The scanner's full words against the reference.
    fn agree(text: &str) {
        let ours: Vec<(usize, &str)> = words_of(text)
            .list
            .iter()
            .map(|word| (word.start as usize, &text[word.start as usize..word.full_end() as usize]))
            .collect();
        let reference: Vec<(usize, &str)> = text.unicode_word_indices().collect();
        assert_eq!(ours, reference, "{text:?}");
    }

    #[test]
    fn agrees_with_uax29_on_the_hard_places() {
        for text in [
            "",
            " ",
            "a:b 5:30 a;b 1;2 1,5 a,b a.b 1.5 don't 1'2 a_b _ __ _a 5.a a.5 a1.b",
            "5\u{2019}6 don\u{2019}t a\u{2026}b a\u{2018}b 122\u{d7}45 caf\u{e9} a\u{b7}b \u{b5}m \u{2160} a\u{ad}b x\u{301}",
            "\u{301}a -\u{345} .\u{436} a.\u{436}b a.\u{301}b \u{1F1EC}\u{1F1E7}\u{1F1EB}\u{1F1F7} R\u{b8}E \u{5d0}\"\u{5d1} \u{4e2d}\u{6587} \u{30ab}\u{30bf}",
            "x\r\ny\u{2028}z\u{85}w \u{202f}1\u{202f}2 a\u{200d}b \u{201c}A\u{201d}\u{2014}B",
            "\u{410}\u{43d}\u{433}\u{430}\u{440}\u{430}, Stra\u{df}e 3\u{20ac} 5\u{b2} \u{bd}",
        ] {
            agree(text);
        }
    }

    proptest::proptest! {
        #[test]
        fn agrees_with_uax29_on_any_text(text in "\\PC{0,40}") {
            agree(&text);
        }

        #[test]
        fn agrees_with_uax29_on_awkward_text(text in "[a1Z_.,:;'\u{2019}\u{2018}\u{e9}\u{d7}\u{301}\u{345}\u{ad}\u{200d}\u{2014}\u{201c}\u{436}\u{5d0}\"\u{1F6A2}\u{1F1EC}\u{b7}\u{bd}\u{202f} \r\n-]{0,24}") {
            agree(&text);
        }
    }

    #[test]
    fn a_stem_leaves_out_the_possessive() {
        let text = "Kuwait's Iran\u{2019}s Houthis' IT'S 's U.S. don't";
        let words = words_of(text);
        let stems: Vec<&str> = words.list.iter().map(|word| word.span().of(text)).collect();
        assert_eq!(stems, ["Kuwait", "Iran", "Houthis", "IT", "s", "U.S", "don't"]);
    }

    #[test]
    fn gaps_tell_what_stands_between() {
        let text = "A b-c -- d\u{2014}e \u{201c}f\u{201d} (g) h.\n\ni,\n  j\nk";
        let words = words_of(text);
        let has = |at: usize, gap: Gap| words.list[at].gap.has(gap);
        assert!(has(0, Gap::PARAGRAPH));
        assert!(words.list[1].gap.is_space());
        assert!(has(2, Gap::HYPHEN) && !has(2, Gap::DASH));
        assert!(has(3, Gap::DASH) && has(4, Gap::DASH));
        assert!(has(5, Gap::QUOTE) && has(6, Gap::OPEN) && has(6, Gap::QUOTE) && has(7, Gap::CLOSE));
        assert!(has(8, Gap::DOT) && has(8, Gap::PARAGRAPH));
        assert!(has(9, Gap::COMMA) && has(9, Gap::PARAGRAPH));
        assert!(has(10, Gap::LINE) && !has(10, Gap::PARAGRAPH));
    }

    #[test]
    fn shapes() {
        let text = "Rajin RAJIN rajin 122mm McLean U.S 1,500 \u{c9}vian O\u{2019}Neill";
        let words = words_of(text);
        let list = &words.list;
        assert!(list[0].is_capital() && !list[0].is_all_caps());
        assert!(list[1].is_all_caps() && list[2].is_lower());
        assert!(list[3].has_digit() && list[3].is_lower() && !list[3].is_number());
        assert!(list[4].is_capital() && list[4].shape.has(Shape::UPPER) && !list[4].is_all_caps());
        assert!(list[5].is_all_caps());
        assert!(list[6].is_number());
        assert!(list[7].is_capital() && list[8].is_capital());
    }
}
