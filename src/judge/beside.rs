//! What stands beside a candidate: the words before it and behind it.
//!
//! Takes: the [`Context`] of a document. Gives: signals of the words to the left and to the right.
//! Promises: looks at most [`REACH`] words to either side, within the sentence. Refuses: to weigh.

use super::context::{Context, NEAR, REACH};
use crate::class::{Class, Classes};
use crate::knowledge::phrases::Role;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::words::{Gap, Place};

/// Gap of an apposition.
const COMMA: Gap = Gap(NEAR.0 | Gap::COMMA.0 | Gap::DASH.0 | Gap::HYPHEN.0);

impl Context<'_> {
    pub(super) fn left(&self, first: usize, signals: &mut SignalSet) {
        if first == 0 || self.words.list[first].place.has(Place::SENTENCE) {
            return;
        }
        let mut gap = self.words.list[first].gap;
        let mut at = first - 1;
        // The dot of "a.k.a." or "Capt." belongs to the word before.
        if gap.has(Gap::DOT) && self.classes(at).any(Classes::of(&[Class::Abbreviation])) {
            gap.0 &= !(Gap::DOT.0 | Gap::OPEN.0 | Gap::COLON.0);
        }
        if gap.only(NEAR) && self.is(at, Class::Determiner) {
            let written = &self.words.list[at];
            // "a" and "an" against "the" and the possessives: one or two letters.
            signals.add(if written.end - written.start < 3 { Signal::IndefiniteBefore } else { Signal::TheBefore });
            if at == 0 || written.place.has(Place::SENTENCE) {
                return;
            }
            let comma = written.gap.has(Gap::COMMA) || written.gap.has(Gap::DASH);
            let ship = self.classes(at - 1).any(Classes::of(&[Class::ShipType, Class::ShipTypes]));
            signals.add_if(ship && comma && written.gap.only(COMMA), Signal::ShipTypeComma);
            if !written.gap.only(NEAR) {
                return;
            }
            at -= 1;
        } else if !gap.only(NEAR) {
            let ship = self.classes(at).any(Classes::of(&[Class::ShipType, Class::ShipTypes]));
            signals.add_if(ship && gap.only(COMMA), Signal::ShipTypeComma);
            signals.add_if(gap.only(COMMA) && self.is(at, Class::PortWord), Signal::PortTypeBefore);
            return;
        }
        self.left_word(first, at, signals);
    }

    /// Signals of word `at`, the nearest word before the candidate that is no article.
    fn left_word(&self, first: usize, at: usize, signals: &mut SignalSet) {
        let (word, classes) = (&self.words.list[at], self.classes(at));
        if word.possessive > 0 {
            signals.add_if(classes.has(Class::Nationality), Signal::NationalityBefore);
            return;
        }
        signals.add_if(classes.has(Class::ShipType), Signal::ShipTypeBefore);
        signals.add_if(classes.has(Class::ShipTypes), Signal::ShipTypesBefore);
        signals.add_if(classes.has(Class::PortWord), Signal::PortTypeBefore);
        signals.add_if(classes.has(Class::Title), Signal::TitleBefore);
        signals.add_if(classes.has(Class::OrgApposition), Signal::OrgTypeBefore);
        signals.add_if(classes.has(Class::SpeechVerb), Signal::SpeechBefore);
        signals.add_if(classes.has(Class::Nationality), Signal::NationalityBefore);
        signals.add_if(classes.has(Class::ShipVerb), Signal::ShipVerbBefore);
        let flagged = classes.has(Class::ShipAttribute) && word.gap.only(Gap::HYPHEN);
        signals.add_if(flagged, Signal::FlagBefore);
        signals.add_if(classes.has(Class::Aboard), Signal::AboardBefore);
        signals.add_if(word.is_capital() && at + 1 == first && !word.place.has(Place::CAPITALS), Signal::NameBefore);
        if classes.has(Class::NameWord) {
            signals.add(Signal::NameWordBefore);
            let back = at.saturating_sub(REACH)..at;
            for before in back {
                signals.add_if(
                    self.classes(before).any(Classes::of(&[Class::ShipType, Class::ShipTypes])),
                    Signal::ShipTypeBefore,
                );
                signals.add_if(self.is(before, Class::OrgApposition), Signal::OrgTypeBefore);
            }
        }
        if !classes.any(Classes::of(&[Class::Preposition, Class::Link])) || word.place.has(Place::SENTENCE) || at == 0 {
            signals.add_if(classes.has(Class::Preposition), Signal::PlaceInBefore);
            signals.add_if(classes.has(Class::In), Signal::InBefore);
            signals.add_if(classes.has(Class::At), Signal::AtBefore);
            return;
        }
        signals.add(Signal::PlaceInBefore);
        signals.add_if(classes.has(Class::In), Signal::InBefore);
        signals.add_if(classes.has(Class::At), Signal::AtBefore);
        if !self.follows(at, NEAR) {
            return;
        }
        let before = self.classes(at - 1);
        signals.add_if(before.has(Class::OwnerWord) && classes.has(Class::By), Signal::ByOwnerBefore);
        signals.add_if(before.any(Classes::of(&[Class::OfficeWord, Class::Title])), Signal::ForBefore);
        signals.add_if(before.has(Class::VoyageWord), Signal::VoyageNear);
        signals.add_if(before.has(Class::ShipPart) && classes.has(Class::Link), Signal::AboardBefore);
        signals.add_if(before.has(Class::PortWord) && classes.has(Class::Link), Signal::PortOfBefore);
        signals.add_if(before.has(Class::PortWords) && classes.has(Class::Link), Signal::PortsListBefore);
        let back = at.saturating_sub(REACH)..at;
        let voyage = Classes::of(&[Class::VoyageWord]);
        signals.add_if(
            back.rev()
                .take_while(|&n| n + 1 == at || !self.words.list[n + 1].place.has(Place::SENTENCE))
                .any(|n| self.classes(n).any(voyage)),
            Signal::VoyageBefore,
        );
    }

    pub(super) fn right(&self, end: usize, signals: &mut SignalSet) {
        let last = &self.words.list[end - 1];
        let gap = self.words.gap_after(end - 1);
        let possessive =
            last.possessive > 0 || gap.has(Gap::APOSTROPHE) && !self.words.list[end - 1].gap.has(Gap::APOSTROPHE);
        signals.add_if(possessive, Signal::PossessiveAfter);
        let Some(next) = self.word(end).filter(|word| !word.place.has(Place::SENTENCE)) else { return };
        let classes = self.classes(end);
        if gap.has(Gap::OPEN) {
            let attribute = (end..end + 3).any(|at| self.is(at, Class::ShipAttribute));
            signals.add_if(attribute, Signal::ShipAttributeAfter);
            signals.add_if(next.is_all_caps() && next.end - next.start <= 6, Signal::TickerAfter);
            signals.add_if(classes.has(Class::NameWord), Signal::NameWordAfter);
            return;
        }
        if gap.only(Gap::HYPHEN) && next.is_lower() {
            signals.add(Signal::CompoundAfter);
            signals.add_if(classes.has(Class::ShipAttribute), Signal::FlaggedAfter);
            signals.add_if(classes.has(Class::ClassWord), Signal::ClassAfter);
        }
        if gap.has(Gap::COMMA) && gap.only(COMMA) {
            self.after_comma(end, signals);
            return;
        }
        if !gap.only(Gap::SPACE.or(Gap::LINE).or(Gap::QUOTE)) {
            return;
        }
        signals.add_if(next.is_number(), Signal::NumberAfter);
        signals.add_if(classes.has(Class::NameWord), Signal::NameWordAfter);
        signals.add_if(classes.has(Class::OfficeWord), Signal::OfficeAfter);
        signals.add_if(
            classes.has(Class::PortWord) && !classes.has(Class::Harbour) && next.is_lower(),
            Signal::PortWordAfter,
        );
        signals.add_if(classes.has(Class::ShipType) && next.is_lower(), Signal::ShipTypeAfter);
        signals.add_if(classes.has(Class::EventWord) && next.is_lower(), Signal::EventAfter);
        signals.add_if(classes.has(Class::ClassWord), Signal::ClassAfter);
        signals.add_if(classes.has(Class::PersonWord), Signal::PersonAfter);
        signals.add_if(next.is_capital() && !next.place.has(Place::CAPITALS), Signal::NameAfter);
        signals.add_if(self.knowledge.phrases.longest(self.words, end, Role::HEAD).is_some(), Signal::WeaponAfter);
        // The verb, behind auxiliaries.
        let mut at = end;
        while at < end + REACH && self.is(at, Class::Auxiliary) && self.follows(at + 1, NEAR) {
            at += 1;
        }
        let verb = self.classes(at);
        let passive = at > end && verb.has(Class::OwnerWord) && self.is(at + 1, Class::Preposition);
        if passive {
            signals.add(Signal::OwnedAfter);
            return;
        }
        signals.add_if(verb.has(Class::ShipVerb), Signal::ShipVerbAfter);
        signals.add_if(verb.has(Class::ShipSubject), Signal::ShipSubjectAfter);
        signals.add_if(verb.has(Class::SpeechVerb), Signal::SpeechAfter);
    }

    /// "X, a Greek tanker", "X, an oil refiner", "X, China", "X, 46".
    fn after_comma(&self, end: usize, signals: &mut SignalSet) {
        let next = &self.words.list[end];
        signals.add_if(next.is_number(), Signal::PersonAfter);
        signals.add_if(self.is(end, Class::NameWord), Signal::NameWordAfter);
        if self.classes(end).any(Classes::of(&[Class::PersonWord, Class::Title])) {
            signals.add(Signal::PersonAfter);
        }
        if self.found.match_at(end).is_some_and(|hit| hit.first as usize == end) && next.is_capital() {
            signals.add(Signal::CommaPlaceAfter);
        }
        if !self.is(end, Class::Determiner) {
            signals.add_if(self.is(end, Class::ShipAttribute) || next.has_digit(), Signal::ShipAttributeAfter);
            return;
        }
        for at in end + 1..end + 1 + REACH {
            if !self.follows(at, NEAR.or(Gap::HYPHEN)) {
                return;
            }
            let classes = self.classes(at);
            if classes.has(Class::ShipType) {
                signals.add(Signal::CommaShipTypeAfter);
                return;
            }
            if classes.has(Class::Title) {
                signals.add(Signal::PersonAfter);
                return;
            }
            if classes.any(Classes::of(&[Class::OrgApposition, Class::OrgHead])) {
                signals.add(Signal::CommaOrgTypeAfter);
                return;
            }
            if classes.any(Classes::of(&[Class::Preposition, Class::Link])) {
                return;
            }
        }
    }
}
