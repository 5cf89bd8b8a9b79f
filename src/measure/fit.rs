//! Fits the weights of the judge on labelled reports.
//!
//! Takes: knowledge, groups of labelled reports, each with the types it labels. Gives: [`Weights`].
//! Promises: one logistic regression per type over the signals, penalised by the square of each
//! weight's distance from zero, solved by Newton's method on one signal at a time; the same input
//! gives the same weights. What a document establishes depends on the weights, so signals are
//! drawn and weights are fitted in turn, [`ROUNDS`] times. Refuses: nothing.

use crate::find::{self, Found};
use crate::judge::{self, Readings, allowed};
use crate::kind::Kinds;
use crate::knowledge::Knowledge;
use crate::knowledge::signals::{SIGNALS, SignalSet};
use crate::knowledge::weights::{WEIGHED, Weights, logistic};
use crate::segment;
use crate::words::Words;

use super::gold::Report;

/// How often signals are drawn anew with the weights just fitted.
pub const ROUNDS: usize = 4;
/// Passes over all signals in one fit.
const PASSES: usize = 60;
/// Weight of the penalty: half of it times the square of each weight is added to the loss.
const PENALTY: f64 = 0.2;
/// What a candidate counts that is read without the names of the gazetteers.
const BLIND: f64 = 0.5;
/// No weight lies further from zero.
const LIMIT: f64 = 8.0;

/// Labelled reports and the types that their labels cover.
#[derive(Debug)]
pub struct Group<'a> {
    /// The reports.
    pub reports: &'a [Report],
    /// The types that are labelled throughout.
    pub kinds: Kinds,
    /// What one candidate of this group counts, 1 being usual.
    pub weight: f64,
}

/// One candidate: its signals, whether it is right, what it counts.
#[derive(Clone, Copy, Debug)]
struct Sample {
    signals: SignalSet,
    right: bool,
    weight: f64,
}

/// Fits weights, beginning with those of `knowledge`. `blind` is the same knowledge without names:
/// each report is read with both, so that context learns to speak where no list helps.
pub fn fit(knowledge: &mut Knowledge, blind: &mut Knowledge, groups: &[Group<'_>]) -> Weights {
    for _ in 0..ROUNDS {
        let mut samples = draw(knowledge, groups, 1.0);
        for (samples, more) in samples.iter_mut().zip(draw(blind, groups, BLIND)) {
            samples.extend(more);
        }
        let mut weights = Weights::default();
        for (column, samples) in samples.iter().enumerate() {
            regress(samples, column, &mut weights);
        }
        blind.weights = weights.clone();
        knowledge.weights = weights;
    }
    knowledge.weights.clone()
}

/// The candidates of all reports, per type.
fn draw(knowledge: &Knowledge, groups: &[Group<'_>], share: f64) -> [Vec<Sample>; WEIGHED.len()] {
    let mut samples: [Vec<Sample>; WEIGHED.len()] = Default::default();
    let (mut words, mut title) = (Words::default(), Words::default());
    let (mut found, mut readings) = (Found::default(), Readings::default());
    for group in groups {
        for report in group.reports {
            let text = &report.document.text;
            segment::segment(text, &knowledge.lexicon, &mut words);
            segment::segment(report.document.title.as_deref().unwrap_or(""), &knowledge.lexicon, &mut title);
            find::find(text, &words, knowledge, &mut found);
            judge::judge(text, &words, &title, knowledge, &found, &mut readings);
            for judged in &readings.list {
                for (column, &kind) in WEIGHED.iter().enumerate() {
                    if group.kinds.has(kind) && allowed(judged.candidate.rule, kind) {
                        let right =
                            report.labels.iter().any(|label| label.kind == kind && label.span == judged.candidate.span);
                        // The same weights serve both looks: half a sample for each.
                        let weight = group.weight * share / 2.0;
                        let first = judged.signals.without(judge::OF_DOCUMENT);
                        samples[column].push(Sample { signals: first, right, weight });
                        samples[column].push(Sample { signals: judged.signals, right, weight });
                    }
                }
            }
        }
    }
    samples
}

/// Logistic regression for one type.
fn regress(samples: &[Sample], column: usize, weights: &mut Weights) {
    let mut holders: Vec<Vec<u32>> = vec![Vec::new(); SIGNALS.len()];
    for (at, sample) in samples.iter().enumerate() {
        for signal in sample.signals.iter() {
            holders[signal as usize].push(at as u32);
        }
    }
    let everyone: Vec<u32> = (0..samples.len() as u32).collect();
    let mut sums = vec![0.0; samples.len()];
    for _ in 0..PASSES {
        let step = newton(samples, &everyone, &sums, 0.0, 0.001);
        weights.bias[column] += step;
        sums.iter_mut().for_each(|sum| *sum += step);
        for (signal, holders) in holders.iter().enumerate().filter(|(_, holders)| !holders.is_empty()) {
            let weight = weights.table[signal][column];
            let step = newton(samples, holders, &sums, weight, PENALTY);
            let next = (weight + step).clamp(-LIMIT, LIMIT);
            holders.iter().for_each(|&at| sums[at as usize] += next - weight);
            weights.table[signal][column] = next;
        }
    }
}

/// One damped Newton step for one weight.
fn newton(samples: &[Sample], holders: &[u32], sums: &[f64], weight: f64, penalty: f64) -> f64 {
    let (mut slope, mut curve) = (-penalty * weight, penalty);
    for &at in holders {
        let sample = &samples[at as usize];
        let p = logistic(sums[at as usize]);
        slope += sample.weight * (f64::from(u8::from(sample.right)) - p);
        curve += sample.weight * p * (1.0 - p);
    }
    (slope / curve).clamp(-1.0, 1.0)
}
