//! Bytes -> documents: files, folders and standard input, in every format of one table.
//!
//! Takes: paths and [`Settings`]. Gives: [`Chunk`]s, in the order of the input, cheap to make and
//! each readable on its own on any thread; [`Reader::parse`] turns one into documents. Promises:
//! every report in the input becomes one [`Document`] or one [`Failed`], in its place; never more
//! than one chunk (about [`lines::BLOCK`] bytes, or one document of at most
//! [`Settings::max_document`]) is held here. Refuses: documents over that size, with an error.

pub mod chunks;
pub mod encoding;
pub mod fields;
pub mod jsonl;
pub mod lines;
pub mod text;
pub mod walk;

use std::sync::Arc;

use crate::document::{Document, Failed};
use encoding::Charset;
use fields::Fields;

pub use chunks::Chunks;
pub use walk::Input;

/// How a stream of bytes falls into chunks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Framing {
    /// The whole input is one document.
    Whole,
    /// A document never spans lines: blocks of whole lines.
    Lines,
}

/// Receives documents and failures with the line each stands on (0: the whole file).
pub type Emit<'a> = dyn FnMut(u64, Result<Document, Failed>) + 'a;

/// One row of the table of input formats.
#[derive(Debug)]
pub struct Reader {
    /// Its name on the command line.
    pub name: &'static str,
    /// File name extensions that mean this format, lower case.
    pub extensions: &'static [&'static str],
    /// One line for help.
    pub about: &'static str,
    /// How its input is cut.
    pub framing: Framing,
    /// True where an input that starts with these bytes (its first that are not white space) can
    /// be this format. The first row that says so wins.
    pub starts: fn(&[u8]) -> bool,
    /// Reads one chunk.
    pub parse: fn(&Chunk, &Settings, &mut Emit<'_>),
}

/// Every input format, the most demanding first: text takes anything.
pub static READERS: [Reader; 2] = [
    Reader {
        name: "jsonl",
        extensions: &["jsonl", "ndjson", "jl"],
        about: "JSON Lines: one object per line with the report in its field \"text\"",
        framing: Framing::Lines,
        starts: jsonl::starts,
        parse: jsonl::parse,
    },
    Reader {
        name: "text",
        extensions: &["txt", "text"],
        about: "plain text: one report per file",
        framing: Framing::Whole,
        starts: |_| true,
        parse: text::parse,
    },
];

impl Reader {
    /// The reader of that name.
    pub fn named(name: &str) -> Option<&'static Reader> {
        READERS.iter().find(|reader| reader.name == name)
    }

    /// The reader for an input of that file name (empty for standard input) and first bytes: by
    /// extension, else by what it starts with.
    pub fn detect(path: &std::path::Path, head: &[u8]) -> &'static Reader {
        let extension = path.extension().and_then(|e| e.to_str()).unwrap_or_default().to_lowercase();
        let by_name = READERS.iter().find(|reader| reader.extensions.contains(&extension.as_str()));
        by_name.unwrap_or_else(|| {
            let (charset, mark) = Charset::sniff(head);
            let head = encoding::decode(&head[mark..], charset).text;
            READERS.iter().find(|reader| (reader.starts)(head.trim_start().as_bytes())).expect("text takes anything")
        })
    }
}

/// What a run says about its input.
#[derive(Clone, Debug)]
pub struct Settings {
    /// The format of every input; `None`: each by its name or its first bytes.
    pub reader: Option<&'static Reader>,
    /// What the fields of JSON Lines are called.
    pub fields: Fields,
    /// Most bytes of one document, as it stands in the input.
    pub max_document: usize,
}

/// The default of [`Settings::max_document`]: 64 MiB, some forty times the Bible's length in
/// reports of one day; a longer "document" is a mistake of the producer.
pub const MAX_DOCUMENT: usize = 64 << 20;

impl Default for Settings {
    fn default() -> Settings {
        Settings { reader: None, fields: Fields::default(), max_document: MAX_DOCUMENT }
    }
}

/// A piece of one input that can be read on its own.
#[derive(Debug)]
pub struct Chunk {
    /// Path of the input, or `<stdin>`.
    pub source: Arc<str>,
    /// Who reads it.
    pub reader: &'static Reader,
    /// How to decode it.
    pub charset: Charset,
    /// Line number of its first line, from 1.
    pub first_line: u64,
    /// The bytes, without byte-order mark; empty where `too_long`.
    pub bytes: Vec<u8>,
    /// A single document longer than [`Settings::max_document`] stood here and was skipped.
    pub too_long: bool,
}

impl Chunk {
    /// Its documents and failures, in order.
    pub fn parse(&self, settings: &Settings, emit: &mut Emit<'_>) {
        (self.reader.parse)(self, settings, emit);
    }
}
