//! Names by their capitals: runs of capitalised words, and what can be built of them.
//!
//! Takes: words and their classes. Gives: candidates: each run, and the parts and extensions that
//! a name may be ("Toshiba Corp" of "Toshiba Corp President Sato", "Ministry of Defence",
//! "Procter and Gamble Co", "Herald of Free Enterprise" behind "ferry"). Promises: in lines of
//! capitals, where case says nothing, words that are ordinary English break a run. Refuses: months,
//! weekdays, articles and prepositions as parts of a run.

use super::{Found, Rule};
use crate::class::{Class, Classes};
use crate::knowledge::Knowledge;
use crate::knowledge::rows::Sense;
use crate::knowledge::signals::{Signal, SignalSet};
use crate::words::{Gap, Place, Shape, Words};

/// What may stand between two words of a run.
const JOINT: Gap = Gap(Gap::SPACE.0 | Gap::LINE.0 | Gap::HYPHEN.0 | Gap::AND.0 | Gap::DOT.0);

/// Never part of a run, capital or not.
const FUNCTION: Classes = Classes::of(&[Class::Determiner, Class::Preposition, Class::Calendar]);

/// Ordinary words that a name in capitals may hold all the same.
const NAME_PARTS: Classes = Classes::of(&[Class::OrgHead, Class::LegalForm, Class::Direction]);

/// Words that announce a ship's name, so that an of-phrase behind it may belong to it.
const SHIP_BEFORE: Classes = Classes::of(&[Class::ShipType, Class::ShipTypes, Class::ShipPrefix, Class::NameWord]);

struct Runs<'a> {
    text: &'a str,
    words: &'a Words,
    knowledge: &'a Knowledge,
}

/// See the module.
pub fn find(text: &str, words: &Words, knowledge: &Knowledge, found: &mut Found) {
    let runs = Runs { text, words, knowledge };
    let mut at = 0;
    while at < words.list.len() {
        if let Some(end) = runs.slashed_prefix(at) {
            let mut signals = SignalSet::default();
            signals.add(Signal::PrefixFirst);
            runs.add(at, end, Rule::Name, signals, found);
            at = end;
            continue;
        }
        if !runs.namelike(at) {
            at += 1;
            continue;
        }
        let end = runs.end(at);
        runs.candidates(at, end, found);
        at = end;
    }
}

