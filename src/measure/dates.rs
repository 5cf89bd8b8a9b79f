//! Dates alone, from text to values: for benchmarks, fuzzing and tests.
//!
//! Takes: a text. Gives: its resolved dates, and [`fuzz`], which holds them to their promises.
//! Promises: the same stages in the same order as `extractor.rs`, without names. Refuses: to be
//! part of a run.

use jiff::civil::{Date, Time};

use crate::error::Result;
use crate::find;
use crate::judge;
use crate::knowledge::dates::{DateKnowledge, Sources};
use crate::knowledge::lexicon::Lexicon;
use crate::resolve::dates::{self, Order, Resolved, Settings};
use crate::segment;
use crate::timeform::{DateCandidate, code};
use crate::words::Words;

/// Least score of a kept expression.
const LEAST: f64 = 0.5;

/// The date knowledge and the lexicon it is registered in.
#[derive(Debug)]
pub struct Dates {
    lexicon: Lexicon,
    knowledge: DateKnowledge,
}

impl Dates {
    /// With the knowledge that comes with the program.
    ///
    /// # Errors
    /// As [`DateKnowledge::builtin`].
    pub fn builtin() -> Result<Dates> {
        Dates::new(&crate::knowledge::dates::BUILTIN)
    }

    /// With other knowledge.
    ///
    /// # Errors
    /// As [`DateKnowledge::new`].
    pub fn new(sources: &Sources) -> Result<Dates> {
        let mut lexicon = Lexicon::default();
        let knowledge = DateKnowledge::new(sources, &mut lexicon)?;
        Ok(Dates { lexicon, knowledge })
    }

    /// Splits a text into words and marks its dateline.
    pub fn segment(&self, text: &str, words: &mut Words) {
        segment::scan::scan(text, &self.lexicon, words);
        segment::sentences::mark(words, &self.lexicon);
        segment::dateline::mark(words, |word| self.knowledge.is_month(&self.lexicon, word));
    }

    /// Recognition and resolution of a text that is split into words. `candidates` is memory only.
    pub fn resolve(
        &self,
        text: &str,
        words: &Words,
        date: Option<Date>,
        order: Option<Order>,
        candidates: &mut Vec<DateCandidate>,
    ) -> (Vec<Resolved>, Vec<String>) {
        candidates.clear();
        find::dates::find(text, words, &self.lexicon, &self.knowledge, candidates);
        let judged = judge::dates::judge(text, words, &self.lexicon, &self.knowledge, candidates, LEAST, false);
        let anchor = dates::anchor(words, &judged, date);
        dates::resolve(text, words, &self.lexicon, &self.knowledge, Settings { anchor, order }, judged)
    }

    /// The dates of a text, and warnings.
    pub fn run(&self, text: &str, date: Option<Date>, order: Option<Order>) -> (Vec<Resolved>, Vec<String>) {
        let mut words = Words::default();
        self.segment(text, &mut words);
        self.resolve(text, &words, date, order, &mut Vec::new())
    }
}

/// Reads bytes as a text, in a report with and without a date, and holds the dates to their
/// promises. The fuzz target and the test over kept inputs call this.
///
/// # Panics
/// Where a promise is broken: that is what fuzzing looks for.
pub fn fuzz(dates: &Dates, data: &[u8]) {
    let text = String::from_utf8_lossy(data);
    for date in [None, Date::new(2024, 2, 29).ok(), Date::new(1, 1, 1).ok(), Date::new(9998, 12, 31).ok()] {
        let (found, _) = dates.run(&text, date, None);
        if let Err(broken) = check(&text, &found) {
            panic!("{broken} in {text:?}");
        }
    }
}

/// The promises that hold for any text: spans in order, values that exist, days in order.
///
/// # Errors
/// The first promise that is broken, in words.
pub fn check(text: &str, found: &[Resolved]) -> std::result::Result<(), String> {
    let mut end = 0;
    for found in found {
        if found.span.start < end || found.span.of(text).is_empty() {
            return Err(format!("{:?} overlaps or is empty", found.span));
        }
        end = found.span.end;
        if let Some(value) = found.timex.value.as_deref().filter(|value| !is_value(value)) {
            return Err(format!("the value {value}"));
        }
        if matches!((found.timex.first, found.timex.last), (Some(first), Some(last)) if first > last) {
            return Err("first day after last".to_string());
        }
    }
    Ok(())
}

/// A reference, a length, a set, or a calendar value that exists.
fn is_value(value: &str) -> bool {
    let open = value.contains('X') || value.starts_with(['P', 'T']) || value.ends_with("_REF");
    open || value.split('/').all(is_calendar_value)
}

fn is_calendar_value(value: &str) -> bool {
    let (day, clock) = value.split_once('T').map_or((value, None), |(day, clock)| (day, Some(clock)));
    let within = |digits: &str, most: u8| digits.parse::<u8>().is_ok_and(|number| (1..=most).contains(&number));
    let parts: Vec<&str> = day.split('-').collect();
    let part_holds = |part: &str| {
        code::SEASONS.contains(&part)
            || match part.split_at(usize::from(part.starts_with(['W', 'Q', 'H']))) {
                ("W", week) if week.len() == 2 => within(week, 53),
                ("Q", quarter) => within(quarter, 4),
                ("H", half) => within(half, 2),
                (_, month) => month.len() == 2 && within(month, 12),
            }
    };
    let day_holds = match parts[..] {
        [year] => (2..=4).contains(&year.len()) && year.parse::<u16>().is_ok(),
        [_, part] => part_holds(part),
        [_, week, "WE"] => week.starts_with('W') && part_holds(week),
        _ => day.parse::<Date>().is_ok(),
    };
    let clock_holds = clock.is_none_or(|clock| {
        let clock = clock.trim_end_matches('Z');
        code::PARTS.contains(&clock) || clock == "24:00" || clock.parse::<Time>().is_ok()
    });
    day_holds && clock_holds
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_calendar_has_is_no_value() {
        for value in [
            "2023-10-16",
            "2023-W41",
            "2023-W41-WE",
            "2023-Q3",
            "1711-WI",
            "198",
            "19",
            "1986/1990",
            "2023-10-16T05:30Z",
        ] {
            assert!(is_value(value), "{value}");
        }
        for value in ["2023-02-30", "2023-W54", "2023-13", "2023-Q5", "2023-10-16T25:00", "2023-10-16TXX0", "20230"] {
            assert!(value.contains('X') || !is_value(value), "{value}");
        }
    }
}
