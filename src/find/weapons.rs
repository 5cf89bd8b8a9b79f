//! Weapons: noun phrases of calibre, model, modifiers and head.
//!
//! Takes: words, the phrases of `weapons/phrases.csv`, gazetteer matches, calibre units and model
//! prefixes. Gives: candidates of the form `(calibre | model | name | modifier | head)* (head |
//! model | name)`, the longest from each place: "122mm howitzer artillery rounds", `"Silkworm"
//! missiles`, "AK-47 rifles". Promises: determiners, counts, owners and origin stay out, because
//! only what is listed joins. Refuses: a compound with another head ("missile strike"), but for a named
//! model in it.

use super::{Candidate, Found, Rule};
use crate::class::{Class, Classes};
use crate::kind::Kind;
use crate::knowledge::Knowledge;
use crate::knowledge::phrases::Role;
use crate::knowledge::rows::Sense;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::words::{Gap, Place, Shape, Words};

/// One part of a phrase, `length` words long.
#[derive(Clone, Copy)]
struct Part {
    length: usize,
    role: Role,
    signals: SignalSet,
    /// A name or model: may end the phrase, and may stand in quotation marks.
    named: bool,
}

struct Finder<'a> {
    text: &'a str,
    words: &'a Words,
    knowledge: &'a Knowledge,
}

/// Classes of words that may begin a phrase.
const STARTS: Classes = Classes::of(&[Class::StartsPhrase, Class::StartsName, Class::StartsLower, Class::ModelPrefix]);

/// What makes a weapon of a weak head.
const COMPANY: SignalSet =
    SignalSet::of(&[Signal::MakingModifier, Signal::Calibre, Signal::Model, Signal::GazWeapon, Signal::GazWeaponAlso]);

/// See the module.
pub fn find(text: &str, words: &Words, knowledge: &Knowledge, found: &mut Found) {
    let finder = Finder { text, words, knowledge };
    let mut at = 0;
    while at < words.list.len() {
        let word = &words.list[at];
        let may_start = word.has_digit() || word.classes.any(STARTS);
        at = if may_start { finder.phrase(at, found).unwrap_or(at + 1) } else { at + 1 };
    }
}

