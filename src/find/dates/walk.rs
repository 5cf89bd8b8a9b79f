//! Walks the net of rules from one word.
//!
//! Takes: the net and the tokens. Gives: the longest match that starts at a word. Promises: no
//! more steps than the net has paths for the words in front of it (it has no cycle). Refuses: a
//! match that begins or ends in the middle of a longer joined number ("555-1998", "$1990").

use super::number;
use super::token::{Token, Tokens};
use crate::knowledge::dates::DateKnowledge;
use crate::knowledge::dates::classes::Basic;
use crate::knowledge::dates::net::{Edge, Move, Read, StateId};
use crate::knowledge::dates::pattern::Between;
use crate::timeform::{DateCandidate, Parts, Slot};
use crate::words::Gap;

/// Slots that one path fills at most, longer ones included twice.
const TRAIL: usize = 32;

/// A match that is complete.
#[derive(Clone, Copy)]
struct Best {
    end: usize,
    rule: u16,
}

/// See the module.
pub(super) struct Walk<'t> {
    knowledge: &'t DateKnowledge,
    tokens: Tokens<'t>,
    best: Option<Best>,
    /// What the best match says.
    said: Trail,
    /// What the words read so far say.
    trail: Trail,
}

/// Slots filled on the way, in order; what is filled later counts.
#[derive(Clone, Copy)]
struct Trail {
    len: usize,
    filled: [(Slot, i32); TRAIL],
}

impl Trail {
    const EMPTY: Trail = Trail { len: 0, filled: [(Slot::Year, 0); TRAIL] };

    fn push(&mut self, slot: Slot, value: i32) {
        debug_assert!(self.len < TRAIL, "a rule fills more than {TRAIL} slots");
        if let Some(free) = self.filled.get_mut(self.len) {
            *free = (slot, value);
            self.len += 1;
        }
    }

    fn parts(&self) -> Parts {
        let mut parts = Parts::default();
        self.filled[..self.len].iter().for_each(|&(slot, value)| parts.set(slot, value));
        parts
    }
}

