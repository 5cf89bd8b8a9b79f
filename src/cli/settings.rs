//! What was meant.
//!
//! Takes: [`Extract`], what was typed. Gives: [`Settings`]: rows of tables instead of names, files
//! read, everything checked. Promises: after this no option can be wrong any more; nothing is
//! written yet. Refuses: gazetteers that cannot be read.

use std::fs;
use std::path::PathBuf;
use std::thread;

use super::args::{DateOrderArg, Extract, Units};
use crate::error::{Error, Result};
use crate::extractor::{DateOrder, Options};
use crate::kind::{Kind, Kinds};
use crate::knowledge::Source;
use crate::read::fields::Fields;
use crate::read::{self, Reader};
use crate::write::{Shape, WRITERS, Writer};

/// A run of `extract`, understood.
#[derive(Debug)]
pub struct Settings {
    /// What to read, as named.
    pub paths: Vec<PathBuf>,
    /// How to read it.
    pub read: read::Settings,
    /// What to find.
    pub options: Options,
    /// Whether the built-in names count.
    pub with_names: bool,
    /// The user's own.
    pub gazetteers: Vec<Source>,
    /// What to write.
    pub writer: &'static Writer,
    /// What the records hold.
    pub shape: Shape,
    /// Where to; `None`: standard output.
    pub output: Option<PathBuf>,
    /// Threads, at least 1.
    pub threads: usize,
    /// Whether a failed document shows in the exit code.
    pub strict: bool,
    /// How much to say.
    pub speech: Speech,
}

/// How much is said on standard error.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Speech {
    /// Only what makes the exit code 2.
    Quiet,
    /// Also documents that failed or had to be repaired.
    Normal,
    /// Also what was done.
    Verbose,
}

impl Settings {
    /// Understands what was typed.
    pub fn new(typed: Extract) -> Result<Settings> {
        let kinds = match typed.entities.as_slice() {
            [] => Kinds::ALL,
            names => names.iter().filter_map(|name| Kind::parse(name)).fold(Kinds::NONE, Kinds::with),
        };
        let explain = typed.explain;
        let date_order = match typed.date_order {
            DateOrderArg::Auto => None,
            DateOrderArg::DayFirst => Some(DateOrder::DayFirst),
            DateOrderArg::MonthFirst => Some(DateOrder::MonthFirst),
        };
        let shape = Shape {
            bytes: matches!(typed.offsets, Units::Bytes | Units::All),
            utf16: matches!(typed.offsets, Units::Utf16 | Units::All),
            explain,
        };
        let fields =
            Fields { id: typed.id_field, text: typed.text_field, date: typed.date_field, title: typed.title_field };
        Ok(Settings {
            read: read::Settings {
                reader: Reader::named(&typed.input_format),
                fields,
                max_document: typed.max_document.0,
            },
            options: Options { kinds, min_score: typed.min_score, date: typed.date, date_order, explain },
            with_names: !typed.no_default_gazetteers,
            gazetteers: typed.gazetteers.iter().map(gazetteer).collect::<Result<_>>()?,
            writer: Writer::named(&typed.format).unwrap_or(&WRITERS[0]),
            shape,
            output: typed.output.filter(|path| path.as_os_str() != "-"),
            threads: if typed.threads == 0 { processors() } else { typed.threads.into() },
            strict: typed.strict,
            speech: match (typed.quiet, typed.verbose) {
                (true, _) => Speech::Quiet,
                (_, true) => Speech::Verbose,
                _ => Speech::Normal,
            },
            paths: typed.paths,
        })
    }
}

fn gazetteer(path: &PathBuf) -> Result<Source> {
    let name = path.display().to_string();
    match fs::read(path) {
        Ok(bytes) => Ok(Source { name, bytes }),
        Err(error) => Err(Error::unreadable(&error).at(name, 0, 0)),
    }
}

fn processors() -> usize {
    thread::available_parallelism().map_or(1, usize::from)
}
