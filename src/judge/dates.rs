//! Which candidates are temporal expressions.
//!
//! Takes: candidates of `find/dates` and the words around them. Gives: [`Judged`], one for each,
//! with score and, when explaining, evidence. Promises: the score is the logistic function of the
//! sum of the weights in `weights.csv` whose cue is there; what is kept has the
//! least score or more. Refuses: to weigh matches of rules that ask nothing: their words leave
//! no doubt.

use crate::knowledge::dates::classes::{ClassId, Mask};
use crate::knowledge::dates::weights::Cue;
use crate::knowledge::dates::{Around, DateKnowledge};
use crate::knowledge::lexicon::Lexicon;
use crate::mention::Evidence;
use crate::timeform::{DateCandidate, Slot, code};
use crate::words::{Gap, Place, Word, Words};

/// Sum of evidence of a match whose words leave no doubt.
const SURE: f64 = 4.0;

/// A candidate and what became of it.
#[derive(Clone, Debug)]
pub struct Judged {
    /// The candidate.
    pub candidate: DateCandidate,
    /// 0 to 1.
    pub score: f64,
    /// Its score reaches the least one.
    pub kept: bool,
    /// Why; empty unless explanations were asked for.
    pub evidence: Vec<Evidence>,
}

/// Judges the candidates of one document.
pub fn judge(
    text: &str,
    words: &Words,
    lexicon: &Lexicon,
    knowledge: &DateKnowledge,
    candidates: &[DateCandidate],
    least: f64,
    explain: bool,
) -> Vec<Judged> {
    let mut judged: Vec<Judged> = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let before = judged.last().filter(|before| before.kept).map(|before| before.candidate.end as usize);
        let scene = Scene { text, words, lexicon, knowledge, candidate, before };
        judged.push(scene.judge(least, explain));
    }
    judged
}

/// One candidate and what stands around it.
struct Scene<'t> {
    text: &'t str,
    words: &'t Words,
    lexicon: &'t Lexicon,
    knowledge: &'t DateKnowledge,
    candidate: &'t DateCandidate,
    /// Where the kept candidate before ends.
    before: Option<usize>,
}

