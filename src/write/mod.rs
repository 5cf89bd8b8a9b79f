//! Findings -> records: one file per output format, one table of formats.
//!
//! Takes: a [`Document`] with its [`Findings`], or a [`Failed`] in its place. Gives: lines of JSON
//! appended to a buffer. Promises: [`record`] specifies them field by field; no input goes missing
//! in the output. Refuses: nothing.

pub mod documents;
mod json;
pub mod mentions;
pub mod record;
pub mod schema;
mod view;

use crate::document::{Document, Failed};
use crate::mention::Findings;

pub use view::Shape;

/// One row of the table of output formats.
#[derive(Debug)]
pub struct Writer {
    /// Its name on the command line.
    pub name: &'static str,
    /// One line for help.
    pub about: &'static str,
    /// Appends what a document gives.
    pub document: fn(&Document, &Findings, Shape, &mut Vec<u8>),
    /// Appends what stands in the place of a document that could not be read.
    pub failed: fn(&Failed, &mut Vec<u8>),
}

/// Every output format; the first is the default.
pub static WRITERS: [Writer; 2] = [
    Writer {
        name: "jsonl",
        about: "one record per document, with its entities and mentions",
        document: documents::document,
        failed: documents::failed,
    },
    Writer {
        name: "mentions",
        about: "one flat record per mention",
        document: mentions::document,
        failed: mentions::failed,
    },
];

