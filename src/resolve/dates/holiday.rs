//! When holidays are.
//!
//! Takes: a rule of `holidays.csv` and a year. Gives: the first day. Promises: Easter is that of
//! the Gregorian calendar; Islamic dates are those of the tabular calendar, which observation may
//! move by a day. Refuses: years in which there is no such day.

use jiff::civil::Date;

use super::point::{day, plus_days, weekday, weekday_after};
use crate::knowledge::dates::holidays::When;

/// The first day of a holiday in a year.
pub(super) fn first_day(when: When, year: i16) -> Option<Date> {
    let of = i32::from(year);
    match when {
        When::Fixed(month, date) => day(of, i32::from(month), i32::from(date)),
        When::Easter(days) => plus_days(easter(of)?, i64::from(days)),
        When::Weekday(month, wanted, 5) => {
            let last = day(of, i32::from(month), 1)?.last_of_month();
            super::point::weekday_before(last, weekday(i32::from(wanted))?)
        }
        When::Weekday(month, wanted, nth) => {
            let first = weekday_after(day(of, i32::from(month), 1)?, weekday(i32::from(wanted))?)?;
            plus_days(first, 7 * (i64::from(nth) - 1))
        }
        When::Election(month) => plus_days(weekday_after(day(of, i32::from(month), 1)?, weekday(1)?)?, 1),
        When::Hijri(month, date) => hijri(of, i64::from(month), i64::from(date)),
    }
}

/// Easter Sunday (the anonymous Gregorian algorithm).
fn easter(year: i32) -> Option<Date> {
    let (a, b, c) = (year % 19, year / 100, year % 100);
    let g = (8 * b + 13) / 25;
    let h = (19 * a + b - b / 4 - g + 15) % 30;
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
    let m = (a + 11 * h + 22 * l) / 451;
    let n = h + l - 7 * m + 114;
    day(year, n / 31, n % 31 + 1)
}

/// The day of the tabular Islamic calendar that falls into a year, the first of two.
fn hijri(year: i32, month: i64, date: i64) -> Option<Date> {
    // 1 Muharram of year 1 is 19 July 622 (Gregorian, proleptic).
    let epoch = day(622, 7, 19)?;
    let about = (i64::from(year) - 622) * 33 / 32;
    (about - 1..=about + 2)
        .filter(|hijri| *hijri >= 1)
        .filter_map(|hijri| {
            let days = (hijri - 1) * 354 + (3 + 11 * hijri) / 30 + (59 * (month - 1) + 1) / 2 + date - 1;
            plus_days(epoch, days)
        })
        .find(|found| i32::from(found.year()) == year)
}
