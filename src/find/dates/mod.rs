//! Finds whatever may be a temporal expression.
//!
//! Takes: the text, its words, and the date knowledge. Gives: [`DateCandidate`]s, in order, not
//! overlapping. Promises: one pass over the words; at each word that can start a rule the net of
//! rules is walked as far as the longest rule goes, the longest match wins, and the search goes on
//! behind it: linear in the words. Refuses: to decide whether "May" is a month: that is `judge/`.
//!
//! No pattern is ever matched against characters: `token` classes a word by the lexicon, or by
//! its shape where it holds digits, and the rules are made of classes.

mod digits;
mod number;
mod token;
mod walk;

use crate::knowledge::dates::DateKnowledge;
use crate::knowledge::lexicon::Lexicon;
use crate::timeform::DateCandidate;
use crate::words::Words;
use token::Tokens;
use walk::Walk;

/// Appends the candidates of a document to `out`.
pub fn find(text: &str, words: &Words, lexicon: &Lexicon, knowledge: &DateKnowledge, out: &mut Vec<DateCandidate>) {
    let mut walk = Walk::new(knowledge, Tokens::new(text, words, lexicon, knowledge));
    let mut at = 0;
    while at < words.list.len() {
        let word = &words.list[at];
        let date = lexicon.date(word);
        let may_start = if date == 0 { word.has_digit() } else { knowledge.net.is_start[date as usize] };
        at = match if may_start { walk.longest(at) } else { None } {
            Some(candidate) => {
                out.push(candidate);
                candidate.end as usize
            }
            None => at + 1,
        };
    }
}
