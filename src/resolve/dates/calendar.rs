//! Expressions that name calendar fields.
//!
//! Takes: year, month, day, weekday, time and their like. Gives: the period they name. Promises: a
//! month and day without a year are those nearest to the anchor; a weekday is the latest one on or
//! before the anchor unless the sentence speaks of what will be; a bare month follows the tense.
//! Refuses: fields that contradict the calendar.

use jiff::civil::Date;

use super::point::{self, Point, plus_days, weekday, weekday_after, weekday_before};
use super::tense::Tense;
use super::{Found, Order, Report, State};
use crate::judge::dates::Judged;
use crate::timeform::{DateCandidate, Form, Parts, Slot, code};
use crate::timex::TimexKind;

/// A year of four digits from one of two: 1970 to 2069.
fn full_year(short: i32) -> i32 {
    if short >= 70 { 1900 + short } else { 2000 + short }
}

fn year_of(parts: &Parts) -> Option<i32> {
    parts.get(Slot::Year).or_else(|| parts.get(Slot::YearShort).map(full_year))
}

/// The date with that month and day that is nearest to another.
pub(super) fn nearest(to: Date, month: i32, day: i32) -> Option<Date> {
    let year = i32::from(to.year());
    (year - 1..=year + 1)
        .filter_map(|year| point::day(year, month, day))
        .min_by_key(|date| point::days_between(to, *date).abs())
}

/// The day, week, month or year that the fields name, and whether the anchor had a part in it.
pub(super) fn calendar(report: &Report, state: &mut State, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let (point, relative) = match fields(report, state, candidate) {
        Fields::Point(point, relative) => (Some(point), relative),
        Fields::Unknown => (None, true),
        Fields::Impossible => return None,
    };
    let timed = parts.has(Slot::Hour) || parts.has(Slot::FourDigits) || parts.has(Slot::Part);
    if !timed {
        return Some(Found::point(point, relative));
    }
    let bare = !names_day(parts);
    // A part of the day is that of the day told last; a clock time that of its sentence, or the anchor's.
    let sentence = report.words.sentence(candidate.first as usize).0;
    let told = match (parts.has(Slot::Part), state.before) {
        (true, _) => state.last,
        (false, Some((end, point))) if end as usize > sentence => Some(point),
        _ => None,
    };
    let told = state.ahead.or(told.filter(|told| matches!(told, Point::Day(_))));
    let near = if bare { told.or(point) } else { point };
    time(parts, near, relative)
}

/// Years from one end to the other of "1986-90".
const LONGEST_RANGE: i32 = 18;

/// Words between a clock time and the day that follows it, at most.
const AHEAD: u32 = 6;

/// The day that a clock time at the front of `judged` is followed by within a few words, another
/// clock time between them at most.
pub(super) fn day_ahead(report: &Report, state: &mut State, judged: &[Judged]) -> Option<Point> {
    let is_clock = |candidate: &DateCandidate| {
        let parts = &candidate.parts;
        let clock = parts.has(Slot::Hour) || parts.has(Slot::FourDigits);
        candidate.form == Form::Calendar && clock && !names_day(parts)
    };
    let first = &judged[0].candidate;
    if !is_clock(first) {
        return None;
    }
    let stop = report.words.sentence(first.first as usize).1.min((first.end + AHEAD) as usize);
    let next = judged[1..].iter().take(2).map(|judged| &judged.candidate).find(|next| !is_clock(next))?;
    let named = next.form == Form::Calendar && names_day(&next.parts) && !next.parts.has(Slot::Hour);
    if !named || next.first as usize >= stop {
        return None;
    }
    match fields(report, state, next) {
        Fields::Point(point @ Point::Day(_), _) => Some(point),
        _ => None,
    }
}

fn names_day(parts: &Parts) -> bool {
    parts.has(Slot::Day) || parts.has(Slot::Weekday) || parts.has(Slot::Direction)
}

