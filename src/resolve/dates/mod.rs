//! Which day, week, year or length an expression means.
//!
//! Takes: judged candidates in order of the text, the anchor, and the settings. Gives: a
//! [`Resolved`] for each kept one, and warnings. Promises: a value is a calendar value; a relative
//! expression without an anchor has none, and its evidence says so; nothing is counted from today's date.
//! Refuses: candidates that name no day of the calendar (30 February): they are left out.
//!
//! The report is read in order, so that "a year earlier" and "that month" can be counted from the
//! last date mentioned (`State`).

mod business;
mod calendar;
mod holiday;
mod length;
pub mod point;
mod relative;
mod tense;

use jiff::civil::Date;

use crate::judge::dates::Judged;
use crate::knowledge::dates::DateKnowledge;
use crate::knowledge::dates::classes::Mask;
use crate::knowledge::lexicon::Lexicon;
use crate::mention::Evidence;
use crate::span::Span;
use crate::timeform::{DateCandidate, Form, Slot};
use crate::timex::{Timex, TimexKind};
use crate::words::{Gap, Words};
use point::Point;

/// Days by which a dateline may differ from the document's date and still be the anchor.
const NEAR: i32 = 3;

/// How `3/4/2023` is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Order {
    /// 3 April.
    DayFirst,
    /// March 4.
    MonthFirst,
}

/// What values are counted from.
#[derive(Clone, Copy, Debug, Default)]
pub struct Settings {
    /// The day that relative expressions are counted from: see [`anchor`].
    pub anchor: Option<Date>,
    /// How numeric dates are read; `None` = as the document's own unambiguous ones, else month first.
    pub order: Option<Order>,
}

/// A temporal expression with its value.
#[derive(Clone, Debug)]
pub struct Resolved {
    /// Where it stands.
    pub span: Span,
    /// The rule that found it.
    pub rule: &'static str,
    /// 0 to 1.
    pub score: f64,
    /// Why it was kept; empty unless explanations were asked for.
    pub evidence: Vec<Evidence>,
    /// Its kind and value.
    pub timex: Timex,
}

/// The day that relative expressions are counted from: the report's own dateline date where it
/// stands within three days of the document's date, otherwise the document's date.
pub fn anchor(words: &Words, candidates: &[Judged], document: Option<Date>) -> Option<Date> {
    let document = document?;
    let Some((first, end)) = words.dateline else { return Some(document) };
    let dated = candidates
        .iter()
        .map(|judged| &judged.candidate)
        .find(|candidate| candidate.first >= first && candidate.first < end && candidate.parts.has(Slot::Month));
    let near = dated.and_then(|candidate| {
        let (month, day) = (candidate.parts.get(Slot::Month)?, candidate.parts.get(Slot::Day)?);
        let date = calendar::nearest(document, month, day)?;
        let apart = point::days_between(document, date);
        (apart.abs() <= i64::from(NEAR)).then_some(date)
    });
    near.or(Some(document))
}

/// One report, as the reckonings see it.
struct Report<'t> {
    text: &'t str,
    words: &'t Words,
    lexicon: &'t Lexicon,
    knowledge: &'t DateKnowledge,
    anchor: Option<Date>,
    order: Order,
}

impl Report<'_> {
    /// The date classes of a word.
    fn mask(&self, at: usize) -> &Mask {
        &self.knowledge.words.entry(self.lexicon.date(&self.words.list[at])).mask
    }

    /// The word right before an expression.
    fn word_before(&self, candidate: &DateCandidate) -> Option<usize> {
        let first = candidate.first as usize;
        let near = self.words.list[first].gap.has(Gap::SPACE) && !self.words.list[first].gap.has(Gap::PARAGRAPH);
        if near { first.checked_sub(1) } else { None }
    }

    fn tense(&self, candidate: &DateCandidate) -> tense::Tense {
        tense::of(self, candidate.first as usize, candidate.end as usize)
    }
}

/// What the report has said so far.
#[derive(Default)]
struct State {
    /// The last day or period mentioned.
    last: Option<Point>,
    /// The last day mentioned.
    last_day: Option<Date>,
    /// The last completed quarter that the report is about.
    quarter: Option<(i16, i8)>,
    /// The report spoke of a quarter more lately than of another business period.
    in_quarter: bool,
    /// The day named right behind a clock time: "10:35 a.m. (0735 GMT) Friday".
    ahead: Option<Point>,
    /// Where the expression before ends, and what it means.
    before: Option<(u32, Point)>,
    warnings: Vec<String>,
}

