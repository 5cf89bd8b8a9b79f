//! When two spellings are the same name.
//!
//! Takes: the text of one word. Gives: its folded form and the [`hash`] of that form. Promises:
//! `hash(word)` depends on the folded form alone; ASCII words are hashed without copying; letters
//! that have no canonical decomposition are mapped by the table `LETTERS`. Refuses: to fold
//! across words: separators are the matcher's business.
//!
//! Folding is: Unicode lower case (Turkish dotted `İ` becomes `i`, final sigma becomes `σ`),
//! canonical decomposition with combining marks removed, `LETTERS`, and apostrophes and dots
//! left out: `Ch’ongjin` = `Chongjin`, `U.S` = `US`, `Møller` = `Moller`.

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

/// Letters without a canonical decomposition, and what they fold to.
const LETTERS: [(char, &str); 14] = [
    ('\u{df}', "ss"),
    ('\u{e6}', "ae"),
    ('\u{f0}', "d"),
    ('\u{f8}', "o"),
    ('\u{fe}', "th"),
    ('\u{111}', "d"),
    ('\u{127}', "h"),
    ('\u{131}', "i"),
    ('\u{138}', "k"),
    ('\u{142}', "l"),
    ('\u{153}', "oe"),
    ('\u{167}', "t"),
    ('\u{1dd}', "e"),
    ('\u{3c2}', "\u{3c3}"),
];

/// Left out wherever they stand in a word.
fn is_mark(c: char) -> bool {
    matches!(c, '\'' | '.' | '\u{2019}' | '\u{2018}' | '\u{2bc}' | '\u{2bb}' | '\u{b4}' | '`')
}

/// [`is_mark`] for ASCII.
fn is_ascii_mark(byte: u8) -> bool {
    matches!(byte, b'\'' | b'.' | b'`')
}

/// Appends the folded form of `word` to `out`.
pub fn fold_into(word: &str, out: &mut String) {
    if word.is_ascii() {
        for byte in word.bytes().filter(|&byte| !is_ascii_mark(byte)) {
            out.push(byte.to_ascii_lowercase().into());
        }
        return;
    }
    for c in word.chars().flat_map(char::to_lowercase).nfd() {
        if is_mark(c) || is_combining_mark(c) {
            continue;
        }
        match LETTERS.iter().find(|&&(letter, _)| letter == c) {
            Some(&(_, folded)) => out.push_str(folded),
            None => out.push(c),
        }
    }
}

/// The folded form of `word`.
pub fn fold(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    fold_into(word, &mut out);
    out
}

const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
const PRIME: u64 = 0xD6E8_FEB8_6659_FD93;

/// One step of the mixing: a 64 x 64 -> 128 bit multiplication, folded.
fn mix(a: u64, b: u64) -> u64 {
    let wide = u128::from(a) * u128::from(b);
    (wide as u64) ^ ((wide >> 64) as u64)
}

/// The hash of a sequence of words from the hash of its beginning and that of the next word.
pub fn chain(prefix: u64, next: u64) -> u64 {
    mix(prefix.rotate_left(23) ^ next, PRIME)
}

/// Hash of the folded form of `word`: stable between runs, machines and versions of the compiler.
pub fn hash(word: &str) -> u64 {
    let bytes = word.as_bytes();
    if !word.is_ascii() {
        return hash_plain(fold(word).as_bytes());
    }
    if !bytes.iter().any(|&byte| is_ascii_mark(byte)) {
        return hash_plain(bytes);
    }
    let mut folded = [0; 64];
    let mut length = 0;
    for &byte in bytes.iter().filter(|&&byte| !is_ascii_mark(byte)) {
        let Some(slot) = folded.get_mut(length) else { return hash_plain(fold(word).as_bytes()) };
        *slot = byte;
        length += 1;
    }
    hash_plain(&folded[..length])
}

/// [`hash`] for bytes known to be ASCII without apostrophe, dot or backtick, or folded already.
///
/// Setting bit 5 lowers ASCII letters and keeps digits; bytes outside ASCII are folded already and
/// keep their meaning well enough for a hash (equality is always checked on the text).
pub fn hash_plain(bytes: &[u8]) -> u64 {
    hash_within(bytes, 0, bytes.len())
}

/// [`hash_plain`] of `bytes[start..end]`, which may read (and mask away) bytes behind `end`: words
/// of a text are hashed block by block without a copy.
#[inline]
pub fn hash_within(bytes: &[u8], start: usize, end: usize) -> u64 {
    const LOWER: u64 = 0x2020_2020_2020_2020;
    let mut state = SEED ^ (end - start) as u64;
    let mut at = start;
    while at < end {
        let left = end - at;
        let block = match bytes.get(at..at + 8) {
            Some(block) => u64::from_le_bytes(block.try_into().expect("eight bytes")),
            None => bytes[at..].iter().rev().fold(0, |block, &byte| block << 8 | u64::from(byte)),
        };
        let block = if left < 8 { block & ((1 << (8 * left)) - 1) } else { block };
        state = mix(state ^ (block | LOWER), PRIME);
        at += 8;
    }
    mix(state, SEED)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_fold_alike() {
        for (a, b) in [
            ("Ch'ongjin", "Chongjin"),
            ("Ch\u{2019}ongjin", "CHONGJIN"),
            ("M\u{f8}ller", "Moller"),
            ("U.S", "us"),
            ("\u{130}zmir", "izmir"),
            (
                "\u{39f}\u{3b4}\u{3c5}\u{3c3}\u{3c3}\u{3b5}\u{3cd}\u{3c2}",
                "\u{39f}\u{394}\u{3a5}\u{3a3}\u{3a3}\u{395}\u{3a5}\u{3a3}",
            ),
            ("S\u{e3}o", "Sa\u{303}o"),
            ("Gda\u{144}sk", "gdansk"),
        ] {
            assert_eq!(fold(a), fold(b), "{a} / {b}");
            assert_eq!(hash(a), hash(b), "{a} / {b}");
        }
        assert_ne!(hash("Maria"), hash("Maia"));
        assert_ne!(hash("a"), hash("aa"));
    }
}
