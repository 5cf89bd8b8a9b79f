//! JSON Lines: one report per line.
//!
//! Takes: a block of whole lines. Gives: for each line that is not blank one document or one
//! failure. Promises: `id` verbatim if it is a string, as its digits if it is a number, else
//! `path#LINE`; a bad line fails alone. Refuses: lines that are not one JSON object, or whose text
//! is missing or not a string; nesting deeper than serde_json's limit (128).

use jiff::civil::Date;

use super::fields::{Raw, Value};
use super::lines::split;
use super::text::too_long;
use super::{Chunk, Emit, Settings, encoding};
use crate::document::{Document, Failed};
use crate::error::{Error, Result};

/// True where the first two bytes of content open an object.
pub fn starts(head: &[u8]) -> bool {
    let after = head.strip_prefix(b"{").map(|rest| rest.trim_ascii_start());
    after.is_some_and(|rest| matches!(rest.first(), Some(b'"' | b'}')))
}

/// Reads the chunk.
pub fn parse(chunk: &Chunk, settings: &Settings, emit: &mut Emit<'_>) {
    let source: &str = &chunk.source;
    let failed = |line: u64, id: Option<String>, error: Error| {
        let id = id.unwrap_or_else(|| format!("{source}#{line}"));
        let column = error.column;
        Failed { id, source: source.to_owned(), error: error.at(source, line, column) }
    };
    if chunk.too_long {
        let error = too_long("the line", settings.max_document);
        return emit(chunk.first_line, Err(failed(chunk.first_line, None, error)));
    }
    for (number, bytes) in split(&chunk.bytes, chunk.charset, chunk.first_line) {
        if bytes.trim_ascii().is_empty() {
            continue;
        }
        if bytes.len() > settings.max_document {
            emit(number, Err(failed(number, None, too_long("the line", settings.max_document))));
            continue;
        }
        let decoded = encoding::decode(bytes, chunk.charset);
        let line = decoded.text.trim_matches(BLANKS);
        if line.is_empty() {
            continue;
        }
        let (id, document) = match settings.fields.read(line) {
            Ok(raw) => {
                let id = raw.id.and_then(|id| id_of(id.get()));
                (id, document(raw, settings, decoded.warning))
            }
            Err(_) if !line.starts_with('{') => {
                (None, Err(Error::new("not a JSON record: the line does not start with {", ADVICE)))
            }
            Err(error) => (None, Err(not_json(&error))),
        };
        match document {
            Err(error) => emit(number, Err(failed(number, id, error))),
            Ok(mut document) => {
                document.id = id.unwrap_or_else(|| format!("{source}#{number}"));
                source.clone_into(&mut document.source);
                emit(number, Ok(document));
            }
        }
    }
}

const ADVICE: &str = "write one JSON object per line, or use -i text";

/// White space of JSON, and the byte-order mark that joining files with `cat` leaves behind.
const BLANKS: [char; 5] = [' ', '\t', '\r', '\n', '\u{FEFF}'];

/// A string is an id as it is, a number as its digits; nothing else is one.
fn id_of(json: &str) -> Option<String> {
    match json.as_bytes()[0] {
        b'"' => serde_json::from_str(json).ok(),
        b'-' | b'0'..=b'9' => Some(json.to_owned()),
        _ => None,
    }
}

/// The document, its id and source still empty.
fn document(raw: Raw<'_>, settings: &Settings, warning: Option<String>) -> Result<Document> {
    let fields = &settings.fields;
    let mut warnings: Vec<String> = warning.into_iter().collect();
    let repair = "put the report's text there as a string, or name its field with --text-field";
    let text = match raw.text {
        Value::Text(text) => text.into_owned(),
        Value::Absent => {
            return Err(Error::new(format!("no text: the field {:?} is missing or null", fields.text), repair));
        }
        Value::Other(what) => {
            return Err(Error::new(format!("no text: the field {:?} is {what}", fields.text), repair));
        }
    };
    let date = match raw.date {
        Value::Absent => None,
        Value::Text(date) if date.trim().is_empty() => None,
        Value::Text(date) => {
            let found = iso_date(&date);
            if found.is_none() {
                warnings.push(format!(
                    "the field {:?} is not a date as in 2023-10-16: {:?}; left out",
                    fields.date,
                    short(&date)
                ));
            }
            found
        }
        Value::Other(what) => {
            warnings.push(format!("the field {:?} is {what}, not a date as in \"2023-10-16\"; left out", fields.date));
            None
        }
    };
    let title = match raw.title {
        Value::Absent => None,
        Value::Text(title) => Some(title.into_owned()),
        Value::Other(what) => {
            warnings.push(format!("the field {:?} is {what}, not a string; left out", fields.title));
            None
        }
    };
    Ok(Document { id: String::new(), source: String::new(), title, date, text, warnings })
}

/// The day of an ISO 8601 date or date-time, extended (`2023-10-16T05:30Z`) or basic (`20231016`).
fn iso_date(text: &str) -> Option<Date> {
    let text = text.trim();
    let digits = |range: std::ops::Range<usize>| {
        let part = text.get(range)?;
        part.bytes().all(|b| b.is_ascii_digit()).then(|| part.parse::<i16>().ok())?
    };
    let (month, day, end) = if text.as_bytes().get(4) == Some(&b'-') {
        if text.as_bytes().get(7) != Some(&b'-') {
            return None;
        }
        (5..7, 8..10, 10)
    } else {
        (4..6, 6..8, 8)
    };
    if text.as_bytes().get(end).is_some_and(u8::is_ascii_digit) {
        return None;
    }
    Date::new(digits(0..4)?, digits(month)? as i8, digits(day)? as i8).ok()
}

/// At most forty characters of what a person wrote, for a message.
fn short(text: &str) -> &str {
    text.char_indices().nth(40).map_or(text, |(at, _)| &text[..at])
}

/// serde_json's words without its own idea of lines, which are always 1 here.
fn not_json(error: &serde_json::Error) -> Error {
    let words = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    let words = words.strip_suffix(place.as_str()).unwrap_or(&words);
    let mut placed = Error::new(format!("not a JSON record: {words}"), ADVICE);
    placed.column = error.column() as u64;
    placed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_iso_days() {
        let day = |y, m, d| Some(Date::new(y, m, d).unwrap());
        for text in ["2023-10-16", " 2023-10-16T05:30:00Z", "2023-10-16 05:30", "20231016", "20231016T053000Z"] {
            assert_eq!(iso_date(text), day(2023, 10, 16), "{text}");
        }
        for text in [
            "2023-10",
            "2023-13-01",
            "2023-02-30",
            "16 Oct 2023",
            "202310161",
            "+023-10-16",
            "2023/10/16",
            "20é3-10-16",
        ] {
            assert_eq!(iso_date(text), None, "{text}");
        }
    }

    #[test]
    fn an_object_is_recognised_by_its_first_two_signs() {
        assert!(starts(b"{\"id\"") && starts(b"{ }") && starts(b"{\n \"a\""));
        assert!(!starts(b"{{headline}}") && !starts(b"[1]") && !starts(b"{") && !starts(b""));
    }
}
