//! The records of the whole program: keys, order, types.

use std::fs;
use std::path::Path;

use newstrawl::write::record::{DOC_ID, DOCUMENT, ENTITY, EVIDENCE, Field, Json, MENTION, Table};
use serde_json::Value;

use crate::support::{Ordered, extract, in_crate};

/// The tables of a line of `-f jsonl`.
pub(crate) static DOCUMENTS: &[&Table] = &[&DOCUMENT];
/// The tables of a line of `-f mentions`.
pub(crate) static MENTIONS: &[&Table] = &[&DOC_ID, &MENTION];

/// Panics unless `object` has exactly the keys of the tables, in order, with their types.
pub(crate) fn check(object: &Ordered, tables: &[&Table]) {
    let fields: Vec<&Field> = tables.iter().flat_map(|table| table.fields).collect();
    let names: Vec<&str> = fields.iter().map(|field| field.name).collect();
    assert_eq!(object.keys(), names);
    for field in fields {
        let value = object.get(field.name);
        assert!(fits(value, field), "{} is {value}", field.name);
    }
}

/// The same for a line of a failed document in `-f mentions`.
pub(crate) fn check_failed_mention(object: &Ordered) {
    let fields = DOC_ID.fields.iter().chain(MENTION.fields);
    assert_eq!(object.keys(), fields.map(|field| field.name).collect::<Vec<_>>());
    for (key, value) in &object.0 {
        assert_eq!(value.is_string(), matches!(key.as_str(), "doc_id" | "error"), "{key} is {value}");
        assert!(value.is_string() || value.is_null(), "{key} is {value}");
    }
}

fn fits(value: &Value, field: &Field) -> bool {
    if value.is_null() {
        return field.nullable;
    }
    let items = |fits: fn(&Value) -> bool| value.as_array().is_some_and(|items| items.iter().all(fits));
    match field.json {
        Json::Text => value.is_string(),
        Json::Kind => value.as_str().is_some_and(|name| newstrawl::kind::Kind::parse(name).is_some()),
        Json::Day => value.as_str().is_some_and(|day| day.parse::<jiff::civil::Date>().is_ok()),
        Json::Integer => value.is_u64(),
        Json::Number(least, most) => value.is_f64() && value.as_f64().is_some_and(|x| (least..=most).contains(&x)),
        Json::Texts => items(Value::is_string),
        Json::Integers => items(Value::is_u64),
        Json::List(table) => value.as_array().is_some_and(|objects| {
            objects.iter().for_each(|object| check(&Ordered::read(&object.to_string()).sorted_as(table), &[table]));
            true
        }),
    }
}

impl Ordered {
    /// `serde_json::Value` forgets the order of inner objects; what is left to check are the keys.
    fn sorted_as(mut self, table: &Table) -> Ordered {
        self.0.sort_by_key(|(key, _)| table.fields.iter().position(|field| field.name == key));
        self
    }
}

#[test]
fn every_report_of_the_corpus_gives_sound_records() {
    let corpus = in_crate("corpus");
    let texts = reports(&corpus);
    let formats: [(&str, &[&Table]); 2] = [("jsonl", DOCUMENTS), ("mentions", MENTIONS)];
    for (format, tables) in formats {
        for more in [&["--offsets=all", "--explain"][..], &[]] {
            let args: Vec<&str> =
                ["-f", format].into_iter().chain(more.iter().copied()).chain(texts.iter().map(|t| &**t)).collect();
            let output = extract(&corpus, &args);
            assert!(output.status.success() && output.stderr.is_empty(), "{output:?}");
            let lines = String::from_utf8(output.stdout).expect("UTF-8");
            let lines: Vec<Ordered> = lines.lines().map(Ordered::read).collect();
            for line in &lines {
                check(line, tables);
            }
            if format == "jsonl" {
                assert_eq!(lines.len(), texts.len());
            }
        }
    }
}

/// The names of the reports in a folder.
fn reports(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).expect("a folder");
    let names = entries.map(|entry| entry.expect("a file").file_name().into_string().expect("UTF-8"));
    names.filter(|name| name.ends_with(".txt")).collect()
}

#[test]
fn the_schema_names_every_field_in_order() {
    let output = extract(&in_crate("."), &["--print-schema"]);
    let text = String::from_utf8(output.stdout).expect("UTF-8");
    let schema: Value = serde_json::from_str(&text).expect("JSON");
    let required = |name: &str| schema["$defs"][name]["required"].as_array().expect("a list").clone();
    let names = |tables: &[&Table]| -> Vec<Value> {
        tables.iter().flat_map(|table| table.fields).map(|field| field.name.into()).collect()
    };
    assert_eq!(required("document"), names(DOCUMENTS));
    assert_eq!(required("mention_line"), names(MENTIONS));
    assert_eq!(required("failed_line"), names(MENTIONS));
    for table in [&MENTION, &ENTITY, &EVIDENCE] {
        assert_eq!(required(table.name), names(&[table]));
        let properties = schema["$defs"][table.name]["properties"].as_object().expect("an object");
        assert_eq!(properties.len(), table.fields.len());
    }
}

#[test]
fn a_score_is_the_sum_of_its_printed_evidence() {
    let corpus = in_crate("corpus");
    let reports: Vec<String> = reports(&corpus);
    let args = ["-f", "mentions", "--explain"].into_iter().chain(reports.iter().map(String::as_str));
    let output = extract(&corpus, &args.collect::<Vec<_>>());
    let mut explained = 0;
    for line in String::from_utf8(output.stdout).expect("UTF-8").lines() {
        let mention = Ordered::read(line);
        let reasons = mention.get("evidence").as_array().expect("evidence");
        let sum: f64 = reasons.iter().map(|reason| reason["weight"].as_f64().expect("a weight")).sum();
        if !reasons.is_empty() {
            explained += 1;
            let score = mention.get("score").as_f64().expect("a score");
            assert!((score - 1.0 / (1.0 + (-sum).exp())).abs() <= 0.00005 + 1e-9, "{line}");
        }
    }
    assert!(explained > 100);
}
