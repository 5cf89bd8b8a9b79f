//! Names of word classes, and sets of them.
//!
//! Takes: names as they come up in data files. Gives: a number per name and [`Mask`], a set of
//! such numbers. Promises: the classes that code knows come first, in the order of
//! [`Basic`]; a name keeps its number. Refuses: more than [`MOST`] names.

use std::collections::HashMap;

use crate::error::{Error, Result};

/// How many classes there may be.
pub const MOST: usize = 384;

/// Number of a class.
pub type ClassId = u16;

/// A set of classes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub struct Mask([u64; 6]);

impl Mask {
    /// The empty set.
    pub const NONE: Mask = Mask([0; 6]);

    /// All classes with a number under `end`.
    pub fn below(end: ClassId) -> Mask {
        let mut mask = Mask::NONE;
        (0..end).for_each(|class| mask.add(class));
        mask
    }

    /// Adds a class.
    pub fn add(&mut self, class: ClassId) {
        self.0[class as usize / 64] |= 1 << (class % 64);
    }

    /// Adds all classes of another set.
    pub fn join(&mut self, other: &Mask) {
        for (mine, theirs) in self.0.iter_mut().zip(other.0) {
            *mine |= theirs;
        }
    }

    /// The classes of the set, in order.
    pub fn iter(&self) -> impl Iterator<Item = ClassId> + '_ {
        self.0.iter().zip(0..).flat_map(|(&block, at)| {
            let mut bits = block;
            std::iter::from_fn(move || {
                let bit = bits.trailing_zeros() as ClassId;
                bits &= bits.wrapping_sub(1);
                (bit < 64).then_some(at * 64 + bit)
            })
        })
    }

    /// True where `class` is in the set.
    pub fn has(&self, class: ClassId) -> bool {
        self.0[class as usize / 64] & 1 << (class % 64) != 0
    }

    /// True where the sets share a class.
    #[inline]
    pub fn any(&self, other: &Mask) -> bool {
        self.0.iter().zip(&other.0).fold(0, |met, (mine, theirs)| met | (mine & theirs)) != 0
    }
}

/// Declares the classes that code knows by name.
macro_rules! basic {
    ($($(#[$doc:meta])* $member:ident = $name:literal),* $(,)?) => {
        /// Classes that code knows: those that a word with digits is of by its shape alone, and
        /// those of the words that numbers are made of.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Basic { $($(#[$doc])* $member),* }
        /// Their names, in order.
        const BASIC: &[&str] = &[$($name),*];
    };
}

basic! {
    /// A number: `12`, `1,500`; also the first word of a number in words.
    Number = "num",
    /// 1 to 31, at most two digits.
    Day = "day",
    /// 1 to 99, at most two digits.
    OneTwo = "one_two",
    /// 01 to 12, two digits.
    MonthTwo = "mm",
    /// 01 to 31, two digits.
    DayTwo = "dd",
    /// 0 to 24.
    Hour = "hour",
    /// 00 to 59, two digits.
    Minute = "minute",
    /// 1000 to 2999, four digits.
    Year = "year",
    /// Two digits.
    YearShort = "year2",
    /// 0000 to 2400, four digits, minutes under 60.
    FourDigits = "hhmm",
    /// `16th`
    DayOrdinal = "dayord",
    /// `1980s`
    Decade = "decade4",
    /// `80s`
    DecadeShort = "decade2",
    /// `5pm`
    HourHalf = "hour_ampm",
    /// `30pm`
    MinuteHalf = "minute_ampm",
    /// `5.30`
    HourDot = "hour_dot",
    /// `5.30pm`
    HourDotHalf = "hour_dot_ampm",
    /// `0530Z`
    FourDigitsZone = "hhmm_z",
    /// `00Z`
    MinuteZone = "minute_z",
    /// `16T05`
    DayHour = "day_hour",
    /// `16.10.2023`
    Dotted = "dotted",
    /// `20231016`
    YearMonthDay = "ymd",
    /// `121530ZOCT23`
    DateTimeGroup = "dtg",
    /// `Q3`, `3Q`
    Quarter = "q_word",
    /// `H1`
    Half = "h_word",
    /// `FY2024`
    FiscalYear = "fy_year",
    /// `FY24`
    FiscalYearShort = "fy_year2",
    /// A year in words: `nineteen ninety-six`.
    YearWords = "yearwords",
    /// First of two to nineteen, as in a number.
    Small = "small",
    /// `twenty` ... `ninety`.
    Tens = "tens",
    /// `hundred`, `thousand`, `million`.
    Scale = "scale",
    /// `first` ... `twentieth`, `thirtieth`.
    Ordinal = "ordinal",
    /// `a`, `an`.
    Article = "article",
    /// A month's name.
    Month = "month",
    /// A month's abbreviation.
    MonthShort = "month_abbr",
}

impl Basic {
    /// The number of the class.
    pub const fn id(self) -> ClassId {
        self as ClassId
    }
}

/// The classes known so far.
#[derive(Debug)]
pub struct Classes {
    names: Vec<String>,
    numbers: HashMap<String, ClassId>,
}

impl Default for Classes {
    fn default() -> Classes {
        let names: Vec<String> = BASIC.iter().map(|name| (*name).to_string()).collect();
        let numbers = names.iter().cloned().zip(0..).collect();
        Classes { names, numbers }
    }
}

impl Classes {
    /// The number of the class of that name, if it is known.
    pub fn find(&self, name: &str) -> Option<ClassId> {
        self.numbers.get(name).copied()
    }

    /// The number of the class of that name, known or new.
    ///
    /// # Errors
    /// Where it would be one too many.
    pub fn intern(&mut self, name: &str) -> Result<ClassId> {
        if let Some(id) = self.find(name) {
            return Ok(id);
        }
        if self.names.len() == MOST {
            return Err(Error::new(format!("no room for the class {name}: there are {MOST}"), "join classes"));
        }
        let id = self.names.len() as ClassId;
        self.names.push(name.to_string());
        self.numbers.insert(name.to_string(), id);
        Ok(id)
    }

    /// The name of a class.
    pub fn name(&self, class: ClassId) -> &str {
        &self.names[class as usize]
    }
}