impl<'t> Walk<'t> {
    pub(super) fn new(knowledge: &'t DateKnowledge, tokens: Tokens<'t>) -> Walk<'t> {
        Walk { knowledge, tokens, best: None, said: Trail::EMPTY, trail: Trail::EMPTY }
    }

    /// The longest match that starts at word `at`.
    pub(super) fn longest(&mut self, at: usize) -> Option<DateCandidate> {
        let net = &self.knowledge.net;
        let token = self.tokens.get(at);
        let (start, alone) = match token {
            Token::Known(number) => {
                let start = &net.starts[number as usize];
                (start, start.alone)
            }
            Token::Digits(_) => (&net.digit_start, self.tokens.mask(token).any(&net.digit_alone)),
            Token::Other => return None,
        };
        let next = self.tokens.get(at + 1);
        if !(alone || self.tokens.mask(next).any(&start.next)) {
            return None;
        }
        let cut = matches!(token, Token::Digits(_)) && is_cut(self.tokens.words.list[at].gap);
        if cut && !self.is_year_pair(at) {
            return None;
        }
        self.best = None;
        match token {
            Token::Digits(_) => {
                let mask = *self.tokens.mask(token);
                for class in mask.iter() {
                    for &first in &net.by_class[class as usize] {
                        self.begin(&net.moves[first as usize], token, next, at);
                    }
                }
            }
            _ => {
                for &first in &start.moves {
                    self.begin(&net.moves[first as usize], token, next, at);
                }
            }
        }
        self.best.map(|best| self.candidate(at, best))
    }

    /// Starts a rule with the word at `at`, where the next word lets it go on.
    fn begin(&mut self, first: &Move, token: Token, next: Token, at: usize) {
        if first.alone || self.tokens.mask(next).any(&first.next) {
            self.trail.len = 0;
            first.says.iter().for_each(|&(slot, value)| self.trail.push(slot, value));
            self.take(&first.edge, token, at);
        }
    }

    fn candidate(&self, first: usize, best: Best) -> DateCandidate {
        let rule = &self.knowledge.net.rules[best.rule as usize];
        let mut parts = self.said.parts();
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
    fn state(&mut self, state: StateId, at: usize) {
        let net = &self.knowledge.net;
        let here = &net.states[state as usize];
        if let Some(rule) = here.accepts {
            let better = self.best.is_none_or(|best| (at, best.rule) > (best.end, rule));
            if better && self.may_end(at) {
                self.best = Some(Best { end: at, rule });
                self.said.len = self.trail.len;
                self.said.filled[..self.trail.len].copy_from_slice(&self.trail.filled[..self.trail.len]);
            }
        }
        let token = self.tokens.get(at);
        // Edges that read nothing may lead to the end of a rule, whatever the next word is.
        for edge in &here.silent {
            self.edge(edge, token, at);
        }
        if self.tokens.mask(token).any(&here.mask) {
            for edge in &here.edges {
                self.edge(edge, token, at);
            }
        }
    }

    /// Follows an edge as far as it leads, and forgets what it said.
    #[inline]
    fn edge(&mut self, edge: &Edge, token: Token, at: usize) {
        let said = self.trail.len;
        match edge.read {
            Read::Pause if self.tokens.words.gap_after(at - 1).is_space() => return,
            Read::Nothing | Read::Pause => {
                if let Some(slot) = edge.slot {
                    self.trail.push(slot, edge.value);
                }
                self.state(edge.to, at);
            }
            read if read.reads(self.tokens.mask(token)) && self.may_follow(edge.between, at) => {
                self.take(edge, token, at);
            }
            _ => return,
        }
        self.trail.len = said;
    }

    /// Follows an edge that reads this token.
    fn take(&mut self, edge: &Edge, token: Token, at: usize) {
        let (value, end) = match edge.read {
            Read::Class(class) => {
                if let Some(word) = self.tokens.digits(token) {
                    word.also.iter().flatten().for_each(|&(slot, value)| self.trail.push(slot, value));
                }
                (if edge.slot.is_some() { self.tokens.value(token, class) } else { 0 }, at + 1)
            }
            _ => {
                let number = match edge.read {
                    Read::Number => number::read(&mut self.tokens, at),
                    _ => number::year(&mut self.tokens, at),
                };
                let Some(number) = number else { return };
                if let Some(tenths) = number.tenths {
                    self.trail.push(Slot::Tenths, tenths);
                }
                (number.value, number.end)
            }
        };
        if let Some(slot) = edge.slot {
            self.trail.push(slot, value);
        }
        self.state(edge.to, end);
    }

    /// What stands before word `at` is what the rule asks for.
    fn may_follow(&mut self, between: Between, at: usize) -> bool {
        let gap = self.tokens.words.list[at].gap;
        let spaced = |gap: Gap, also: Gap| gap.has(Gap::SPACE) && gap.only(Gap::SPACE.or(Gap::LINE).or(also));
        let hyphen = |gap: Gap| gap.has(Gap::HYPHEN.or(Gap::DASH)) && gap.only(Gap::HYPHEN.or(Gap::DASH));
        // The dot of an abbreviation says nothing.
        // "the '80s"
        if gap.has(Gap::APOSTROPHE) && matches!(between, Between::Space | Between::HyphenOrSpace) {
            return gap.only(Gap::SPACE.or(Gap::APOSTROPHE)) && self.tokens.mask_at(at).has(Basic::DecadeShort.id());
        }
        let before = if gap.has(Gap::DOT) { self.tokens.get(at - 1) } else { Token::Other };
        let dot = if self.tokens.is_abbreviation(before) { Gap::DOT } else { Gap::default() };
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
            Token::Known(_) => !hyphen || !self.tokens.word(end).is_some_and(|word| word.is_lower()),
            Token::Other => true,
        }
    }

    /// The words before and at `at` are two years, from and to: "2007-2010".
    fn is_year_pair(&mut self, at: usize) -> bool {
        let Some((before, word)) = at.checked_sub(1).zip(self.tokens.word(at)) else { return false };
        let joined = word.gap.has(Gap::HYPHEN.or(Gap::DASH)) && word.gap.only(Gap::HYPHEN.or(Gap::DASH));
        let (first, second) = (self.tokens.get(before), self.tokens.get(at));
        let year = |token: Token| {
            self.tokens.digits(token).filter(|word| word.mask.has(Basic::Year.id())).map(|word| word.value)
        };
        match (year(first), year(second)) {
            (Some(from), Some(to)) => joined && from < to && to - from < 100 && (1700..2100).contains(&from),
            _ => false,
        }
    }
}

/// Digits go on across this gap: a number of telephones, money, parts or places.
fn is_cut(gap: Gap) -> bool {
    !gap.has(Gap::SPACE) && gap.has(Gap::HYPHEN.or(Gap::SLASH).or(Gap::COLON).or(Gap::DOT).or(Gap::OTHER).or(Gap::AND))
}
