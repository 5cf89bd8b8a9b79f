//! All names that newstrawl knows, and how they are found in words.
//!
//! Takes: [`Row`]s. Gives: [`Gazetteer`]: for a place in the words, the longest known names that
//! begin there. Promises: any run of white space (line ends too), a hyphen, or the dot of an
//! abbreviation separates the words of a name; case policies hold; text is compared, not only
//! hashes; several rows with one name all come back. Refuses: to judge: a match is only a match.

use super::lexicon::Lexicon;
use super::rows::{CasePolicy, Row};
use super::table::PrefixTable;
use crate::class::Class;
use crate::fold;
use crate::segment::scan::scan;
use crate::words::{Gap, Place, Shape, Words};

/// Which of a row's names an entry is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rank {
    /// The canonical name.
    Canonical,
    /// Another name.
    Alias,
}

/// One name of one row, prepared for matching.
#[derive(Clone, Debug)]
pub struct Entry {
    /// Index of the row.
    pub row: u32,
    /// Canonical or alias.
    pub rank: Rank,
    /// True where this name is commonly something else, so that it counts only with evidence.
    pub ambiguous: bool,
    /// Number of words.
    pub length: u8,
    /// The name as written in the gazetteer.
    surface: Box<str>,
    /// Folded stems, separated by one blank.
    folded: Box<str>,
    /// Bit n: word n begins with a capital in the name.
    capital: u32,
    /// Bit n: word n is all capitals (two letters and more).
    acronym: u32,
    /// Bit n: word n has a possessive that belongs to the name.
    possessive: u32,
    /// True where case is free for the first word: it may begin in lower case in the text.
    case: CasePolicy,
}

/// A name found: words `first..end`, and the entries that match there.
#[derive(Clone, Copy, Debug)]
pub struct Match {
    /// First word.
    pub first: u32,
    /// One past the last word.
    pub end: u32,
    /// Index into the list of entries that came with it.
    pub entries: (u32, u32),
}

/// See the module.
#[derive(Debug, Default)]
pub struct Gazetteer {
    rows: Vec<Row>,
    entries: Vec<Entry>,
    table: PrefixTable,
    /// Names that may begin in lower case, apart, so that lower-case words cost one bit test.
    lower: PrefixTable,
    /// For splitting names: reused from name to name.
    words: Words,
    no_lexicon: Lexicon,
}

/// What may stand between two words of a name.
const JOINT: Gap =
    Gap(Gap::SPACE.0 | Gap::LINE.0 | Gap::HYPHEN.0 | Gap::APOSTROPHE.0 | Gap::AND.0 | Gap::SLASH.0 | Gap::DOT.0);

/// True where the gap before word `at` may stand inside a name.
pub fn joins(words: &Words, at: usize) -> bool {
    let word = &words.list[at];
    let gap = word.gap;
    if !gap.only(JOINT) || word.place.has(Place::SENTENCE) {
        return false;
    }
    // A dot joins only as that of an abbreviation: "St. Petersburg", "U.S. Navy", "M. V. Lomonosov".
    !gap.has(Gap::DOT) || {
        let before = &words.list[at - 1];
        before.end - before.start <= 4 || before.shape.has(Shape::MARK)
    }
}

impl Gazetteer {
    /// Adds a row and all its names.
    pub fn add(&mut self, row: Row) {
        let index = self.rows.len() as u32;
        self.add_entry(index, &row, &row.name, Rank::Canonical);
        for alias in &row.aliases {
            self.add_entry(index, &row, alias, Rank::Alias);
        }
        self.rows.push(row);
    }

    fn add_entry(&mut self, index: u32, row: &Row, name: &str, rank: Rank) {
        let case = row.case;
        let Gazetteer { words, no_lexicon, .. } = self;
        scan(name, no_lexicon, words);
        if words.list.is_empty() || words.list.len() > 32 {
            return;
        }
        let mut entry = Entry {
            row: index,
            rank,
            ambiguous: row.also.any() && (row.weak.is_empty() || row.weak.iter().any(|weak| &**weak == name)),
            length: words.list.len() as u8,
            surface: name.into(),
            folded: Box::default(),
            capital: 0,
            acronym: 0,
            possessive: 0,
            case,
        };
        let mut folded = String::new();
        let mut hashes = Vec::with_capacity(words.list.len());
        for (at, word) in words.list.iter().enumerate() {
            if at > 0 {
                folded.push(' ');
            }
            fold::fold_into(word.span().of(name), &mut folded);
            entry.capital |= u32::from(word.is_capital()) << at;
            entry.acronym |= u32::from(word.is_all_caps()) << at;
            entry.possessive |= u32::from(word.possessive > 0) << at;
            hashes.push(word.hash);
        }
        entry.folded = folded.into();
        let starts_lower = case == CasePolicy::Any || words.list[0].is_lower();
        let payload = self.entries.len() as u32;
        self.table.insert(&hashes, payload);
        if starts_lower {
            self.lower.insert(&hashes, payload);
        }
        self.entries.push(entry);
    }

    /// Tells the lexicon which words begin names. Names match only in words scanned with it.
    pub fn mark_first_words(&self, lexicon: &mut Lexicon) {
        self.table.mark_first_words(Class::StartsName, lexicon);
        self.lower.mark_first_words(Class::StartsLower, lexicon);
    }

