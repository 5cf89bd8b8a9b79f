//! Services and bodies of state in lower case: "Greek navy", "Norwegian coast guard".
//!
//! Takes: words, the phrases of `cues/services.csv`. Gives: candidates from a nationality or place
//! to the end of the service, those in a list behind it ("Greek army, navy and air force"), and
//! "mission to the United Nations" with its tail. Promises: a possessive before the service makes
//! none ("Iran's navy"). Refuses: services without a nationality or place.

use super::{Found, Rule};
use crate::class::Class;
use crate::knowledge::Knowledge;
use crate::knowledge::phrases::Role;
use crate::knowledge::rows::Sense;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::words::{Gap, Place, Words};

/// See the module.
pub fn find(words: &Words, knowledge: &Knowledge, found: &mut Found) {
    let mut at = 0;
    while at + 1 < words.list.len() {
        at += 1;
        // Cheap first: a lower-case word that may begin a service.
        let word = &words.list[at];
        let lower = word.is_lower() || word.place.has(Place::CAPITALS);
        if !word.classes.has(Class::StartsPhrase)
            || !lower
            || !word.gap.is_space()
            || word.place.has(Place::SENTENCE)
            || words.list[at - 1].possessive > 0
        {
            continue;
        }
        let Some((length, _)) = knowledge.phrases.longest(words, at, Role::SERVICE) else { continue };
        let Some(first) = owner(words, knowledge, found, at) else { continue };
        let mut signals = SignalSet::default();
        signals.add(Signal::ServiceOfState);
        let mut end = at + length;
        let tail = abroad(words, knowledge, found, end);
        if let Some(tail) = tail {
            let mut signals = signals;
            signals.add(Signal::HeadTail);
            found.push(words, first, tail, Rule::Service, signals);
        }
        if knowledge.lexicon.classes(&words.list[end - 1]).has(Class::AbroadOnly) {
            at = tail.unwrap_or(end) - 1;
            continue;
        }
        found.push(words, first, end, Rule::Service, signals);
        signals.add(Signal::ServiceInList);
        while let Some((next, next_end)) = next_in_list(words, knowledge, end) {
            found.push(words, next, next_end, Rule::Service, signals);
            end = next_end;
        }
        at = end - 1;
    }
}

/// First word of the nationality or place that ends before word `at`.
fn owner(words: &Words, knowledge: &Knowledge, found: &Found, at: usize) -> Option<usize> {
    let before = at - 1;
    let place = found.match_at(before).filter(|hit| {
        hit.end as usize == at
            && found.entries(hit.entries).iter().any(|&entry| matches!(knowledge.names.row(entry).sense, Sense::Place))
    });
    let mut first = match place {
        Some(hit) => hit.first as usize,
        None if knowledge.lexicon.classes(&words.list[before]).has(Class::Nationality)
            && words.list[before].is_capital() =>
        {
            before
        }
        None => return None,
    };
    // "South Korean", "West German": the direction belongs to the nationality.
    if first > 0 && words.list[first].gap.is_space() && !words.list[first].place.has(Place::SENTENCE) {
        let direction = &words.list[first - 1];
        if direction.is_capital() && knowledge.lexicon.classes(direction).has(Class::Direction) {
            first -= 1;
        }
    }
    Some(first)
}

/// End of "in/to (the) PLACE" behind an embassy or mission that ends at word `end`.
fn abroad(words: &Words, knowledge: &Knowledge, found: &Found, end: usize) -> Option<usize> {
    let is =
        |at: usize, class: Class| words.list.get(at).is_some_and(|word| knowledge.lexicon.classes(word).has(class));
    if !is(end - 1, Class::Abroad) || !is(end, Class::Preposition) || !words.list[end].gap.is_space() {
        return None;
    }
    let mut place = end + 1;
    if is(place, Class::Determiner) {
        place += 1;
    }
    let hit = found.match_at(place)?;
    (hit.first as usize == place).then_some(hit.end as usize)
}

/// The service that follows behind a comma or "and" at word `end`.
fn next_in_list(words: &Words, knowledge: &Knowledge, end: usize) -> Option<(usize, usize)> {
    let word = words.list.get(end)?;
    if word.place.has(Place::SENTENCE) || words.list[end - 1].possessive > 0 {
        return None;
    }
    let comma = word.gap.has(Gap::COMMA) && word.gap.only(Gap::COMMA.or(Gap::SPACE).or(Gap::LINE));
    let and = word.gap.is_space() && knowledge.lexicon.classes(word).has(Class::And);
    let first = if comma {
        end
    } else if and {
        end + 1
    } else {
        return None;
    };
    let lower = words.list.get(first).is_some_and(|word| word.is_lower());
    let (length, _) = lower.then(|| knowledge.phrases.longest(words, first, Role::SERVICE)).flatten()?;
    Some((first, first + length))
}
