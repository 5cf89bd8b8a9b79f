//! What each character is to the scanner: part of a word, a joint, a boundary, a flag of a gap.
//!
//! Takes: bytes of a text. Gives: classes and gap flags by table, and where a word ends
//! ([`word_end`]). Promises: ASCII, the letters of Latin and Cyrillic script and the punctuation of
//! newspapers are classed here as UAX #29 has them. Refuses: to class anything else: that is
//! [`Class::Slow`], for the reference implementation to split.

use crate::words::Gap;

/// How a character takes part in words.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
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

pub(super) const CLASS: [Class; 256] = {
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

pub(super) const GAP: [Gap; 128] = {
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
pub(super) fn wide_gap(c: char) -> Gap {
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
pub(super) fn wide_class(bytes: &[u8], at: usize) -> (Class, usize) {
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

pub(super) fn class_at(bytes: &[u8], at: usize) -> (Class, usize) {
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
pub(super) fn word_end(bytes: &[u8], mut end: usize, mut last: Class) -> Option<usize> {
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
