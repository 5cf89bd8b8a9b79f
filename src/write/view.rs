//! A document and its findings as the records see them: every offset in every unit.
//!
//! Takes: a document, its findings, and what was asked for ([`Shape`]). Gives: views that the
//! tables of [`super::record`] read field by field. Promises: one [`Offsets`] table per document.
//! Refuses: to decide anything.

use sha2::{Digest, Sha256};

use super::json;
use crate::document::Document;
use crate::mention::{Dropped, Entity, Findings, Mention};
use crate::span::Offsets;
use crate::timex::Timex;

/// What a run wants in its records.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Shape {
    /// Byte offsets beside the code points.
    pub bytes: bool,
    /// UTF-16 offsets beside the code points.
    pub utf16: bool,
    /// Evidence and dropped candidates.
    pub explain: bool,
}

impl Default for Shape {
    fn default() -> Shape {
        Shape { bytes: true, utf16: false, explain: false }
    }
}

/// One place in a text, in three units.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Place {
    pub(super) byte: u32,
    pub(super) point: u32,
    pub(super) unit: u32,
}

/// A document, its findings and its offsets.
pub(super) struct ReportView<'a> {
    pub(super) document: &'a Document,
    pub(super) findings: &'a Findings,
    pub(super) shape: Shape,
    pub(super) length: Place,
    pub(super) error: Option<String>,
    offsets: Offsets,
}

/// A mention with what its record needs to know of the report around it.
pub(super) struct MentionView<'a> {
    pub(super) report: &'a ReportView<'a>,
    pub(super) n: usize,
    pub(super) mention: &'a Mention,
    pub(super) entity: &'a Entity,
    pub(super) start: Place,
    pub(super) end: Place,
    pub(super) sentence_start: Place,
    pub(super) sentence_end: Place,
}

/// A candidate that was not kept.
pub(super) struct DroppedView<'a> {
    pub(super) report: &'a ReportView<'a>,
    pub(super) dropped: &'a Dropped,
    pub(super) start: Place,
    pub(super) end: Place,
}

impl<'a> ReportView<'a> {
    pub(super) fn new(document: &'a Document, findings: &'a Findings, shape: Shape) -> ReportView<'a> {
        let offsets = Offsets::new(&document.text);
        let mut view = ReportView { document, findings, shape, length: Place::default(), error: None, offsets };
        view.length = view.place(document.text.len() as u32);
        view
    }

    /// The view of a report that could not be read.
    pub(super) fn failed(document: &'a Document, findings: &'a Findings, error: String) -> ReportView<'a> {
        ReportView { error: Some(error), ..ReportView::new(document, findings, Shape::default()) }
    }

    pub(super) fn text(&self) -> &'a str {
        &self.document.text
    }

    pub(super) fn mentions(&self) -> impl Iterator<Item = MentionView<'_>> {
        self.findings.mentions.iter().enumerate().map(|(n, mention)| MentionView {
            report: self,
            n,
            mention,
            entity: &self.findings.entities[mention.entity as usize],
            start: self.place(mention.span.start),
            end: self.place(mention.span.end),
            sentence_start: self.place(mention.sentence.start),
            sentence_end: self.place(mention.sentence.end),
        })
    }

    pub(super) fn dropped(&self) -> impl Iterator<Item = DroppedView<'_>> {
        self.findings.dropped.iter().map(|dropped| DroppedView {
            report: self,
            dropped,
            start: self.place(dropped.span.start),
            end: self.place(dropped.span.end),
        })
    }

    pub(super) fn warnings(&self) -> impl Iterator<Item = &'a String> {
        self.document.warnings.iter().chain(&self.findings.warnings)
    }

    /// Writes a value that only a report that was read has.
    pub(super) fn sound(&self, out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
        if self.error.is_none() { write(out) } else { json::null(out) }
    }

    /// Writes the text's SHA-256.
    pub(super) fn hash(&self, out: &mut Vec<u8>) {
        out.push(b'"');
        for byte in Sha256::digest(self.text()) {
            out.extend_from_slice(&json::hex(byte));
        }
        out.push(b'"');
    }

    fn place(&self, byte: u32) -> Place {
        let (point, unit) = self.offsets.at(&self.document.text, byte);
        Place { byte, point, unit }
    }
}

impl<'a> MentionView<'a> {
    pub(super) fn text(&self) -> &'a str {
        self.mention.span.of(self.report.text())
    }

    pub(super) fn timex(&self) -> Option<&'a Timex> {
        self.mention.timex.as_ref()
    }
}
