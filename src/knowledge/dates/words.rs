//! Date words: what each can say, and the letters that stand at digits.
//!
//! Takes: `words.csv` (word, class, value; a final dot says that the word is an abbreviation) and
//! `affixes.csv` (affix, side, role, value). Gives: [`DateWords`]: an [`Entry`] per folded word,
//! with its classes and a value for each. Promises: entry 0 is no word; values are numbers or
//! symbols of [`code`]. Refuses: two values for a word in one class.

use std::collections::HashMap;

use super::classes::{Basic, ClassId, Classes, Mask};
use super::table;
use crate::error::{Error, Result};
use crate::fold;
use crate::knowledge::lexicon::Lexicon;
use crate::timeform::code;

/// What is known of one word.
#[derive(Clone, Debug, Default)]
pub struct Entry {
    /// The folded word.
    pub word: String,
    /// Its classes.
    pub mask: Mask,
    /// Its value in each class that has one.
    pub values: Vec<(ClassId, i32)>,
    /// A dot may follow it without ending anything.
    pub abbreviation: bool,
}

impl Entry {
    /// Its value in a class; 0 where it has none.
    pub fn value(&self, class: ClassId) -> i32 {
        self.values.iter().find(|(of, _)| *of == class).map_or(0, |(_, value)| *value)
    }
}

/// What letters at digits mean.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// `16th`
    Ordinal,
    /// `1980s`
    Decade,
    /// `5pm`
    HalfDay,
    /// `0530Z`
    Zone,
    /// `0530h`
    Hours,
    /// `Q3`
    Quarter,
    /// `H1`
    Half,
    /// `FY24`
    Fiscal,
}

const ROLES: &[(&str, Role)] = &[
    ("ampm", Role::HalfDay),
    ("decade", Role::Decade),
    ("fiscal", Role::Fiscal),
    ("half", Role::Half),
    ("hours", Role::Hours),
    ("ordinal", Role::Ordinal),
    ("quarter", Role::Quarter),
    ("zone", Role::Zone),
];

/// One row of `affixes.csv`.
#[derive(Debug)]
pub struct Affix {
    /// Lower case.
    pub text: String,
    /// Stands after the digits (otherwise before).
    pub after: bool,
    /// What it makes of them.
    pub role: Role,
    /// Its own value.
    pub value: i32,
}

/// See the module.
#[derive(Debug)]
pub struct DateWords {
    entries: Vec<Entry>,
    /// Number of the entry of a folded word.
    numbers: HashMap<String, usize>,
    affixes: Vec<Affix>,
}

impl Default for DateWords {
    fn default() -> DateWords {
        DateWords { entries: vec![Entry::default()], numbers: HashMap::new(), affixes: Vec::new() }
    }
}

impl DateWords {
    /// The entry of that number, which the lexicon gave out.
    #[inline]
    pub fn entry(&self, at: u16) -> &Entry {
        &self.entries[at as usize]
    }

    /// All entries, the empty first one included.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// What letters at digits mean.
    pub fn affix(&self, text: &str, after: bool) -> Option<&Affix> {
        self.affixes.iter().find(|affix| affix.after == after && affix.text.eq_ignore_ascii_case(text))
    }

    /// The month of that name or abbreviation.
    pub fn month(&self, name: &str) -> Option<i32> {
        let entry = &self.entries[*self.numbers.get(&fold::fold(name))?];
        [Basic::Month, Basic::MonthShort]
            .into_iter()
            .find(|class| entry.mask.has(class.id()))
            .map(|class| entry.value(class.id()))
    }

    /// The entry of a word, new where there was none.
    pub fn intern(&mut self, word: &str) -> &mut Entry {
        let folded = fold::fold(word);
        let at = match self.numbers.get(&folded) {
            Some(&at) => at,
            None => {
                let at = self.entries.len();
                self.entries.push(Entry { word: folded.clone(), ..Entry::default() });
                self.numbers.insert(folded, at);
                at
            }
        };
        &mut self.entries[at]
    }

    /// Reads `words.csv`.
    pub(super) fn add_words(&mut self, text: &str, classes: &mut Classes) -> Result<()> {
        const FILE: &str = "words.csv";
        for row in table::rows(FILE, "word,class,value", text)? {
            let value = match row.fields[2] {
                "" => 0,
                field => field.parse().ok().or_else(|| code::of(field)).ok_or_else(|| {
                    Error::new(format!("{field} is no number and no symbol"), "see timeform.rs").at(FILE, row.line, 3)
                })?,
            };
            let class = classes.intern(row.fields[1]).map_err(|error| error.at(FILE, row.line, 2))?;
            let entry = self.intern(row.fields[0]);
            if entry.mask.has(class) && entry.value(class) != value {
                return Err(Error::new("a second value in the same class", "keep one").at(FILE, row.line, 3));
            }
            entry.abbreviation |= row.fields[0].ends_with('.');
            entry.mask.add(class);
            entry.values.push((class, value));
            // Number words start numbers.
            if class == Basic::Small.id() || class == Basic::Tens.id() || class == Basic::Scale.id() {
                entry.mask.add(Basic::Number.id());
                if class != Basic::Scale.id() {
                    entry.mask.add(Basic::YearWords.id());
                }
            }
        }
        Ok(())
    }

    /// Reads `affixes.csv`.
    pub(super) fn add_affixes(&mut self, text: &str) -> Result<()> {
        const FILE: &str = "affixes.csv";
        for row in table::rows(FILE, "affix,side,role,value", text)? {
            let wrong = |column: u64, what: &str| {
                Err(Error::new(format!("{} is no {what}", row.fields[column as usize - 1]), "see words.rs")
                    .at(FILE, row.line, column))
            };
            let after = match row.fields[1] {
                "after" => true,
                "before" => false,
                _ => return wrong(2, "side (before, after)"),
            };
            let Some((_, role)) = ROLES.iter().find(|(name, _)| *name == row.fields[2]) else {
                return wrong(3, "role");
            };
            let Ok(value) = row.fields[3].parse() else { return wrong(4, "number") };
            self.affixes.push(Affix { text: row.fields[0].to_string(), after, role: *role, value });
        }
        Ok(())
    }

    /// Tells the lexicon of every word.
    pub(super) fn register(&self, lexicon: &mut Lexicon) {
        for (at, entry) in self.entries.iter().enumerate().skip(1) {
            lexicon.add_date(&entry.word, at as u16);
        }
    }
}
