//! Single words that mean something to a stage: the lexicon.
//!
//! Takes: words with a [`Class`] each, and date words with their index in the date knowledge.
//! Gives: one [`Lexicon`], which answers "what is this word?" from the word's hash in one probe.
//! Promises: a word may be of many classes; looking up is independent of letter case, diacritics,
//! dots and apostrophes (see [`crate::fold`]). Refuses: nothing; a hash of 64 bits stands for the
//! word here (a chance meeting would at worst lend a word a class; names are always compared as
//! text).

use std::collections::HashMap;

use crate::class::{Class, Classes};
use crate::fold;
use crate::words::Word;

/// What is known of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Default)]
pub struct Info {
    /// Its classes.
    pub classes: Classes,
    /// Index in the date lexicon; 0 = no date word.
    pub date: u16,
}

/// Bits of a slot that number an [`Info`]; the rest are bits of the word's hash. With the place of
/// the slot some 35 bits of the hash speak for a word: of a million unknown words a handful is
/// taken for a known one.
const INFO_BITS: u32 = 14;
const INFO: u32 = (1 << INFO_BITS) - 1;

/// See the module. Words that mean the same to all rules share one [`Info`], so that a look-up
/// touches one line of a table that is as small as it can be.
#[derive(Debug)]
pub struct Lexicon {
    /// Open addressing, a power of two, never more than three quarters full; 0 = empty.
    slots: Vec<u32>,
    /// Hashes of the words, to fill a larger table.
    words: Vec<u64>,
    /// Every distinct information; the first is that of the unknown word.
    infos: Vec<Info>,
    /// Where each of them stands.
    numbers: HashMap<Info, u32>,
}

/// The bits of a hash that stand in a slot: none of those that say where the slot is.
fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 | 1 << 31
}

impl Default for Lexicon {
    fn default() -> Lexicon {
        let unknown = Info::default();
        Lexicon { slots: vec![0; 8], words: Vec::new(), infos: vec![unknown], numbers: HashMap::from([(unknown, 0)]) }
    }
}

impl Lexicon {
    /// Makes `word` a member of `class`.
    pub fn add(&mut self, word: &str, class: Class) {
        self.mark(fold::hash(word), class);
    }

    /// Makes the word of that hash a member of `class`.
    pub fn mark(&mut self, hash: u64, class: Class) {
        let mut info = *self.lookup(hash);
        info.classes.0 |= 1 << class as u64;
        self.set(hash, info);
    }

    /// Makes `word` the date word with that index (1 and up) in the date knowledge.
    pub fn add_date(&mut self, word: &str, date: u16) {
        let hash = fold::hash(word);
        let info = Info { date, ..*self.lookup(hash) };
        self.set(hash, info);
    }

    /// What is known of the word with that hash.
    #[inline]
    pub fn lookup(&self, hash: u64) -> &Info {
        &self.infos[(self.slots[self.slot(hash)] & INFO) as usize]
    }

    /// The slot of that hash, or the empty one where it would stand.
    #[inline]
    fn slot(&self, hash: u64) -> usize {
        let mask = self.slots.len() - 1;
        let tag = tag(hash);
        let mut at = hash as usize & mask;
        loop {
            let slot = self.slots[at];
            if slot == 0 || (slot ^ tag) & !INFO == 0 {
                return at;
            }
            at = (at + 1) & mask;
        }
    }

    fn set(&mut self, hash: u64, info: Info) {
        let next = self.infos.len() as u32;
        let number = *self.numbers.entry(info).or_insert(next);
        if number == next {
            assert!(next <= INFO, "more than {INFO} kinds of words");
            self.infos.push(info);
        }
        let at = self.slot(hash);
        if self.slots[at] == 0 {
            self.words.push(hash);
        }
        self.slots[at] = tag(hash) & !INFO | number;
        if self.words.len() * 4 > self.slots.len() * 3 {
            self.grow();
        }
    }

    fn grow(&mut self) {
        let numbers: Vec<u32> = self.words.iter().map(|&hash| self.slots[self.slot(hash)] & INFO).collect();
        self.slots = vec![0; self.slots.len() * 2];
        for (at, number) in numbers.into_iter().enumerate() {
            let slot = self.slot(self.words[at]);
            self.slots[slot] = tag(self.words[at]) & !INFO | number;
        }
    }

    /// The classes of a word of the text.
    #[inline]
    pub fn classes(&self, word: &Word) -> Classes {
        word.classes
    }

    /// The date index of a word of the text; 0 = no date word.
    #[inline]
    pub fn date(&self, word: &Word) -> u16 {
        word.date
    }

    /// True where `word`, in whatever spelling, is of that class.
    pub fn has(&self, word: &str, class: Class) -> bool {
        self.lookup(fold::hash(word)).classes.has(class)
    }
}
