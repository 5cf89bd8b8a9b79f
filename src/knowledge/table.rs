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

const NONE: u32 = u32::MAX;

#[derive(Clone, Copy, Debug)]
struct Node {
    hash: u64,
    /// First payload that ends here, as an index of `payloads`; `NONE` without any.
    ends: u32,
    /// A longer sequence begins with this prefix.
    continues: bool,
    used: bool,
}

const EMPTY: Node = Node { hash: 0, ends: NONE, continues: false, used: false };

/// See the module.
#[derive(Debug)]
pub struct PrefixTable {
    /// Open addressing, a power of two, never more than half full.
    nodes: Vec<Node>,
    used: usize,
    /// Payload, and the next one of the same sequence.
    payloads: Vec<(u32, u32)>,
    /// Hashes of first words.
    first: Vec<u64>,
}

impl Default for PrefixTable {
    fn default() -> PrefixTable {
        PrefixTable { nodes: vec![EMPTY; 16], used: 0, payloads: Vec::new(), first: Vec::new() }
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
            self.nodes[at].continues = true;
            hash = chain(hash, next);
            at = self.node(hash);
        }
        let index = self.payloads.len() as u32;
        self.payloads.push((payload, NONE));
        match self.nodes[at].ends {
            NONE => self.nodes[at].ends = index,
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
            let mut end = node.ends;
            while end != NONE {
                let (payload, next) = self.payloads[end as usize];
                found(length, payload);
                end = next;
            }
            if !node.continues {
                return;
            }
            let Some(next) = hash(length) else { return };
            prefix = chain(prefix, next);
            length += 1;
        }
    }

    fn get(&self, hash: u64) -> Option<&Node> {
        let mask = self.nodes.len() - 1;
        let mut at = hash as usize & mask;
        loop {
            let node = &self.nodes[at];
            if !node.used {
                return None;
            }
            if node.hash == hash {
                return Some(node);
            }
            at = (at + 1) & mask;
        }
    }

    /// Index of the node of that hash, made where there is none.
    fn node(&mut self, hash: u64) -> usize {
        if (self.used + 1) * 2 > self.nodes.len() {
            let size = self.nodes.len() * 2;
            let old = std::mem::replace(&mut self.nodes, vec![EMPTY; size]);
            for node in old.into_iter().filter(|node| node.used) {
                let at = self.slot(node.hash);
                self.nodes[at] = node;
            }
        }
        let at = self.slot(hash);
        if !self.nodes[at].used {
            self.nodes[at] = Node { hash, used: true, ..EMPTY };
            self.used += 1;
        }
        at
    }

    fn slot(&self, hash: u64) -> usize {
        let mask = self.nodes.len() - 1;
        let mut at = hash as usize & mask;
        while self.nodes[at].used && self.nodes[at].hash != hash {
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
