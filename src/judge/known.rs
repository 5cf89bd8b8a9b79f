//! What a document has established about names, for its other mentions.
//!
//! Takes: the readings of a first look. Gives: for a sequence of words, how the document uses it.
//! Promises: short forms, initials and head nouns of organizations are derived by rule, not by
//! list. Refuses: to hold text: names are hashes of their words, within one document.

use crate::fold::chain;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::words::Words;

/// Hash of the words `first..end`.
pub fn key(words: &Words, first: usize, end: usize) -> u64 {
    words.list[first + 1..end].iter().fold(words.list[first].hash, |hash, word| chain(hash, word.hash))
}

/// See the module.
#[derive(Debug, Default)]
pub struct Known {
    /// Key, first word's hash, length in words, what is known; sorted by key once [`Known::finish`]ed.
    list: Vec<(u64, u64, u32, SignalSet)>,
    /// Hashes of the first words, sorted.
    first: Vec<(u64, u32)>,
}

impl Known {
    /// Forgets everything and keeps the memory.
    pub fn clear(&mut self) {
        self.list.clear();
        self.first.clear();
    }

    /// Notes that the words `first..end` are what `signal` says.
    pub fn note(&mut self, words: &Words, first: usize, end: usize, signal: Signal) {
        let mut signals = SignalSet::default();
        signals.add(signal);
        self.list.push((key(words, first, end), words.list[first].hash, (end - first) as u32, signals));
    }

    /// Notes that the word of that hash is what `signal` says.
    pub fn note_word(&mut self, hash: u64, signal: Signal) {
        let mut signals = SignalSet::default();
        signals.add(signal);
        self.list.push((hash, hash, 1, signals));
    }

    /// Makes look-ups possible.
    pub fn finish(&mut self) {
        self.list.sort_unstable_by_key(|&(key, ..)| key);
        self.list.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.3 = kept.3.or(next.3);
            }
            same
        });
        self.first.extend(self.list.iter().map(|&(_, first, length, _)| (first, length)));
        self.first.sort_unstable();
        self.first.dedup();
    }

    /// What is known of a name.
    pub fn get(&self, key: u64) -> SignalSet {
        self.list.binary_search_by_key(&key, |&(key, ..)| key).map_or(SignalSet::default(), |at| self.list[at].3)
    }

    /// Lengths in words of the known names that begin with the word of that hash, shortest first.
    pub fn lengths(&self, first: u64) -> impl DoubleEndedIterator<Item = u32> {
        let begin = self.first.partition_point(|&(hash, _)| hash < first);
        let end = self.first.partition_point(|&(hash, _)| hash <= first);
        self.first[begin..end].iter().map(|&(_, length)| length)
    }

    /// True where nothing is known.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}
