//! The tables of [`super::record`] as a JSON Schema.
//!
//! Takes: the tables. Gives: JSON Schema 2020-12. Promises: keys in the order of the records, each
//! required, none beside them. Refuses: nothing.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::record::{ATTRIBUTE, DOC_ID, DOCUMENT, DROPPED, ENTITY, EVIDENCE, Field, Json, MENTION, Table};
use crate::kind::KINDS;

/// The schema, with line breaks for a person.
pub fn text() -> String {
    let schema = Schema {
        schema: "https://json-schema.org/draft/2020-12/schema",
        title: "newstrawl records",
        description: "Every line of -f jsonl is a document, every line of -f mentions a mention_line or a failed_line. \
                      Offsets are half-open and index the document's text.",
        one_of: [LINES[0].0, LINES[1].0, LINES[2].0].map(reference),
        definitions: Definitions,
    };
    let mut text = serde_json::to_string_pretty(&schema).expect("strings, numbers and maps are always JSON");
    text.push('\n');
    text
}

/// Which values the keys of an object take.
#[derive(Clone, Copy)]
enum Values {
    /// Those of the table.
    Sound,
    /// `null`, but for `doc_id` and `error`, which are strings.
    Failed,
}

type Definition = (&'static str, &'static str, &'static [&'static Table], Values);

/// What a line can be.
const LINES: [Definition; 3] = [
    ("document", "-f jsonl: one document with everything found in it", &[&DOCUMENT], Values::Sound),
    ("mention_line", "-f mentions: one mention", &[&DOC_ID, &MENTION], Values::Sound),
    ("failed_line", "-f mentions: a document that could not be read", &[&DOC_ID, &MENTION], Values::Failed),
];

/// What stands inside lines.
const PARTS: [&Table; 5] = [&MENTION, &ENTITY, &ATTRIBUTE, &EVIDENCE, &DROPPED];

#[derive(Serialize)]
struct Schema {
    #[serde(rename = "$schema")]
    schema: &'static str,
    title: &'static str,
    description: &'static str,
    #[serde(rename = "oneOf")]
    one_of: [Property; 3],
    #[serde(rename = "$defs")]
    definitions: Definitions,
}

struct Definitions;

impl Serialize for Definitions {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(None)?;
        for (name, about, tables, values) in LINES {
            map.serialize_entry(name, &object(about, tables, values))?;
        }
        for table in PARTS {
            map.serialize_entry(table.name, &object(table.about, &[table], Values::Sound))?;
        }
        map.end()
    }
}

#[derive(Serialize)]
struct Object {
    #[serde(rename = "type")]
    json: &'static str,
    description: &'static str,
    #[serde(rename = "additionalProperties")]
    additional: bool,
    required: Vec<&'static str>,
    properties: Properties,
}

struct Properties(Vec<Field>, Values);

impl Serialize for Properties {
    fn serialize<S: Serializer>(&self, out: S) -> Result<S::Ok, S::Error> {
        let mut map = out.serialize_map(Some(self.0.len()))?;
        for field in &self.0 {
            map.serialize_entry(field.name, &property(field, self.1))?;
        }
        map.end()
    }
}

fn object(about: &'static str, tables: &[&'static Table], values: Values) -> Object {
    let fields: Vec<Field> = tables.iter().flat_map(|table| table.fields).copied().collect();
    Object {
        json: "object",
        description: about,
        additional: false,
        required: fields.iter().map(|field| field.name).collect(),
        properties: Properties(fields, values),
    }
}

/// The schema of a value; what is `None` is left out.
#[derive(Default, Serialize)]
#[serde(rename_all = "camelCase")]
struct Property {
    #[serde(rename = "$ref", skip_serializing_if = "Option::is_none")]
    to: Option<String>,
    #[serde(rename = "type", skip_serializing_if = "Vec::is_empty")]
    json: Vec<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'static str>,
    #[serde(rename = "enum", skip_serializing_if = "Option::is_none")]
    one_of: Option<Vec<Option<&'static str>>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    format: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    minimum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    maximum: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    items: Option<Box<Property>>,
}

fn reference(name: &str) -> Property {
    Property { to: Some(format!("#/$defs/{name}")), ..Property::default() }
}

fn property(field: &Field, values: Values) -> Property {
    if matches!(values, Values::Failed) {
        let json = if matches!(field.name, "doc_id" | "error") { "string" } else { "null" };
        return Property { json: vec![json], ..Property::default() };
    }
    let mut property = match field.json {
        Json::Text => plain("string"),
        Json::Kind => Property { one_of: Some(KINDS.iter().map(|row| Some(row.name)).collect()), ..plain("string") },
        Json::Day => Property { format: Some("date"), ..plain("string") },
        Json::Integer => count(),
        Json::Number(least, most) => {
            let bound = |bound: f64| bound.is_finite().then_some(bound);
            Property { minimum: bound(least), maximum: bound(most), ..plain("number") }
        }
        Json::Texts => list(plain("string")),
        Json::Integers => list(count()),
        Json::List(table) => list(reference(table.name)),
    };
    property.description = Some(field.about);
    if field.nullable {
        property.json.push("null");
        if let Some(names) = &mut property.one_of {
            names.push(None);
        }
    }
    property
}

fn plain(json: &'static str) -> Property {
    Property { json: vec![json], ..Property::default() }
}

fn count() -> Property {
    Property { minimum: Some(0.0), ..plain("integer") }
}

fn list(items: Property) -> Property {
    Property { items: Some(Box::new(items)), ..plain("array") }
}
