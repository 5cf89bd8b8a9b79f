//! Date knowledge: the words, numbers, holidays, rules and weights of temporal expressions.
//!
//! Takes: the files of `gazetteers/dates/` (or texts in their formats). Gives: [`DateKnowledge`],
//! and every date word registered in the [`Lexicon`]. Promises: whatever is loaded has been
//! checked: errors name file, line and column; every class, slot, form and question that a rule
//! names exists. Refuses: rules that could match nothing at all, and more classes than [`classes::MOST`].

pub mod classes;
pub mod holidays;
pub mod net;
pub mod pattern;
pub mod table;
pub mod weights;
pub mod words;

use super::lexicon::Lexicon;
use crate::error::Result;
use crate::words::Word;
use classes::{Basic, ClassId, Classes};
use holidays::Holidays;
use net::Net;
use weights::Weights;
use words::DateWords;

/// The texts of the five files.
#[derive(Clone, Copy, Debug)]
pub struct Sources {
    /// `words.csv`: word, class, value.
    pub words: &'static str,
    /// `affixes.csv`: letters that stand at digits.
    pub affixes: &'static str,
    /// `holidays.csv`: name, when, days.
    pub holidays: &'static str,
    /// `grammar.txt`: the rules.
    pub grammar: &'static str,
    /// `weights.csv`: evidence for matches in doubt.
    pub weights: &'static str,
}

/// The files that come with the program.
pub const BUILTIN: Sources = Sources {
    words: include_str!("../../../gazetteers/dates/words.csv"),
    affixes: include_str!("../../../gazetteers/dates/affixes.csv"),
    holidays: include_str!("../../../gazetteers/dates/holidays.csv"),
    grammar: include_str!("../../../gazetteers/dates/grammar.txt"),
    weights: include_str!("../../../gazetteers/dates/weights.csv"),
};

/// Declares the classes that judging and resolving look for in the words around an expression.
macro_rules! around {
    ($($(#[$doc:meta])* $field:ident = $name:literal),* $(,)?) => {
        /// Numbers of the classes that judging and resolving look for around an expression.
        #[derive(Clone, Copy, Debug)]
        pub struct Around { $($(#[$doc])* pub $field: ClassId),* }

        impl Around {
            fn find(classes: &mut Classes) -> Result<Around> {
                Ok(Around { $($field: classes.intern($name)?),* })
            }
        }
    };
}

around! {
    /// Prepositions that dates follow.
    preposition = "preposition",
    /// `since`, `until`, `by`.
    bound = "bound",
    /// Articles and other determiners.
    determiner = "determiner",
    /// `the`
    the = "the",
    /// `at`
    at = "at",
    /// `of`
    of = "of",
    /// `that`
    that = "that_word",
    /// Titles of persons.
    title = "title",
    /// Words that are also something other than dates.
    doubt = "doubt",
    /// Units of measure other than time.
    measure = "measure",
    /// Forms of `end`.
    ended = "ended",
    /// `and`, `or`, `to`
    series = "series",
    /// Forms of `be` and `have`.
    auxiliary = "auxiliary",
    /// `will` and its like.
    will = "will",
    /// `would` and its like.
    would = "would",
    /// `scheduled`, `expected`: what they govern lies ahead.
    plan = "plan",
    /// Past forms of verbs.
    past = "past",
    /// Day names.
    weekday = "weekday",
    /// `ago`
    ago = "ago",
    /// `had`
    had = "had",
    /// `be`
    be = "be",
    /// `to`
    to = "to",
    /// `as`
    as_word = "as",
    /// `early`, `soon`, as in "as early as".
    soon = "soon",
    /// `until`, `till`, `by`
    until = "until",
    /// `through`
    through = "through",
    /// `later`, `earlier`, `late`, as in "later in the day".
    edge_in = "edge_in",
    /// `baby`, `son`: persons whose age is told.
    person = "person",
    /// `is`, `are`
    is = "is",
    /// `on`
    on = "on",
    /// `flight`, `page`: a number behind them is no year.
    numbered = "numbered",
    /// `before`, `after`
    beside = "beside",
    /// `also` and its like.
    also = "also",
    /// `set`, which plans before `to` and tells elsewhere.
    set = "set",
    /// Things that have an age worth telling: strikes, wars.
    event = "event",
    /// `since`
    since = "since",
}

/// The rules of the built-in grammar with their examples, for tests and documentation.
///
/// # Errors
/// As [`DateKnowledge::builtin`].
pub fn grammar() -> Result<pattern::Grammar> {
    pattern::read(BUILTIN.grammar, &Holidays::read(BUILTIN.holidays)?)
}

/// All that is known of temporal expressions.
#[derive(Debug)]
pub struct DateKnowledge {
    /// Names of word classes.
    pub classes: Classes,
    /// Words and affixes.
    pub words: DateWords,
    /// Holidays and when they are.
    pub holidays: Holidays,
    /// The compiled rules.
    pub net: Net,
    /// Evidence and what it weighs.
    pub weights: Weights,
    /// Classes to look for around expressions.
    pub around: Around,
}

impl DateKnowledge {
    /// The knowledge that comes with the program, its words registered in `lexicon`.
    ///
    /// # Errors
    /// None that a released program meets: a test loads the files.
    pub fn builtin(lexicon: &mut Lexicon) -> Result<DateKnowledge> {
        DateKnowledge::new(&BUILTIN, lexicon)
    }

    /// Knowledge from texts in the formats of `gazetteers/dates/`, its words registered in
    /// `lexicon`. The texts live as long as the program because rule names are handed out.
    ///
    /// # Errors
    /// The first thing wrong, with file, line and column.
    pub fn new(sources: &Sources, lexicon: &mut Lexicon) -> Result<DateKnowledge> {
        let mut classes = Classes::default();
        let mut words = DateWords::default();
        words.add_words(sources.words, &mut classes)?;
        words.add_affixes(sources.affixes)?;
        let holidays = Holidays::read(sources.holidays)?;
        let grammar = pattern::read(sources.grammar, &holidays)?;
        let weights = Weights::read(sources.weights)?;
        let around = Around::find(&mut classes)?;
        let net = Net::compile(&grammar, &mut classes, &mut words, &weights)?;
        words.register(lexicon);
        Ok(DateKnowledge { classes, words, holidays, net, weights, around })
    }

    /// True where a word is a month's name or abbreviation.
    pub fn is_month(&self, lexicon: &Lexicon, word: &Word) -> bool {
        let mask = &self.words.entry(lexicon.date(word)).mask;
        mask.has(Basic::Month.id()) || mask.has(Basic::MonthShort.id())
    }
}