impl Writer {
    /// The writer of that name.
    pub fn named(name: &str) -> Option<&'static Writer> {
        WRITERS.iter().find(|writer| writer.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::error::Error;
    use crate::kind::Kind;
    use crate::mention::{Dropped, Entity, Evidence, Mention};
    use crate::span::Span;
    use crate::timex::{Timex, TimexKind};

    /// "Kiel" as a port with everything known, a date, and a candidate that was dropped.
    fn found() -> (Document, Findings) {
        let document = Document {
            id: "a/1".into(),
            source: "a.jsonl".into(),
            title: Some("T\n".into()),
            date: "2023-10-16".parse().ok(),
            text: "\u{1F6A2} Kiel, Friday\u{2028}Kiel".into(),
            warnings: vec!["read".into()],
        };
        let evidence = vec![
            Evidence { name: "named", weight: 2.25, words: Some(Span::new(5, 9)) },
            Evidence { name: "prior", weight: -1.0, words: None },
        ];
        let mention = |kind, span, entity, score| Mention {
            kind,
            span,
            sentence: Span::new(0, 17),
            entity,
            score,
            rule: "name",
            timex: None,
            evidence: Vec::new(),
        };
        let friday = "2023-10-13".parse().ok();
        let timex = Timex {
            kind: TimexKind::Date,
            value: Some("2023-10-13".into()),
            first: friday,
            last: friday,
            anchor: None,
        };
        let port = Entity {
            kind: Some(Kind::Port),
            name: "Kiel".into(),
            ids: vec!["unlocode:DEKEL".into(), "wikidata:Q1707".into()],
            country: Some("DE".into()),
            position: Some((54.3167, 10.0)),
            attributes: vec![("role", "naval base".into())],
            mentions: vec![0],
        };
        let day = Entity { kind: Some(Kind::Date), name: "2023-10-13".into(), mentions: vec![1], ..Entity::default() };
        let findings = Findings {
            mentions: vec![
                Mention { evidence: evidence.clone(), ..mention(Kind::Port, Span::new(5, 9), 0, 0.77731) },
                Mention { timex: Some(timex), ..mention(Kind::Date, Span::new(11, 17), 1, 1.0) },
            ],
            entities: vec![port, day],
            dropped: vec![Dropped {
                kind: Kind::Ship,
                span: Span::new(20, 24),
                score: 0.2,
                rule: "cue",
                why: "score".into(),
                evidence: Vec::new(),
            }],
            warnings: vec!["found".into()],
        };
        (document, findings)
    }

    fn lines(writer: usize, shape: Shape) -> String {
        let (document, findings) = found();
        let mut out = Vec::new();
        (WRITERS[writer].document)(&document, &findings, shape, &mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn mentions_are_flat_lines() {
        let all = Shape { bytes: true, utf16: true, explain: true };
        let want = [
            r#"{"doc_id":"a/1","n":0,"type":"port","text":"Kiel","start":2,"end":6,"byte_start":5,"byte_end":9,"#,
            r#""utf16_start":3,"utf16_end":7,"sentence_start":0,"sentence_end":14,"entity":0,"name":"Kiel","#,
            r#""id":"unlocode:DEKEL","score":0.7773,"rule":"name","timex":null,"value":null,"date_start":null,"#,
            r#""date_end":null,"lat":54.3167,"lon":10.0,"country":"DE","evidence":[{"name":"named","weight":2.25,"#,
            r#""words":"Kiel"},{"name":"prior","weight":-1.0,"words":null}],"error":null}"#,
            "\n",
            r#"{"doc_id":"a/1","n":1,"type":"date","text":"Friday","start":8,"end":14,"byte_start":11,"byte_end":17,"#,
            r#""utf16_start":9,"utf16_end":15,"sentence_start":0,"sentence_end":14,"entity":1,"name":"2023-10-13","#,
            r#""id":null,"score":1.0,"rule":"name","timex":"DATE","value":"2023-10-13","date_start":"2023-10-13","#,
            r#""date_end":"2023-10-13","lat":null,"lon":null,"country":null,"evidence":[],"error":null}"#,
            "\n",
        ];
        assert_eq!(lines(1, all), want.concat());
    }

    #[test]
    fn a_document_is_one_line_with_all_that_was_found() {
        let line = lines(0, Shape { bytes: false, utf16: false, explain: true });
        let head = [
            r#"{"doc_id":"a/1","source":"a.jsonl","title":"T\n","date":"2023-10-16","chars":19,"bytes":24,"#,
            r#""sha256":"b1a7b864c9716fcb08d3a0619971db86448679a055cbddbf9009118a4fa44d2a","#,
        ];
        assert!(line.starts_with(&head.concat()), "{line}");
        let entities = [
            r#""entities":[{"type":"port","name":"Kiel","ids":["unlocode:DEKEL","wikidata:Q1707"],"lat":54.3167,"#,
            r#""lon":10.0,"country":"DE","attributes":[{"name":"role","value":"naval base"}],"mentions":[0]},"#,
            r#"{"type":"date","name":"2023-10-13","ids":[],"lat":null,"lon":null,"country":null,"attributes":[],"#,
            r#""mentions":[1]}],"mentions":[{"n":0,"type":"port","text":"Kiel","start":2,"end":6,"byte_start":null,"#,
        ];
        assert!(line.contains(&entities.concat()), "{line}");
        let tail = [
            r#""dropped":[{"type":"ship","text":"Kiel","start":15,"end":19,"score":0.2,"rule":"cue","why":"score","#,
            r#""evidence":[]}],"warnings":["read","found"],"error":null}"#,
            "\n",
        ];
        assert!(line.ends_with(&tail.concat()), "{line}");
        assert!(lines(0, Shape::default()).contains(r#""dropped":null"#));
    }

    #[test]
    fn a_failure_has_its_line_in_both_formats() {
        let error = Error::new("no text", "").at("a.jsonl", 3, 0);
        let failed = Failed { id: "x".into(), source: "a.jsonl".into(), error };
        for writer in &WRITERS {
            let mut out = Vec::new();
            (writer.failed)(&failed, &mut out);
            let line = String::from_utf8(out).unwrap();
            assert!(line.starts_with("{\"doc_id\":\"x\","), "{line}");
            assert!(line.ends_with(",\"error\":\"a.jsonl:3: no text\"}\n"), "{line}");
        }
    }
}
