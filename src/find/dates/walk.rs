//! Walks the net of rules from one word.
//!
//! Takes: the net and the tokens. Gives: the longest match that starts at a word. Promises: no
//! more steps than the net has paths for the words in front of it (it has no cycle). Refuses: a
//! match that begins or ends in the middle of a longer joined number ("555-1998", "$1990").

use super::number;
use super::token::{Token, Tokens};
use crate::knowledge::dates::DateKnowledge;
use crate::knowledge::dates::classes::Basic;
use crate::knowledge::dates::net::{Edge, Read, StateId};
use crate::knowledge::dates::pattern::Between;
use crate::timeform::{DateCandidate, Parts, Slot};
use crate::words::Gap;

/// A match that is complete.
#[derive(Clone, Copy)]
struct Best {
    end: usize,
    rule: u16,
    parts: Parts,
}

/// See the module.
pub(super) struct Walk<'t> {
    knowledge: &'t DateKnowledge,
    tokens: Tokens<'t>,
    best: Option<Best>,
}

impl<'t> Walk<'t> {
    pub(super) fn new(knowledge: &'t DateKnowledge, tokens: Tokens<'t>) -> Walk<'t> {
        Walk { knowledge, tokens, best: None }
    }

    /// The longest match that starts at word `at`.
    pub(super) fn longest(&mut self, at: usize) -> Option<DateCandidate> {
        let token = self.tokens.get(at);
        let net = &self.knowledge.net;
        if !token.mask().any(&net.start_mask) {
            return None;
        }
        let joined = self.tokens.words.list[at].gap;
        let digits = matches!(token, Token::Digits(_));
        if digits && is_cut(joined) && !self.is_year_pair(at) {
            return None;
        }
        self.best = None;
        let parts = Parts::default();
        let starts = match token {
            Token::Known(number, _) => &net.starts[number as usize],
            _ => &net.digit_starts,
        };
        for edge in starts {
            self.edge(edge, at, true, &parts);
        }
        self.best.map(|best| self.candidate(at, best))
    }

    fn candidate(&self, first: usize, best: Best) -> DateCandidate {
        let rule = &self.knowledge.net.rules[best.rule as usize];
        let mut parts = best.parts;
        for &(slot, value) in &rule.says {
            if !parts.has(slot) {
                parts.set(slot, value);
            }
        }
        let words = self.tokens.words;
        let span = words.span(first, best.end);
        DateCandidate { first: first as u32, end: best.end as u32, span, rule: best.rule, form: rule.form, parts }
    }

    /// Goes on from a state, `at` being the next word.
    fn state(&mut self, state: StateId, at: usize, parts: &Parts) {
        let net = &self.knowledge.net;
        let here = &net.states[state as usize];
        if let Some(rule) = here.accepts {
            let better = self.best.is_none_or(|best| (at, best.rule) > (best.end, rule));
            if better && self.may_end(at) {
                self.best = Some(Best { end: at, rule, parts: *parts });
            }
        }
        // Edges that read nothing may lead to the end of a rule, whatever the next word is.
        for edge in &here.silent {
            self.edge(edge, at, false, parts);
        }
        if here.edges.is_empty() || !self.tokens.get(at).mask().any(&here.mask) {
            return;
        }
        for edge in &here.edges {
            self.edge(edge, at, false, parts);
        }
    }

    fn edge(&mut self, edge: &Edge, at: usize, first: bool, parts: &Parts) {
        if edge.read == Read::Pause && self.tokens.words.gap_after(at - 1).is_space() {
            return;
        }
        if matches!(edge.read, Read::Nothing | Read::Pause) {
            let mut parts = *parts;
            if let Some(slot) = edge.slot {
                parts.set(slot, edge.value);
            }
            return match first {
                true => self.first_edges(edge.to, at, &parts),
                false => self.state(edge.to, at, &parts),
            };
        }
        if !first && !self.may_follow(edge.between, at) {
            return;
        }
        let token = self.tokens.get(at);
        match edge.read {
            Read::Class(class) if token.mask().has(class) => {
                let mut parts = *parts;
                if let Some(slot) = edge.slot {
                    parts.set(slot, token.value(class));
                }
                if let Token::Digits(word) = token {
                    for &(slot, value) in word.also.iter().flatten() {
                        parts.set(slot, value);
                    }
                }
                self.state(edge.to, at + 1, &parts);
            }
            Read::Number if token.mask().has(Basic::Number.id()) || token.mask().has(Basic::Article.id()) => {
                let Some(number) = number::read(&mut self.tokens, at) else { return };
                let mut parts = *parts;
                if let Some(slot) = edge.slot {
                    parts.set(slot, number.value);
                }
                if let Some(tenths) = number.tenths {
                    parts.set(Slot::Tenths, tenths);
                }
                self.state(edge.to, number.end, &parts);
            }
            Read::YearWords if token.mask().has(Basic::YearWords.id()) => {
                let Some(year) = number::year(&mut self.tokens, at) else { return };
                let mut parts = *parts;
                if let Some(slot) = edge.slot {
                    parts.set(slot, year.value);
                }
                self.state(edge.to, year.end, &parts);
            }
            _ => {}
        }
    }

    /// Goes on from a state that was reached without reading a word.
    fn first_edges(&mut self, state: StateId, at: usize, parts: &Parts) {
        let net = &self.knowledge.net;
        let here = &net.states[state as usize];
        for edge in here.silent.iter().chain(&here.edges) {
            self.edge(edge, at, true, parts);
        }
    }

    /// What stands before word `at` is what the rule asks for.
    fn may_follow(&mut self, between: Between, at: usize) -> bool {
        let gap = self.tokens.words.list[at].gap;
        let spaced = |gap: Gap, also: Gap| gap.has(Gap::SPACE) && gap.only(Gap::SPACE.or(Gap::LINE).or(also));
        let hyphen = |gap: Gap| gap.has(Gap::HYPHEN.or(Gap::DASH)) && gap.only(Gap::HYPHEN.or(Gap::DASH));
        // The dot of an abbreviation says nothing.
        let dot = match gap.has(Gap::DOT) && self.tokens.get(at - 1).is_abbreviation() {
            true => Gap::DOT,
            false => Gap::default(),
        };
        match between {
            Between::Space => spaced(gap, dot),
            Between::Hyphen => hyphen(gap),
            Between::HyphenOrSpace => hyphen(gap) || spaced(gap, dot),
            Between::Comma => gap.has(Gap::COMMA) && spaced(gap, Gap::COMMA.or(dot)),
            Between::MaybeComma => spaced(gap, Gap::COMMA.or(dot)),
            Between::Slash => gap == Gap::SLASH,
            Between::Colon => gap == Gap::COLON,
        }
    }

    /// A match may end before word `end`.
    fn may_end(&mut self, end: usize) -> bool {
        let gap = self.tokens.words.gap_after(end - 1);
        if self.tokens.words.list[end - 1].possessive > 0 || gap.has(Gap::SPACE) {
            return true;
        }
        let hyphen = gap.has(Gap::HYPHEN) && gap.only(Gap::HYPHEN);
        match self.tokens.get(end - 1) {
            Token::Digits(_) => {
                !is_cut(gap) || !matches!(self.tokens.get(end), Token::Digits(_)) || self.is_year_pair(end)
            }
            // "the year" in "the year-ago results" is part of another word.
            Token::Known(..) => !hyphen || !self.tokens.word(end).is_some_and(|word| word.is_lower()),
            Token::Other => true,
        }
    }

    /// The words before and at `at` are two years, from and to: "2007-2010".
    fn is_year_pair(&mut self, at: usize) -> bool {
        let year = |token: Token| match token {
            Token::Digits(word) if word.mask.has(Basic::Year.id()) => Some(word.value),
            _ => None,
        };
        let Some((before, word)) = at.checked_sub(1).zip(self.tokens.word(at)) else { return false };
        let joined = word.gap.has(Gap::HYPHEN.or(Gap::DASH)) && word.gap.only(Gap::HYPHEN.or(Gap::DASH));
        match (year(self.tokens.get(before)), year(self.tokens.get(at))) {
            (Some(from), Some(to)) => joined && from < to && to - from < 100 && (1700..2100).contains(&from),
            _ => false,
        }
    }
}

/// Digits go on across this gap: a number of telephones, money, parts or places.
fn is_cut(gap: Gap) -> bool {
    !gap.has(Gap::SPACE) && gap.has(Gap::HYPHEN.or(Gap::SLASH).or(Gap::COLON).or(Gap::DOT).or(Gap::OTHER).or(Gap::AND))
}
