//! The rules as one net of states, which the finder walks word by word.
//!
//! Takes: a [`Grammar`] and the classes and words it draws on. Gives: [`Net`]. Promises: the net
//! has no cycle, so a walk ends after as many words as the longest rule has; rules that begin
//! alike share states, so the net of the first word is small. Refuses: classes that no word has.

use std::collections::HashMap;

use super::classes::{self, Basic, ClassId, Classes, Mask};
use super::pattern::{Between, FILE, Grammar, Pattern};
use super::weights::{Question, Weights};
use super::words::DateWords;
use crate::error::{Error, Result};
use crate::timeform::{Form, Slot};

/// Number of a state.
pub type StateId = u32;

/// What an edge reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Read {
    /// Nothing: it goes on at once.
    Nothing,
    /// Nothing, where a mark or the end of a sentence follows.
    Pause,
    /// One word of a class.
    Class(ClassId),
    /// A number in digits or words.
    Number,
    /// A year in words.
    YearWords,
}

impl Read {
    /// True where a word of these classes can be read.
    #[inline]
    pub fn reads(self, mask: &Mask) -> bool {
        match self {
            Read::Nothing | Read::Pause => false,
            Read::Class(class) => mask.has(class),
            Read::Number => mask.has(Basic::Number.id()) || mask.has(Basic::Article.id()),
            Read::YearWords => mask.has(Basic::YearWords.id()),
        }
    }

    /// Classes of the words that it reads.
    fn mask(self) -> Mask {
        let mut mask = Mask::NONE;
        match self {
            Read::Nothing | Read::Pause => {}
            Read::Class(class) => mask.add(class),
            Read::Number => [Basic::Number, Basic::Article].iter().for_each(|class| mask.add(class.id())),
            Read::YearWords => mask.add(Basic::YearWords.id()),
        }
        mask
    }
}

/// A way from one state to another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Edge {
    /// What must stand before the word.
    pub between: Between,
    /// The word.
    pub read: Read,
    /// The slot that its value fills.
    pub slot: Option<Slot>,
    /// With [`Read::Nothing`]: the value that fills the slot.
    pub value: i32,
    /// Where it leads.
    pub to: StateId,
}

/// One state.
#[derive(Debug, Default)]
pub struct State {
    /// Classes that some edge reads here.
    pub mask: Mask,
    /// The rule that is complete here: number, the first of several.
    pub accepts: Option<u16>,
    /// Edges that read a word, in the order of the grammar.
    pub edges: Vec<Edge>,
    /// Edges that read nothing.
    pub silent: Vec<Edge>,
    /// Classes that some edge reads here or behind edges that read nothing.
    reach: Mask,
}

/// What the finder needs to know of a rule.
#[derive(Debug)]
pub struct RuleInfo {
    /// Its name.
    pub name: &'static str,
    /// Its reckoning.
    pub form: Form,
    /// What every match says.
    pub says: Vec<(Slot, i32)>,
    /// What its matches are judged by.
    pub asks: Option<Question>,
}

/// One way in which a rule may start with a word.
#[derive(Clone, Debug)]
pub struct Move {
    /// The edge that reads the word.
    pub edge: Edge,
    /// What edges before it have said.
    pub says: Vec<(Slot, i32)>,
    /// Classes that may be read next.
    pub next: Mask,
    /// A rule is complete with the word alone.
    pub alone: bool,
}

/// How rules may start with a word.
#[derive(Debug, Default)]
pub struct Start {
    /// The ways, in the order of the grammar: numbers in [`Net::moves`].
    pub moves: Vec<u16>,
    /// Classes that some rule reads next.
    pub next: Mask,
    /// Some rule is complete with the word alone.
    pub alone: bool,
}

/// See the module.
#[derive(Debug)]
pub struct Net {
    /// State 0 is the start.
    pub states: Vec<State>,
    /// The rules, by number.
    pub rules: Vec<RuleInfo>,
    /// Every way to read a first word.
    pub moves: Vec<Move>,
    /// For each class: the moves that read it.
    pub by_class: Vec<Vec<u16>>,
    /// For each entry of the words: some rule starts with it.
    pub is_start: Vec<bool>,
    /// For each entry of the words: how a rule may start with it.
    pub starts: Vec<Start>,
    /// The same for words with digits.
    pub digit_start: Start,
    /// Classes that a word with digits completes a rule by alone.
    pub digit_alone: Mask,
}

