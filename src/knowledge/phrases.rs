//! Phrases of common nouns: the parts that weapon mentions are built of, and services of state.
//!
//! Takes: `weapons/phrases.csv` (phrase, role, strength) and `cues/services.csv`. Gives:
//! [`Phrases`]: the longest phrase that begins at a word, and its [`Role`]. Promises: phrases match
//! in any letter case, over white space and hyphens alike. Refuses: roles that it does not know.

use super::builtin;
use super::gazetteer::joins;
use super::lexicon::Lexicon;
use super::table::PrefixTable;
use crate::class::Class;
use crate::error::{Error, Result};
use crate::segment::scan::scan;
use crate::words::Words;

/// What a phrase does in a mention; one bit each, a phrase may do several things.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Role(pub u8);

impl Role {
    /// Head noun, a weapon by itself: "missile".
    pub const STRONG_HEAD: Role = Role(1);
    /// Head noun, a weapon only with company: "tank", "shells".
    pub const WEAK_HEAD: Role = Role(1 << 1);
    /// Modifier that makes a weak head a weapon: "anti-tank".
    pub const MAKES: Role = Role(1 << 2);
    /// Modifier that says what kind it is: "heavy".
    pub const JOINS: Role = Role(1 << 3);
    /// Another head behind it, which makes the compound something else: "strike", "embargo".
    pub const BLOCKS: Role = Role(1 << 4);
    /// A service or body of state, lower case behind a nationality: "coast guard".
    pub const SERVICE: Role = Role(1 << 5);

    /// Strong head that stands in the plural before another head: "weapons programme".
    pub const MASS: Role = Role(1 << 6 | 1);

    /// Either head.
    pub const HEAD: Role = Role(0b11);
    /// Either modifier.
    pub const MODIFIER: Role = Role(0b1100);

    /// True where every bit of `other` is set.
    pub const fn is(self, other: Role) -> bool {
        self.0 & other.0 == other.0
    }

    /// True where any bit of `other` is set.
    pub const fn has(self, other: Role) -> bool {
        self.0 & other.0 != 0
    }
}

/// The values of the columns `role` and `strength`.
const ROLES: [(&str, &str, Role); 6] = [
    ("head", "mass", Role::MASS),
    ("head", "strong", Role::STRONG_HEAD),
    ("head", "weak", Role::WEAK_HEAD),
    ("modifier", "makes", Role::MAKES),
    ("modifier", "joins", Role::JOINS),
    ("other", "block", Role::BLOCKS),
];

/// See the module.
#[derive(Debug, Default)]
pub struct Phrases {
    table: PrefixTable,
}

impl Phrases {
    /// The shipped phrases.
    pub fn builtin() -> Result<Phrases> {
        let mut phrases = Phrases::default();
        let file = "weapons/phrases.csv";
        super::records(file, builtin::text(file), |line, record| {
            let [phrase, role, strength] = [0, 1, 2].map(|at| record.get(at).unwrap_or(""));
            let known = ROLES.iter().find(|(r, s, _)| *r == role && *s == strength);
            let Some(&(_, _, role)) = known else {
                let todo = "use head,strong|mass|weak, modifier,makes|joins or other,block";
                return Err(Error::new(format!("unknown role `{role},{strength}`"), todo).at(file, line, 2));
            };
            phrases.add(phrase, role);
            Ok(())
        })?;
        let file = "cues/services.csv";
        super::records(file, builtin::text(file), |_, record| {
            phrases.add(record.get(0).unwrap_or(""), Role::SERVICE);
            Ok(())
        })?;
        Ok(phrases)
    }

    fn add(&mut self, phrase: &str, role: Role) {
        let mut words = Words::default();
        scan(phrase, &Lexicon::default(), &mut words);
        let hashes: Vec<u64> = words.list.iter().map(|word| word.hash).collect();
        self.table.insert(&hashes, u32::from(role.0));
    }

    /// Tells the lexicon which words begin phrases. Phrases match only in words scanned with it.
    pub fn mark_first_words(&self, lexicon: &mut Lexicon) {
        self.table.mark_first_words(Class::StartsPhrase, lexicon);
    }

    /// Calls `found(length in words, role)` for each phrase that begins at word `first`, shorter
    /// ones first.
    pub fn at(&self, words: &Words, first: usize, mut found: impl FnMut(usize, Role)) {
        if !words.list[first].classes.has(Class::StartsPhrase) {
            return;
        }
        let hash = |n: usize| {
            let word = words.list.get(first + n)?;
            (n == 0 || joins(words, first + n) && words.list[first + n - 1].possessive == 0).then_some(word.hash)
        };
        self.table.walk(hash, |length, payload| found(length, Role(payload as u8)));
    }

    /// True where `word` by itself is a phrase with one of the `wanted` roles.
    pub fn is_phrase(&self, word: &str, wanted: Role) -> bool {
        let hash = crate::fold::hash(word);
        let mut known = false;
        self.table.walk(|n| (n == 0).then_some(hash), |_, payload| known |= Role(payload as u8).has(wanted));
        known
    }

    /// Length and roles of the longest phrase with one of the `wanted` roles at word `first`.
    pub fn longest(&self, words: &Words, first: usize, wanted: Role) -> Option<(usize, Role)> {
        let mut best: Option<(usize, Role)> = None;
        self.at(words, first, |length, role| {
            if role.has(wanted) {
                best = match best {
                    Some((known, roles)) if known == length => Some((length, Role(roles.0 | role.0))),
                    _ => Some((length, role)),
                };
            }
        });
        best
    }
}
