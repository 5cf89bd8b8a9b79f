//! Text to words, sentences and layout.
//!
//! Takes: a text and the lexicon. Gives: [`Words`]. Promises: one pass over the text, the rest
//! over words; see the files. Refuses: to judge what the words mean.

mod chars;
pub mod dateline;
pub mod layout;
pub mod scan;
pub mod sentences;
mod shapes;

use crate::knowledge::lexicon::Lexicon;
use crate::words::Words;

/// Everything `segment/` does, in order.
pub fn segment(text: &str, lexicon: &Lexicon, words: &mut Words) {
    scan::scan(text, lexicon, words);
    sentences::mark(words, lexicon);
    layout::mark(words, lexicon);
}
