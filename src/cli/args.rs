//! What was typed.
//!
//! Takes: the command line. Gives: [`Args`], as clap read it, not yet understood. Promises: every
//! list of names in help and errors comes from its table (types, readers, writers). Refuses: what
//! is not in the grammar.

use std::path::PathBuf;

use clap::builder::{PossibleValue, PossibleValuesParser};
use clap::{ArgAction, Parser, Subcommand, ValueEnum};
use clap_complete::Shell;
use jiff::civil::Date;

use super::help;
use crate::extractor::DEFAULT_MIN_SCORE;
use crate::kind::KINDS;
use crate::read::{MAX_DOCUMENT, READERS};
use crate::write::WRITERS;

/// Pulls ships, ports, organizations, weapons and dates out of news reports into explained JSON Lines
#[derive(Debug, Parser)]
#[command(name = "newstrawl", version, disable_help_subcommand = true, after_long_help = help::TOP)]
pub struct Args {
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// The commands.
#[derive(Debug, Subcommand)]
pub enum Command {
    /// Find the entities in reports and write them as JSON Lines
    Extract(Box<Extract>),
    /// Write the manual page or shell completions to standard output
    #[command(after_long_help = help::GENERATE)]
    Generate(Generate),
}

/// `extract`.
#[derive(Debug, clap::Args)]
#[command(after_long_help = help::EXTRACT)]
pub struct Extract {
    /// Files, folders (every file in them, sorted; hidden ones left out), or - for standard input [default: -]
    #[arg(value_name = "PATH")]
    pub paths: Vec<PathBuf>,

    /// Format of the input; auto: by the file's name, else by its first bytes
    #[arg(short, long, value_name = "FORMAT", default_value = "auto", value_parser = input_formats())]
    #[arg(help_heading = "Input")]
    pub input_format: String,

    /// JSON Lines: the field with the report's id
    #[arg(long, value_name = "NAME", default_value = "id", help_heading = "Input")]
    pub id_field: String,

    /// JSON Lines: the field with the report
    #[arg(long, value_name = "NAME", default_value = "text", help_heading = "Input")]
    pub text_field: String,

    /// JSON Lines: the field with its date (ISO 8601 date or date-time)
    #[arg(long, value_name = "NAME", default_value = "date", help_heading = "Input")]
    pub date_field: String,

    /// JSON Lines: the field with its title
    #[arg(long, value_name = "NAME", default_value = "title", help_heading = "Input")]
    pub title_field: String,

    /// Date of the reports that have none: what "Friday" is counted from
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = day, help_heading = "Input")]
    pub date: Option<Date>,

    /// How 3/4/2023 is read: 3 April or March 4
    #[arg(long, value_enum, default_value_t = DateOrderArg::Auto, value_name = "ORDER", help_heading = "Input")]
    pub date_order: DateOrderArg,

    /// Longest document; a longer one becomes a record with an error [suffixes: K M G]
    #[arg(long, value_name = "SIZE", default_value_t = Size(MAX_DOCUMENT), help_heading = "Input")]
    pub max_document: Size,

    /// Types to find, separated by commas [default: all]
    #[arg(short, long, value_name = "TYPE,...", value_delimiter = ',', value_parser = entity_types())]
    #[arg(help_heading = "What to find")]
    pub entities: Vec<String>,

    /// Least score of a mention, 0 to 1
    #[arg(long, value_name = "SCORE", default_value_t = DEFAULT_MIN_SCORE, value_parser = score, help_heading = "What to find")]
    pub min_score: f64,

    /// Names of your own beside the built-in ones, as CSV (type,name,aliases,id,...); repeatable
    #[arg(long = "gazetteer", value_name = "FILE", help_heading = "What to find")]
    pub gazetteers: Vec<PathBuf>,

    /// Without the built-in names
    #[arg(long, help_heading = "What to find")]
    pub no_default_gazetteers: bool,

    /// Records to write
    #[arg(short, long, value_name = "FORMAT", default_value = WRITERS[0].name, value_parser = output_formats())]
    #[arg(help_heading = "Output")]
    pub format: String,

    /// File to write; it takes its name when it is complete [default: standard output]
    #[arg(short, long, value_name = "FILE", help_heading = "Output")]
    pub output: Option<PathBuf>,

    /// Offsets beside the code points of start and end
    #[arg(long, value_name = "UNIT", default_value = "bytes", help_heading = "Output")]
    pub offsets: Units,

    /// Give the evidence of every mention, and the candidates not kept
    #[arg(long, help_heading = "Output")]
    pub explain: bool,

    /// Write the JSON Schema of the records and stop
    #[arg(long, help_heading = "Output")]
    pub print_schema: bool,

    /// Threads; 0: one per processor
    #[arg(short = 'j', long, value_name = "N", default_value_t = 0, value_parser = clap::value_parser!(u16).range(..=1024))]
    #[arg(help_heading = "Running")]
    pub threads: u16,

    /// End with 1 if a document could not be read
    #[arg(long, help_heading = "Running")]
    pub strict: bool,

    /// Say nothing about single documents
    #[arg(short, long, help_heading = "Running", conflicts_with = "verbose")]
    pub quiet: bool,

    /// Say what was done
    #[arg(short, long, help_heading = "Running")]
    pub verbose: bool,
}