/// More loose ends than this are joined into one state.
const JOIN: usize = 3;

impl Net {
    /// Compiles a grammar.
    ///
    /// # Errors
    /// A class that no word has, a question that no weight answers, a rule that matches nothing.
    pub fn compile(grammar: &Grammar, classes: &mut Classes, words: &mut DateWords, weights: &Weights) -> Result<Net> {
        let mut builder = Builder { states: vec![State::default()], steps: HashMap::new(), classes, words };
        let mut rules = Vec::new();
        for (number, rule) in grammar.rules.iter().enumerate() {
            let here = |error: Error| error.at(FILE, rule.line, 1);
            for pattern in &rule.patterns {
                let ends = builder.build(pattern, vec![(0, Between::Space)]).map_err(here)?;
                for (end, _) in ends {
                    if end == 0 {
                        return Err(here(Error::new(format!("rule {} matches nothing", rule.name), "add a word")));
                    }
                    let accepts = &mut builder.states[end as usize].accepts;
                    *accepts = accepts.or(Some(number as u16));
                }
            }
            let asks = match rule.asks {
                Some(name) => Some(weights.question(name).ok_or_else(|| {
                    here(Error::new(format!("no weight answers the question {name}"), "add rows to weights.csv"))
                })?),
                None => None,
            };
            rules.push(RuleInfo { name: rule.name, form: rule.form, says: rule.says.clone(), asks });
        }
        let mut states = std::mem::take(&mut builder.states);
        // A state's edges lead to states built after it: backwards, every mask is complete in time.
        for at in (0..states.len()).rev() {
            let mut mask = Mask::NONE;
            states[at].edges.iter().for_each(|edge| mask.join(&edge.read.mask()));
            let mut reach = mask;
            states[at].silent.iter().for_each(|edge| reach.join(&states[edge.to as usize].reach));
            (states[at].mask, states[at].reach) = (mask, reach);
        }
        let mut moves = Vec::new();
        first_moves(&states, 0, &mut Vec::new(), &mut moves);
        let mut by_class: Vec<Vec<u16>> = vec![Vec::new(); classes::MOST];
        for (at, first) in moves.iter().enumerate() {
            first.edge.read.mask().iter().for_each(|class| by_class[class as usize].push(at as u16));
        }
        let start = |mask: &Mask| start(&moves, mask.iter().flat_map(|class| by_class[class as usize].iter().copied()));
        let starts: Vec<Start> = builder.words.entries().iter().map(|entry| start(&entry.mask)).collect();
        let is_start = starts.iter().map(|start| !start.moves.is_empty()).collect();
        let digit_start = start(&Mask::below(Basic::YearWords.id()));
        let mut digit_alone = Mask::NONE;
        for first in digit_start.moves.iter().map(|&at| &moves[at as usize]).filter(|first| first.alone) {
            digit_alone.join(&first.edge.read.mask());
        }
        Ok(Net { states, rules, moves, by_class, is_start, starts, digit_start, digit_alone })
    }
}

/// Every way to read a first word from a state on.
fn first_moves(states: &[State], from: StateId, says: &mut Vec<(Slot, i32)>, moves: &mut Vec<Move>) {
    for edge in &states[from as usize].silent {
        let said = says.len();
        says.extend(edge.slot.map(|slot| (slot, edge.value)));
        first_moves(states, edge.to, says, moves);
        says.truncate(said);
    }
    for &edge in &states[from as usize].edges {
        let mut next = states[edge.to as usize].reach;
        if matches!(edge.read, Read::Number | Read::YearWords) {
            // What follows the first word may be more of the number.
            next.join(&Mask::below(Basic::Month.id()));
        }
        moves.push(Move { edge, says: says.clone(), next, alone: accepts(states, edge.to) });
    }
}