impl Finder<'_> {
    fn is(&self, at: usize, class: Class) -> bool {
        self.words.list.get(at).is_some_and(|word| self.knowledge.lexicon.classes(word).has(class))
    }

    /// Adds the phrase that begins at word `first` and says where to go on.
    fn phrase(&self, first: usize, found: &mut Found) -> Option<usize> {
        let mut signals = SignalSet::default();
        let mut end = first;
        // Where the phrase may end: behind the last head or name, with what was seen by then.
        let mut good: Option<(usize, SignalSet, bool)> = None;
        let mut named_end = None;
        let mut heads = 0;
        let mut single = true;
        while let Some(part) = self.part(end, found) {
            if end > first && !self.joins(end, part.named) {
                break;
            }
            signals = signals.or(part.signals);
            if part.role.has(Role::MAKES) {
                signals.add(Signal::MakingModifier);
            }
            end += part.length;
            if part.role.has(Role::HEAD) || part.named {
                // The last head decides; an earlier one is a modifier that makes a weapon.
                let mut seen = signals;
                let weak = part.role.has(Role::WEAK_HEAD) && !part.role.has(Role::STRONG_HEAD);
                let company = heads > 0 || signals.any(COMPANY);
                seen.add_if(part.role.has(Role::STRONG_HEAD), Signal::StrongHead);
                seen.add_if(weak && !company, Signal::WeakHead);
                seen.add_if(weak && company, Signal::MadeHead);
                good = Some((end, seen, part.named));
                single = !self.is_plural(end - 1, part.role);
                heads += usize::from(part.role.has(Role::HEAD));
            }
            if part.named {
                named_end = Some(end);
            }
            if self.words.list[end - 1].possessive > 0 {
                break;
            }
        }
        let (mut stop, mut signals, named) = good?;
        if single && self.blocked(stop) {
            // A named model in a compound counts, the compound does not.
            match named_end {
                Some(name) => stop = if named { stop } else { name },
                None => return Some(stop),
            }
            signals.add(Signal::BlockedCompound);
        }
        self.add(first, stop, signals, found);
        self.unknown_model(first, stop, signals, found);
        Some(stop.max(first + 1))
    }

    /// True for a plural that makes no compound with a noun behind it: "missiles", but not "arms".
    fn is_plural(&self, at: usize, role: Role) -> bool {
        let word = self.words.list[at].span().of(self.text);
        let singular = |ending: &str| {
            word.strip_suffix(ending).is_some_and(|stem| self.knowledge.phrases.is_phrase(stem, Role::HEAD))
        };
        !role.is(Role::MASS) && (singular("s") || singular("es"))
    }

    /// What begins at word `at`, if it can be part of a weapon phrase.
    fn part(&self, at: usize, found: &Found) -> Option<Part> {
        let word = self.words.list.get(at)?;
        let mut signals = SignalSet::default();
        let starts = word.has_digit() || word.is_capital();
        let hit = if starts { found.match_at(at).filter(|hit| hit.first as usize == at) } else { None };
        if let Some(hit) = hit {
            let names = &self.knowledge.names;
            let weapon = |entry: &&u32| names.row(**entry).sense == Sense::Entity(Kind::Weapon);
            if let Some(&entry) = found.entries(hit.entries).iter().find(weapon) {
                signals.add(if names.entry(entry).ambiguous { Signal::GazWeaponAlso } else { Signal::GazWeapon });
                let length = (hit.end - hit.first) as usize;
                return Some(Part { length, role: Role::default(), signals, named: true });
            }
        }
        if word.has_digit() {
            let length = self.calibre(at)?;
            signals.add(Signal::Calibre);
            return Some(Part { length, role: Role::JOINS, signals, named: false });
        }
        if let Some(length) = self.model(at) {
            signals.add(Signal::Model);
            return Some(Part { length, role: Role::default(), signals, named: true });
        }
        let (length, role) = self.knowledge.phrases.longest(self.words, at, Role(Role::HEAD.0 | Role::MODIFIER.0))?;
        Some(Part { length, role, signals, named: false })
    }

    /// "122mm", "122 mm", "5.56x45mm", "5.56×45mm", ".50-calibre": length in words.
    fn calibre(&self, at: usize) -> Option<usize> {
        let word = &self.words.list[at];
        let written = word.span().of(self.text);
        let unit_at = written.find(|c: char| c.is_alphabetic());
        if let Some(unit_at) = unit_at {
            let (number, unit) = written.split_at(unit_at);
            let unit = unit.rsplit(|c: char| !c.is_alphabetic()).next().unwrap_or("");
            let known = self.knowledge.lexicon.has(unit, Class::CalibreUnit);
            let digits = number.starts_with(|c: char| c.is_ascii_digit());
            // "7.62x39 mm": the unit stands apart.
            let apart = unit.eq_ignore_ascii_case("x")
                && self.is(at + 1, Class::CalibreUnit)
                && self.words.list[at + 1].gap.is_space();
            return if digits && apart { Some(2) } else { (digits && known).then_some(1) };
        }
        let next = self.words.list.get(at + 1)?;
        if next.gap.only(Gap::OTHER) && next.has_digit() {
            return self.calibre(at + 1).map(|length| length + 1);
        }
        let near = next.gap.is_space() || next.gap.only(Gap::HYPHEN);
        (near && self.is(at + 1, Class::CalibreUnit)).then_some(2)
    }

    /// "AK-47", "Su-27", "S-300": a known prefix, a hyphen or blank, a number. Length in words.
    fn model(&self, at: usize) -> Option<usize> {
        if !self.words.list[at].is_capital() {
            return None;
        }
        let number = self.words.list.get(at + 1)?;
        // "F/A-18": two letters with a slash are one prefix.
        let slash = number.gap.only(Gap::SLASH) && number.end - number.start == 1 && number.is_capital();
        if slash && self.is(at, Class::ModelPrefix) {
            return self.model(at + 1).map(|length| length + 1);
        }
        let digits = number.has_digit() && number.end - number.start <= 5 && !number.shape.has(Shape::MARK);
        (self.is(at, Class::ModelPrefix) && digits && number.gap.only(Gap::HYPHEN)).then_some(2)
    }

    /// True where the part at word `at` continues the phrase.
    fn joins(&self, at: usize, named: bool) -> bool {
        let word = &self.words.list[at];
        let quotes = if named || self.words.list[at - 1].is_capital() { Gap::QUOTE } else { Gap(0) };
        let allowed = Gap::SPACE.or(Gap::LINE).or(Gap::HYPHEN).or(quotes);
        word.gap.only(allowed) && !word.place.has(Place::SENTENCE)
    }

    /// True where another head follows at word `at` and makes the phrase something else.
    fn blocked(&self, at: usize) -> bool {
        let Some(word) = self.words.list.get(at) else { return false };
        let near = (word.gap.is_space() || word.gap.only(Gap::HYPHEN)) && !word.place.has(Place::SENTENCE);
        near && self.words.list[at - 1].possessive == 0
            && self.knowledge.phrases.longest(self.words, at, Role::BLOCKS).is_some()
    }

    fn add(&self, first: usize, end: usize, signals: SignalSet, found: &mut Found) {
        let mut span = self.words.span(first, end);
        // An opening quotation mark that is closed inside belongs to the span: `"Silkworm" missiles`.
        let inside = (first + 1..end).any(|at| self.words.list[at].gap.has(Gap::QUOTE));
        if inside && self.words.list[first].gap.has(Gap::QUOTE) {
            let before = self.text[..span.start as usize].chars().next_back();
            span.start -= before.map_or(0, char::len_utf8) as u32;
        }
        // ".50-calibre": the dot is part of the number.
        if self.words.list[first].has_digit() && self.text[..span.start as usize].ends_with(" .") {
            span.start -= 1;
        }
        let entries = found.match_at(first).map_or((0, 0), |hit| hit.entries);
        let candidate = Candidate { first: first as u32, end: end as u32, span, rule: Rule::Weapon, entries, signals };
        found.candidates.push(candidate);
    }

    /// "Hoveizeh cruise missiles": an unknown capitalised word before the phrase may be the model.
    fn unknown_model(&self, first: usize, end: usize, signals: SignalSet, found: &mut Found) {
        if signals.has(Signal::GazWeapon)
            || signals.has(Signal::Model)
            || signals.has(Signal::BlockedCompound)
            || first == 0
        {
            return;
        }
        let word = &self.words.list[first - 1];
        let near = self.words.list[first].gap.is_space() && !self.words.list[first].place.has(Place::SENTENCE);
        let classes = self.knowledge.lexicon.classes(word);
        let other =
            [Class::Common, Class::Nationality, Class::FirstName, Class::Surname, Class::Calendar, Class::Title];
        let odd = !word.is_capital()
            || word.possessive > 0
            || word.place.has(Place::CAPITALS)
            || word.place.has(Place::SENTENCE);
        if !near || odd || other.iter().any(|&class| classes.has(class)) || found.match_at(first - 1).is_some() {
            return;
        }
        let mut signals = signals;
        signals.add(Signal::UnknownModel);
        // "Zolfaghar-2 missiles": the number in between is found as the part before.
        self.add(first - 1, end, signals, found);
    }
}
