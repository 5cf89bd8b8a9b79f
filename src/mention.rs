//! Plain data handed from stage to stage: evidence, mentions, entities.
//!
//! Takes and gives nothing by itself. Promises: no stage's type stands in here; spans are bytes of
//! the document's text. Refuses: behaviour.

use crate::kind::Kind;
use crate::span::Span;
use crate::timex::Timex;

/// One reason for or against a reading.
#[derive(Clone, Debug, PartialEq)]
pub struct Evidence {
    /// Its name in the table of weights.
    pub name: &'static str,
    /// What it adds to the sum (natural log odds); negative speaks against.
    pub weight: f64,
    /// The words that are the evidence, where there are any.
    pub words: Option<Span>,
}

/// A kept reading of a span.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its type.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
    /// The sentence it stands in.
    pub sentence: Span,
    /// Index into the document's entities.
    pub entity: u32,
    /// How sure: 0 to 1, the logistic function of the sum of its evidence.
    pub score: f64,
    /// What found it.
    pub rule: &'static str,
    /// For dates: kind, value and days.
    pub timex: Option<Timex>,
    /// Why; empty unless explanations were asked for.
    pub evidence: Vec<Evidence>,
}

/// A distinct thing of one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Entity {
    /// Its type; `None` only before it is filled in.
    pub kind: Option<Kind>,
    /// Canonical name; a weapon's normalised phrase; a date's value.
    pub name: String,
    /// `scheme:value`, the surest first.
    pub ids: Vec<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Degrees north, degrees east (WGS 84).
    pub position: Option<(f64, f64)>,
    /// What is known of it beyond that: (name, value), in a fixed order.
    pub attributes: Vec<(&'static str, String)>,
    /// Its mentions, as indexes into the document's mentions, in order.
    pub mentions: Vec<u32>,
}

/// A candidate that was not kept, and why.
#[derive(Clone, Debug, PartialEq)]
pub struct Dropped {
    /// The type it was a candidate for.
    pub kind: Kind,
    /// Where it stands.
    pub span: Span,
    /// Its score: 0 to 1.
    pub score: f64,
    /// What found it.
    pub rule: &'static str,
    /// That its score is below the least one, or which mention stands in its place.
    pub why: String,
    /// The sum that was too small.
    pub evidence: Vec<Evidence>,
}

/// All that was found in one document.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// Kept mentions, in order of the text, not overlapping.
    pub mentions: Vec<Mention>,
    /// The distinct things they name, in order of first mention.
    pub entities: Vec<Entity>,
    /// Candidates not kept; empty unless explanations were asked for.
    pub dropped: Vec<Dropped>,
    /// What the reader of the record should know, in words.
    pub warnings: Vec<String>,
}
