//! Names of the gazetteers in the words.
//!
//! Takes: words, gazetteer. Gives: the longest matches from left to right, places among them, and
//! a candidate for each match that is more than a place. Promises: matches do not overlap.
//! Refuses: to prefer one of several rows with the same name.

use super::{Candidate, Found, Rule};
use crate::class::{Class, Classes};
use crate::knowledge::Knowledge;
use crate::knowledge::gazetteer::Match;
use crate::knowledge::rows::Sense;
use crate::knowledge::signals::SignalSet;
use crate::words::Words;

/// See the module.
pub fn find(text: &str, words: &Words, knowledge: &Knowledge, found: &mut Found) {
    let names = &knowledge.names;
    let mut at = 0;
    while at < words.list.len() {
        let starts = Classes::of(&[Class::StartsName, Class::StartsLower]);
        if !words.list[at].classes.any(starts) {
            at += 1;
            continue;
        }
        let begin = found.entries.len() as u32;
        let length = names.longest(text, words, at, &mut found.entries);
        if length == 0 {
            at += 1;
            continue;
        }
        let (first, end) = (at as u32, (at + length) as u32);
        let entries = (begin, found.entries.len() as u32);
        found.matches.push(Match { first, end, entries });
        let list = found.entries(entries);
        if list.iter().any(|&entry| names.row(entry).sense != Sense::Place) {
            let mut span = words.span(at, at + length);
            if list.iter().any(|&entry| names.keeps_possessive(entry)) {
                span.end = words.list[at + length - 1].full_end();
            }
            // "U.N.": a name of letters with dots keeps its own final stop.
            let last = &words.list[at + length - 1];
            let rest = &text[last.full_end() as usize..];
            if last.span().of(text).contains('.') && last.possessive == 0 && rest.starts_with('.') {
                span.end += 1;
            }
            let signals = SignalSet::default();
            found.candidates.push(Candidate { first, end, span, rule: Rule::Gazetteer, entries, signals });
        }
        at += length;
    }
}
