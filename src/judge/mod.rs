//! Candidates and evidence to readings: how likely is each type for each span, and why.
//!
//! Takes: text, words, those of the title, knowledge, what `find/` found. Gives: [`Readings`]: for each candidate the
//! signals and, for each type, the sum of their weights. Promises: a sum is the bias plus the
//! weights of the signals, nothing else; its logistic function is the score. Two looks: the first
//! takes each sentence by itself; the second adds what the first established about the document.
//! Refuses: to choose between overlapping candidates: that is `resolve/`.

mod beside;
pub mod context;
pub mod dates;
mod inside;
pub mod known;
mod lists;

use crate::class::{Class, Classes};
use crate::find::{Candidate, Found, Rule};
use crate::kind::Kind;
use crate::knowledge::Knowledge;
use crate::knowledge::rows::Sense;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::knowledge::weights::WEIGHED;
use crate::words::{Gap, Place, Words};
use context::Context;
use known::{Known, key};

/// A candidate with all its evidence.
#[derive(Clone, Copy, Debug)]
pub struct Judged {
    /// What it is about.
    pub candidate: Candidate,
    /// All its signals.
    pub signals: SignalSet,
    /// Sum per type, in the order of [`WEIGHED`].
    pub sums: [f64; WEIGHED.len()],
    /// Gazetteer row per type, in the same order.
    pub rows: [Option<u32>; WEIGHED.len()],
}

impl Judged {
    /// The likeliest type and its sum, among the types that the rule allows.
    pub fn best(&self) -> (Kind, f64) {
        let mut best = (Kind::Weapon, f64::NEG_INFINITY);
        for (at, &kind) in WEIGHED.iter().enumerate() {
            if allowed(self.candidate.rule, kind) && self.sums[at] > best.1 {
                best = (kind, self.sums[at]);
            }
        }
        best
    }
}

/// True where a rule may give that type: noun phrases for weapons are weapons and nothing else.
pub fn allowed(rule: Rule, kind: Kind) -> bool {
    match rule {
        Rule::Weapon => kind == Kind::Weapon,
        Rule::Service | Rule::HeadTail => kind != Kind::Weapon,
        _ => true,
    }
}

/// Memory and result of the judge, reused from document to document.
#[derive(Debug, Default)]
pub struct Readings {
    /// In the order of the candidates.
    pub list: Vec<Judged>,
    sea: Vec<u16>,
    known: Known,
    extra: Vec<Candidate>,
}

/// What a sea word in the title counts.
const IN_TITLE: usize = 2;

/// Signals that only the second look can give.
pub const OF_DOCUMENT: SignalSet = SignalSet::of(&[
    Signal::KnownShip,
    Signal::ShortOfShip,
    Signal::KnownPort,
    Signal::KnownPortOnly,
    Signal::KnownOrganization,
    Signal::KnownWeapon,
    Signal::KnownPerson,
    Signal::LikelyShip,
    Signal::LikelyPort,
    Signal::LikelyOrganization,
    Signal::ShortOfOrganization,
    Signal::InitialsOfOrganization,
    Signal::HeadOfOrganization,
    Signal::ListNeighbourShip,
    Signal::ListNeighbourPort,
    Signal::ListNeighbourOrganization,
]);

/// Signals that a place is known from a list.
const LISTED: SignalSet = SignalSet::of(&[Signal::GazTown, Signal::GazRegion, Signal::GazPort, Signal::GazPortAlso]);

/// A reading of the first look is a hint from this sum on: a probability of one quarter.
const LIKELY: f64 = -1.0986;

/// A reading of the first look counts as established from this sum on: a probability of 0.6.
const ESTABLISHED: f64 = 0.4055;

/// See the module.
pub fn judge(text: &str, words: &Words, title: &Words, knowledge: &Knowledge, found: &Found, readings: &mut Readings) {
    let Readings { list, sea, known, extra } = readings;
    list.clear();
    let sea_document = count_sea(words, title, knowledge, sea);
    let context = Context { text, words, knowledge, found, sea, sea_document };
    for candidate in &found.candidates {
        let signals = context.signals(candidate);
        let sums = knowledge.weights.sums(signals);
        list.push(Judged { candidate: *candidate, signals, sums, rows: rows(knowledge, found, candidate) });
    }
    war(words, list);
    for judged in list.iter_mut().filter(|judged| judged.candidate.rule == Rule::Weapon) {
        judged.sums = knowledge.weights.sums(judged.signals);
    }
    establish(words, knowledge, list, known);
    if known.is_empty() {
        return;
    }
    document_candidates(words, list, known, extra);
    for candidate in extra.iter() {
        let signals = context.signals(candidate);
        list.push(Judged { candidate: *candidate, signals, sums: Default::default(), rows: Default::default() });
    }
    if !extra.is_empty() {
        list.sort_by_key(|judged| (judged.candidate.first, judged.candidate.end, judged.candidate.rule));
    }
    second_look(words, knowledge, list, known);
}

