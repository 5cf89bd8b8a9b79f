//! What newstrawl knows: gazetteers, words, rules and weights, loaded and checked.
//!
//! Takes: the embedded files of `gazetteers/` and the user's own. Gives: [`Knowledge`], made once
//! and shared by all threads. Promises: either everything that was asked for is loaded, or an
//! error names file, line, column and repair; nothing is half-loaded. Refuses: to change after
//! loading.

pub mod builtin;
pub mod dates;
pub mod gazetteer;
pub mod lexicon;
pub mod phrases;
pub mod rows;
pub mod signals;
pub mod table;
pub mod weights;

use crate::class;
use crate::error::{Error, Result};
use dates::DateKnowledge;
use gazetteer::Gazetteer;
use lexicon::Lexicon;
use phrases::Phrases;
use rows::Sense;
use weights::Weights;

/// See the module.
#[derive(Debug)]
pub struct Knowledge {
    /// Single words and their classes.
    pub lexicon: Lexicon,
    /// Names.
    pub names: Gazetteer,
    /// Phrases of common nouns.
    pub phrases: Phrases,
    /// What evidence weighs.
    pub weights: Weights,
    /// Words, grammar and weights of dates.
    pub dates: DateKnowledge,
}

/// A user's gazetteer: what to call it in errors, and its bytes.
#[derive(Debug)]
pub struct Source {
    /// Path or `<stdin>`.
    pub name: String,
    /// CSV, UTF-8.
    pub bytes: Vec<u8>,
}

/// The shipped name lists; rivals have a sense of their own.
const NAMES: [(&str, Option<Sense>); 5] = [
    ("names/organizations.csv", None),
    ("names/ports.csv", None),
    ("names/ships.csv", None),
    ("names/weapons.csv", None),
    ("rivals/places.csv", Some(Sense::Place)),
];

impl Knowledge {
    /// Everything that ships with newstrawl.
    pub fn builtin() -> Result<Knowledge> {
        Knowledge::load(true, &[])
    }

    /// The shipped names unless `with_names` is false, the words and rules in any case, and the
    /// gazetteers in `extra` beside them.
    pub fn load(with_names: bool, extra: &[Source]) -> Result<Knowledge> {
        let mut lexicon = words()?;
        let dates = DateKnowledge::builtin(&mut lexicon)?;
        let mut knowledge = Knowledge {
            lexicon,
            dates,
            phrases: Phrases::builtin()?,
            weights: Weights::builtin()?,
            names: Gazetteer::default(),
        };
        for (file, sense) in NAMES {
            // Rivals are no answers: they stay, so that a place is still known as a place.
            if with_names || sense.is_some() {
                let bytes = builtin::text(file).as_bytes();
                rows::read(file, bytes, sense, |row| knowledge.names.add(row))?;
            }
        }
        for source in extra {
            rows::read(&source.name, &source.bytes, None, |row| knowledge.names.add(row))?;
        }
        knowledge.names.mark_first_words(&mut knowledge.lexicon);
        knowledge.phrases.mark_first_words(&mut knowledge.lexicon);
        Ok(knowledge)
    }
}

/// The lexicon of all word classes.
fn words() -> Result<Lexicon> {
    let mut lexicon = Lexicon::default();
    for row in class::CLASSES {
        records(row.file, builtin::text(row.file), |_, record| {
            lexicon.add(record.get(0).unwrap_or(""), row.class);
            Ok(())
        })?;
    }
    Ok(lexicon)
}

/// Calls `each(line, record)` for the records of a data file of this crate.
fn records(file: &str, csv_text: &str, mut each: impl FnMut(u64, &csv::StringRecord) -> Result<()>) -> Result<()> {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(csv_text.as_bytes());
    let mut record = csv::StringRecord::new();
    loop {
        let more = reader.read_record(&mut record).map_err(|error| {
            let line = error.position().map_or(0, csv::Position::line);
            Error::new(error.to_string(), "mend the row").at(file, line, 0)
        })?;
        if !more {
            return Ok(());
        }
        each(record.position().map_or(0, csv::Position::line), &record)?;
    }
}
