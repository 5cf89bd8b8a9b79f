//! Numbers in digits and words, and years in words.
//!
//! Takes: the token at which a number may start. Gives: its value and where it ends. Promises: the
//! longest number; at most [`LONGEST`] words are read. Refuses: numbers over a million.

use super::token::{Token, Tokens};
use crate::knowledge::dates::classes::Basic;
use crate::timeform::Slot;
use crate::words::Gap;

/// Words in the longest number.
const LONGEST: usize = 8;

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// Its whole part.
    pub(super) value: i32,
    /// Its tenths, where it has some.
    pub(super) tenths: Option<i32>,
    /// One past its last word.
    pub(super) end: usize,
}

/// The number that starts at word `at`.
pub(super) fn read(tokens: &mut Tokens, at: usize) -> Option<Number> {
    let token = tokens.get(at);
    match token {
        Token::Digits(_) => {
            let word = tokens.digits(token)?;
            let tenths = word.also.iter().flatten().find(|(slot, _)| *slot == Slot::Tenths).map(|(_, value)| *value);
            let whole = Number { value: word.value, tenths, end: at + 1 };
            Some(half(tokens, at + 1).map_or(whole, |end| Number { tenths: Some(5), end, ..whole }))
        }
        Token::Known(_) => in_words(tokens, at),
        Token::Other => None,
    }
}

/// `1/2` behind a number: where it ends.
fn half(tokens: &mut Tokens, at: usize) -> Option<usize> {
    let (one, two) = (tokens.word(at)?, tokens.word(at + 1)?);
    let joined = one.gap.is_space() || (one.gap.has(Gap::HYPHEN) && one.gap.only(Gap::HYPHEN));
    if !joined || two.gap != Gap::SLASH {
        return None;
    }
    let (one, two) = (tokens.get(at), tokens.get(at + 1));
    let is = |token: Token, wanted: i32| tokens.digits(token).is_some_and(|word| word.value == wanted);
    let reads = is(one, 1) && is(two, 2);
    reads.then_some(at + 2)
}

/// One hundred (and) twenty-four, two thousand, a hundred.
fn in_words(tokens: &mut Tokens, start: usize) -> Option<Number> {
    let (mut total, mut part, mut end) = (0i32, 0i32, start);
    let mut last = Basic::Number;
    for at in start..start + LONGEST {
        if at > start {
            let gap = tokens.word(at)?.gap;
            let hyphen = gap.has(Gap::HYPHEN) && gap.only(Gap::HYPHEN);
            if !gap.is_space() && !hyphen {
                break;
            }
            // Only "twenty-four" is one number; "one-day" and "two-hundred" go on as words.
            if hyphen && last != Basic::Tens {
                break;
            }
        }
        let token = tokens.get(at);
        let (class, value) = [Basic::Small, Basic::Tens, Basic::Scale, Basic::Article]
            .into_iter()
            .find(|class| tokens.mask(token).has(class.id()))
            .map_or((Basic::Number, 0), |class| (class, tokens.value(token, class.id())));
        match class {
            Basic::Small if last == Basic::Tens && value < 10 => part += value,
            Basic::Small | Basic::Tens if matches!(last, Basic::Number | Basic::Scale) => part += value,
            Basic::Article if at == start => part = 1,
            Basic::Scale if at > start => {
                if value >= 1000 {
                    total = total.checked_add(part.checked_mul(value)?)?;
                    part = 0;
                } else {
                    part = part.checked_mul(value)?;
                }
            }
            _ => break,
        }
        last = class;
        end = at + 1;
    }
    let article_only = last == Basic::Article;
    (end > start && !article_only).then_some(Number { value: total.checked_add(part)?, tenths: None, end })
}

/// The year in words that starts at word `at`: nineteen ninety-six, two thousand (and) five.
pub(super) fn year(tokens: &mut Tokens, at: usize) -> Option<Number> {
    let first = tokens.get(at);
    let value = |class: Basic| tokens.mask(first).has(class.id()).then(|| tokens.value(first, class.id()));
    let (small, tens) = (value(Basic::Small), value(Basic::Tens));
    let next_is_scale = tokens.mask_at(at + 1).has(Basic::Scale.id());
    match (small, tens) {
        (Some(2), _) if next_is_scale => in_words(tokens, at).filter(|number| (2000..2100).contains(&number.value)),
        (Some(17..=19), _) | (_, Some(20)) => {
            let century = small.or(tens)?;
            let gap = tokens.word(at + 1)?.gap;
            if !gap.is_space() && gap != Gap::HYPHEN {
                return None;
            }
            let rest = in_words(tokens, at + 1)?;
            (10..100).contains(&rest.value).then_some(Number { value: century * 100 + rest.value, ..rest })
        }
        _ => None,
    }
}
