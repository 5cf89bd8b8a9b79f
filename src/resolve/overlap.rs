//! One reading per stretch of text.
//!
//! Takes: readings of candidates that may overlap. Gives: the kept ones, in order of the text, and
//! what each of the others lost against. Promises: kept spans do not overlap; the order of choice
//! is written here and nowhere else: first the larger sum, where a word more counts `PER_WORD`
//! (the longest wins where two are about as likely), then the earlier span. Refuses: candidates
//! below the least score.

use crate::judge::Judged;
use crate::kind::{Kind, Kinds};
use crate::knowledge::weights::logistic;

/// What each word of a span adds to its sum in the choice between overlapping spans.
const PER_WORD: f64 = 1.0;

/// A reading that was chosen.
#[derive(Clone, Copy, Debug)]
pub struct Choice {
    /// Index into the judged list.
    pub judged: u32,
    /// Its type.
    pub kind: Kind,
    /// Its score, 0 to 1.
    pub score: f64,
}

/// Why a candidate was not kept.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Loss {
    /// Its score was below the least one.
    Score,
    /// The judged candidate of that index stands in its place.
    Taken(u32),
}

/// Chooses among `judged`; `lost` is told of every other candidate where it is given.
pub fn choose(
    judged: &[Judged],
    kinds: Kinds,
    min_score: f64,
    kept: &mut Vec<Choice>,
    mut lost: Option<&mut Vec<(Choice, Loss)>>,
) {
    kept.clear();
    let mut order: Vec<(f64, Choice)> = Vec::new();
    for (at, one) in judged.iter().enumerate() {
        let (kind, sum) = one.best();
        let choice = Choice { judged: at as u32, kind, score: logistic(sum) };
        if choice.score >= min_score {
            let length = f64::from(one.candidate.end - one.candidate.first);
            order.push((sum + PER_WORD * length, choice));
        } else if let Some(lost) = lost.as_deref_mut() {
            lost.push((choice, Loss::Score));
        }
    }
    let span = |choice: &Choice| judged[choice.judged as usize].candidate.span;
    order.sort_by(|(a, left), (b, right)| b.total_cmp(a).then(span(left).cmp(&span(right))));
    for (_, choice) in order {
        // Few candidates overlap, and a document keeps few: a scan is enough.
        let at = kept.partition_point(|other| span(other).start < span(&choice).start);
        let near = [at.checked_sub(1), Some(at)].into_iter().flatten().filter_map(|at| kept.get(at));
        match near.into_iter().find(|other| span(other).overlaps(span(&choice))) {
            None => kept.insert(at, choice),
            Some(other) => {
                if let Some(lost) = lost.as_deref_mut() {
                    lost.push((choice, Loss::Taken(other.judged)));
                }
            }
        }
    }
    kept.retain(|choice| kinds.has(choice.kind));
}
