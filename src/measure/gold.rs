//! Reports with gold labels: the two formats they come in.
//!
//! Takes: JSON Lines (`{"id", "text", "date", "title", "entities": [{"type", "start", "end",
//! "timex", "value"}]}`, offsets in code points), or a `.gold` file of `corpus/`: header lines
//! `key: value`, an empty line, then the text with marks such as `[[ship:Angara]]` and
//! `[[date:last Friday|DATE|2023-10-13]]`. Gives: [`Report`]. Promises: the text of a marked file
//! without its marks is the clean text, byte for byte. Refuses: labels outside the text, unknown
//! types, marks that are not closed.

use jiff::civil::Date;
use serde::Deserialize;

use crate::document::Document;
use crate::error::{Error, Result};
use crate::kind::{Kind, Kinds};
use crate::span::Span;

/// One gold label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label {
    /// Its type.
    pub kind: Kind,
    /// Bytes of the text.
    pub span: Span,
    /// TIMEX3 kind of a date.
    pub timex: Option<String>,
    /// TIMEX3 value of a date.
    pub value: Option<String>,
}

/// A labelled report.
#[derive(Clone, Debug, Default)]
pub struct Report {
    /// The report.
    pub document: Document,
    /// Its labels, in order of the text.
    pub labels: Vec<Label>,
    /// Part of the corpus: `train` or `test`; empty where the file does not say.
    pub split: String,
}

#[derive(Deserialize)]
struct JsonReport {
    id: String,
    text: String,
    date: Option<String>,
    title: Option<String>,
    entities: Vec<JsonLabel>,
}

#[derive(Deserialize)]
struct JsonLabel {
    r#type: String,
    start: usize,
    end: usize,
    timex: Option<String>,
    value: Option<String>,
}

/// Reads a JSON Lines file of labelled reports.
pub fn read_json(file: &str, content: &str) -> Result<Vec<Report>> {
    let mut reports = Vec::new();
    for (number, line) in content.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let fail = |what: String| Error::new(what, "mend the line").at(file, number as u64 + 1, 0);
        let json: JsonReport = serde_json::from_str(line).map_err(|error| fail(error.to_string()))?;
        let bytes: Vec<u32> =
            json.text.char_indices().map(|(at, _)| at as u32).chain([json.text.len() as u32]).collect();
        let mut labels = Vec::with_capacity(json.entities.len());
        for label in json.entities {
            let kind = Kind::parse(&label.r#type).ok_or_else(|| fail(format!("unknown type `{}`", label.r#type)))?;
            let (Some(&start), Some(&end)) = (bytes.get(label.start), bytes.get(label.end)) else {
                return Err(fail(format!("label {}..{} lies outside the text", label.start, label.end)));
            };
            labels.push(Label { kind, span: Span::new(start, end), timex: label.timex, value: label.value });
        }
        labels.sort_by_key(|label| label.span);
        let document = Document {
            id: json.id,
            source: file.to_owned(),
            title: json.title,
            date: json.date.and_then(|date| date.parse::<Date>().ok()),
            text: json.text,
            warnings: Vec::new(),
        };
        reports.push(Report { document, labels, split: String::new() });
    }
    Ok(reports)
}

/// Reads one `.gold` file.
pub fn read_marked(file: &str, content: &str) -> Result<Report> {
    let fail = |what: String| Error::new(what, "see corpus/README.md for the format").at(file, 0, 0);
    let (header, marked) =
        content.split_once("\n\n").ok_or_else(|| fail("no empty line behind the header".to_owned()))?;
    let mut report = Report::default();
    report.document.id = file.to_owned();
    report.document.source = file.to_owned();
    for line in header.lines() {
        match line.split_once(": ") {
            Some(("date", date)) => {
                let date = date.parse::<Date>().map_err(|error| fail(format!("date `{date}`: {error}")))?;
                report.document.date = Some(date);
            }
            Some(("split", split)) => report.split = split.to_owned(),
            Some(("about" | "title", _)) => {}
            _ => return Err(fail(format!("unknown header line `{line}`"))),
        }
    }
    let mut rest = marked;
    while let Some((before, mark)) = rest.split_once("[[") {
        report.document.text.push_str(before);
        let (mark, after) = mark.split_once("]]").ok_or_else(|| fail("a mark is not closed".to_owned()))?;
        let (kind, body) = mark.split_once(':').ok_or_else(|| fail(format!("mark `{mark}` has no type")))?;
        let kind = Kind::parse(kind).ok_or_else(|| fail(format!("unknown type `{kind}`")))?;
        let mut parts = body.splitn(3, '|');
        let text = parts.next().unwrap_or("");
        let start = report.document.text.len() as u32;
        report.document.text.push_str(text);
        let span = Span::new(start, report.document.text.len() as u32);
        let (timex, value) = (parts.next().map(str::to_owned), parts.next().map(str::to_owned));
        report.labels.push(Label { kind, span, timex, value });
        rest = after;
    }
    report.document.text.push_str(rest);
    Ok(report)
}

/// The types that occur in the labels: a file without ships says nothing about ships.
pub fn labelled_kinds(reports: &[Report]) -> Kinds {
    reports.iter().flat_map(|report| &report.labels).fold(Kinds::NONE, |kinds, label| kinds.with(label.kind))
}