impl Scene<'_> {
    fn judge(&self, least: f64, explain: bool) -> Judged {
        let mut sum = 0.0;
        let mut evidence = Vec::new();
        match self.knowledge.net.rules[self.candidate.rule as usize].asks {
            None => {
                sum = SURE;
                if explain {
                    evidence.push(Evidence { name: "sure-words", weight: SURE, words: Some(self.candidate.span) });
                }
            }
            Some(question) => {
                for weight in self.knowledge.weights.of(question) {
                    if self.shows(weight.cue) {
                        sum += weight.weight;
                        if explain {
                            evidence.push(Evidence { name: weight.cue.name(), weight: weight.weight, words: None });
                        }
                    }
                }
            }
        }
        let score = 1.0 / (1.0 + (-sum).exp());
        Judged { candidate: *self.candidate, score, kept: score >= least, evidence }
    }

    fn first(&self) -> &Word {
        &self.words.list[self.candidate.first as usize]
    }

    /// The word before, where only white space or quotes stand between.
    fn word_before(&self) -> Option<&Word> {
        let gap = self.first().gap;
        let near = gap.has(Gap::SPACE) && gap.only(Gap::SPACE.or(Gap::LINE).or(Gap::QUOTE).or(Gap::APOSTROPHE));
        if near { Some(&self.words.list[(self.candidate.first as usize).checked_sub(1)?]) } else { None }
    }

    /// The word after, where only white space stands between.
    fn word_after(&self) -> Option<&Word> {
        let word = self.words.list.get(self.candidate.end as usize)?;
        word.gap.is_space().then_some(word)
    }

    fn gap_after(&self) -> Gap {
        self.words.gap_after(self.candidate.end as usize - 1)
    }

    fn mask(&self, word: &Word) -> &Mask {
        &self.knowledge.words.entry(self.lexicon.date(word)).mask
    }

    fn is(&self, word: Option<&Word>, class: fn(&Around) -> ClassId) -> bool {
        word.is_some_and(|word| self.mask(word).has(class(&self.knowledge.around)))
    }

    /// One of the next three words is of the class.
    fn within_three(&self, class: ClassId) -> bool {
        self.words.list[self.candidate.end as usize..]
            .iter()
            .take(3)
            .any(|word| word.gap.has(Gap::SPACE) && self.mask(word).has(class))
    }

    fn unit(&self) -> Option<&'static str> {
        let unit = self.candidate.parts.get(Slot::Unit)?;
        code::UNITS.get(unit as usize - 1).copied()
    }

    fn shows(&self, cue: Cue) -> bool {
        let first = self.first();
        let before = self.word_before();
        let after = self.word_after();
        let parts = &self.candidate.parts;
        let fresh = |word: &Word| word.place.has(Place::SENTENCE);
        match cue {
            Cue::Prior => true,
            Cue::Preposition => self.is(before, |around| around.preposition),
            Cue::Determiner => self.is(before, |around| around.determiner),
            Cue::The => self.is(before, |around| around.the),
            Cue::Bound => self.is(before, |around| around.bound),
            Cue::At => self.is(before, |around| around.at),
            Cue::Title => self.is(before, |around| around.title) && before.is_some_and(Word::is_capital),
            Cue::CapitalBefore => before.is_some_and(|word| {
                word.is_capital() && !fresh(word) && !word.place.has(Place::CAPITALS) && self.lexicon.date(word) == 0
            }),
            Cue::NumberBefore => before.is_some_and(Word::is_number),
            Cue::NumberAfter => after.is_some_and(Word::is_number),
            Cue::Numbered => self.is(before, |around| around.numbered),
            Cue::JoinedBefore => !first.gap.has(Gap::SPACE) && first.gap.has(JOINS),
            Cue::SignBefore => {
                // A sign stands directly in front when nothing but it and blanks are in the gap.
                first.gap.has(Gap::OTHER) && self.text[..first.start as usize].chars().next_back().is_some_and(is_sign)
            }
            Cue::JoinedAfter => !self.gap_after().has(Gap::SPACE) && self.gap_after().has(JOINS),
            Cue::Possessive => self.words.list[self.candidate.end as usize - 1].possessive > 0,
            Cue::Lower => first.is_lower() && !first.place.has(Place::CAPITALS),
            Cue::Capitals => first.is_all_caps() && !first.place.has(Place::CAPITALS),
            Cue::SentenceStart => fresh(first),
            Cue::Doubtful => self.mask(first).has(self.knowledge.around.doubt),
            Cue::Dot => self.gap_after().has(Gap::DOT),
            Cue::Pause => !self.gap_after().is_space() && !self.gap_after().has(JOINS) || after.is_some_and(fresh),
            Cue::Bracketed => first.gap.has(Gap::OPEN) && self.gap_after().has(Gap::CLOSE),
            Cue::CapitalAfter => after.is_some_and(|word| word.is_capital() && !fresh(word)),
            Cue::PluralAfter => after.is_some_and(|word| {
                word.is_lower() && self.lexicon.date(word) == 0 && word.span().of(self.text).ends_with('s')
            }),
            Cue::MeasureAfter => self.is(after, |around| around.measure),
            Cue::PrepositionAfter => self.is(after, |around| around.preposition),
            Cue::OfAfter => self.is(after, |around| around.of),
            Cue::BesideAfter => self.is(after, |around| around.beside),
            Cue::LineStart => first.gap.has(Gap::LINE.or(Gap::PARAGRAPH)),
            Cue::Also => self.is(before, |around| around.also),
            Cue::ThatAfter => self.is(after, |around| around.that),
            Cue::EndedAfter => self.is(after, |around| around.ended),
            Cue::VerbAfter => {
                let verb = self.is(after, |around| around.past) || self.is(after, |around| around.will);
                verb && self.shows(Cue::Doubtful)
            }
            Cue::LowerAfter => after.is_some_and(Word::is_lower),
            Cue::NearYear => parts.get(Slot::Year).is_some_and(|year| (1900..2050).contains(&year)),
            Cue::Series => self.before.is_some_and(|end| {
                let start = self.candidate.first as usize;
                end == start || (end + 1 == start && self.mask(&self.words.list[end]).has(self.knowledge.around.series))
            }),
            Cue::Rate => before.is_some_and(|word| {
                let noun = self.lexicon.date(word) == 0 && word.is_lower();
                noun || word.has_digit() || self.mask(word).has(self.knowledge.around.measure)
            }),
            Cue::UnitYear => self.unit() == Some("year"),
            Cue::UnitQuarter => self.unit() == Some("quarter"),
            Cue::UnitWeekMonth => matches!(self.unit(), Some("week" | "month")),
            Cue::UnitWeekend => self.unit() == Some("weekend"),
            Cue::UnitDay => self.unit() == Some("day"),
            Cue::UnitShort => {
                matches!(self.unit(), Some("second" | "minute" | "half" | "season" | "night" | "hour"))
            }
            Cue::UnitSecond => self.unit() == Some("second"),
            Cue::UnitTime => self.unit() == Some("time"),
            Cue::Long => self.candidate.end - self.candidate.first > 1,
            Cue::Colon => parts.has(Slot::Minute),
            Cue::Zoned => parts.has(Slot::Zone) || parts.has(Slot::HalfDay),
            Cue::EventAfter => self.within_three(self.knowledge.around.event),
            Cue::PersonAfter => self.within_three(self.knowledge.around.person),
            Cue::DoubtfulLower => (self.candidate.first as usize..self.candidate.end as usize).any(|at| {
                let word = &self.words.list[at];
                self.mask(word).has(self.knowledge.around.doubt) && word.is_lower() && !word.place.has(Place::CAPITALS)
            }),
            // The first word of a sentence counts here: "Theresa May resigned".
            Cue::DoubtfulCapital => {
                let name = |word: &Word| word.is_capital() && self.lexicon.date(word) == 0;
                self.shows(Cue::Doubtful) && before.is_some_and(name) && !first.place.has(Place::CAPITALS)
            }
            Cue::CapitalInside => {
                let last = &self.words.list[self.candidate.end as usize - 1];
                let loud = last.place.has(Place::CAPITALS.or(Place::TITLE_CASE)) || last.is_all_caps();
                last.is_capital() && !fresh(last) && !loud
            }
            Cue::EdgeIn => {
                let at = self.candidate.first as usize;
                let edge = |at: usize| self.mask(&self.words.list[at]).has(self.knowledge.around.edge_in);
                at >= 2 && self.is(before, |around| around.preposition) && edge(at - 2)
            }
            Cue::To => self.is(before, |around| around.to),
            Cue::Will => self.is(before, |around| around.will) || self.is(before, |around| around.would),
            Cue::Auxiliary => self.is(before, |around| around.auxiliary),
        }
    }
}

/// Marks that join a number or name to what stands beside it.
const JOINS: Gap = Gap::HYPHEN.or(Gap::SLASH).or(Gap::OTHER).or(Gap::AND);

/// A sign that makes a number something other than a date.
fn is_sign(c: char) -> bool {
    !c.is_whitespace() && !c.is_alphanumeric() && !matches!(c, '_' | '*' | '\u{2022}' | '|')
}
