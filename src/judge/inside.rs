//! What a candidate itself says: its list entries, its words, how it is written.
//!
//! Takes: the [`Context`] of a document. Gives: signals of the words `first..end`. Promises: looks
//! beside them for brackets and quotation marks alone. Refuses: to weigh.

use super::context::Context;
use crate::class::{Class, Classes};
use crate::find::Candidate;
use crate::kind::Kind;
use crate::knowledge::rows::Sense;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::words::{Gap, Place, Shape};

/// A dateline stands among the first words of a report.
const OPENING: usize = 60;

/// Signals of names that stand in a list.
const LISTED: SignalSet = SignalSet::of(&[
    Signal::GazShip,
    Signal::GazShipAlso,
    Signal::GazPort,
    Signal::GazPortAlso,
    Signal::GazOrganization,
    Signal::GazOrganizationAlso,
    Signal::GazWeapon,
    Signal::GazWeaponAlso,
    Signal::GazTown,
    Signal::GazRegion,
]);

/// Kinds of places that may have a port.
const TOWNS: [&str; 3] = ["city", "capital", "island"];

impl Context<'_> {
    pub(super) fn gazetteer(&self, candidate: &Candidate, signals: &mut SignalSet) {
        let whole = self.found.match_at(candidate.first as usize).is_some_and(|hit| hit.end == candidate.end);
        for &entry in self.found.entries(candidate.entries) {
            let row = self.knowledge.names.row(entry);
            let (sure, also) = match row.sense {
                _ if !whole => break,
                Sense::Place if TOWNS.contains(&&*row.kind) => (Signal::GazTown, Signal::GazTown),
                Sense::Place => (Signal::GazRegion, Signal::GazRegion),
                Sense::Entity(Kind::Ship) => (Signal::GazShip, Signal::GazShipAlso),
                Sense::Entity(Kind::Port) => (Signal::GazPort, Signal::GazPortAlso),
                Sense::Entity(Kind::Organization) => (Signal::GazOrganization, Signal::GazOrganizationAlso),
                Sense::Entity(Kind::Weapon | Kind::Date) => (Signal::GazWeapon, Signal::GazWeaponAlso),
            };
            signals.add(if self.knowledge.names.entry(entry).ambiguous { also } else { sure });
        }
        let (first, end) = (candidate.first as usize, candidate.end as usize);
        if let Some(hit) = self.found.match_at(first).filter(|hit| !whole && (hit.end as usize) < end) {
            for &entry in self.found.entries(hit.entries) {
                match self.knowledge.names.row(entry).sense {
                    Sense::Place => signals.add(Signal::PlaceFirst),
                    Sense::Entity(Kind::Organization) => signals.add(Signal::HoldsGazetteer),
                    Sense::Entity(_) => {}
                }
            }
        }
    }

    pub(super) fn inside(&self, first: usize, end: usize, signals: &mut SignalSet) {
        let list = &self.words.list[first..end];
        let (head, last) = (&list[0], &list[list.len() - 1]);
        let (head_classes, last_classes) = (self.classes(first), self.classes(end - 1));
        // Length speaks only of names that are in no list.
        if !signals.any(LISTED) {
            signals.add(match list.len() {
                1 => Signal::OneWord,
                2 => Signal::TwoWords,
                _ => Signal::ManyWords,
            });
        }
        signals.add_if(list.len() > 1 && last_classes.has(Class::LegalForm), Signal::LegalForm);
        signals.add_if(list.len() > 1 && last_classes.has(Class::OrgHead) && last.is_capital(), Signal::HeadLast);
        signals
            .add_if(list.len() > 1 && last_classes.has(Class::OrgHeadStrong) && last.is_capital(), Signal::HeadStrong);
        signals.add_if(list.len() == 1 && head_classes.has(Class::OrgAlone) && head.is_capital(), Signal::HeadAlone);
        signals.add_if(list.len() > 1 && head_classes.has(Class::Title), Signal::TitleFirst);
        signals.add_if(head_classes.has(Class::FirstName), Signal::FirstName);
        signals.add_if(last_classes.has(Class::Surname), Signal::Surname);
        let person = list.len() > 1
            && head_classes.has(Class::FirstName)
            && (last_classes.any(Classes::of(&[Class::Surname, Class::FirstName])) || !last_classes.has(Class::Common));
        signals.add_if(person, Signal::PersonName);
        let direction = list.len() == 2 && head_classes.has(Class::Direction) && last_classes.has(Class::Nationality);
        if head_classes.has(Class::Nationality) || direction {
            signals.add(if list.len() == 1 || direction { Signal::NationalityOnly } else { Signal::NationalityFirst });
        }
        signals.add_if(last_classes.has(Class::EventWord), Signal::EventLast);
        signals.add_if(
            last_classes.any(Classes::of(&[Class::PortWord, Class::PortWords])) && list.len() > 1,
            Signal::PortWordLast,
        );
        signals.add_if(list.len() > 1 && head_classes.has(Class::PortWord), Signal::PortFirst);
        signals.add_if(list.len() > 1 && head_classes.has(Class::ShipPrefix), Signal::PrefixFirst);
        let (mut common, mut inner_heads) = (0, false);
        for (offset, word) in list.iter().enumerate() {
            let classes = self.classes(first + offset);
            common += usize::from(classes.has(Class::Common));
            let inner = offset > 0 && offset + 1 < list.len();
            inner_heads |= offset + 1 < list.len() && classes.has(Class::OrgHead) && word.is_capital();
            signals.add_if(inner && classes.has(Class::Title), Signal::TitleInside);
            signals.add_if(classes.has(Class::Calendar), Signal::CalendarInside);
            signals.add_if(word.has_digit(), Signal::HasNumber);
            signals.add_if(
                classes.any(Classes::of(&[Class::ShipType, Class::ShipTypes])) && list.len() > 1,
                Signal::ShipTypeInside,
            );
            signals.add_if(offset > 0 && word.gap.has(Gap::AND), Signal::Ampersand);
            signals.add_if(word.shape.has(Shape::LOWER) && word.shape.has(Shape::UPPER), Signal::MixedCase);
        }
        signals.add_if(inner_heads, Signal::HeadInside);
        signals.add_if(common == 1 && list.len() == 1, Signal::CommonWord);
        signals.add_if(list.len() > 1 && common == list.len(), Signal::AllCommon);
        signals.add_if(head.place.has(Place::CAPITALS), Signal::Capitals);
        signals.add_if(head.place.has(Place::TITLE_CASE), Signal::TitleCase);
        signals.add_if(head.place.has(Place::DATELINE), Signal::DatelinePlace);
        signals.add_if(head.place.has(Place::BYLINE), Signal::Byline);
        let after = self.words.gap_after(end - 1);
        signals.add_if(head.gap.has(Gap::QUOTE) && after.has(Gap::QUOTE), Signal::Quoted);
        if head.place.has(Place::SENTENCE) {
            signals.add(Signal::SentenceStart);
            signals.add_if(head_classes.has(Class::Common), Signal::SentenceStartCommon);
        }
        let length = last.end - head.start;
        let acronym =
            list.len() == 1 && head.is_all_caps() && !head.place.has(Place::CAPITALS) && (2..=7).contains(&length);
        signals.add_if(acronym && !head.has_digit(), Signal::Acronym);
        let bracketed = head.gap.has(Gap::OPEN) && after.has(Gap::CLOSE);
        let behind_name = first > 0 && self.words.list[first - 1].is_capital() && !head.place.has(Place::SENTENCE);
        signals.add_if(bracketed && behind_name && list.len() == 1 && head.is_all_caps(), Signal::Bracketed);
        // "LONDON, May 3 (Agency) -" near the beginning, or an agency alone in the last paragraph.
        let dateline = bracketed && after.has(Gap::DASH) && first < OPENING;
        let sign_off = end == self.words.list.len() && list.len() <= 4 && head.gap.has(Gap::PARAGRAPH);
        signals.add_if(dateline || sign_off, Signal::SourceLine);
        self.initials(first, end, acronym, signals);
    }

    /// "Royal United Services Institute (RUSI)", seen from either side.
    fn initials(&self, first: usize, end: usize, acronym: bool, signals: &mut SignalSet) {
        let gap = Gap::SPACE.or(Gap::LINE).or(Gap::OPEN).or(Gap::QUOTE);
        if acronym && self.follows(first, gap) && self.words.list[first].gap.has(Gap::OPEN) {
            let letters = self.words.text(self.text, first);
            if (2..=9).any(|length| first >= length && initials_of(self, first - length, first, letters)) {
                signals.add(Signal::InitialsOfName);
            }
        }
        if end - first > 1 && self.follows(end, gap) && self.words.list[end].gap.has(Gap::OPEN) {
            let next = &self.words.list[end];
            if next.is_all_caps() && initials_of(self, first, end, next.span().of(self.text)) {
                signals.add(Signal::NameOfInitials);
            }
        }
    }
}

/// True where the capitals of words `first..end` (small words may be skipped) spell `letters`.
fn initials_of(context: &Context<'_>, first: usize, end: usize, letters: &str) -> bool {
    let mut want = letters.chars().filter(|c| c.is_alphanumeric());
    let list = &context.words.list[first..end];
    if !list[0].is_capital() {
        return false;
    }
    for word in list {
        let written = word.span().of(context.text);
        if word.is_lower() {
            continue;
        }
        let Some(initial) = written.chars().next() else { return false };
        match want.next() {
            Some(letter) if letter.eq_ignore_ascii_case(&initial) => {}
            _ => return false,
        }
    }
    want.next().is_none()
}
