//! Words with digits: their classes by shape alone.
//!
//! Takes: the text of one word. Gives: [`DigitWord`]. Promises: time linear in the first
//! [`LONGEST`] bytes of the word; what the shape does not fix in the calendar (`31` may be a day
//! or a number) gets every class it may have. Refuses: longer words.

use crate::knowledge::dates::classes::{Basic, Mask};
use crate::knowledge::dates::words::{DateWords, Role};
use crate::timeform::Slot;

/// A longer word is no date.
const LONGEST: usize = 16;

/// A word with digits as the rules see it.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DigitWord {
    /// Its classes.
    pub(super) mask: Mask,
    /// Its number.
    pub(super) value: i32,
    /// Slots that it fills whatever class it is read as, besides the one that the rule says.
    pub(super) also: [Option<(Slot, i32)>; 6],
}

impl DigitWord {
    fn add(&mut self, class: Basic) {
        self.mask.add(class.id());
    }

    fn also(&mut self, slot: Slot, value: i32) {
        if let Some(free) = self.also.iter_mut().find(|also| also.is_none()) {
            *free = Some((slot, value));
        }
    }
}

/// Classes of the word `text`.
pub(super) fn read(text: &str, words: &DateWords) -> DigitWord {
    let mut word = DigitWord::default();
    if text.len() > LONGEST || !text.is_ascii() {
        return word;
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let letters = text.bytes().filter(u8::is_ascii_alphabetic).count();
    if digits == text.len() {
        plain(text, &mut word);
    } else if letters == 0 {
        marked(text, &mut word);
    } else {
        lettered(text, digits, words, &mut word);
    }
    word
}

fn number(text: &str) -> i32 {
    text.parse().unwrap_or(i32::MAX)
}

/// Digits and nothing else.
fn plain(text: &str, word: &mut DigitWord) {
    let value = number(text);
    word.value = value;
    if text.len() <= 6 {
        word.add(Basic::Number);
    }
    match text.len() {
        1 | 2 => {
            let two = text.len() == 2;
            word.add(Basic::OneTwo);
            for (class, holds) in [
                (Basic::Day, (1..=31).contains(&value)),
                (Basic::Hour, value <= 24),
                (Basic::MonthTwo, two && (1..=12).contains(&value)),
                (Basic::DayTwo, two && (1..=31).contains(&value)),
                (Basic::Minute, two && value < 60),
                (Basic::YearShort, two),
            ] {
                if holds {
                    word.add(class);
                }
            }
        }
        4 => {
            if (1000..3000).contains(&value) {
                word.add(Basic::Year);
            }
            if is_clock(value) {
                word.add(Basic::FourDigits);
            }
        }
        8 => {
            let (year, month, day) = (value / 10_000, value / 100 % 100, value % 100);
            if (1900..2100).contains(&year) && (1..=12).contains(&month) && (1..=31).contains(&day) {
                word.add(Basic::YearMonthDay);
                word.also(Slot::Year, year);
                word.also(Slot::Month, month);
                word.also(Slot::Day, day);
            }
        }
        _ => {}
    }
}

fn is_clock(value: i32) -> bool {
    value <= 2400 && value % 100 < 60
}

/// Digits and marks: `1,500`, `5.30`, `16.10.2023`, `2.5`.
fn marked(text: &str, word: &mut DigitWord) {
    let mut groups = [0; 3];
    let mut count = 0;
    for group in text.split('.') {
        if count == 3 || group.is_empty() || !group.bytes().all(|b| b.is_ascii_digit()) {
            count = 0;
            break;
        }
        groups[count] = number(group);
        count += 1;
    }
    let last = text.rsplit('.').next().map_or(0, str::len);
    match count {
        3 if (1..=31).contains(&groups[0]) && (1..=31).contains(&groups[1]) && matches!(last, 2 | 4) => {
            word.add(Basic::Dotted);
            word.also(Slot::Month, groups[0]);
            word.also(Slot::Day, groups[1]);
            word.also(if last == 4 { Slot::Year } else { Slot::YearShort }, groups[2]);
        }
        2 => {
            if last == 2 && groups[0] <= 24 && groups[1] < 60 {
                word.add(Basic::HourDot);
            }
            if last == 1 && groups[0] < 10_000 {
                // 2.5: the number in front, the tenths beside it.
                word.add(Basic::Number);
                word.also(Slot::Tenths, groups[1]);
                word.value = groups[0];
                return;
            }
            word.value = groups[0].saturating_mul(100).saturating_add(groups[1]);
        }
        _ => {
            let plain: String = text.chars().filter(|&c| c != ',').collect();
            if plain.len() <= 7 && plain.bytes().all(|b| b.is_ascii_digit()) {
                word.add(Basic::Number);
                word.value = number(&plain);
            }
        }
    }
}

/// Digits with letters: `16th`, `1980s`, `5pm`, `Q3`, `16T05`, `121530ZOCT23`.
fn lettered(text: &str, digits: usize, words: &DateWords, word: &mut DigitWord) {
    let split = text.bytes().position(|b| b.is_ascii_digit()).unwrap_or(0);
    if split > 0 {
        let (letters, rest) = text.split_at(split);
        if rest.len() == digits {
            before(letters, rest, words, word);
        }
        return;
    }
    let split = text.bytes().position(|b| b.is_ascii_alphabetic()).unwrap_or(text.len());
    let (number_text, letters) = text.split_at(split);
    if letters.bytes().all(|b| b.is_ascii_alphabetic()) {
        after(number_text, letters, words, word);
    } else if split == 6 {
        date_time_group(text, words, word);
    } else if let Some((day, hour)) = text.split_once('T').filter(|(day, hour)| day.len() == 2 && hour.len() == 2) {
        word.value = number(day);
        word.add(Basic::DayHour);
        word.also(Slot::Hour, number(hour));
    }
}

/// Letters in front of digits.
fn before(letters: &str, digits: &str, words: &DateWords, word: &mut DigitWord) {
    let value = number(digits);
    let Some(affix) = words.affix(letters, false) else { return };
    let class = match (affix.role, digits.len()) {
        (Role::Quarter, 1) if (1..=4).contains(&value) => Basic::Quarter,
        (Role::Half, 1) if (1..=2).contains(&value) => Basic::Half,
        (Role::Fiscal, 4) if (1900..2100).contains(&value) => Basic::FiscalYear,
        (Role::Fiscal, 2) => Basic::FiscalYearShort,
        _ => return,
    };
    word.value = value;
    word.add(class);
}

/// Letters behind digits.
fn after(digits: &str, letters: &str, words: &DateWords, word: &mut DigitWord) {
    let Some(affix) = words.affix(letters, true) else { return };
    let len = digits.len();
    let value = if digits.contains('.') {
        let mut dotted = DigitWord::default();
        marked(digits, &mut dotted);
        if affix.role == Role::HalfDay && dotted.mask.has(Basic::HourDot.id()) {
            word.value = dotted.value;
            word.add(Basic::HourDotHalf);
            word.also(Slot::HalfDay, affix.value);
        }
        return;
    } else {
        number(digits)
    };
    word.value = value;
    match affix.role {
        Role::Ordinal if (1..=31).contains(&value) => word.add(Basic::DayOrdinal),
        Role::Decade if len == 4 && value % 10 == 0 && (1000..2100).contains(&value) => word.add(Basic::Decade),
        Role::Decade if len == 2 && value % 10 == 0 => word.add(Basic::DecadeShort),
        Role::HalfDay => {
            word.also(Slot::HalfDay, affix.value);
            if (1..=12).contains(&value) && len <= 2 {
                word.add(Basic::HourHalf);
            }
            if len == 2 && value < 60 {
                word.add(Basic::MinuteHalf);
            }
        }
        Role::Zone => {
            word.also(Slot::Zone, affix.value);
            if len == 4 && is_clock(value) {
                word.add(Basic::FourDigitsZone);
            }
            if len == 2 && value < 60 {
                word.add(Basic::MinuteZone);
            }
        }
        Role::Hours if len == 4 && is_clock(value) => word.add(Basic::FourDigitsZone),
        Role::Quarter if len == 1 && (1..=4).contains(&value) => word.add(Basic::Quarter),
        _ => {}
    }
}

/// `DDHHMM`, a zone letter, a month's first three letters, two digits of the year.
fn date_time_group(text: &str, words: &DateWords, word: &mut DigitWord) {
    let tail = text.len().checked_sub(5).filter(|&at| at == 7).and_then(|at| text.get(at..));
    let Some((month, year)) = tail.map(|tail| tail.split_at(3)) else { return };
    let zone = text.as_bytes()[6].to_ascii_uppercase();
    if !year.bytes().all(|b| b.is_ascii_digit()) || !month.bytes().all(|b| b.is_ascii_alphabetic()) {
        return;
    }
    let Some(month) = words.month(month) else { return };
    let (day, clock) = (number(&text[..2]), number(&text[2..6]));
    if !(1..=31).contains(&day) || !is_clock(clock) || !zone.is_ascii_alphabetic() {
        return;
    }
    word.add(Basic::DateTimeGroup);
    word.also(Slot::Day, day);
    word.also(Slot::FourDigits, clock);
    word.also(Slot::Month, month);
    word.also(Slot::YearShort, number(year));
    word.also(Slot::Zone, if zone == b'Z' { 1 } else { 2 });
}
