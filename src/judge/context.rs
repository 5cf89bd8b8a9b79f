//! What stands around a candidate and inside it, as signals.
//!
//! Takes: words, knowledge, what was found. Gives: the [`SignalSet`] of a candidate, as far as one
//! sentence tells. Promises: looks at most [`REACH`] words to either side, within the sentence.
//! Refuses: to weigh.

use crate::class::Class;
use crate::class::Classes;
use crate::find::{Candidate, Found};
use crate::kind::Kind;
use crate::knowledge::Knowledge;
use crate::knowledge::phrases::Role;
use crate::knowledge::rows::Sense;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::words::{Gap, Place, Shape, Word, Words};

/// How far to look for a verb behind auxiliaries, or for the noun of an apposition.
pub const REACH: usize = 5;

/// A dateline stands among the first words of a report.
const OPENING: usize = 60;

/// Gaps that let a neighbour speak about the candidate: blanks and quotation marks.
const NEAR: Gap = Gap(Gap::SPACE.0 | Gap::LINE.0 | Gap::QUOTE.0 | Gap::APOSTROPHE.0);

/// Gap of an apposition.
const COMMA: Gap = Gap(NEAR.0 | Gap::COMMA.0 | Gap::DASH.0 | Gap::HYPHEN.0);

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

/// What a name with "the" before it may be other than a ship.
const NOT_PLAIN: SignalSet = SignalSet::of(&[
    Signal::HeadLast,
    Signal::HeadAlone,
    Signal::HeadTail,
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

    fn word(&self, at: usize) -> Option<&Word> {
        self.words.list.get(at)
    }

    fn classes(&self, at: usize) -> Classes {
        self.word(at).map_or(Classes::default(), |word| self.knowledge.lexicon.classes(word))
    }

    fn is(&self, at: usize, class: Class) -> bool {
        self.classes(at).has(class)
    }

    /// True where word `at` is in the sentence of the word before it, with nothing but `gap` between.
    fn follows(&self, at: usize, gap: Gap) -> bool {
        self.word(at).is_some_and(|word| !word.place.has(Place::SENTENCE) && word.gap.only(gap))
    }

    fn gazetteer(&self, candidate: &Candidate, signals: &mut SignalSet) {
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

    fn inside(&self, first: usize, end: usize, signals: &mut SignalSet) {
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

    fn left(&self, first: usize, signals: &mut SignalSet) {
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

    fn right(&self, end: usize, signals: &mut SignalSet) {
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
