//! What a temporal expression says before anyone asks which day that is: plain data.
//!
//! Takes: nothing. Gives: [`Form`] (what kind of reckoning the words ask for), [`Slot`] (what a
//! word can say), [`Parts`] (what the words of one expression did say) and [`DateCandidate`].
//! Promises: a slot is either filled or not; the codes of units, parts of the day, seasons and
//! edges are those of [`code`], the symbols that the files under `gazetteers/dates/` use.
//! Refuses: to know any word of any language.

use crate::span::Span;

/// Declares an enum together with the names that data files use for its members.
macro_rules! named {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $member:ident = $text:literal),* $(,)? }) => {
        $(#[$about])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $member),* }

        impl $name {
            /// Every member, in order.
            pub const ALL: &'static [$name] = &[$($name::$member),*];

            /// The name in data files.
            pub const fn name(self) -> &'static str {
                match self { $($name::$member => $text),* }
            }

            /// The member of that name, if there is one.
            pub fn parse(name: &str) -> Option<$name> {
                $name::ALL.iter().copied().find(|member| member.name() == name)
            }
        }
    };
}

pub(crate) use named;

named! {
    /// Which reckoning turns the parts into a value.
    Form {
        /// Calendar fields, with or without a time of day: "Oct. 16", "Saturday night", "1953".
        Calendar = "calendar",
        /// A day beside the anchor: "today", "yesterday morning", "tonight".
        Near = "near",
        /// A calendar unit beside the anchor's: "last week", "this month", "next May".
        Shift = "shift",
        /// A length counted from the anchor or the last date: "two days ago", "a week later".
        Ago = "ago",
        /// A unit known from before: "the day", "that year", "the same month".
        Known = "known",
        /// A quarter or business period: "third quarter", "the latest period", "year-ago quarter".
        Quarter = "quarter",
        /// A length of time: "two weeks", "several months".
        Length = "length",
        /// A recurrence: "every Friday", "daily".
        Set = "set",
        /// "now", "recently", "the future".
        Ref = "ref",
        /// "the 1990s", "the '80s".
        Decade = "decade",
        /// "the 20th century".
        Century = "century",
        /// Numbers whose order may be in doubt: "3/4/2023".
        Numeric = "numeric",
        /// A holiday: "Christmas Eve", "Ramadan".
        Holiday = "holiday",
    }
}

named! {
    /// What a word of an expression can say.
    Slot {
        /// Four digits.
        Year = "year",
        /// The last two digits of a year.
        YearShort = "year2",
        /// Year in which a range ends.
        YearEnd = "year_end",
        /// 1 to 12.
        Month = "month",
        /// Month in which a range ends.
        MonthEnd = "month_end",
        /// 1 to 31.
        Day = "day",
        /// Day on which a range ends.
        DayEnd = "day_end",
        /// 1 = Monday to 7.
        Weekday = "weekday",
        /// 0 to 24.
        Hour = "hour",
        /// Hour and minute in one number: 530 for "0530" and "5.30".
        FourDigits = "hhmm",
        /// 0 to 59.
        Minute = "minute",
        /// 0 to 59.
        Second = "second",
        /// 0 = before noon, 12 = after.
        HalfDay = "ampm",
        /// 1 = a zone with no offset from UTC, 2 = any other.
        Zone = "zone",
        /// Part of the day, see [`code::PARTS`].
        Part = "part",
        /// Season, see [`code::SEASONS`].
        Season = "season",
        /// 1 to 4.
        Quarter = "quarter",
        /// 1 or 2: half of a year.
        Half = "half",
        /// Unit of time, see [`code::UNITS`].
        Unit = "unit",
        /// How many.
        Number = "number",
        /// How many at most, in "two to three weeks".
        NumberEnd = "number_end",
        /// Tenths beside the number: 5 in "two and a half".
        Tenths = "tenths",
        /// First, second, third ...; 99 = last.
        Ordinal = "ordinal",
        /// -1 before, 0 same, 1 after.
        Direction = "dir",
        /// 1 = an indefinite number: "several", a bare plural.
        Vague = "vague",
        /// Part of a period, see [`code::EDGES`].
        Edge = "edge",
        /// Number of a holiday in `holidays.csv`.
        Holiday = "holiday",
        /// Kind of reference, see [`code::REFS`].
        Ref = "ref",
        /// Anything a form needs to tell two of its rules apart.
        Mode = "mode",
    }
}