/// How rules may start with a word that these moves can read.
fn start(moves: &[Move], reading: impl Iterator<Item = u16>) -> Start {
    let mut start = Start { moves: reading.collect(), ..Start::default() };
    start.moves.sort_unstable();
    start.moves.dedup();
    for first in start.moves.iter().map(|&at| &moves[at as usize]) {
        start.next.join(&first.next);
        start.alone |= first.alone;
    }
    start
}

/// A rule is complete at a state, or behind edges that read nothing.
fn accepts(states: &[State], at: StateId) -> bool {
    let state = &states[at as usize];
    state.accepts.is_some() || state.silent.iter().any(|edge| accepts(states, edge.to))
}

struct Builder<'k> {
    states: Vec<State>,
    /// The state that a step led to, by where it came from and what it reads.
    steps: HashMap<(Ends, Read, Option<Slot>, i32), StateId>,
    classes: &'k mut Classes,
    words: &'k mut DateWords,
}

/// A state, and what must stand before the next word read from it.
type Ends = Vec<(StateId, Between)>;

impl Builder<'_> {
    fn build(&mut self, pattern: &Pattern, from: Ends) -> Result<Ends> {
        match pattern {
            Pattern::Class(name, slot) => {
                let read = match name.as_str() {
                    "num" => Read::Number,
                    "yearwords" => Read::YearWords,
                    _ => Read::Class(self.classes.find(name).ok_or_else(|| {
                        Error::new(format!("no word is of the class {name}"), "add words to words.csv")
                    })?),
                };
                Ok(self.step(from, read, *slot, 0))
            }
            Pattern::Word(word) => {
                let class = self.classes.intern(&format!("'{word}'"))?;
                self.words.intern(word).mask.add(class);
                Ok(self.step(from, Read::Class(class), None, 0))
            }
            Pattern::Set(slot, value) => {
                let mut ends = Ends::new();
                for (state, between) in from {
                    // What stood pending goes on behind the edge.
                    for (to, _) in self.step(vec![(state, Between::Space)], Read::Nothing, Some(*slot), *value) {
                        ends.push((to, between));
                    }
                }
                Ok(ends)
            }
            Pattern::Pause => Ok(self.step(from, Read::Pause, None, 0)),
            Pattern::Between(between) => Ok(from.into_iter().map(|(state, _)| (state, *between)).collect()),
            Pattern::Sequence(parts) => parts.iter().try_fold(from, |from, part| self.build(part, from)),
            Pattern::Choice(choices) => {
                let mut ends = Ends::new();
                for choice in choices {
                    ends.extend(self.build(choice, from.clone())?);
                }
                Ok(self.join(ends))
            }
            Pattern::Maybe(inner) => {
                let mut ends = from.clone();
                ends.extend(self.build(inner, from)?);
                Ok(self.join(ends))
            }
        }
    }

    /// One edge from every state of `from` to one new state; to the state that is there where
    /// another rule came the same way.
    fn step(&mut self, from: Ends, read: Read, slot: Option<Slot>, value: i32) -> Ends {
        let way = (from, read, slot, value);
        let to = match self.steps.get(&way) {
            Some(&to) => to,
            None => {
                let to = self.states.len() as StateId;
                self.states.push(State::default());
                for &(state, between) in &way.0 {
                    let here = &mut self.states[state as usize];
                    let silent = matches!(read, Read::Nothing | Read::Pause);
                    let edges = if silent { &mut here.silent } else { &mut here.edges };
                    edges.push(Edge { between, read, slot, value, to });
                }
                self.steps.insert(way, to);
                to
            }
        };
        vec![(to, Between::Space)]
    }

    /// Many loose ends become one, for each thing that may stand before the next word.
    fn join(&mut self, ends: Ends) -> Ends {
        if ends.len() <= JOIN {
            return ends;
        }
        let mut groups: Vec<(Between, Ends)> = Vec::new();
        for (state, between) in ends {
            match groups.iter_mut().find(|(known, _)| *known == between) {
                Some((_, group)) => group.push((state, Between::Space)),
                None => groups.push((between, vec![(state, Between::Space)])),
            }
        }
        let mut joined = Ends::new();
        for (between, group) in groups {
            for (to, _) in self.step(group, Read::Nothing, None, 0) {
                joined.push((to, between));
            }
        }
        joined
    }
}
