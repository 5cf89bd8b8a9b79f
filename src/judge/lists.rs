//! Lists of names: what one member is, the others likely are.
//!
//! Takes: judged candidates in order. Gives: signals to the neighbours of likely ones, and their sums
//! anew. Promises: a list is joined by commas and "and" within one sentence; a name and its acronym
//! in brackets count as a list of two. Refuses: lists of weapons and dates.

use super::{ESTABLISHED, Judged};
use crate::class::Class;
use crate::find::{Candidate, Rule};
use crate::kind::Kind;
use crate::knowledge::Knowledge;
use crate::knowledge::signals::Signal;
use crate::words::{Gap, Place, Word, Words};

/// How many candidates may begin between two neighbours of a list: parts of the longer names.
const BETWEEN: usize = 4;

/// "the tankers A, B and C": a name beside one of a type is likely of that type.
pub(super) fn neighbours(words: &Words, knowledge: &Knowledge, list: &mut [Judged]) {
    let before = |right: usize| (right.saturating_sub(BETWEEN)..right).rev().map(move |left| (left, right));
    let pairs = (1..list.len()).flat_map(before);
    let pairs =
        pairs.filter(|&(left, right)| coordinated(words, knowledge, &list[left].candidate, &list[right].candidate));
    let pairs: Vec<(usize, usize)> = pairs.collect();
    // Forward, then backward, so that a whole list follows from its first or last member.
    for &(left, right) in &pairs {
        lend(knowledge, list, left, right);
    }
    for &(left, right) in pairs.iter().rev() {
        lend(knowledge, list, right, left);
    }
}

/// True where `right` follows `left` behind a comma, "and", or both, and an article at most.
fn coordinated(words: &Words, knowledge: &Knowledge, left: &Candidate, right: &Candidate) -> bool {
    let (end, first) = (left.end as usize, right.first as usize);
    if left.rule == Rule::Weapon || right.rule == Rule::Weapon || first < end || first - end > 2 {
        return false;
    }
    let gap = words.list[end].gap;
    let plain = Gap::SPACE.or(Gap::LINE).or(Gap::COMMA).or(Gap::QUOTE);
    if words.list[end].place.has(Place::SENTENCE) {
        return false;
    }
    // A name and its acronym in brackets are of one type.
    if first == end && gap.has(Gap::OPEN) && gap.only(plain.or(Gap::OPEN)) {
        return words.gap_after(right.end as usize - 1).has(Gap::CLOSE);
    }
    if !gap.only(plain) {
        return false;
    }
    let between = &words.list[end..first];
    let comma = gap.has(Gap::COMMA);
    let and = between.first().is_some_and(|word| knowledge.lexicon.classes(word).has(Class::And));
    let article = |word: &Word| knowledge.lexicon.classes(word).has(Class::Determiner);
    match between {
        [] => comma,
        [one] => and || comma && article(one),
        [_, two] => and && article(two),
        _ => false,
    }
}

/// Gives the type of a likely neighbour to another candidate as a signal.
fn lend(knowledge: &Knowledge, list: &mut [Judged], from: usize, to: usize) {
    let (kind, sum) = list[from].best();
    if sum < ESTABLISHED {
        return;
    }
    let signal = match kind {
        Kind::Ship => Signal::ListNeighbourShip,
        Kind::Port => Signal::ListNeighbourPort,
        Kind::Organization => Signal::ListNeighbourOrganization,
        Kind::Weapon | Kind::Date => return,
    };
    let judged = &mut list[to];
    if !judged.signals.has(signal) {
        judged.signals.add(signal);
        judged.sums = knowledge.weights.sums(judged.signals);
    }
}