/// A day with a time of day.
pub(super) fn time(parts: &Parts, day: Option<Point>, relative: bool) -> Option<Found> {
    let time = time_of(parts)?;
    let value = day.map(|day| format!("{}{time}", day.value()));
    Some(Found { kind: TimexKind::Time, value, point: day, relative })
}

/// `T05:30`, `TMO`.
fn time_of(parts: &Parts) -> Option<String> {
    let (hour, minute) = match parts.get(Slot::FourDigits) {
        Some(digits) => (Some(digits / 100), Some(digits % 100)),
        None => (parts.get(Slot::Hour), parts.get(Slot::Minute)),
    };
    let Some(mut hour) = hour else {
        return Some(format!("T{}", code::PARTS.get(usize::try_from(parts.get(Slot::Part)?).ok()?.checked_sub(1)?)?));
    };
    let minute = minute.unwrap_or(0);
    let half = parts.get(Slot::HalfDay).or_else(|| {
        // "4 in the morning", "8 in the evening"
        let part = parts.get(Slot::Part)?;
        Some(if part == code::part("MO") || (part == code::part("NI") && hour < 5) { 0 } else { 12 })
    });
    match half {
        Some(_) if hour > 12 => {}
        Some(0) if hour == 12 => hour = 0,
        Some(12) if hour < 12 => hour += 12,
        _ => {}
    }
    if hour > 24 || minute > 59 || (hour == 24 && minute > 0) {
        return None;
    }
    let second = parts.get(Slot::Second).map(|second| format!(":{second:02}")).unwrap_or_default();
    let zone = if parts.get(Slot::Zone) == Some(1) { "Z" } else { "" };
    Some(format!("T{hour:02}:{minute:02}{second}{zone}"))
}

/// The day right before in "Monday and Tuesday".
fn series_before(report: &Report, state: &State, candidate: &DateCandidate) -> Option<Date> {
    let (end, point) = state.before?;
    let joined = end + 1 == candidate.first && report.mask(end as usize).has(report.knowledge.around.series);
    match point {
        Point::Day(date) if joined => Some(date),
        _ => None,
    }
}

enum Fields {
    /// The period, and whether it was counted from the anchor.
    Point(Point, bool),
    /// There is no anchor to count from.
    Unknown,
    /// No calendar has it.
    Impossible,
}

impl Fields {
    fn of(point: Option<Point>, relative: bool) -> Fields {
        point.map_or(Fields::Impossible, |point| Fields::Point(point, relative))
    }
}

fn fields(report: &Report, state: &State, candidate: &DateCandidate) -> Fields {
    let parts = &candidate.parts;
    let get = |slot| parts.get(slot);
    let year = year_of(parts);
    match (year, get(Slot::Month), get(Slot::Day)) {
        (Some(year), Some(month), Some(day)) => days(parts, point::day(year, month, day), false),
        (None, Some(month), Some(day)) => match report.anchor {
            Some(anchor) => days(parts, near_day(report, candidate, anchor, month, day), true),
            // 29 February is the last day that some year has.
            None if point::day(2000, month, day).is_none() => Fields::Impossible,
            None => Fields::Unknown,
        },
        (year, Some(month), None) => {
            let (year, relative) = match (year, report.anchor) {
                (Some(year), _) => (year, false),
                (None, Some(anchor)) => (month_year(report, candidate, anchor, month), true),
                (None, None) => return Fields::Unknown,
            };
            if let Some(nth) = get(Slot::Ordinal) {
                return Fields::of(week_of(parts, year, month, nth), relative);
            }
            Fields::of(point::day(year, month, 1).map(|day| Point::Month(day.year(), day.month())), relative)
        }
        (Some(year), None, _) => Fields::of(part_of_year(parts, year), false),
        (None, None, _) => match (report.anchor, get(Slot::Weekday), get(Slot::Season)) {
            (None, ..) => Fields::Unknown,
            (Some(anchor), Some(wanted), _) => {
                let Some(wanted) = weekday(wanted) else { return Fields::Impossible };
                let date = match (series_before(report, state, candidate), report.tense(candidate)) {
                    (Some(before), _) if before > anchor => weekday_after(before, wanted),
                    (_, Tense::Future) => weekday_after(anchor, wanted),
                    _ => weekday_before(anchor, wanted),
                };
                Fields::of(date.map(Point::Day), true)
            }
            (Some(anchor), None, Some(season)) => Fields::Point(Point::Season(anchor.year(), season as i8), true),
            (Some(anchor), None, None) => {
                Fields::of(plus_days(anchor, i64::from(get(Slot::Direction).unwrap_or(0))).map(Point::Day), true)
            }
        },
    }
}

