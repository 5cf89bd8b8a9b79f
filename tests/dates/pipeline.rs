//! From a text to its resolved dates, as the extractor does it.

use jiff::civil::Date;
use newstrawl::knowledge::dates::DateKnowledge;
use newstrawl::knowledge::lexicon::Lexicon;
use newstrawl::resolve::dates::{Resolved, Settings};
use newstrawl::words::Words;
use newstrawl::{find, judge, resolve, segment};

/// The knowledge, loaded once.
pub(crate) struct Pipeline {
    pub(crate) lexicon: Lexicon,
    pub(crate) knowledge: DateKnowledge,
}

impl Pipeline {
    pub(crate) fn new() -> Pipeline {
        let mut lexicon = Lexicon::default();
        let knowledge = DateKnowledge::builtin(&mut lexicon).unwrap_or_else(|error| panic!("{error}"));
        Pipeline { lexicon, knowledge }
    }

    /// The dates of a text, and warnings.
    pub(crate) fn run(
        &self,
        text: &str,
        date: Option<Date>,
        order: Option<resolve::dates::Order>,
    ) -> (Vec<Resolved>, Vec<String>) {
        let mut words = Words::default();
        segment::segment(text, &self.lexicon, &mut words);
        segment::dateline::mark(&mut words, |word| self.knowledge.is_month(&self.lexicon, word));
        let mut candidates = Vec::new();
        find::dates::find(text, &words, &self.lexicon, &self.knowledge, &mut candidates);
        let judged = judge::dates::judge(text, &words, &self.lexicon, &self.knowledge, &candidates, false);
        let anchor = resolve::dates::anchor(&words, &judged, date);
        resolve::dates::resolve(text, &words, &self.lexicon, &self.knowledge, Settings { anchor, order }, judged)
    }
}

/// The text without its brackets, and the bracketed words.
pub(crate) fn unbracket(text: &str) -> (String, Vec<String>) {
    let mut plain = String::new();
    let mut marked = Vec::new();
    for (at, piece) in text.split('[').enumerate() {
        match piece.split_once(']') {
            Some((inside, rest)) if at > 0 => {
                marked.push(inside.to_string());
                plain.push_str(inside);
                plain.push_str(rest);
            }
            _ => plain.push_str(piece),
        }
    }
    (plain, marked)
}
