//! Whether the sentence speaks of what was or of what will be.
//!
//! Takes: the words around an expression. Gives: [`Tense`]. Promises: looks at one sentence, at
//! most [`BEFORE`] words back and [`AFTER`] words on; the governing word is the nearest one before
//! the expression that tells, else the nearest behind. Refuses: to parse.

use super::Report;
use crate::words::Gap;

/// Words looked at before the expression.
const BEFORE: usize = 14;
/// Words looked at behind it.
const AFTER: usize = 10;

/// See the module.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tense {
    /// It was, or is.
    Past,
    /// It will be.
    Future,
    /// No word tells.
    Open,
}

/// The tense of what happens at the expression of words `first..end`.
pub(super) fn of(report: &Report, first: usize, end: usize) -> Tense {
    let (start, stop) = report.words.sentence(first);
    // "Wednesday's ruling" has been.
    if report.words.list[end - 1].possessive > 0 {
        return Tense::Past;
    }
    if as_early_as(report, first) {
        return Tense::Future;
    }
    let back = (start.max(first.saturating_sub(BEFORE))..first).rev();
    for at in back {
        match tells(report, at) {
            Tense::Open => {}
            tense => return tense,
        }
    }
    // Behind the expression only "will" speaks of what lies ahead: a plan there is another matter.
    let around = &report.knowledge.around;
    for at in end..stop.min(end + AFTER) {
        match tells(report, at) {
            Tense::Future if !report.mask(at).has(around.will) => {}
            Tense::Open => {}
            tense => return tense,
        }
    }
    // "until Friday", where nothing else tells.
    let until = first > 0 && report.mask(first - 1).has(around.until);
    if until { Tense::Future } else { Tense::Open }
}

/// "as early as Tuesday", "as soon as Tuesday".
fn as_early_as(report: &Report, first: usize) -> bool {
    let around = &report.knowledge.around;
    first >= 2 && report.mask(first - 1).has(around.as_word) && report.mask(first - 2).has(around.soon)
}

/// What one word tells.
fn tells(report: &Report, at: usize) -> Tense {
    let word = &report.words.list[at];
    let around = &report.knowledge.around;
    let mask = report.mask(at);
    if mask.has(around.plan) {
        // "had been due to expire"
        let had = (at.saturating_sub(5)..at).any(|at| report.mask(at).has(around.had));
        return if had { Tense::Past } else { Tense::Future };
    }
    // "is to fly", "is on Tuesday"
    let next = report.words.list.get(at + 1).map(|_| report.mask(at + 1));
    if mask.has(around.is) && next.is_some_and(|next| next.has(around.to) || next.has(around.on)) {
        return Tense::Future;
    }
    let to_follows = at + 1 < report.words.list.len() && report.mask(at + 1).has(around.to);
    if mask.has(around.will) || mask.has(around.would) || (mask.has(around.set) && to_follows) {
        return Tense::Future;
    }
    if at > 0 && mask.has(around.be) && report.mask(at - 1).has(around.to) {
        return Tense::Future;
    }
    // "to be published": the participle tells nothing.
    if at > 0 && report.mask(at - 1).has(around.be) {
        return Tense::Open;
    }
    if mask.has(around.past) {
        return Tense::Past;
    }
    let text = report.words.text(report.text, at);
    let regular = word.is_lower() && text.len() > 4 && text.ends_with("ed") && !word.gap.has(Gap::HYPHEN);
    if regular { Tense::Past } else { Tense::Open }
}
