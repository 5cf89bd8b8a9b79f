//! newstrawl pulls ships, ports, organizations, weapons and dates out of news reports, and explains
//! each of its decisions.
//!
//! In goes a report, out come its mentions and the things they name:
//!
//! ```
//! use newstrawl::document::Document;
//! use newstrawl::extractor::{Extractor, Options, Scratch};
//! use newstrawl::kind::Kind;
//! use newstrawl::knowledge::Knowledge;
//!
//! let extractor = Extractor::new(Knowledge::builtin()?, Options::default());
//! let report = Document {
//!     text: "Two cargo ships, the Svetlaya and the Tamara, sailed from the port of Kosan on Friday.".into(),
//!     date: Some("2023-10-16".parse().unwrap()),
//!     ..Document::default()
//! };
//! let findings = extractor.extract(&report, &mut Scratch::default());
//!
//! let ships = findings.mentions.iter().filter(|mention| mention.kind == Kind::Ship);
//! let names: Vec<&str> = ships.map(|mention| mention.span.of(&report.text)).collect();
//! assert_eq!(names, ["Svetlaya", "Tamara"]);
//!
//! let friday = findings.mentions.iter().find_map(|mention| mention.timex.as_ref()).unwrap();
//! assert_eq!(friday.value.as_deref(), Some("2023-10-13"));
//! # Ok::<(), newstrawl::error::Error>(())
//! ```
//!
//! The modules are the path of a report, in order: [`read`] makes documents of bytes; [`segment`]
//! splits text into words and sentences; [`find`] proposes candidates, generously; [`judge`] adds up
//! the evidence for each; [`resolve`] keeps one reading for each stretch of text and says which
//! mentions are one thing; [`write`](mod@write) makes records. [`extractor`] is that journey on one page,
//! [`batch`] takes many documents along it, [`cli`] is the command. [`knowledge`] holds what all of
//! them know; [`measure`] scores and fits it.

pub mod batch;
pub mod class;
pub mod cli;
pub mod document;
pub mod error;
pub mod extractor;
pub mod find;
pub mod fold;
pub mod judge;
pub mod kind;
pub mod knowledge;
pub mod measure;
pub mod mention;
pub mod read;
pub mod resolve;
pub mod segment;
pub mod span;
pub mod timeform;
pub mod timex;
pub mod words;
pub mod write;
