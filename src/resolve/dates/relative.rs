//! Expressions that are counted from the anchor or from the last date mentioned.
//!
//! Takes: direction, unit, number. Gives: the period they lead to. Promises: "ago", "last", "next"
//! count from the anchor; "earlier", "later", "that", "the same", "the following" from the last
//! date of the report where there is one. Refuses: counting without an anchor: the value is
//! absent.

use super::point::{Point, plus_days, weekday, weekday_before};
use super::tense::Tense;
use super::{Found, Report, State, business, calendar, length};
use crate::knowledge::dates::classes::Mask;
use crate::timeform::{DateCandidate, Slot, code};
use crate::timex::TimexKind;

/// "today", "last night", "yesterday morning".
pub(super) fn near(report: &Report, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let day = report.anchor.and_then(|anchor| plus_days(anchor, i64::from(parts.get(Slot::Direction)?)));
    let day = day.map(Point::Day);
    if parts.has(Slot::Part) { calendar::time(parts, day, true) } else { Some(Found::point(day, true)) }
}

/// "last week", "next May", "this summer", "the end of the year".
pub(super) fn shift(report: &Report, state: &State, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let direction = parts.get(Slot::Direction).unwrap_or(0);
    let Some(anchor) = report.anchor else { return Some(Found::point(None, true)) };
    if let Some(wanted) = parts.get(Slot::Weekday) {
        let wanted = weekday(wanted)?;
        let told = state.last.and_then(Point::day).unwrap_or(anchor);
        let day = match (parts.get(Slot::Mode), direction) {
            // "the previous Friday", "the following Monday": of the day told last.
            (Some(4), -1) => weekday_before(plus_days(told, -1)?, wanted)?,
            (Some(4), _) => super::point::weekday_after(plus_days(told, 1)?, wanted)?,
            // "Friday week", the Friday after the next one.
            (Some(7), _) => plus_days(weekday_before(anchor, wanted)?, 14)?,
            (_, -1) => weekday_before(plus_days(anchor, -1)?, wanted)?,
            (_, 1) => plus_days(weekday_before(anchor, wanted)?, 7)?,
            _ if report.tense(candidate) == Tense::Past => weekday_before(anchor, wanted)?,
            _ => super::point::weekday_after(anchor, wanted)?,
        };
        let day = Some(Point::Day(day));
        return if parts.has(Slot::Part) { calendar::time(parts, day, true) } else { Some(Found::point(day, true)) };
    }
    if let Some(month) = parts.get(Slot::Month) {
        let year = i32::from(anchor.year());
        let apart = month - i32::from(anchor.month());
        let year = match (parts.get(Slot::Mode), direction) {
            (Some(1), direction) => year + direction,
            // "last February", said in March, is not last month.
            (_, -1) if apart >= -1 => year - 1,
            (_, 1) if apart <= 0 => year + 1,
            _ => year,
        };
        let first = super::point::day(year, month, 1)?;
        return Some(Found::point(Some(Point::Month(first.year(), first.month())), true));
    }
    if let Some(season) = parts.get(Slot::Season) {
        return Some(Found::point(season_beside(anchor, season, direction), true));
    }
    let unit = parts.get(Slot::Unit)?;
    if unit == code::unit("quarter") {
        return business::quarter_beside(anchor, direction).map(|point| Found::point(Some(point), true));
    }
    if let (Some(half), true) = (parts.get(Slot::Half), unit == code::unit("year")) {
        let year = Point::Year(anchor.year()).step(direction)?;
        let Point::Year(year) = year else { return None };
        return Some(Found::point(Some(Point::Half(year, half as i8)), true));
    }
    let mut direction = direction;
    if parts.get(Slot::Mode) == Some(2) && since(report, candidate) {
        direction = -1;
    }
    let point = match unit {
        unit if unit == code::unit("weekend") => weekend(anchor, direction),
        _ => Point::around(unit, anchor)?.step(direction),
    };
    Some(Found::point(point, true))
}

/// The word before is `since`: what ended, ended before the anchor.
fn since(report: &Report, candidate: &DateCandidate) -> bool {
    let before = (candidate.first as usize).checked_sub(1);
    before.is_some_and(|at| report.mask(at).has(report.knowledge.around.since))
}

/// The season of that name that is last, current or next.
fn season_beside(anchor: jiff::civil::Date, season: i32, direction: i32) -> Option<Point> {
    let this = Point::Season(anchor.year(), season as i8);
    // Northern seasons begin in March, June, September, December.
    let begun = i32::from(anchor.month()) >= season * 3;
    let over = i32::from(anchor.month()) >= season * 3 + 3;
    this.step(match direction {
        -1 if over => 0,
        -1 => -1,
        1 if begun => 1,
        _ => 0,
    })
}

fn weekend(anchor: jiff::civil::Date, direction: i32) -> Option<Point> {
    let own = Point::around(code::unit("weekend"), anchor)?;
    own.step(direction)
}