impl Runs<'_> {
    fn classes(&self, at: usize) -> Classes {
        self.knowledge.lexicon.classes(&self.words.list[at])
    }

    fn is(&self, at: usize, class: Class) -> bool {
        at < self.words.list.len() && self.classes(at).has(class)
    }

    /// True where the word may begin or continue a name.
    fn namelike(&self, at: usize) -> bool {
        let word = &self.words.list[at];
        if !word.is_capital() {
            return false;
        }
        let classes = self.classes(at);
        if classes.any(FUNCTION) {
            return false;
        }
        if word.place.has(Place::CAPITALS) {
            return !classes.has(Class::Common) || classes.any(NAME_PARTS);
        }
        true
    }

    /// True where word `at` continues the name in which the word before it stands.
    fn joins(&self, at: usize) -> bool {
        let Some(word) = self.words.list.get(at) else { return false };
        let before = &self.words.list[at - 1];
        if word.place.has(Place::SENTENCE) || !word.gap.only(JOINT) || before.possessive > 0 {
            return false;
        }
        let before_classes = self.classes(at - 1);
        if word.gap.has(Gap::DOT) {
            let short = before.end - before.start == 1 || before.shape.has(Shape::MARK);
            return short
                || before_classes.has(Class::Abbreviation) && !before_classes.has(Class::LegalForm)
                || self.is(at, Class::LegalForm);
        }
        true
    }

    /// Where the run that begins at `at` ends.
    fn end(&self, at: usize) -> usize {
        let mut end = at + 1;
        while end < self.words.list.len() && self.joins(end) && self.namelike(end) {
            end += 1;
        }
        end
    }

    /// "M/V Regent Sea": end of the run behind a prefix of two letters with a slash.
    fn slashed_prefix(&self, at: usize) -> Option<usize> {
        let (first, second) = (self.words.list.get(at)?, self.words.list.get(at + 1)?);
        let letter = |word: &crate::words::Word| word.end - word.start == 1 && word.is_capital();
        if !letter(first)
            || !letter(second)
            || !second.gap.only(Gap::SLASH)
            || !self.words.list.get(at + 2)?.gap.is_space()
        {
            return None;
        }
        let joined = [first, second].map(|word| word.span().of(self.text)).concat();
        let known = self.knowledge.lexicon.has(&joined, Class::ShipPrefix) && self.namelike(at + 2);
        known.then(|| self.end(at + 2))
    }

    /// The run behind a linking word at `at` ("of", "of the", "and"), if there is one.
    fn linked(&self, at: usize, link: Class) -> Option<(usize, usize)> {
        let space = |at: usize| {
            self.words.list.get(at).is_some_and(|word| word.gap.is_space() && !word.place.has(Place::SENTENCE))
        };
        if !(space(at) && self.is(at, link) && self.words.list[at - 1].possessive == 0) {
            return None;
        }
        let mut first = at + 1;
        // "the Ministry of the Interior" is one thing, "the Angara and the Maria" are two.
        if link != Class::And && space(first) && self.is(first, Class::Determiner) && self.words.list[first].is_lower()
        {
            first += 1;
        }
        if !space(first) || !self.namelike(first) {
            return None;
        }
        Some((first, self.cut(first, self.end(first))))
    }

    /// Where the name in the run `first..end` ends: before a person's title, behind a legal form.
    fn cut(&self, first: usize, end: usize) -> usize {
        for at in first + 1..end {
            if self.is(at, Class::Title) && !self.is(at, Class::OrgHead) {
                return at;
            }
            let form = self.is(at - 1, Class::LegalForm) && at - 1 > first;
            if form && !self.is(at, Class::LegalForm) && !self.is(at, Class::OrgHead) {
                return at;
            }
        }
        end
    }

    fn candidates(&self, first: usize, end: usize, found: &mut Found) {
        let whole = SignalSet::default();
        let mut part = SignalSet::default();
        part.add(Signal::CutShort);
        let lone_ordinary = end - first == 1
            && self.words.list[first].place.has(Place::SENTENCE)
            && self.classes(first).has(Class::Common)
            && !self.classes(first).any(Classes::of(&[Class::OrgAlone, Class::FirstName]));
        if !lone_ordinary {
            self.add(first, end, Rule::Name, whole, found);
        }
        // An ordinary word at the start of the sentence may owe its capital to that place alone.
        let first_word = &self.words.list[first];
        if end - first > 1 && first_word.place.has(Place::SENTENCE) && self.classes(first).has(Class::Common) {
            self.add(first + 1, end, Rule::Name, whole, found);
        }
        let cut = self.cut(first, end);
        if cut < end {
            self.add(first, cut, Rule::Name, part, found);
        }
        self.after_announcement(first, end, found);
        self.head_before_person(first, end, found);
        self.extensions(first, cut, found);
    }

    /// "Motor Tanker Bridgeton", "President Reagan": what stands behind the type or title.
    fn after_announcement(&self, first: usize, end: usize, found: &mut Found) {
        const ANNOUNCE: Classes = Classes::of(&[Class::ShipType, Class::Title, Class::Nationality]);
        let mut start = first;
        while start + 1 < end && self.classes(start).any(ANNOUNCE) {
            start += 1;
        }
        if start > first {
            let mut part = SignalSet::default();
            part.add(Signal::CutShort);
            self.add(start, end, Rule::Name, part, found);
        }
    }

    /// "Foreign Ministry John Smith", "Labour Party Michael Foot": the head noun ends the name.
    fn head_before_person(&self, first: usize, end: usize, found: &mut Found) {
        for at in first..end.saturating_sub(1) {
            if self.is(at, Class::OrgHead) && self.is(at + 1, Class::FirstName) && !self.is(at + 1, Class::OrgHead) {
                let mut part = SignalSet::default();
                part.add(Signal::CutShort);
                self.add(first, at + 1, Rule::Name, part, found);
            }
        }
    }

    /// True where one of the entries is a place.
    fn is_place(&self, found: &Found, entries: (u32, u32)) -> bool {
        found.entries(entries).iter().any(|&entry| self.knowledge.names.row(entry).sense == Sense::Place)
    }

    /// Tails, joined names, numbers and legal forms behind the run.
    fn extensions(&self, first: usize, end: usize, found: &mut Found) {
        let list = &self.words.list;
        let none = SignalSet::default();
        let takes_tail = (first..end).any(|at| self.is(at, Class::OrgHeadTail));
        let announced = first > 0 && self.classes(first - 1).any(SHIP_BEFORE) || self.is(first, Class::ShipPrefix);
        let quoted = list[first].gap.has(Gap::QUOTE);
        if takes_tail || announced || quoted {
            let rule = if takes_tail { Rule::HeadTail } else { Rule::Name };
            let mut signals = none;
            signals.add(if takes_tail { Signal::HeadTail } else { Signal::OfTail });
            let mut tail = end;
            for _ in 0..3 {
                let next = self
                    .linked(tail, Class::Link)
                    .or_else(|| (tail > end).then(|| self.linked(tail, Class::And)).flatten());
                let Some((_, next_end)) = next else { break };
                tail = next_end;
                self.add(first, tail, rule, signals, found);
            }
            if takes_tail && tail == end {
                // "Embassy in the United States", "Mission to the United Nations".
                let abroad = (first..end).any(|at| self.is(at, Class::Abroad));
                if let Some((_, tail)) = abroad.then(|| self.linked(end, Class::Preposition)).flatten() {
                    self.add(first, tail, Rule::HeadTail, signals, found);
                }
            }
        }
        if let Some((second, tail)) = self.linked(end, Class::And) {
            let company = self.is(tail - 1, Class::LegalForm) || self.is(tail - 1, Class::OrgHead);
            if company || (end - first == 1 && tail - second == 1) {
                self.add(first, tail, Rule::Joined, none, found);
            }
        }
        let Some(next) = list.get(end) else { return };
        if next.gap.only(Gap::COMMA.or(Gap::SPACE).or(Gap::LINE))
            && next.gap.has(Gap::COMMA)
            && self.is(end, Class::LegalForm)
            && next.is_capital()
        {
            self.add(first, end + 1, Rule::Joined, none, found);
        }
        // "Brigade 604", "Seapride 2": a short number behind the name.
        let number = next.is_number() && next.end - next.start <= 4 && !next.shape.has(Shape::MARK);
        if number && (next.gap.is_space() || next.gap.only(Gap::HYPHEN)) && list[end - 1].possessive == 0 {
            self.add(first, end + 1, Rule::Name, none, found);
        }
        // "Santos harbour": the facility belongs to the name, as it does with capitals.
        if self.is(end, Class::Harbour) && next.is_lower() && next.gap.is_space() && list[end - 1].possessive == 0 {
            self.add(first, end + 1, Rule::Name, none, found);
        }
        // "Reagan administration", but not "U.S. administration".
        let owner = self.classes(end - 1).any(Classes::of(&[Class::Nationality]))
            || found.match_at(end - 1).is_some_and(|hit| self.is_place(found, hit.entries));
        if self.is(end, Class::NameHead) && next.is_lower() && next.gap.is_space() && !owner {
            let mut signals = none;
            signals.add(Signal::NameHead);
            self.add(end - 1, end + 1, Rule::Name, signals, found);
        }
        // "25th Division": an ordinal before it.
        if let Some(before) = first.checked_sub(1).map(|at| &list[at]) {
            let ordinal = before.has_digit() && before.is_lower() && list[first].gap.is_space();
            if ordinal && !list[first].place.has(Place::SENTENCE) && self.is(end - 1, Class::OrgHead) {
                self.add(first - 1, end, Rule::Name, none, found);
            }
        }
        // "al-Ghuraba Brigades": a linking word with a hyphen belongs to the name.
        if first > 0 && list[first].gap.only(Gap::HYPHEN) && self.is(first - 1, Class::Link) {
            self.add(first - 1, end, Rule::Name, none, found);
        }
    }

    /// 1 where the name that ends before word `end` keeps its own final stop: "U.N.", "B.V.", and
    /// "Inc." where the sentence goes on.
    fn final_dot(&self, end: usize) -> u32 {
        let last = &self.words.list[end - 1];
        if last.possessive > 0
            || !self.words.gap_after(end - 1).has(Gap::DOT)
            || !self.text[last.end as usize..].starts_with('.')
        {
            return 0;
        }
        let dotted = last.shape.has(Shape::MARK) && last.span().of(self.text).contains('.');
        let form = self.is(end - 1, Class::LegalForm) && self.is(end - 1, Class::Abbreviation);
        let goes_on = self.words.list.get(end).is_some_and(|word| !word.place.has(Place::SENTENCE));
        u32::from(dotted || form && goes_on)
    }

    fn add(&self, first: usize, end: usize, rule: Rule, signals: SignalSet, found: &mut Found) {
        let mut signals = signals;
        let mut entries = (0, 0);
        if let Some(hit) = found.match_at(first) {
            if (hit.first as usize, hit.end as usize) == (first, end) {
                entries = hit.entries;
            } else if hit.first as usize <= first && end <= hit.end as usize {
                signals.add(Signal::InsideGazetteer);
            }
        }
        debug_assert!(end <= self.words.list.len() && first < end, "{}", self.text);
        found.push(self.words, first, end, rule, signals);
        if let Some(candidate) = found.candidates.last_mut() {
            candidate.entries = entries;
            candidate.span.end += self.final_dot(end);
        }
    }
}
