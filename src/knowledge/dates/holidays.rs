//! Holidays: their names, and which day of a year they are.
//!
//! Takes: `holidays.csv` (name, when, days). `when` is `MM-DD`, `easter+N`, `hijri-MM-DD`,
//! `MM-WEEKDAY-N` (N = `last` for the last), or `MM-election` (the Tuesday after the first
//! Monday). Gives: [`Holidays`]. Promises: names are compared as the finder compares words.
//! Refuses: a `when` of any other form.

use super::pattern::Pattern;
use super::table;
use crate::error::{Error, Result};
use crate::timeform::Slot;

/// When a holiday is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Month and day.
    Fixed(i8, i8),
    /// Days after Easter Sunday of the western churches.
    Easter(i32),
    /// Month and day of the tabular Islamic calendar.
    Hijri(u8, u8),
    /// Month, weekday (1 = Monday), which one (5 = the last).
    Weekday(i8, i8, i8),
    /// Month: the Tuesday after its first Monday.
    Election(i8),
}

/// One row.
#[derive(Debug)]
pub struct Holiday {
    /// Its name, words with one blank between them.
    pub name: String,
    /// When it is.
    pub when: When,
    /// How many days it lasts.
    pub days: i32,
}

/// All of them.
#[derive(Debug, Default)]
pub struct Holidays {
    list: Vec<Holiday>,
}

/// Weekdays as `when` abbreviates them, from Monday.
const WEEKDAYS: [&str; 7] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];

impl Holidays {
    /// Reads `holidays.csv`.
    pub(super) fn read(text: &str) -> Result<Holidays> {
        const FILE: &str = "holidays.csv";
        let mut list = Vec::new();
        for row in table::rows(FILE, "name,when,days", text)? {
            let [name, when, days] = row.fields[..] else { unreachable!("three columns") };
            let when = parse(when)
                .ok_or_else(|| Error::new(format!("{when} is no day"), "see holidays.rs").at(FILE, row.line, 2))?;
            let days = days.parse().map_err(|_| {
                Error::new(format!("{days} is no number of days"), "write how many").at(FILE, row.line, 3)
            })?;
            list.push(Holiday { name: name.to_string(), when, days });
        }
        Ok(Holidays { list })
    }

    /// The holiday of that number, 1 and up.
    pub fn get(&self, number: i32) -> Option<&Holiday> {
        self.list.get(usize::try_from(number).ok()?.checked_sub(1)?)
    }

    /// The names as a pattern that fills the slot of the holiday.
    pub(super) fn pattern(&self) -> Pattern {
        let name = |(at, holiday): (usize, &Holiday)| {
            let mut parts = Vec::new();
            for word in holiday.name.split(' ') {
                for (nth, half) in word.split('-').enumerate() {
                    if nth > 0 {
                        parts.push(Pattern::Between(super::pattern::Between::HyphenOrSpace));
                    }
                    parts.push(Pattern::Word(half.strip_suffix("'s").unwrap_or(half).to_string()));
                }
            }
            parts.push(Pattern::Set(Slot::Holiday, at as i32 + 1));
            Pattern::Sequence(parts)
        };
        Pattern::Choice(self.list.iter().enumerate().map(name).collect())
    }
}

fn parse(when: &str) -> Option<When> {
    if let Some(days) = when.strip_prefix("easter") {
        return Some(When::Easter(days.parse().ok()?));
    }
    let (first, rest) = when.split_once('-')?;
    if first == "hijri" {
        let (month, day) = rest.split_once('-')?;
        return Some(When::Hijri(month.parse().ok()?, day.parse().ok()?));
    }
    let month = first.parse().ok().filter(|month| (1..=12).contains(month))?;
    if rest == "election" {
        return Some(When::Election(month));
    }
    if let Some((weekday, nth)) = rest.split_once('-') {
        let weekday = WEEKDAYS.iter().position(|name| *name == weekday)? as i8 + 1;
        let nth = if nth == "last" { 5 } else { nth.parse().ok().filter(|nth| (1..=5).contains(nth))? };
        return Some(When::Weekday(month, weekday, nth));
    }
    Some(When::Fixed(month, rest.parse().ok().filter(|day| (1..=31).contains(day))?))
}
