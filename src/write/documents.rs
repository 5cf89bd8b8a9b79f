//! `-f jsonl`: one record per document.
//!
//! Takes: documents with findings, and failures. Gives: one line for each, in order. Promises: the
//! keys of [`DOCUMENT`](super::record::DOCUMENT) on every line. Refuses: nothing.

use super::record::{self, braces};
use super::view::{ReportView, Shape};
use crate::document::{Document, Failed};
use crate::mention::Findings;

/// Appends the line of a document.
pub fn document(document: &Document, findings: &Findings, shape: Shape, out: &mut Vec<u8>) {
    line(&ReportView::new(document, findings, shape), out);
}

/// Appends the line of a failure: nothing found, and why.
pub fn failed(failed: &Failed, out: &mut Vec<u8>) {
    let document = Document { id: failed.id.clone(), source: failed.source.clone(), ..Document::default() };
    let findings = Findings::default();
    line(&ReportView::failed(&document, &findings, failed.error.to_string()), out);
}

fn line(report: &ReportView<'_>, out: &mut Vec<u8>) {
    braces(out, |out| record::document(out, report));
    out.push(b'\n');
}