/// The day of that month and day which the sentence means: the nearest one, unless it lies a
/// quarter of a year away on the side that the sentence does not speak of.
fn near_day(report: &Report, candidate: &DateCandidate, anchor: Date, month: i32, day: i32) -> Option<Date> {
    const FAR: i64 = 90;
    let near = nearest(anchor, month, day)?;
    let apart = point::days_between(anchor, near);
    let beside = |years: i32| point::day(i32::from(near.year()) + years, month, day);
    match candidate.parts.get(Slot::Direction) {
        Some(-1) if apart >= 0 => return beside(-1),
        Some(_) => return Some(near),
        None => {}
    }
    match report.tense(candidate) {
        Tense::Past if apart > FAR => beside(-1),
        Tense::Future if apart < -FAR => beside(1),
        _ => Some(near),
    }
}

/// One day, or the days of a range, or the week of a day.
fn days(parts: &Parts, first: Option<Date>, relative: bool) -> Fields {
    let Some(first) = first else { return Fields::Impossible };
    if parts.get(Slot::Mode) == Some(1) {
        return Fields::of(Point::around(code::unit("week"), first), relative);
    }
    let Some(end) = parts.get(Slot::DayEnd) else { return Fields::Point(Point::Day(first), relative) };
    let last = point::day(i32::from(first.year()), i32::from(first.month()), end);
    Fields::of(last.filter(|last| *last > first).map(|last| Point::Days(first, last)), relative)
}

/// The year of a month that is named without one.
fn month_year(report: &Report, candidate: &DateCandidate, anchor: Date, month: i32) -> i32 {
    let year = i32::from(anchor.year());
    // Months from the anchor's to the next one of that name.
    let ahead = (month - i32::from(anchor.month())).rem_euclid(12);
    let next = year + (i32::from(anchor.month()) - 1 + ahead) / 12;
    let before = report.word_before(candidate);
    let around = &report.knowledge.around;
    let bound = |class| before.is_some_and(|at| report.mask(at).has(class));
    let tense = match () {
        () if bound(around.since) => Tense::Past,
        () if bound(around.until) && ahead <= 6 => Tense::Future,
        () => report.tense(candidate),
    };
    match (ahead, tense) {
        (0, _) => year,
        // The next two months are spoken of as what lies ahead, those of last year are not.
        (1..=2, _) if !bound(around.since) => next,
        (_, Tense::Future) => next,
        _ => next - 1,
    }
}

/// The nth week or weekend of a month.
fn week_of(parts: &Parts, year: i32, month: i32, nth: i32) -> Option<Point> {
    // The first week is the first that lies in the month with most of its days.
    let first = point::day(year, month, 4)?;
    let week = Point::around(parts.get(Slot::Unit)?, first)?;
    week.step(nth - 1)
}

fn part_of_year(parts: &Parts, year: i32) -> Option<Point> {
    let of = point::day(year, 1, 1)?.year();
    if let Some(season) = parts.get(Slot::Season) {
        return Some(Point::Season(of, season as i8));
    }
    if let Some(half) = parts.get(Slot::Half) {
        return Some(Point::Half(of, half as i8));
    }
    if let Some(end) = parts.get(Slot::YearEnd) {
        let last = year - year % 100 + end;
        let last = if last <= year { last + 100 } else { last };
        if last - year > LONGEST_RANGE {
            return None;
        }
        return point::day(last, 1, 1).map(|last| Point::Years(of, last.year()));
    }
    Some(Point::Year(of))
}