/// The first gazetteer row of each type among the candidate's entries.
fn rows(knowledge: &Knowledge, found: &Found, candidate: &Candidate) -> [Option<u32>; WEIGHED.len()] {
    let mut rows = [None; WEIGHED.len()];
    for &entry in found.entries(candidate.entries) {
        let sense = knowledge.names.row(entry).sense;
        if let Some(at) = WEIGHED.iter().position(|&kind| sense == Sense::Entity(kind)) {
            rows[at] = rows[at].or(Some(knowledge.names.entry(entry).row));
        }
    }
    rows
}

/// Tells the weapon phrases which of them have company: in the sentence, in the report.
fn war(words: &Words, list: &mut [Judged]) {
    const SURE: SignalSet = SignalSet::of(&[Signal::StrongHead, Signal::GazWeapon, Signal::Model, Signal::Calibre]);
    let sure = |judged: &&Judged| {
        judged.candidate.rule == Rule::Weapon
            && judged.signals.any(SURE)
            && !judged.signals.has(Signal::BlockedCompound)
    };
    let places: Vec<u32> = list.iter().filter(sure).map(|judged| judged.candidate.first).collect();
    for judged in list.iter_mut().filter(|judged| judged.candidate.rule == Rule::Weapon) {
        let candidate = &judged.candidate;
        let (first, end) = words.sentence(candidate.first as usize);
        let other = |&&at: &&u32| at < candidate.first || at >= candidate.end;
        let near = places.iter().filter(other).any(|&at| (first..end).contains(&(at as usize)));
        judged.signals.add_if(near, Signal::WarSentence);
        judged.signals.add_if(places.iter().filter(other).count() >= 2, Signal::WarDocument);
    }
}

/// Counts sea words by sentence; true where the report as a whole is about ships.
fn count_sea(words: &Words, title: &Words, knowledge: &Knowledge, sea: &mut Vec<u16>) -> bool {
    sea.clear();
    let is_sea = |word: &&crate::words::Word| knowledge.lexicon.classes(word).has(Class::SeaWord);
    // A word of the title says more about the report than one of its text.
    let mut total = IN_TITLE * title.list.iter().filter(is_sea).count();
    for (at, &first) in words.sentences.iter().enumerate() {
        let end = words.sentences.get(at + 1).map_or(words.list.len(), |&next| next as usize);
        let sentence = &words.list[first as usize..end];
        let count = sentence.iter().filter(|word| knowledge.lexicon.classes(word).has(Class::SeaWord)).count();
        sea.push(count as u16);
        total += count;
    }
    // One word in fifty: a report that mentions a harbour in passing has fewer.
    total >= 3 && total * 50 >= words.list.len()
}

/// Notes what the first look is sure of.
fn establish(words: &Words, knowledge: &Knowledge, list: &[Judged], known: &mut Known) {
    known.clear();
    for judged in list {
        let Candidate { first, end, rule, .. } = judged.candidate;
        let (first, end) = (first as usize, end as usize);
        if rule == Rule::Weapon || rule == Rule::Service {
            continue;
        }
        let person = rule != Rule::Joined && judged.signals.has(Signal::PersonName)
            || judged.signals.has(Signal::TitleFirst)
            || judged.signals.has(Signal::TitleBefore) && !judged.signals.has(Signal::GazOrganization);
        let (kind, sum) = judged.best();
        if sum < ESTABLISHED {
            if person && !judged.signals.has(Signal::HeadLast) && !judged.signals.has(Signal::LegalForm) {
                known.note_word(words.list[end - 1].hash, Signal::KnownPerson);
            } else if sum >= LIKELY {
                let likely = match kind {
                    Kind::Ship => Signal::LikelyShip,
                    Kind::Port => Signal::LikelyPort,
                    Kind::Organization => Signal::LikelyOrganization,
                    Kind::Weapon | Kind::Date => continue,
                };
                known.note(words, first, end, likely);
            }
            continue;
        }
        match kind {
            Kind::Ship => {
                known.note(words, first, end, Signal::KnownShip);
                // "USS Stark", later "Stark".
                if judged.signals.has(Signal::PrefixFirst) {
                    known.note(words, first + 1, end, Signal::KnownShip);
                } else if end - first > 1 {
                    // "Fjordlink Harmony", later "Harmony".
                    known.note_word(words.list[first].hash, Signal::ShortOfShip);
                    known.note_word(words.list[end - 1].hash, Signal::ShortOfShip);
                }
            }
            Kind::Port => known.note(words, first, end, Signal::KnownPort),
            Kind::Weapon => known.note(words, first, end, Signal::KnownWeapon),
            Kind::Organization => organization(words, knowledge, first, end, known),
            Kind::Date => {}
        }
    }
    known.finish();
}