/// "two days ago", "a year earlier", "four days later".
pub(super) fn ago(report: &Report, state: &State, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let direction = parts.get(Slot::Direction)?;
    if parts.has(Slot::Vague) {
        // "years ago" is past; "minutes later" is a length on from what was told.
        return Some(match direction {
            ..0 => Found::bare(TimexKind::Date, Some(code::REFS[1].to_string())),
            _ => Found::bare(TimexKind::Duration, length::duration(parts)),
        });
    }
    let unit = parts.get(Slot::Unit)?;
    let number = parts.get(Slot::Number)?;
    let from_anchor = report.mask(candidate.end as usize - 1).has(report.knowledge.around.ago);
    let year_before = unit == code::unit("year") && direction < 0 && number == 1;
    if let Some(point) = business::year_before(report, state).filter(|_| year_before) {
        return Some(Found::point(Some(point), true));
    }
    // "a day later" counts from a day, not from the year mentioned last.
    let fine = unit < code::unit("month");
    let told = if fine { state.last_day } else { state.last.and_then(Point::day) };
    let start = match told {
        Some(day) if !from_anchor => Some(day),
        _ => report.anchor,
    };
    let Some(start) = start else { return Some(Found::point(None, true)) };
    let steps = number.checked_mul(direction)?;
    if unit <= code::unit("hour") {
        // The day would say less than the words do.
        return Some(Found::bare(TimexKind::Duration, length::duration(parts)));
    }
    let point = match unit {
        unit if unit == code::unit("decade") => Point::Year(start.year()).step(steps.checked_mul(10)?),
        unit if unit == code::unit("century") => Point::Year(start.year()).step(steps.checked_mul(100)?),
        unit if unit == code::unit("fortnight") => Point::around(unit, start)?.step(steps.checked_mul(2)?),
        unit => Point::around(unit, start)?.step(steps),
    };
    Some(Found::point(point, true))
}

/// "the day", "that year", "the following month", "the same time", "its 10th day".
pub(super) fn known(report: &Report, state: &State, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let direction = parts.get(Slot::Direction).unwrap_or(0);
    if parts.has(Slot::Part) {
        let day = match direction {
            0 => state.last.filter(|last| matches!(last, Point::Day(_))).or(report.anchor.map(Point::Day)),
            _ => state.last.and_then(Point::day).or(report.anchor).map(Point::Day).and_then(|day| day.step(direction)),
        };
        return calendar::time(parts, day, true);
    }
    let unit = parts.get(Slot::Unit)?;
    if let Some(month) = parts.get(Slot::Month) {
        // "August of that year"
        let year = state.last.and_then(Point::day).or(report.anchor);
        let first = year.and_then(|year| super::point::day(i32::from(year.year()), month, 1));
        return Some(Found::point(first.map(|first| Point::Month(first.year(), first.month())), true));
    }
    if unit == code::unit("time") {
        let value = state.last.map_or_else(|| code::REFS[1].to_string(), Point::value);
        return Some(Found { kind: TimexKind::Date, value: Some(value), point: state.last, relative: true });
    }
    if parts.get(Slot::Mode) == Some(8) {
        return Some(Found::point(report.anchor.map(Point::Day), true));
    }
    let ended = report.words.list.get(candidate.end as usize).is_some_and(|word| word.gap.is_space())
        && report.mask(candidate.end as usize).has(report.knowledge.around.ended);
    if ended && unit == code::unit("year") {
        return Some(Found::bare(TimexKind::Duration, Some("P1Y".to_string())));
    }
    if unit == code::unit("quarter") {
        let ended = if ended { business::ended_quarter(report, candidate.end as usize) } else { None };
        return ended.or_else(|| business::known_quarter(report, state)).map(|point| Found::point(Some(point), true));
    }
    let Some(anchor) = report.anchor else { return Some(Found::point(None, true)) };
    let from = match (candidate.end - candidate.first, direction) {
        // "the week", "the year": the anchor's.
        (2, 0) if !that(report, candidate) => anchor,
        _ => state.last.and_then(Point::day).unwrap_or(anchor),
    };
    let mut direction = direction;
    let around = &report.knowledge.around;
    let before = report.word_before(candidate).map(|at| report.mask(at));
    let ahead = before.is_some_and(|mask| mask.has(around.beside) || mask.has(around.until) || mask.has(around.of));
    if unit == code::unit("weekend") && !ahead && report.tense(candidate) != Tense::Future && direction == 0 {
        direction = if anchor.weekday().to_monday_zero_offset() >= 5 { 0 } else { -1 };
    }
    Some(Found::point(Point::around(unit, from)?.step(direction), true))
}

/// The expression begins with `that` or its like.
fn that(report: &Report, candidate: &DateCandidate) -> bool {
    !report.mask(candidate.first as usize).has(report.knowledge.around.the)
}

/// "two weeks", "a year", "months".
pub(super) fn length(report: &Report, candidate: &DateCandidate) -> Found {
    let value = length::duration(&candidate.parts);
    let kind = if is_rate(report, candidate) { TimexKind::Set } else { TimexKind::Duration };
    Found::bare(kind, value)
}

/// "12 ships a day": an article and a unit right behind what is counted.
fn is_rate(report: &Report, candidate: &DateCandidate) -> bool {
    let first = candidate.first as usize;
    if candidate.end as usize - first != 2 || first == 0 || !report.words.list[first].gap.is_space() {
        return false;
    }
    let before = &report.words.list[first - 1];
    let known = report.mask(first - 1);
    let around = &report.knowledge.around;
    let counted = before.has_digit() || known.has(around.measure) || (before.is_lower() && *known == Mask::NONE);
    let text = before.span().of(report.text);
    candidate.parts.get(Slot::Number) == Some(1)
        && report.words.text(report.text, first).len() <= 2
        && counted
        && !text.ends_with("ed")
        && !text.ends_with("ly")
}
