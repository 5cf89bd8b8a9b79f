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

use super::chars::{CLASS, Class, GAP, wide_class, wide_gap, word_end};
use super::shapes::{ascii_shape, plain_word, possessive_of, wide_shape};

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