/// Symbols of data files and the numbers they stand for.
pub mod code {
    /// Units of time, from short to long; 1 = the first.
    pub const UNITS: &[&str] = &[
        "second",
        "minute",
        "hour",
        "day",
        "weekend",
        "week",
        "fortnight",
        "month",
        "quarter",
        "half",
        "year",
        "decade",
        "century",
        "millennium",
        "night",
        "season",
        "time",
    ];
    /// Parts of the day as TIMEX3 writes them.
    pub const PARTS: &[&str] = &["MO", "MI", "AF", "EV", "NI", "DT"];
    /// Seasons as TIMEX3 writes them.
    pub const SEASONS: &[&str] = &["SP", "SU", "FA", "WI"];
    /// Parts of a period.
    pub const EDGES: &[&str] = &["START", "MID", "END"];
    /// References without a calendar value.
    pub const REFS: &[&str] = &["PRESENT_REF", "PAST_REF", "FUTURE_REF"];

    /// The number a symbol stands for: 1 and up within its table.
    pub fn of(symbol: &str) -> Option<i32> {
        [UNITS, PARTS, SEASONS, EDGES, REFS]
            .iter()
            .find_map(|table| table.iter().position(|&name| name == symbol))
            .map(|at| at as i32 + 1)
    }

    /// The number of a unit, known when compiling.
    pub const fn unit(name: &str) -> i32 {
        index(UNITS, name)
    }

    /// The number of a part of the day, known when compiling.
    pub const fn part(name: &str) -> i32 {
        index(PARTS, name)
    }

    const fn index(table: &[&str], name: &str) -> i32 {
        let mut at = 0;
        while at < table.len() {
            if same(table[at].as_bytes(), name.as_bytes()) {
                return at as i32 + 1;
            }
            at += 1;
        }
        panic!("no such symbol");
    }

    const fn same(a: &[u8], b: &[u8]) -> bool {
        if a.len() != b.len() {
            return false;
        }
        let mut at = 0;
        while at < a.len() {
            if a[at] != b[at] {
                return false;
            }
            at += 1;
        }
        true
    }
}

const SLOTS: usize = Slot::ALL.len();

/// What the words of one expression say.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    filled: u32,
    values: [i32; SLOTS],
}

impl Default for Parts {
    fn default() -> Parts {
        Parts { filled: 0, values: [0; SLOTS] }
    }
}

impl Parts {
    /// Fills a slot, over what was in it.
    pub fn set(&mut self, slot: Slot, value: i32) {
        self.filled |= 1 << slot as u32;
        self.values[slot as usize] = value;
    }

    /// What is in a slot.
    pub fn get(&self, slot: Slot) -> Option<i32> {
        self.has(slot).then(|| self.values[slot as usize])
    }

    /// True where the slot is filled.
    pub fn has(&self, slot: Slot) -> bool {
        self.filled & 1 << slot as u32 != 0
    }
}

/// Words that may be a temporal expression.
#[derive(Clone, Copy, Debug)]
pub struct DateCandidate {
    /// First word.
    pub first: u32,
    /// One past the last word.
    pub end: u32,
    /// Bytes: the words, with the final dot of an abbreviation that keeps it.
    pub span: Span,
    /// Number of its rule in the grammar.
    pub rule: u16,
    /// Which reckoning it asks for.
    pub form: Form,
    /// What its words say.
    pub parts: Parts,
}