    /// The row of an entry.
    pub fn row(&self, entry: u32) -> &Row {
        &self.rows[self.entries[entry as usize].row as usize]
    }

    /// The entry itself.
    pub fn entry(&self, entry: u32) -> &Entry {
        &self.entries[entry as usize]
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// True without any row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All rows.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The longest name that begins at word `first`; its entries are appended to `entries`.
    /// Returns its length in words, 0 where none begins there.
    pub fn longest(&self, text: &str, words: &Words, first: usize, entries: &mut Vec<u32>) -> usize {
        let word = &words.list[first];
        let (table, class) =
            if word.is_lower() { (&self.lower, Class::StartsLower) } else { (&self.table, Class::StartsName) };
        if !word.classes.has(class) {
            return 0;
        }
        let begin = entries.len();
        let mut longest = 0;
        let hash = |n: usize| {
            let word = words.list.get(first + n)?;
            (n == 0 || joins(words, first + n)).then_some(word.hash)
        };
        table.walk(hash, |length, payload| {
            if self.matches(text, words, first, payload) {
                if length > longest {
                    entries.truncate(begin);
                    longest = length;
                }
                entries.push(payload);
            }
        });
        longest
    }

    /// Compares text and case policy.
    fn matches(&self, text: &str, words: &Words, first: usize, payload: u32) -> bool {
        let entry = &self.entries[payload as usize];
        let length = entry.length as usize;
        let list = &words.list[first..first + length];
        for (at, (word, folded)) in list.iter().zip(entry.folded.split(' ')).enumerate() {
            let bit = 1 << at;
            let has_possessive = word.possessive > 0;
            if entry.possessive & bit != 0 && !has_possessive {
                return false;
            }
            if entry.possessive & bit == 0 && has_possessive && at + 1 < length {
                return false;
            }
            let written = word.span().of(text);
            let same = if word.shape.has(Shape(Shape::WIDE.0 | Shape::MARK.0)) {
                fold::fold(written) == folded
            } else {
                written.eq_ignore_ascii_case(folded)
            };
            if !same {
                return false;
            }
            let cased = match entry.case {
                CasePolicy::Any | CasePolicy::Exact => true,
                CasePolicy::Capitalised if entry.acronym & bit != 0 => {
                    // "NATO" is also written "Nato"; "EU", "GM" and the like are not.
                    word.is_all_caps() || word.is_capital() && folded.len() >= 4
                }
                CasePolicy::Capitalised => entry.capital & bit == 0 || word.is_capital() || word.has_digit(),
            };
            if !cased {
                return false;
            }
        }
        entry.case != CasePolicy::Exact || words.span(first, first + length).of(text) == &*entry.surface
    }

    /// True where the possessive of the last word belongs to the name ("Lloyd's").
    pub fn keeps_possessive(&self, entry: u32) -> bool {
        let entry = self.entry(entry);
        entry.possessive & 1 << (entry.length - 1) != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::knowledge::rows::read;

    fn gazetteer() -> Gazetteer {
        let mut gazetteer = Gazetteer::default();
        let csv = "type,name,aliases,case\nport,Chongjin,,\norganization,Lloyd's,,\norganization,U.S. Navy,USN,\n\
                   ship,Maersk Mc-Kinney M\u{f8}ller,,\norganization,World Health Organization,,\norganization,WHO,,exact\n\
                   organization,NATO,,\nport,St Petersburg,,\nweapon,sarin,,any\n";
        read("test.csv", csv.as_bytes(), None, |row| gazetteer.add(row)).unwrap();
        gazetteer
    }

    fn found(text: &str) -> Vec<String> {
        let gazetteer = gazetteer();
        let mut words = Words::default();
        let mut lexicon = Lexicon::default();
        lexicon.add("St", Class::Abbreviation);
        gazetteer.mark_first_words(&mut lexicon);
        crate::segment::segment(text, &lexicon, &mut words);
        let mut out = Vec::new();
        let mut at = 0;
        while at < words.list.len() {
            let length = gazetteer.longest(text, &words, at, &mut Vec::new());
            if length > 0 {
                out.push(words.span(at, at + length).of(text).to_owned());
            }
            at += length.max(1);
        }
        out
    }

    #[test]
    fn folds_and_joins_as_documented() {
        assert_eq!(found("off Ch\u{2019}ongjin and CHONGJIN, chongjin"), ["Ch\u{2019}ongjin", "CHONGJIN"]);
        assert_eq!(found("the U.S.\nNavy, US Navy; u.s. navy"), ["U.S.\nNavy", "US Navy"]);
        assert_eq!(found("the Maersk Mc Kinney Moller"), ["Maersk Mc Kinney Moller"]);
        assert_eq!(found("St. Petersburg's"), ["St. Petersburg"]);
        assert_eq!(found("Who said WHO"), ["WHO"]);
        assert_eq!(found("Nato and NATO, nato"), ["Nato", "NATO"]);
        assert_eq!(found("Sarin, sarin"), ["Sarin", "sarin"]);
        assert_eq!(found("Lloyd's and Lloyd George"), ["Lloyd"]);
        assert_eq!(found("World Health. Organization"), Vec::<String>::new());
    }
}