/// Notes an organization, its short forms, its initials and its head noun.
fn organization(words: &Words, knowledge: &Knowledge, first: usize, end: usize, known: &mut Known) {
    known.note(words, first, end, Signal::KnownOrganization);
    if end - first == 1 {
        return;
    }
    let classes = |at: usize| knowledge.lexicon.classes(&words.list[at]);
    for short in first + 1..end {
        // "Overseas Shipholding" and "Overseas", not "United" of "United Nations" or "Royal".
        let tail = classes(short - 1).any(Classes::of(&[
            Class::Link,
            Class::Determiner,
            Class::And,
            Class::Nationality,
            Class::Direction,
        ]));
        if !tail {
            known.note(words, first, short, Signal::ShortOfOrganization);
        }
    }
    if classes(first).has(Class::LegalForm) {
        known.note(words, first + 1, end, Signal::ShortOfOrganization);
    }
    for at in first..end {
        let word = &words.list[at];
        if word.is_capital() && classes(at).has(Class::OrgHeadTail) {
            known.note_word(word.hash, Signal::HeadOfOrganization);
        }
    }
}

/// Candidates where the finder had no reason to look: known names in lines of capitals, and
/// ordinary words at the start of a sentence.
fn document_candidates(words: &Words, list: &[Judged], known: &Known, extra: &mut Vec<Candidate>) {
    extra.clear();
    let place = Place(Place::CAPITALS.0 | Place::SENTENCE.0);
    let mut at = 0;
    while at < words.list.len() {
        let word = &words.list[at];
        let mut step = 1;
        if word.is_capital() && word.place.has(place) {
            let hit = known.lengths(word.hash).rev().map(|length| at + length as usize).find(|&end| {
                end <= words.list.len()
                    && words.list[at + 1..end]
                        .iter()
                        .all(|word| word.gap.only(Gap::SPACE.or(Gap::LINE).or(Gap::HYPHEN).or(Gap::DOT).or(Gap::AND)))
                    && known.get(key(words, at, end)) != SignalSet::default()
            });
            if let Some(end) = hit {
                let same =
                    |judged: &Judged| judged.candidate.first as usize == at && judged.candidate.end as usize == end;
                let begin = list.partition_point(|judged| (judged.candidate.first as usize) < at);
                let known_already =
                    list[begin..].iter().take_while(|judged| judged.candidate.first as usize == at).any(same);
                if !known_already {
                    extra.push(Candidate {
                        first: at as u32,
                        end: end as u32,
                        span: words.span(at, end),
                        rule: Rule::Document,
                        entries: (0, 0),
                        signals: SignalSet::default(),
                    });
                    step = end - at;
                }
            }
        }
        at += step;
    }
}

/// Adds what the document knows, and what list neighbours are.
fn second_look(words: &Words, knowledge: &Knowledge, list: &mut [Judged], known: &Known) {
    for judged in list.iter_mut() {
        let Candidate { first, end, rule, .. } = judged.candidate;
        if rule == Rule::Weapon {
            continue;
        }
        let (first, end) = (first as usize, end as usize);
        let mut about = known.get(key(words, first, end));
        let hints = SignalSet::of(&[Signal::LikelyShip, Signal::LikelyPort, Signal::LikelyOrganization]);
        let sure = SignalSet::of(&[Signal::KnownShip, Signal::KnownPort, Signal::KnownOrganization]);
        if about.any(sure) {
            about = about.without(hints);
        }
        if judged.signals.has(Signal::PrefixFirst) {
            about = about.or(known.get(key(words, first + 1, end)));
        }
        about.add_if(about.has(Signal::KnownPort) && !judged.signals.any(LISTED), Signal::KnownPortOnly);
        if !about.is_empty() || rule == Rule::Document {
            judged.signals = judged.signals.or(about);
            judged.sums = knowledge.weights.sums(judged.signals);
        }
    }
    lists::neighbours(words, knowledge, list);
}
