//! `-f mentions`: one flat record per mention.
//!
//! Takes: documents with findings, and failures. Gives: one line per mention, none for a document
//! without any, one for a failure. Promises: the keys of [`DOC_ID`](super::record::DOC_ID) and
//! [`MENTION`] on every line. Refuses: nothing.

use super::json;
use super::record::{MENTION, braces, doc_id, mention};
use super::view::{ReportView, Shape};
use crate::document::{Document, Failed};
use crate::mention::Findings;

/// Appends the lines of a document.
pub fn document(document: &Document, findings: &Findings, shape: Shape, out: &mut Vec<u8>) {
    if findings.mentions.is_empty() {
        return;
    }
    let report = ReportView::new(document, findings, shape);
    let id = escaped(&document.id);
    for view in report.mentions() {
        braces(out, |out| {
            doc_id(out, &id);
            mention(out, &view);
        });
        out.push(b'\n');
    }
}

/// Appends the line of a failure: its id, its error, and null for all that a mention has.
pub fn failed(failed: &Failed, out: &mut Vec<u8>) {
    braces(out, |out| {
        doc_id(out, &escaped(&failed.id));
        for field in MENTION.fields {
            out.extend_from_slice(b",\"");
            out.extend_from_slice(field.name.as_bytes());
            out.extend_from_slice(b"\":");
            match field.name {
                "error" => json::string(out, &failed.error.to_string()),
                _ => json::null(out),
            }
        }
    });
    out.push(b'\n');
}

/// A string as JSON: the same on every line of a document, so made once.
fn escaped(text: &str) -> Vec<u8> {
    let mut json = Vec::with_capacity(text.len() + 2);
    json::string(&mut json, text);
    json
}
