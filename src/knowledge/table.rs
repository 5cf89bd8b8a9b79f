//! Sequences of words, found by the hash of their beginning: the prefix table.
//!
//! Takes: sequences of word hashes, each with a payload. Gives: for a place in a text, the
//! payloads of every sequence that begins there. Promises: word boundaries by construction. Refuses: to compare
//! text: the caller does, before it believes a hash.
//!
//! One open-addressing table holds every prefix of every sequence under the chained hash of its
//! words; a prefix knows whether it continues and which payloads end in it.

use super::lexicon::Lexicon;
use crate::class::Class;
use crate::fold::chain;

/// No payload ends here.
const NONE: u32 = u32::MAX >> 1;
/// A longer sequence begins with this prefix.
const CONTINUES: u32 = 1 << 31;

/// Bits of the prefix's hash (never 0), and the first payload that ends here with [`CONTINUES`].
/// Eight bytes: the table stays small, and the text is compared in any case.
type Node = (u32, u32);

const EMPTY: Node = (0, NONE);

/// The bits of a hash that stand in a node.
fn tag(hash: u64) -> u32 {
    (hash >> 32) as u32 | 1
}

/// See the module.
#[derive(Debug)]
pub struct PrefixTable {
    /// Open addressing, a power of two, never more than half full.
    nodes: Vec<Node>,
    /// Hashes of the prefixes, to fill a larger table.
    prefixes: Vec<u64>,
    /// Payload, and the next one of the same sequence.
    payloads: Vec<(u32, u32)>,
    /// Hashes of first words.
    first: Vec<u64>,
}

impl Default for PrefixTable {
    fn default() -> PrefixTable {
        PrefixTable { nodes: vec![EMPTY; 16], prefixes: Vec::new(), payloads: Vec::new(), first: Vec::new() }
    }
}

impl PrefixTable {
    /// Adds a sequence. Several payloads may share one sequence; they come back in order of
    /// insertion.
    pub fn insert(&mut self, sequence: &[u64], payload: u32) {
        let Some((&head, rest)) = sequence.split_first() else { return };
        self.first.push(head);
        let mut hash = head;
        let mut at = self.node(hash);
        for &next in rest {
            self.nodes[at].1 |= CONTINUES;
            hash = chain(hash, next);
            at = self.node(hash);
        }
        let index = self.payloads.len() as u32;
        self.payloads.push((payload, NONE));
        match self.nodes[at].1 & !CONTINUES {
            NONE => self.nodes[at].1 = index | self.nodes[at].1 & CONTINUES,
            mut last => {
                while self.payloads[last as usize].1 != NONE {
                    last = self.payloads[last as usize].1;
                }
                self.payloads[last as usize].1 = index;
            }
        }
    }

    /// Makes the first word of every sequence a member of `class`, so that a place in the text
    /// where nothing can begin costs one bit test.
    pub fn mark_first_words(&self, class: Class, lexicon: &mut Lexicon) {
        for &hash in &self.first {
            lexicon.mark(hash, class);
        }
    }

    /// Calls `found(length, payload)` for every sequence that the words `hash(0), hash(1), ...`
    /// begin with, shorter ones first. `hash` gives `None` where no further word may belong.
    pub fn walk(&self, mut hash: impl FnMut(usize) -> Option<u64>, mut found: impl FnMut(usize, u32)) {
        let Some(mut prefix) = hash(0) else { return };
        let mut length = 1;
        while let Some(node) = self.get(prefix) {
            let mut end = node & !CONTINUES;
            while end != NONE {
                let (payload, next) = self.payloads[end as usize];
                found(length, payload);
                end = next;
            }
            if node & CONTINUES == 0 {
                return;
            }
            let Some(next) = hash(length) else { return };
            prefix = chain(prefix, next);
            length += 1;
        }
    }

    fn get(&self, hash: u64) -> Option<u32> {
        let (tag, node) = self.nodes[self.slot(hash)];
        (tag != 0).then_some(node)
    }

    /// Index of the node of that hash, made where there is none.
    fn node(&mut self, hash: u64) -> usize {
        if (self.prefixes.len() + 1) * 2 > self.nodes.len() {
            let kept: Vec<Node> = self.prefixes.iter().map(|&hash| self.nodes[self.slot(hash)]).collect();
            self.nodes = vec![EMPTY; self.nodes.len() * 2];
            for (at, node) in kept.into_iter().enumerate() {
                let slot = self.slot(self.prefixes[at]);
                self.nodes[slot] = node;
            }
        }
        let at = self.slot(hash);
        if self.nodes[at].0 == 0 {
            self.nodes[at].0 = tag(hash);
            self.prefixes.push(hash);
        }
        at
    }

    /// Where the node of that hash is, or would be.
    fn slot(&self, hash: u64) -> usize {
        let mask = self.nodes.len() - 1;
        let mut at = hash as usize & mask;
        while self.nodes[at].0 != 0 && self.nodes[at].0 != tag(hash) {
            at = (at + 1) & mask;
        }
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_every_sequence_that_begins_at_a_place() {
        let mut table = PrefixTable::default();
        for (payload, sequence) in [[1, 2, 3].as_slice(), &[1], &[1, 2, 3], &[7, 8], &[2]].into_iter().enumerate() {
            table.insert(sequence, payload as u32);
        }
        let at = |text: &[u64]| {
            let mut found = Vec::new();
            table.walk(|n| text.get(n).copied(), |length, payload| found.push((length, payload)));
            found
        };
        assert_eq!(at(&[1, 2, 3, 4]), [(1, 1), (3, 0), (3, 2)]);
        assert_eq!(at(&[1, 2]), [(1, 1)]);
        assert_eq!(at(&[7]), []);
        assert_eq!(at(&[7, 8]), [(2, 3)]);
        assert_eq!(at(&[9]), []);
    }
}
