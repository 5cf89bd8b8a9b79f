//! How a word is written: its shape flags, and its possessive ending.
//!
//! Takes: a word, or the place where one begins. Gives: [`Shape`]. Promises: eight bytes of ASCII
//! are looked at in one go ([`plain_word`]). Refuses: to split words.

use crate::words::Shape;

/// End and shape of the stretch of ASCII letters and digits that begins at `at`, eight bytes at a
/// time: each byte of a block is compared with a range by one addition for all of them.
#[inline]
pub(super) fn plain_word(bytes: &[u8], at: usize) -> (usize, Shape) {
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
        let letters = within(seven | (ONES * 0x20), b'a', b'z') & ascii;
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

pub(super) fn ascii_shape(stem: &[u8]) -> Shape {
    let rest = stem[1..].iter().fold(0, |flags, &byte| flags | SHAPE[byte as usize].0);
    Shape(rest | first_shape(SHAPE[stem[0] as usize]).0)
}

pub(super) fn wide_shape(stem: &str) -> Shape {
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
pub(super) fn possessive_of(word: &str) -> u8 {
    let Some(body) = word.strip_suffix(['s', 'S']) else { return 0 };
    for (mark, len) in [("'", 2), ("\u{2019}", 4)] {
        if body.ends_with(mark) && body.len() > mark.len() {
            return len;
        }
    }
    0
}
