//! Where the dateline is: "TOKYO, Oct. 16 (Agency) -".
//!
//! Takes: words with sentences, and what the lexicon and date knowledge say of them. Gives:
//! `words.dateline` and [`Place::DATELINE`] on its words. Promises: looks at the first
//! `PARAGRAPHS` paragraphs only; a dateline starts a paragraph with a place in capitals (or two
//! capitalised words with a comma), holds month and day, and ends with a dash or a bracket.
//! Refuses: datelines without a date (nothing reads them for one).

use crate::words::{Gap, Place, Words};

/// Paragraphs from the top in which a dateline may start.
const PARAGRAPHS: usize = 6;
/// Words of the longest dateline.
const LONGEST: usize = 12;

/// Marks the dateline, where `is_month` tells the words that are months.
pub fn mark(words: &mut Words, is_month: impl Fn(&crate::words::Word) -> bool) {
    words.dateline = None;
    let mut paragraphs = 0;
    let mut at = 0;
    while at < words.list.len() && paragraphs < PARAGRAPHS {
        if words.list[at].gap.has(Gap::PARAGRAPH.or(Gap::LINE)) || at == 0 {
            if words.list[at].gap.has(Gap::PARAGRAPH) {
                paragraphs += 1;
            }
            if let Some(end) = dateline(words, at, &is_month) {
                words.dateline = Some((at as u32, end as u32));
                for word in &mut words.list[at..end] {
                    word.place.add(Place::DATELINE);
                }
                return;
            }
        }
        at += 1;
    }
}

/// Where the dateline that starts at word `first` ends.
fn dateline(words: &Words, first: usize, is_month: &impl Fn(&crate::words::Word) -> bool) -> Option<usize> {
    let list = &words.list;
    if !list[first].is_capital() || is_month(&list[first]) {
        return None;
    }
    let last = (first + LONGEST).min(list.len());
    let month = (first + 1..last).find(|&at| is_month(&list[at]))?;
    let inner = first + 1..month;
    let breaks = Gap::PARAGRAPH.or(Gap::END).or(Gap::DASH).or(Gap::COLON).or(Gap::QUOTE);
    if inner.clone().any(|at| list[at].gap.has(breaks) || list[at].is_lower()) || list[month].gap.has(breaks) {
        return None;
    }
    let comma = list[month].gap.has(Gap::COMMA);
    let day = month + 1;
    if !comma || day >= list.len() || !list[day].has_digit() || !words.list[day].gap.has(Gap::SPACE) {
        return None;
    }
    // A year, then the agency in brackets, then a dash.
    let stop = (day + 6).min(list.len());
    let closes = |gap: Gap| gap.has(Gap::DASH) || (gap.has(Gap::HYPHEN) && gap.has(Gap::SPACE));
    (day..stop).find(|&at| closes(words.gap_after(at))).map(|at| at + 1)
}
