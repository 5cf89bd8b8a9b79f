//! The journey of one document, on one page: segment, find, judge, resolve.
//!
//! Takes: a [`Document`] and what was asked for ([`Options`]). Gives: [`Findings`]. Promises: the
//! same findings for the same document and options, on any thread; no files, no threads, no clock.
//! Refuses: nothing; any text is a document.

use jiff::civil::Date;

use crate::document::Document;
use crate::find::{self, Found};
use crate::judge::{self, Readings};
use crate::kind::{Kind, Kinds};
use crate::knowledge::Knowledge;
use crate::mention::Findings;
use crate::resolve::{self, Wanted};
use crate::segment;
use crate::timeform::DateCandidate;
use crate::words::Words;

pub use crate::resolve::dates::Order as DateOrder;

/// What a run asks for.
#[derive(Clone, Copy, Debug)]
pub struct Options {
    /// Which types to report.
    pub kinds: Kinds,
    /// Least score of a kept mention, 0 to 1.
    pub min_score: f64,
    /// Date of documents that have none.
    pub date: Option<Date>,
    /// How `3/4/2023` is read; `None`: as the document's own unambiguous dates, else month first.
    pub date_order: Option<DateOrder>,
    /// Keep evidence and dropped candidates.
    pub explain: bool,
}

impl Default for Options {
    fn default() -> Options {
        Options { kinds: Kinds::ALL, min_score: DEFAULT_MIN_SCORE, date: None, date_order: None, explain: false }
    }
}

/// The score at which F1 on labelled reports is best.
pub const DEFAULT_MIN_SCORE: f64 = 0.45;

/// Memory that one thread reuses from document to document.
#[derive(Debug, Default)]
pub struct Scratch {
    words: Words,
    title: Words,
    found: Found,
    readings: Readings,
    dates: Vec<DateCandidate>,
}

/// See the module.
#[derive(Debug)]
pub struct Extractor {
    knowledge: Knowledge,
    options: Options,
}

impl Extractor {
    /// An extractor for that knowledge and those options.
    pub fn new(knowledge: Knowledge, options: Options) -> Extractor {
        Extractor { knowledge, options }
    }

    /// Everything of the asked types in one document.
    pub fn extract(&self, document: &Document, scratch: &mut Scratch) -> Findings {
        let Scratch { words, title, found, readings, dates } = scratch;
        let (text, knowledge, options) = (&*document.text, &self.knowledge, &self.options);
        let Knowledge { lexicon, dates: calendar, .. } = knowledge;

        segment::segment(text, lexicon, words);
        segment::dateline::mark(words, |word| calendar.is_month(lexicon, word));

        let mut findings = Findings::default();
        if options.kinds.has_names() {
            // A title is evidence of what the report is about; nothing is found in it.
            segment::segment(document.title.as_deref().unwrap_or(""), lexicon, title);
            find::find(text, words, knowledge, found);
            judge::judge(text, words, title, knowledge, found, readings);
            let wanted = Wanted { kinds: options.kinds, min_score: options.min_score, explain: options.explain };
            findings = resolve::names(text, words, knowledge, readings, wanted);
        }
        if options.kinds.has(Kind::Date) {
            dates.clear();
            find::dates::find(text, words, lexicon, calendar, dates);
            let judged = judge::dates::judge(text, words, lexicon, calendar, dates, options.min_score, options.explain);
            findings.dropped.extend(resolve::merge::dropped_dates(calendar, &judged, options.explain));
            let anchor = resolve::dates::anchor(words, &judged, document.date.or(options.date));
            let settings = resolve::dates::Settings { anchor, order: options.date_order };
            let (dates, warnings) = resolve::dates::resolve(text, words, lexicon, calendar, settings, judged);
            resolve::merge::add_dates(text, words, &mut findings, dates);
            for warning in warnings {
                if !findings.warnings.contains(&warning) {
                    findings.warnings.push(warning);
                }
            }
        }
        findings
    }
}
