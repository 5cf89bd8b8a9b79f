//! Quarters, halves and the talk of earnings reports.
//!
//! Takes: quarter, half, "year-ago", "latest period". Gives: the period. Promises: a quarter
//! without a year is that of the anchor's year unless it lies more than one quarter ahead; "the
//! quarter" is the last one mentioned, else the last one completed. Refuses: company calendars:
//! fiscal quarters are counted as calendar quarters.

use jiff::civil::Date;

use super::point::Point;
use super::tense::Tense;
use super::{Found, Report, State};
use crate::timeform::{DateCandidate, Form, Slot, code};

/// The quarter a day is in.
fn own(date: Date) -> (i16, i8) {
    (date.year(), (date.month() + 2) / 3)
}

/// Keeps in mind what business period the report speaks of.
pub(super) fn remember(report: &Report, state: &mut State, candidate: &DateCandidate, point: Option<Point>) {
    let parts = &candidate.parts;
    match point {
        Some(Point::Quarter(year, quarter)) => {
            state.in_quarter = true;
            let own_period = parts.has(Slot::Quarter) && parts.get(Slot::Direction).is_none();
            let over =
                report.anchor.is_none_or(|anchor| point.and_then(Point::days).is_some_and(|days| days.1 < anchor));
            if own_period && over {
                state.quarter = Some((year, quarter));
            }
        }
        Some(Point::Year(_)) if candidate.form != Form::Calendar => state.in_quarter = false,
        None if candidate.form == Form::Length && parts.get(Slot::Unit) == Some(code::unit("month")) => {
            state.in_quarter = false;
        }
        _ => {}
    }
}

/// The quarter before, of, or after the anchor's.
pub(super) fn quarter_beside(anchor: Date, direction: i32) -> Option<Point> {
    let (year, quarter) = own(anchor);
    Point::Quarter(year, quarter).step(direction)
}

/// "the quarter": the last one mentioned, else the last one completed.
pub(super) fn known_quarter(report: &Report, state: &State) -> Option<Point> {
    match (state.quarter, report.anchor) {
        (Some((year, quarter)), _) => Some(Point::Quarter(year, quarter)),
        (None, Some(anchor)) => quarter_beside(anchor, -1),
        (None, None) => None,
    }
}

/// "the quarter ended Sept. 30": the calendar quarter that ends nearest to the month named behind.
pub(super) fn ended_quarter(report: &Report, ended: usize) -> Option<Point> {
    let anchor = report.anchor?;
    let month = (ended + 1..report.words.list.len()).take(2).find_map(|at| {
        let word = &report.words.list[at];
        report.knowledge.words.month(word.span().of(report.text))
    })?;
    let past = if month > i32::from(anchor.month()) { -1 } else { 0 };
    Point::Quarter(anchor.year(), 1).step(past * 4 + (month + 1) / 3 - 1)
}

/// "a year earlier" in a report about quarters.
pub(super) fn year_before(report: &Report, state: &State) -> Option<Point> {
    if !state.in_quarter {
        return None;
    }
    known_quarter(report, state)?.step(-4)
}

/// "a year earlier", "the year-ago quarter": what the report compares with, not what it goes on from.
pub(super) fn is_comparison(candidate: &DateCandidate) -> bool {
    let parts = &candidate.parts;
    let back = parts.get(Slot::Direction) == Some(-1);
    let year_ago = candidate.form == Form::Ago
        && parts.get(Slot::Unit) == Some(code::unit("year"))
        && parts.get(Slot::Number) == Some(1);
    back && (year_ago || candidate.form == Form::Quarter)
}

/// Any expression with a quarter, half or business period in it.
pub(super) fn quarter(report: &Report, state: &State, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let direction = parts.get(Slot::Direction);
    let years = if parts.get(Slot::Mode) == Some(1) { direction } else { None };
    let named = parts.get(Slot::Year).and_then(|year| i16::try_from(year).ok());
    let anchor_year = report.anchor.map(|anchor| anchor.year());
    let year = named.or_else(|| i16::try_from(i32::from(anchor_year?) + years?).ok());
    if let Some(half) = parts.get(Slot::Half) {
        let year = year.or(anchor_year);
        return Some(Found::point(year.map(|year| Point::Half(year, half as i8)), named.is_none()));
    }
    if let Some(quarter) = parts.get(Slot::Quarter) {
        let quarter = i8::try_from(quarter).ok()?;
        let point = match (year, report.anchor) {
            (Some(year), _) => Some(Point::Quarter(year, quarter)),
            (None, None) => None,
            (None, Some(anchor)) => {
                let point = Point::Quarter(near_year(report, candidate, anchor, quarter), quarter);
                if direction == Some(-1) { point.step(-4) } else { Some(point) }
            }
        };
        return Some(Found::point(point, named.is_none()));
    }
    let known = known_quarter(report, state);
    let point = match (parts.get(Slot::Mode), direction, named) {
        (_, _, Some(year)) => match (state.quarter, known) {
            (Some((_, quarter)), _) => Some(Point::Quarter(year, quarter)),
            (None, Some(Point::Quarter(_, quarter))) if parts.get(Slot::Mode) == Some(4) => {
                Some(Point::Quarter(year, quarter))
            }
            _ => Some(Point::Year(year)),
        },
        (Some(7), Some(direction), _) => report.anchor.and_then(|anchor| quarter_beside(anchor, direction)),
        (Some(6), ..) if state.quarter.is_none() || !state.in_quarter => {
            report.anchor.and_then(|anchor| Point::Year(anchor.year()).step(-1))
        }
        (_, Some(-1), _) => known.and_then(|known| known.step(-4)),
        _ => known,
    };
    Some(Found::point(point, true))
}

/// The year of a quarter that is named without one.
fn near_year(report: &Report, candidate: &DateCandidate, anchor: Date, quarter: i8) -> i16 {
    let (year, now) = own(anchor);
    let ahead = quarter - now;
    if ahead >= 2 && report.tense(candidate) != Tense::Future { year - 1 } else { year }
}
