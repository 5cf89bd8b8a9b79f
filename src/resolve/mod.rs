//! Readings to mentions and entities: one reading per stretch of text, one entity per thing.
//!
//! Takes: text, words, knowledge, what `judge/` says. Gives: [`Findings`]. Promises: mentions are
//! in order and do not overlap; each belongs to exactly one entity; with `explain`, every
//! candidate is either a mention or among the dropped, with the evidence that adds up to its
//! score. Refuses: to weigh evidence.

pub mod dates;
pub mod identity;
pub mod merge;
pub mod overlap;

use crate::judge::{Judged, Readings};
use crate::kind::{Kind, Kinds};
use crate::knowledge::Knowledge;
use crate::knowledge::signals::{Side, Signal};
use crate::knowledge::weights::{WEIGHED, Weights};
use crate::mention::{Dropped, Evidence, Findings, Mention};
use crate::span::Span;
use crate::words::Words;
use overlap::{Choice, Loss};

/// Why most candidates are not kept.
const BELOW: &str = "score below the least score";

/// What a run asks of this stage.
#[derive(Clone, Copy, Debug)]
pub struct Wanted {
    /// Types to report.
    pub kinds: Kinds,
    /// Least score.
    pub min_score: f64,
    /// Keep evidence and dropped candidates.
    pub explain: bool,
}

/// Names and weapons of one document.
pub fn names(text: &str, words: &Words, knowledge: &Knowledge, readings: &Readings, wanted: Wanted) -> Findings {
    let mut kept = Vec::new();
    let mut lost = wanted.explain.then(Vec::new);
    overlap::choose(&readings.list, wanted.kinds, wanted.min_score, &mut kept, lost.as_mut());
    let (entities, entity_of) = identity::entities(text, words, knowledge, &readings.list, &kept);
    let mentions = kept.iter().zip(entity_of).map(|(choice, entity)| {
        let judged = &readings.list[choice.judged as usize];
        Mention {
            kind: choice.kind,
            span: judged.candidate.span,
            sentence: sentence(words, judged.candidate.first as usize, judged.candidate.span),
            entity,
            score: choice.score,
            rule: judged.candidate.rule.name(),
            timex: None,
            evidence: if wanted.explain {
                evidence(words, &knowledge.weights, judged, choice.kind)
            } else {
                Vec::new()
            },
        }
    });
    let mentions = mentions.collect();
    let dropped = lost.unwrap_or_default().into_iter().filter(|(choice, _)| wanted.kinds.has(choice.kind));
    let dropped = dropped.map(|(choice, loss)| drop(text, words, knowledge, readings, choice, loss)).collect();
    Findings { mentions, entities, dropped, warnings: Vec::new() }
}

/// The span of the sentence in which word `at` stands, which covers the mention `span`: a mention
/// may hold punctuation of its own before or behind the words of the sentence.
fn sentence(words: &Words, at: usize, span: Span) -> Span {
    let (first, end) = words.sentence(at);
    Span::new(words.list[first].start.min(span.start), words.list[end - 1].full_end().max(span.end))
}

fn drop(text: &str, words: &Words, knowledge: &Knowledge, readings: &Readings, choice: Choice, loss: Loss) -> Dropped {
    let judged = &readings.list[choice.judged as usize];
    let why = match loss {
        Loss::Score => BELOW.to_owned(),
        Loss::Taken(other) => {
            let winner = &readings.list[other as usize].candidate;
            format!("overlaps \"{}\", which is likelier", winner.span.of(text))
        }
    };
    Dropped {
        kind: choice.kind,
        span: judged.candidate.span,
        score: choice.score,
        rule: judged.candidate.rule.name(),
        why,
        evidence: evidence(words, &knowledge.weights, judged, choice.kind),
    }
}

/// Words to either side that are shown as evidence.
const SHOWN: usize = 3;

/// The sum as a list: the bias first, then every signal that weighs something, with the words in
/// which it was seen: the span itself, or those beside it in its sentence.
fn evidence(words: &Words, weights: &Weights, judged: &Judged, kind: Kind) -> Vec<Evidence> {
    let Some(column) = WEIGHED.iter().position(|&weighed| weighed == kind) else { return Vec::new() };
    let (first, end) = (judged.candidate.first as usize, judged.candidate.end as usize);
    let (begins, ends) = words.sentence(first);
    let stretch = |from: usize, to: usize| (from < to).then(|| words.span(from, to));
    let seen = |signal: Signal| match signal.side() {
        Side::Inside => Some(judged.candidate.span),
        Side::Left => stretch(begins.max(first.saturating_sub(SHOWN)), first),
        Side::Right => stretch(end, ends.min(end + SHOWN)),
        Side::Around => None,
    };
    let bias = Evidence { name: "bias", weight: weights.bias[column], words: None };
    let signals = judged.signals.iter().map(|signal| Evidence {
        name: signal.name(),
        weight: weights.of(signal, column),
        words: seen(signal),
    });
    std::iter::once(bias).chain(signals.filter(|evidence| evidence.weight != 0.0)).collect()
}