/// The order that the document's own unambiguous numeric dates show.
pub(super) fn order_of(judged: &[Judged]) -> Option<Order> {
    judged.iter().filter(|judged| judged.candidate.form == Form::Numeric).find_map(|judged| {
        let parts = &judged.candidate.parts;
        match (parts.get(Slot::Month)? > 12, parts.get(Slot::Day)? > 12) {
            (true, false) => Some(Order::DayFirst),
            (false, true) => Some(Order::MonthFirst),
            _ => None,
        }
    })
}

/// Two numbers and a year.
pub(super) fn numeric(report: &Report, state: &mut State, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let (one, two, year) = (parts.get(Slot::Month)?, parts.get(Slot::Day)?, year_of(parts)?);
    let dotted = candidate.end - candidate.first == 1;
    let month_first = point::day(year, one, two);
    let day_first = point::day(year, two, one);
    let date = match report.order {
        _ if dotted => day_first.or(month_first),
        Order::MonthFirst => month_first.or(day_first),
        Order::DayFirst => day_first.or(month_first),
    }?;
    if let (false, Some(other)) = (dotted || one == two, month_first.and(day_first)) {
        let other = if other == date { month_first? } else { other };
        let text = candidate.span.of(report.text);
        state.warnings.push(format!("\"{text}\" is read as {date}; it may be {other}"));
    }
    Some(Found::point(Some(Point::Day(date)), false))
}

/// A holiday: of the year named, else the one that the sentence speaks of, else the latest.
pub(super) fn holiday(report: &Report, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let holiday = report.knowledge.holidays.get(parts.get(Slot::Holiday)?)?;
    let first = |year: i16| super::holiday::first_day(holiday.when, year);
    let (date, relative) = match (parts.get(Slot::Year), report.anchor) {
        (Some(year), _) => (first(i16::try_from(year).ok()?)?, false),
        (None, None) => return Some(Found::point(None, true)),
        (None, Some(anchor)) => {
            let year = anchor.year();
            let around = [year - 1, year, year + 1].into_iter().filter_map(first);
            let date = match parts.get(Slot::Direction) {
                Some(-1) => around.filter(|date| *date < anchor).max(),
                Some(0) => first(year),
                Some(1) => around.filter(|date| *date > anchor).min(),
                _ if report.tense(candidate) == Tense::Future => around.filter(|date| *date >= anchor).min(),
                _ => around.min_by_key(|date| {
                    // What lies ahead of the anchor is mentioned some weeks before at most.
                    let days = point::days_between(anchor, *date);
                    if days > 0 { days * 3 } else { -days }
                }),
            };
            (date?, true)
        }
    };
    let point = match holiday.days {
        1 => Point::Day(date),
        days => Point::Days(date, plus_days(date, i64::from(days) - 1)?),
    };
    Some(Found::point(Some(point), relative))
}

/// "the 1990s", "the '80s", "the nineties".
pub(super) fn decade(report: &Report, candidate: &DateCandidate) -> Option<Found> {
    let parts = &candidate.parts;
    let short = |tens: i32| {
        // The decade before the anchor's, or its own, that ends in these digits.
        let now = report.anchor.map_or(2000, |anchor| i32::from(anchor.year())) / 10;
        now - (now - tens).rem_euclid(10)
    };
    let decade = match (parts.get(Slot::Year), parts.get(Slot::YearShort), parts.get(Slot::Number)) {
        (Some(year), ..) => year / 10,
        (_, Some(two), _) => short(two / 10),
        (_, _, Some(tens)) => short(tens),
        _ => return None,
    };
    Some(Found::point(Some(Point::Decade(i16::try_from(decade).ok()?)), false))
}

/// "the 20th century" is 19.
pub(super) fn century(candidate: &DateCandidate) -> Option<Found> {
    let nth = candidate.parts.get(Slot::Day)?;
    Some(Found::point(Some(Point::Century(i16::try_from(nth).ok()?.checked_sub(1)?)), false))
}
