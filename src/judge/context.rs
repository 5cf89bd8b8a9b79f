//! What stands around a candidate and inside it, as signals.
//!
//! Takes: words, knowledge, what was found. Gives: the [`SignalSet`] of a candidate, as far as one
//! sentence tells. Promises: looks at most [`REACH`] words to either side, within the sentence.
//! Refuses: to weigh.

use crate::class::{Class, Classes};
use crate::find::{Candidate, Found};
use crate::knowledge::Knowledge;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::words::{Gap, Place, Word, Words};

/// How far to look for a verb behind auxiliaries, or for the noun of an apposition.
pub const REACH: usize = 5;

/// Gaps that let a neighbour speak about the candidate: blanks and quotation marks.
pub(super) const NEAR: Gap = Gap(Gap::SPACE.0 | Gap::LINE.0 | Gap::QUOTE.0 | Gap::APOSTROPHE.0);

/// What a name with "the" before it may be other than a ship.
const NOT_PLAIN: SignalSet = SignalSet::of(&[
    Signal::HeadLast,
    Signal::HeadAlone,
    Signal::HeadTail,
    Signal::ServiceOfState,
    Signal::LegalForm,
    Signal::Acronym,
    Signal::GazTown,
    Signal::GazRegion,
    Signal::GazOrganization,
    Signal::NationalityOnly,
    Signal::NationalityFirst,
    Signal::EventLast,
    Signal::CalendarInside,
    Signal::CompoundAfter,
    Signal::OfficeAfter,
    Signal::NameAfter,
    Signal::InsideGazetteer,
    Signal::PortWordLast,
    Signal::CutShort,
]);

/// What the signals of one document are read from.
pub struct Context<'a> {
    /// The text.
    pub text: &'a str,
    /// Its words.
    pub words: &'a Words,
    /// What is known.
    pub knowledge: &'a Knowledge,
    /// What was found.
    pub found: &'a Found,
    /// Sea words per sentence.
    pub sea: &'a [u16],
    /// True where the whole report is about ships.
    pub sea_document: bool,
}

impl Context<'_> {
    /// The signals of `candidate` within its sentence, those of the finder among them.
    pub fn signals(&self, candidate: &Candidate) -> SignalSet {
        let (first, end) = (candidate.first as usize, candidate.end as usize);
        let mut signals = candidate.signals;
        self.gazetteer(candidate, &mut signals);
        self.inside(first, end, &mut signals);
        self.left(first, &mut signals);
        self.right(end, &mut signals);
        self.sentence(first, end, &mut signals);
        let plain = !signals.any(NOT_PLAIN) && self.words.list[first].is_capital();
        signals.add_if(self.sea_document && plain && signals.has(Signal::TheBefore), Signal::TheName);
        signals
    }

    pub(super) fn word(&self, at: usize) -> Option<&Word> {
        self.words.list.get(at)
    }

    pub(super) fn classes(&self, at: usize) -> Classes {
        self.word(at).map_or(Classes::default(), |word| self.knowledge.lexicon.classes(word))
    }

    pub(super) fn is(&self, at: usize, class: Class) -> bool {
        self.classes(at).has(class)
    }

    /// True where word `at` is in the sentence of the word before it, with nothing but `gap` between.
    pub(super) fn follows(&self, at: usize, gap: Gap) -> bool {
        self.word(at).is_some_and(|word| !word.place.has(Place::SENTENCE) && word.gap.only(gap))
    }

    fn sentence(&self, first: usize, end: usize, signals: &mut SignalSet) {
        let number = self.words.sentences.partition_point(|&start| start as usize <= first).saturating_sub(1);
        let sea = self.sea.get(number).copied().unwrap_or(0);
        signals.add_if(sea >= 1, Signal::SeaSentence);
        signals.add_if(sea >= 3, Signal::SeaSentenceMuch);
        signals.add_if(self.sea_document, Signal::SeaDocument);
        if sea > 0 {
            self.route(first, end, signals);
        }
    }

    /// "from X to Y", "between X and Y", "left X for Y": either end of a route.
    fn route(&self, first: usize, end: usize, signals: &mut SignalSet) {
        if first == 0 || !self.follows(first, NEAR) {
            return;
        }
        let near = |at: usize| self.word(at).is_some_and(|word| !word.place.has(Place::SENTENCE));
        if self.is(first - 1, Class::From) {
            let mut ahead = (end..end + REACH).take_while(|&at| near(at));
            signals.add_if(
                ahead.any(|at| self.is(at, Class::To) && self.word(at + 1).is_some_and(Word::is_capital)),
                Signal::FromHere,
            );
        } else if self.is(first - 1, Class::To) {
            let mut back = (first.saturating_sub(2 * REACH)..first - 1).rev().take_while(|&at| near(at + 1));
            let leaves = Classes::of(&[Class::From, Class::ShipSubject]);
            signals.add_if(
                back.any(|at| {
                    self.classes(at).any(leaves)
                        || self.is(at, Class::ShipVerb) && self.word(at + 1).is_some_and(Word::is_capital)
                }),
                Signal::ToHere,
            );
        }
    }
}
