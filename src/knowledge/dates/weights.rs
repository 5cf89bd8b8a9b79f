//! What speaks for and against a match in doubt.
//!
//! Takes: `weights.csv` (question, cue, weight). Gives: [`Weights`]: for each question that a rule
//! can ask, the cues that answer it. Promises: every question has a `prior`. Refuses: cues that
//! [`Cue`] does not name.

use super::table;
use crate::error::{Error, Result};
use crate::timeform::named;

named! {
    /// Something to be seen around a match.
    Cue {
        /// Always there.
        Prior = "prior",
        /// The word before is a preposition that dates follow.
        Preposition = "preposition-before",
        /// The word before is an article or another determiner.
        Determiner = "determiner-before",
        /// The word before is `the`.
        The = "the-before",
        /// The word before is a title of persons.
        Title = "title-before",
        /// The word before begins with a capital and starts no sentence.
        CapitalBefore = "capital-before",
        /// The word before holds a digit.
        NumberBefore = "number-before",
        /// The word behind holds a digit, only white space between.
        NumberAfter = "number-after",
        /// The word before is one that numbers follow: `flight`, `page`, `No.`
        Numbered = "numbered-before",
        /// A currency sign, hyphen, slash or other mark is joined to the front.
        JoinedBefore = "joined-before",
        /// A sign that is no punctuation is joined to the front.
        SignBefore = "sign-before",
        /// A hyphen, slash, or sign is joined to the end.
        JoinedAfter = "joined-after",
        /// A possessive ends it.
        Possessive = "possessive",
        /// The match is in lower case, first letter and all.
        Lower = "lower-case",
        /// Written in capitals where the text around is not.
        Capitals = "all-capitals",
        /// Its first word starts a sentence.
        SentenceStart = "sentence-start",
        /// Its first word is also an everyday word or a name.
        Doubtful = "doubtful-word",
        /// A dot that belongs to the abbreviation follows.
        Dot = "dot-after",
        /// A comma, a bracket, an end of sentence or of paragraph follows.
        Pause = "pause-after",
        /// It stands in brackets.
        Bracketed = "bracketed",
        /// The next word begins with a capital, no pause between.
        CapitalAfter = "capital-after",
        /// The next word is a plural in lower case, no pause between.
        PluralAfter = "plural-after",
        /// The next word is a unit or another word of measure, no pause between.
        MeasureAfter = "measure-after",
        /// The next word is `of`, `in` or another preposition.
        PrepositionAfter = "preposition-after",
        /// The next word is `of`.
        OfAfter = "of-after",
        /// Its first word may be a name, and a verb form that tells or asks follows.
        VerbAfter = "verb-after",
        /// The next word is in lower case, no pause between.
        LowerAfter = "lower-after",
        /// The year is from 1900 to 2049.
        NearYear = "near-year",
        /// Another expression stands right before, joined by `and`, `to`, `or` or a comma.
        Series = "series-before",
        /// It starts a line.
        LineStart = "line-start",
        /// `before` or `after` follows.
        BesideAfter = "beside-after",
        /// `also` or another adverb of being there stands before ("was also present").
        Also = "also-before",
        /// A form of `end` follows ("the quarter ended Sept. 30").
        EndedAfter = "ended-after",
        /// The word before is a noun or number that a rate can have ("12 ships a day").
        Rate = "rate-before",
        /// A word of `since`, `until`, `by`, `till` stands before.
        Bound = "bound-before",
        /// The unit is a year.
        UnitYear = "unit-year",
        /// The unit is a quarter.
        UnitQuarter = "unit-quarter",
        /// The unit is a week or a month.
        UnitWeekMonth = "unit-week-month",
        /// The unit is a weekend.
        UnitWeekend = "unit-weekend",
        /// The unit is a day.
        UnitDay = "unit-day",
        /// The unit is `second`, `minute` or another that has other meanings.
        UnitShort = "unit-short",
        /// The unit is `second`, which is also an ordinal.
        UnitSecond = "unit-second",
        /// The unit is `time`.
        UnitTime = "unit-time",
        /// More than one word.
        Long = "more-words",
        /// A colon stands inside it.
        Colon = "colon-inside",
        /// A half of the day or a zone is named.
        Zoned = "zoned",
        /// `at` stands before.
        At = "at-before",
        /// `that` follows.
        ThatAfter = "that-after",
        /// An event is named within three words ("an 11-day-old national strike").
        EventAfter = "event-after",
        /// A young person is named within three words ("a two-day-old baby").
        PersonAfter = "person-after",
        /// A word of it that is also an everyday word is in lower case.
        DoubtfulLower = "doubtful-lower",
        /// Its first word may be a name, and a capitalised word stands before.
        DoubtfulCapital = "doubtful-capital",
        /// "later in", "earlier in" or "late in" stands before.
        EdgeIn = "edge-in-before",
        /// Its last word is capitalised though the words around are not.
        CapitalInside = "capital-inside",
        /// The word before is `to`.
        To = "to-before",
        /// The word before is `will` or its like.
        Will = "will-before",
        /// A form of `to be` or `to have` stands right before.
        Auxiliary = "auxiliary-before",
    }
}

/// Number of a question.
pub type Question = u8;

/// One cue of one question.
#[derive(Clone, Copy, Debug)]
pub struct Weight {
    /// What is to be seen.
    pub cue: Cue,
    /// What it adds to the sum, in natural log odds.
    pub weight: f64,
}

/// See the module.
#[derive(Debug, Default)]
pub struct Weights {
    questions: Vec<(&'static str, Vec<Weight>)>,
}

impl Weights {
    /// Reads `weights.csv`.
    pub(super) fn read(text: &'static str) -> Result<Weights> {
        const FILE: &str = "weights.csv";
        let mut questions: Vec<(&'static str, Vec<Weight>)> = Vec::new();
        for row in table::rows(FILE, "question,cue,weight", text)? {
            let cue = Cue::parse(row.fields[1])
                .ok_or_else(|| Error::new("no such cue", "see weights.rs").at(FILE, row.line, 2))?;
            let weight = row.fields[2]
                .parse()
                .map_err(|_| Error::new("no number", "write natural log odds").at(FILE, row.line, 3))?;
            match questions.last_mut() {
                Some((name, weights)) if *name == row.fields[0] => weights.push(Weight { cue, weight }),
                _ => questions.push((row.fields[0], vec![Weight { cue, weight }])),
            }
        }
        match questions.iter().find(|(_, weights)| weights.iter().all(|weight| weight.cue != Cue::Prior)) {
            Some((name, _)) => Err(Error::new(format!("the question {name} has no prior"), "add one").at(FILE, 0, 0)),
            None => Ok(Weights { questions }),
        }
    }

    /// The question of that name.
    pub fn question(&self, name: &str) -> Option<Question> {
        self.questions.iter().position(|(known, _)| *known == name).map(|at| at as Question)
    }

    /// What answers a question.
    pub fn of(&self, question: Question) -> &[Weight] {
        &self.questions[question as usize].1
    }
}
