//! Calendar periods, and how TIMEX3 writes them.
//!
//! Takes: calendar numbers. Gives: [`Point`], a period of one grain, with value, first and last
//! day, and the periods beside it. Promises: every period exists in the calendar; weeks are those
//! of ISO 8601. Refuses: years before 1 and after 9999, and 30 February: there is no such point.

use jiff::ToSpan;
use jiff::civil::{Date, ISOWeekDate, Weekday};

use crate::timeform::code;

/// A period of the calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Point {
    /// One day.
    Day(Date),
    /// From one day to another.
    Days(Date, Date),
    /// The week that begins on this Monday.
    Week(Date),
    /// Saturday and Sunday of the week that begins on this Monday.
    Weekend(Date),
    /// Year and month.
    Month(i16, i8),
    /// Year and quarter.
    Quarter(i16, i8),
    /// Year and half.
    Half(i16, i8),
    /// Year and season (1 = spring).
    Season(i16, i8),
    /// One year.
    Year(i16),
    /// From one year to another.
    Years(i16, i16),
    /// A year over ten.
    Decade(i16),
    /// A year over a hundred.
    Century(i16),
}

/// The day of year, month and day, if there is one.
pub fn day(year: i32, month: i32, day: i32) -> Option<Date> {
    let year = i16::try_from(year).ok().filter(|year| (1..=9998).contains(year))?;
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok()
}

/// A date some days later (earlier where negative).
pub fn plus_days(date: Date, days: i64) -> Option<Date> {
    date.checked_add(days.checked_rem(4_000_000).filter(|kept| *kept == days)?.days()).ok().filter(in_range)
}

fn in_range(date: &Date) -> bool {
    (1..=9998).contains(&date.year())
}

fn monday(date: Date) -> Option<Date> {
    plus_days(date, -i64::from(date.weekday().to_monday_zero_offset()))
}

fn year(year: i32) -> Option<i16> {
    i16::try_from(year).ok().filter(|year| (1..=9998).contains(year))
}

impl Point {
    /// The period of a unit (number in [`code::UNITS`]) that holds a day.
    pub fn around(unit: i32, date: Date) -> Option<Point> {
        Some(match code::UNITS.get(usize::try_from(unit).ok()?.checked_sub(1)?).copied()? {
            "week" | "fortnight" => Point::Week(monday(date)?),
            "weekend" => Point::Weekend(monday(date)?),
            "month" => Point::Month(date.year(), date.month()),
            "quarter" => Point::Quarter(date.year(), (date.month() + 2) / 3),
            "half" => Point::Half(date.year(), (date.month() + 5) / 6),
            "year" => Point::Year(date.year()),
            "decade" => Point::Decade(date.year() / 10),
            "century" | "millennium" => Point::Century(date.year() / 100),
            _ => Point::Day(date),
        })
    }

    /// The period of the same grain `steps` later (earlier where negative).
    pub fn step(self, steps: i32) -> Option<Point> {
        // Years, and parts of a year counted together.
        let count = |of: i16, part: i8, parts: i32| {
            let total = (i32::from(of) * parts + i32::from(part) - 1).checked_add(steps)?;
            Some((year(total.div_euclid(parts))?, (total.rem_euclid(parts) + 1) as i8))
        };
        let add = |of: i16| year(i32::from(of).checked_add(steps)?);
        Some(match self {
            Point::Day(date) => Point::Day(plus_days(date, i64::from(steps))?),
            Point::Week(date) => Point::Week(plus_days(date, 7 * i64::from(steps))?),
            Point::Weekend(date) => Point::Weekend(plus_days(date, 7 * i64::from(steps))?),
            Point::Month(of, month) => count(of, month, 12).map(|(of, month)| Point::Month(of, month))?,
            Point::Quarter(of, quarter) => count(of, quarter, 4).map(|(of, quarter)| Point::Quarter(of, quarter))?,
            Point::Half(of, half) => count(of, half, 2).map(|(of, half)| Point::Half(of, half))?,
            Point::Season(of, season) => Point::Season(add(of)?, season),
            Point::Year(of) => Point::Year(add(of)?),
            Point::Decade(of) => Point::Decade(add(of)?),
            Point::Century(of) => Point::Century(add(of)?),
            Point::Days(..) | Point::Years(..) => return None,
        })
    }