/// What a reckoning found out.
struct Found {
    kind: TimexKind,
    value: Option<String>,
    point: Option<Point>,
    relative: bool,
}

impl Found {
    /// A period, counted from the anchor or not.
    fn point(point: Option<Point>, relative: bool) -> Found {
        Found { kind: TimexKind::Date, value: point.map(Point::value), point, relative }
    }

    /// A value without a day.
    fn bare(kind: TimexKind, value: Option<String>) -> Found {
        Found { kind, value, point: None, relative: false }
    }
}

/// Computes the values of a document's kept candidates, in order.
pub fn resolve(
    text: &str,
    words: &Words,
    lexicon: &Lexicon,
    knowledge: &DateKnowledge,
    settings: Settings,
    judged: Vec<Judged>,
) -> (Vec<Resolved>, Vec<String>) {
    let order = settings.order.or_else(|| calendar::order_of(&judged)).unwrap_or(Order::MonthFirst);
    let report = Report { text, words, lexicon, knowledge, anchor: settings.anchor, order };
    let mut state = State::default();
    let mut resolved = Vec::with_capacity(judged.len());
    let mut judged: Vec<Judged> = judged.into_iter().filter(|judged| judged.kept).collect();
    for at in 0..judged.len() {
        state.ahead = calendar::day_ahead(&report, &mut state, &judged[at..]);
        let Judged { candidate, score, evidence, .. } = &mut judged[at];
        let (candidate, score, mut evidence) = (*candidate, *score, std::mem::take(evidence));
        let Some(found) = reckon(&report, &mut state, &candidate) else { continue };
        if let Some(point) = found.point.filter(|_| !business::is_comparison(&candidate)) {
            state.last = Some(point);
            if let Point::Day(date) = point {
                state.last_day = Some(date);
            }
        }
        business::remember(&report, &mut state, &candidate, found.point);
        state.before = found.point.map(|point| (candidate.end, point));
        let undated = found.relative && found.value.is_none() && report.anchor.is_none();
        if undated && !evidence.is_empty() {
            evidence.push(Evidence { name: "no date of the document to count from", weight: 0.0, words: None });
        }
        let days = found.point.and_then(Point::days);
        let timex = Timex {
            kind: found.kind,
            value: found.value,
            first: days.map(|(first, _)| first),
            last: days.map(|(_, last)| last),
            anchor: report.anchor.filter(|_| found.relative),
        };
        let rule = knowledge.net.rules[candidate.rule as usize].name;
        resolved.push(Resolved { span: full_span(text, words, &candidate), rule, score, evidence, timex });
    }
    (resolved, state.warnings)
}

fn reckon(report: &Report, state: &mut State, candidate: &DateCandidate) -> Option<Found> {
    match candidate.form {
        Form::Calendar => calendar::calendar(report, state, candidate),
        Form::Numeric => calendar::numeric(report, state, candidate),
        Form::Holiday => calendar::holiday(report, candidate),
        Form::Decade => calendar::decade(report, candidate),
        Form::Century => calendar::century(candidate),
        Form::Near => relative::near(report, candidate),
        Form::Shift => relative::shift(report, state, candidate),
        Form::Ago => relative::ago(report, state, candidate),
        Form::Known => relative::known(report, state, candidate),
        Form::Quarter => business::quarter(report, state, candidate),
        Form::Length => Some(relative::length(report, candidate)),
        Form::Set => Some(Found::bare(TimexKind::Set, length::set(&candidate.parts))),
        Form::Ref => Some(Found::bare(TimexKind::Date, length::reference(&candidate.parts))),
    }
}

/// The span, with the dot of a final "a.m." that belongs to it.
fn full_span(text: &str, words: &Words, candidate: &DateCandidate) -> Span {
    let last = &words.list[candidate.end as usize - 1];
    let span = candidate.span;
    let dotted = last.shape.has(crate::words::Shape::MARK) && last.possessive == 0 && !last.has_digit();
    let dot = dotted && text.as_bytes().get(span.end as usize) == Some(&b'.');
    Span::new(span.start, span.end + u32::from(dot))
}
