//! Findings against gold labels: exact precision, recall and F1.
//!
//! Takes: labels and mentions of the same text. Gives: [`Tally`] per type. Promises: a mention is
//! right when type, start and end equal a label's; dates also count their values, among the exact
//! ones. Refuses: to score types that a file does not label.

use crate::kind::{KINDS, Kind};
use crate::mention::Mention;

use super::gold::Label;

/// Counts of one type.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Labels.
    pub gold: u32,
    /// Mentions.
    pub found: u32,
    /// Mentions that are right.
    pub right: u32,
    /// Right mentions whose value is right too.
    pub value: u32,
}

impl Tally {
    /// Share of the mentions that are right; 1 without any.
    pub fn precision(self) -> f64 {
        ratio(self.right, self.found)
    }

    /// Share of the labels that are found; 1 without any.
    pub fn recall(self) -> f64 {
        ratio(self.right, self.gold)
    }

    /// Harmonic mean of precision and recall.
    pub fn f1(self) -> f64 {
        ratio(2 * self.right, self.gold + self.found)
    }

    /// The same for right spans with right values.
    pub fn value_f1(self) -> f64 {
        ratio(2 * self.value, self.gold + self.found)
    }
}

fn ratio(part: u32, whole: u32) -> f64 {
    if whole == 0 { 1.0 } else { f64::from(part) / f64::from(whole) }
}

/// Adds one report to the tallies, in the order of [`KINDS`].
pub fn add(tallies: &mut [Tally; KINDS.len()], labels: &[Label], mentions: &[Mention]) {
    for label in labels {
        tallies[label.kind as usize].gold += 1;
    }
    for mention in mentions {
        let tally = &mut tallies[mention.kind as usize];
        tally.found += 1;
        let label = labels.iter().find(|label| label.kind == mention.kind && label.span == mention.span);
        let Some(label) = label else { continue };
        tally.right += 1;
        let value = mention.timex.as_ref().and_then(|timex| timex.value.as_deref());
        tally.value += u32::from(mention.kind == Kind::Date && label.value.as_deref() == value);
    }
}
