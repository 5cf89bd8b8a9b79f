//! What a line is: text, headline, byline, a line of capitals.
//!
//! Takes: scanned words with sentences. Gives: the flags of [`Place`] that concern layout.
//! Promises: a line counts as capitals only where it holds at least two words of letters and
//! (nearly) all of them are in capitals; a headline is a line of its own, without a full stop,
//! most of whose longer words are capitalised. Refuses: to look into the text.

use crate::class::Class;
use crate::knowledge::lexicon::Lexicon;
use crate::words::{Gap, Place, Word, Words};

/// Longest headline in words.
const HEADLINE: usize = 24;
/// Longest byline in words.
const BYLINE: usize = 20;

/// Fills in the layout of `words`.
pub fn mark(words: &mut Words, lexicon: &Lexicon) {
    let count = words.list.len();
    let mut first = 0;
    while first < count {
        let mut end = first + 1;
        while end < count && !words.list[end].gap.has(Gap::LINE) {
            end += 1;
        }
        let after = words.gap_after(end - 1);
        line(&mut words.list[first..end], after, lexicon);
        first = end;
    }
}

/// Marks the words of one line; `after` is what stands behind its last word.
fn line(words: &mut [Word], after: Gap, lexicon: &Lexicon) {
    let opens = words[0].gap.has(Gap::PARAGRAPH);
    let place = if in_capitals(words) {
        Place::CAPITALS
    } else if opens
        && words.len() <= BYLINE
        && lexicon.classes(&words[0]).has(Class::BylineWord)
        && words[0].is_capital()
    {
        Place::BYLINE
    } else if opens && after.has(Gap::PARAGRAPH) && !after.has(Gap::DOT) && in_title_case(words) {
        Place(Place::TITLE_CASE.0 | Place::HEADLINE.0)
    } else {
        return;
    };
    for word in words {
        word.place.add(place);
    }
}

fn in_capitals(words: &[Word]) -> bool {
    let letters = words.iter().filter(|word| word.end - word.start > 1 && (word.is_capital() || word.is_lower()));
    let (mut all, mut capitals) = (0, 0);
    for word in letters {
        all += 1;
        capitals += usize::from(word.is_all_caps());
    }
    all >= 2 && capitals * 10 >= all * 9
}

fn in_title_case(words: &[Word]) -> bool {
    let long: Vec<&Word> = words.iter().filter(|word| word.end - word.start >= 4 && !word.has_digit()).collect();
    let capital = long.iter().filter(|word| word.is_capital()).count();
    words.len() <= HEADLINE && long.len() >= 3 && capital * 4 >= long.len() * 3
}
