//! Words to candidates, generously: what might be a mention, and how it was found.
//!
//! Takes: text, words, knowledge. Gives: [`Found`]: candidate spans in order, each with the rule
//! that found it, the gazetteer entries of exactly that span, and the signals that only the finder
//! can see. Promises: linear in the text; a span is found once. Refuses: to decide: that is
//! `judge/`.

pub mod dates;
pub mod names;
pub mod runs;
pub mod services;
pub mod weapons;

use crate::knowledge::Knowledge;
use crate::knowledge::gazetteer::Match;
use crate::knowledge::signals::SignalSet;
use crate::span::Span;
use crate::words::Words;

/// What found a candidate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Rule {
    /// A name of the gazetteer.
    Gazetteer,
    /// Capitalised words.
    Name,
    /// A head noun with its of/for tail.
    HeadTail,
    /// Names joined by "and" or a comma into one company.
    Joined,
    /// A service of state behind a nationality.
    Service,
    /// A noun phrase for a weapon.
    Weapon,
    /// A name established elsewhere in the document.
    Document,
}

impl Rule {
    /// The name in records.
    pub fn name(self) -> &'static str {
        match self {
            Rule::Gazetteer => "gazetteer",
            Rule::Name => "name",
            Rule::HeadTail => "head-tail",
            Rule::Joined => "joined-name",
            Rule::Service => "service",
            Rule::Weapon => "weapon-phrase",
            Rule::Document => "document",
        }
    }
}

/// One span that might be a mention.
#[derive(Clone, Copy, Debug)]
pub struct Candidate {
    /// First word.
    pub first: u32,
    /// One past the last word.
    pub end: u32,
    /// Bytes: the words without a final possessive, quotation marks where they belong.
    pub span: Span,
    /// What found it.
    pub rule: Rule,
    /// Gazetteer entries of exactly this span: a range of [`Found::entries`].
    pub entries: (u32, u32),
    /// What the finder saw.
    pub signals: SignalSet,
}

/// Everything found in one document.
#[derive(Debug, Default)]
pub struct Found {
    /// In order of first word, then of last.
    pub candidates: Vec<Candidate>,
    /// Gazetteer entries, referred to by ranges.
    pub entries: Vec<u32>,
    /// Longest gazetteer matches, in order, not overlapping: places too.
    pub matches: Vec<Match>,
}

impl Found {
    /// Forgets everything and keeps the memory.
    pub fn clear(&mut self) {
        self.candidates.clear();
        self.entries.clear();
        self.matches.clear();
    }

    /// The gazetteer match that holds word `at`, if there is one.
    pub fn match_at(&self, at: usize) -> Option<&Match> {
        let next = self.matches.partition_point(|found| found.first as usize <= at);
        let found = self.matches.get(next.checked_sub(1)?)?;
        (at < found.end as usize).then_some(found)
    }

    /// The entries of a match or candidate.
    pub fn entries(&self, range: (u32, u32)) -> &[u32] {
        &self.entries[range.0 as usize..range.1 as usize]
    }

    fn push(&mut self, words: &Words, first: usize, end: usize, rule: Rule, signals: SignalSet) {
        let span = words.span(first, end);
        let candidate = Candidate { first: first as u32, end: end as u32, span, rule, entries: (0, 0), signals };
        self.candidates.push(candidate);
    }
}

/// Everything `find/` does for names and weapons, in order. (Dates have a finder of their own.)
pub fn find(text: &str, words: &Words, knowledge: &Knowledge, found: &mut Found) {
    found.clear();
    names::find(text, words, knowledge, found);
    runs::find(text, words, knowledge, found);
    services::find(words, knowledge, found);
    weapons::find(text, words, knowledge, found);
    merge(found);
}

/// Sorts the candidates and makes one of those with the same words and nature: weapon phrases stay
/// apart from names, because their spans may take in quotation marks.
fn merge(found: &mut Found) {
    found.candidates.sort_by_key(|c| (c.first, c.end, c.rule == Rule::Weapon, c.rule));
    found.candidates.dedup_by(|next, kept| {
        let same = (next.first, next.end) == (kept.first, kept.end)
            && (next.rule == Rule::Weapon) == (kept.rule == Rule::Weapon);
        if same {
            kept.signals = kept.signals.or(next.signals);
            // The more telling rule stays: a head with its tail says more than a run of capitals.
            if kept.entries.0 == kept.entries.1 {
                kept.rule = kept.rule.max(next.rule);
            }
        }
        same
    });
}