/// Units of offsets. Code points always stand in `start` and `end`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Units {
    /// Nothing beside them
    Chars,
    /// Bytes of UTF-8
    Bytes,
    /// UTF-16 units
    Utf16,
    /// Both
    All,
}

/// `generate`.
#[derive(Debug, clap::Args)]
pub struct Generate {
    /// What to write.
    #[command(subcommand)]
    pub what: Generated,
}

/// What `generate` can write.
#[derive(Debug, Subcommand)]
pub enum Generated {
    /// The manual page (roff)
    Man,
    /// Completions for a shell [default: the one of $SHELL]
    Completions {
        /// The shell
        #[arg(action = ArgAction::Set)]
        shell: Option<Shell>,
    },
}

/// A number of bytes, written plainly or with K, M or G (of 1024).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub usize);

const SUFFIXES: [(char, usize); 3] = [('G', 1 << 30), ('M', 1 << 20), ('K', 1 << 10)];

impl std::str::FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Size, String> {
        let upper = text.to_ascii_uppercase();
        let suffix = SUFFIXES.iter().find_map(|&(letter, unit)| Some((upper.strip_suffix(letter)?, unit)));
        let (digits, unit) = suffix.unwrap_or((upper.as_str(), 1));
        let bytes = digits.parse::<usize>().ok().and_then(|n| n.checked_mul(unit));
        // Offsets are 32 bits wide.
        match bytes {
            Some(bytes) if (1..=u32::MAX as usize).contains(&bytes) => Ok(Size(bytes)),
            _ => Err("a size from 1 byte to just under 4G is wanted, as in 500K or 64M".to_owned()),
        }
    }
}

impl std::fmt::Display for Size {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match SUFFIXES.iter().find(|&&(_, unit)| self.0.is_multiple_of(unit)) {
            Some((letter, unit)) => write!(f, "{}{letter}", self.0 / unit),
            None => write!(f, "{}", self.0),
        }
    }
}

/// How numeric dates are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum DateOrderArg {
    /// as the report's own unambiguous dates are written, else month first, with a warning
    Auto,
    /// 3 April
    DayFirst,
    /// March 4
    MonthFirst,
}

fn score(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(score) if (0.0..=1.0).contains(&score) => Ok(score),
        _ => Err("a number from 0 to 1 is wanted".to_owned()),
    }
}

fn day(text: &str) -> Result<Date, String> {
    let wanted = || "a day is wanted, as in 2023-10-16".to_owned();
    // jiff would take a date-time as well.
    if text.len() > "2023-10-16".len() { Err(wanted()) } else { text.parse().map_err(|_| wanted()) }
}

fn input_formats() -> PossibleValuesParser {
    let auto = PossibleValue::new("auto").help("by the file's name, else by its first bytes");
    PossibleValuesParser::new(
        [auto].into_iter().chain(READERS.iter().map(|row| PossibleValue::new(row.name).help(row.about))),
    )
}

fn output_formats() -> PossibleValuesParser {
    PossibleValuesParser::new(WRITERS.iter().map(|row| PossibleValue::new(row.name).help(row.about)))
}

fn entity_types() -> PossibleValuesParser {
    PossibleValuesParser::new(KINDS.iter().map(|row| PossibleValue::new(row.name).help(row.about)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_grammar_is_sound() {
        <Args as clap::CommandFactory>::command().debug_assert();
    }

    #[test]
    fn sizes_read_as_they_are_shown() {
        for (text, bytes) in [("1", 1), ("500k", 500 << 10), ("64M", 64 << 20), ("3G", 3 << 30)] {
            assert_eq!(text.parse(), Ok(Size(bytes)));
            assert_eq!(Size(bytes).to_string(), text.to_uppercase());
        }
        for text in ["", "0", "4G", "1T", "-1", "K", "99999999999999999999G", "1.5M"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}