    /// The value as TIMEX3 writes it.
    pub fn value(self) -> String {
        match self {
            Point::Day(date) => date.to_string(),
            Point::Days(first, last) => format!("{first}/{last}"),
            Point::Week(date) => week(date.iso_week_date()),
            Point::Weekend(date) => format!("{}-WE", week(date.iso_week_date())),
            Point::Month(year, month) => format!("{year:04}-{month:02}"),
            Point::Quarter(year, quarter) => format!("{year:04}-Q{quarter}"),
            Point::Half(year, half) => format!("{year:04}-H{half}"),
            Point::Season(year, season) => format!("{year:04}-{}", code::SEASONS[season as usize - 1]),
            Point::Year(year) => format!("{year:04}"),
            Point::Years(first, last) => format!("{first:04}/{last:04}"),
            Point::Decade(decade) => format!("{decade:03}"),
            Point::Century(century) => format!("{century:02}"),
        }
    }

    /// First and last day, where the period names days; winter does not say of which two years.
    pub fn days(self) -> Option<(Date, Date)> {
        let months = |year: i16, first: i8, count: i8| {
            let first = Date::new(year, first, 1).ok()?;
            Some((first, Date::new(year, first.month() + count - 1, 1).ok()?.last_of_month()))
        };
        match self {
            Point::Day(date) => Some((date, date)),
            Point::Days(first, last) => Some((first, last)),
            Point::Week(date) => Some((date, plus_days(date, 6)?)),
            Point::Weekend(date) => Some((plus_days(date, 5)?, plus_days(date, 6)?)),
            Point::Month(year, month) => months(year, month, 1),
            Point::Quarter(year, quarter) => months(year, quarter * 3 - 2, 3),
            Point::Half(year, half) => months(year, half * 6 - 5, 6),
            Point::Season(_, 4) => None,
            Point::Season(year, season) => months(year, season * 3, 3),
            Point::Year(year) => months(year, 1, 12),
            Point::Years(first, last) => Some((Date::new(first, 1, 1).ok()?, Date::new(last, 12, 31).ok()?)),
            Point::Decade(decade) => years(i32::from(decade) * 10, 9),
            Point::Century(century) => years(i32::from(century) * 100, 99),
        }
    }

    /// A day that the period is reckoned from when another expression refers to it.
    pub fn day(self) -> Option<Date> {
        match self {
            Point::Season(year, 4) => Date::new(year, 1, 1).ok(),
            point => point.days().map(|(first, _)| first),
        }
    }
}

fn years(first: i32, more: i32) -> Option<(Date, Date)> {
    Some((day(first.max(1), 1, 1)?, day(first + more, 12, 31)?))
}

fn week(week: ISOWeekDate) -> String {
    format!("{:04}-W{:02}", week.year(), week.week())
}

/// The weekday of that number, 1 = Monday.
pub fn weekday(number: i32) -> Option<Weekday> {
    Weekday::from_monday_one_offset(i8::try_from(number).ok()?).ok()
}

/// The latest day of that weekday on or before `date`.
pub fn weekday_before(date: Date, wanted: Weekday) -> Option<Date> {
    plus_days(date, -i64::from(wanted.until(date.weekday())))
}

/// The first day of that weekday on or after `date`.
pub fn weekday_after(date: Date, wanted: Weekday) -> Option<Date> {
    plus_days(date, i64::from(date.weekday().until(wanted)))
}

/// Days from one date to another.
pub fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(i64::MAX, |span| i64::from(span.get_days()))
}
