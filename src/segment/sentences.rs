//! Where sentences start.
//!
//! Takes: scanned words and the lexicon. Gives: `sentences` and [`Place::SENTENCE`] on their first
//! words. Promises: a new paragraph starts a sentence; within one, `.`, `?`, `!` and ellipses do
//! when white space follows and the next word is not lower case, except after an abbreviation or
//! an initial. Refuses: to look at the text: gaps and shapes are enough.

use crate::class::{Class, Classes};
use crate::knowledge::lexicon::Lexicon;
use crate::words::{Gap, Place, Shape, Word, Words};

/// Fills in the sentences of `words`.
pub fn mark(words: &mut Words, lexicon: &Lexicon) {
    for at in 0..words.list.len() {
        let starts = at == 0 || starts_sentence(&words.list[at - 1], &words.list[at], lexicon);
        if starts {
            words.list[at].place.add(Place::SENTENCE);
            words.sentences.push(at as u32);
        }
    }
}

fn starts_sentence(before: &Word, word: &Word, lexicon: &Lexicon) -> bool {
    let gap = word.gap;
    if gap.has(Gap::PARAGRAPH) {
        return true;
    }
    if !gap.has(Gap::SPACE) || word.is_lower() {
        return false;
    }
    if gap.has(Gap::END) {
        return true;
    }
    gap.has(Gap::DOT) && !(gap.only(Gap::DOT.or(Gap::SPACE).or(Gap::LINE)) && is_abbreviation(before, word, lexicon))
}

/// A dot after `before` does not end the sentence: an initial, an abbreviation of the list, or
/// letters with dots inside ("U.S", "a.k.a") unless the next word is one that starts sentences.
fn is_abbreviation(before: &Word, word: &Word, lexicon: &Lexicon) -> bool {
    const STARTS: Classes = Classes::of(&[Class::Determiner, Class::Preposition, Class::And, Class::Starter]);
    let initial = before.end - before.start == 1 && before.is_capital();
    let listed = lexicon.classes(before).has(Class::Abbreviation);
    let dotted = before.shape.has(Shape::MARK) && before.possessive == 0 && !before.has_digit();
    if dotted && !listed {
        return !lexicon.classes(word).any(STARTS);
    }
    initial || listed
}
