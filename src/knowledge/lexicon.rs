//! Single words that mean something to a stage: the lexicon.
//!
//! Takes: words with a [`Class`] each, and date words with their index in the date knowledge.
//! Gives: one [`Lexicon`], which answers "what is this word?" from the word's hash in one probe.
//! Promises: a word may be of many classes; looking up is independent of letter case, diacritics,
//! dots and apostrophes (see [`crate::fold`]). Refuses: nothing; a hash of 64 bits stands for the
//! word here (a chance meeting would at worst lend a word a class; names are always compared as
//! text).

use super::classes::Class;
use crate::fold;
use crate::words::{Term, Word};

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Classes(pub u64);

impl Classes {
    /// The set of the classes listed.
    pub const fn of(list: &[Class]) -> Classes {
        let mut bits = 0;
        let mut at = 0;
        while at < list.len() {
            bits |= 1 << list[at] as u64;
            at += 1;
        }
        Classes(bits)
    }

    /// True where the sets share a class.
    pub const fn any(self, other: Classes) -> bool {
        self.0 & other.0 != 0
    }

    /// True where `class` is in the set.
    pub const fn has(self, class: Class) -> bool {
        self.0 & 1 << class as u64 != 0
    }
}

/// What is known of one word.
#[derive(Clone, Copy, Debug, Default)]
struct Info {
    classes: Classes,
    /// Index in the date lexicon; 0 = no date word.
    date: u16,
}

/// See the module.
#[derive(Debug)]
pub struct Lexicon {
    /// Open addressing, a power of two, never more than half full.
    slots: Vec<(u64, Term)>,
    /// By term; row 0 is the unknown word.
    info: Vec<Info>,
}

impl Default for Lexicon {
    fn default() -> Lexicon {
        Lexicon { slots: vec![(0, 0); 2], info: vec![Info::default()] }
    }
}

impl Lexicon {
    /// Makes `word` a member of `class`.
    pub fn add(&mut self, word: &str, class: Class) {
        let term = self.intern(word);
        self.info[term as usize].classes.0 |= 1 << class as u64;
    }

    /// Makes `word` the date word with that index (1 and up) in the date knowledge.
    pub fn add_date(&mut self, word: &str, date: u16) {
        let term = self.intern(word);
        self.info[term as usize].date = date;
    }

    /// The term of the word with that hash; 0 where it is unknown.
    #[inline]
    pub fn lookup(&self, hash: u64) -> Term {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let (key, term) = self.slots[at];
            if key == hash || term == 0 {
                return term;
            }
            at = (at + 1) & mask;
        }
    }

    /// The classes of a word of the text.
    #[inline]
    pub fn classes(&self, word: &Word) -> Classes {
        self.info[word.term as usize].classes
    }

    /// The date index of a word of the text; 0 = no date word.
    #[inline]
    pub fn date(&self, word: &Word) -> u16 {
        self.info[word.term as usize].date
    }

    /// True where `word`, in whatever spelling, is of that class.
    pub fn has(&self, word: &str, class: Class) -> bool {
        self.info[self.lookup(fold::hash(word)) as usize].classes.has(class)
    }

    fn intern(&mut self, word: &str) -> Term {
        let hash = fold::hash(word);
        let known = self.lookup(hash);
        if known != 0 {
            return known;
        }
        if (self.info.len() + 1) * 2 > self.slots.len() {
            self.grow();
        }
        let term = self.info.len() as Term;
        self.info.push(Info::default());
        self.insert(hash, term);
        term
    }

    fn insert(&mut self, hash: u64, term: Term) {
        let mask = self.slots.len() - 1;
        let mut at = hash as usize & mask;
        while self.slots[at].1 != 0 {
            at = (at + 1) & mask;
        }
        self.slots[at] = (hash, term);
    }

    fn grow(&mut self) {
        let size = self.slots.len() * 2;
        let old = std::mem::replace(&mut self.slots, vec![(0, 0); size]);
        for (hash, term) in old {
            if term != 0 {
                self.insert(hash, term);
            }
        }
    }
}
