//! The records, field by field: the wire format.
//!
//! Takes: one mention, entity, document with its findings. Gives: tables of [`Field`]s, and the
//! functions that write a value for each. Promises: every key on every line, in the order of its
//! table, `null` where there is nothing, one JSON type per key; a table drives the bytes, the
//! schema ([`super::schema`]) and the documentation, because the macro makes all from the same
//! rows. Refuses: to leave a key out.
//!
//! Offsets are half-open, `start <= i < end`, and index the document's text (whose SHA-256 stands
//! in the document record) in the unit that their name says.

use super::json;
use super::view::{DroppedView, MentionView, Place, ReportView};
use crate::kind::Kind;
use crate::mention::{Entity, Evidence};

/// The JSON type of a field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Json {
    /// A string.
    Text,
    /// The name of an entity type.
    Kind,
    /// A day, `YYYY-MM-DD`.
    Day,
    /// A whole number from 0.
    Integer,
    /// A number between the two.
    Number(f64, f64),
    /// A list of strings.
    Texts,
    /// A list of whole numbers from 0.
    Integers,
    /// A list of objects of that table.
    List(&'static Table),
}

/// One field of a record.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Field {
    /// Its key.
    pub name: &'static str,
    /// The type of its values.
    pub json: Json,
    /// True where `null` is a value of a sound record.
    pub nullable: bool,
    /// What it says, with its unit.
    pub about: &'static str,
}

/// The fields of one kind of object, in order.
#[derive(Debug, PartialEq)]
pub struct Table {
    /// What the object is called in the schema.
    pub name: &'static str,
    /// What it is.
    pub about: &'static str,
    /// Its fields.
    pub fields: &'static [Field],
}

/// Makes of one list of rows both the table and the function that writes its fields, each with a
/// comma before it (see [`braces`]).
macro_rules! fields {
    ($(#[$doc:meta])* $table:ident = $title:literal, $about:literal; $write:ident($view:ident: $of:ty, $out:ident) {
        $($name:literal: $json:expr, $null:ident, $words:literal => $value:expr;)*
    }) => {
        $(#[$doc])*
        pub static $table: Table = Table {
            name: $title,
            about: $about,
            fields: &[$(Field { name: $name, json: $json, nullable: fields!(@$null), about: $words }),*],
        };

        pub(super) fn $write($out: &mut Vec<u8>, $view: $of) {
            $(
                $out.extend_from_slice(concat!(",\"", $name, "\":").as_bytes());
                $value;
            )*
        }
    };
    (@nullable) => { true };
    (@always) => { false };
}

/// An object of the fields that `write` writes: the first comma gives way to the brace.
pub(super) fn braces(out: &mut Vec<u8>, write: impl FnOnce(&mut Vec<u8>)) {
    let start = out.len();
    write(out);
    out[start] = b'{';
    out.push(b'}');
}

fields! {
    /// What ties a line of `-f mentions` to its document.
    DOC_ID = "doc_id", "the first key of every line";
    doc_id(id: &[u8], out) {
        "doc_id": Json::Text, always, "the document: its own id, verbatim, else its path, with #LINE in JSON Lines"
            => out.extend_from_slice(id);
    }
}

fields! {
    /// A mention: in the document record as it stands here, in `-f mentions` after [`DOC_ID`].
    MENTION = "mention", "one mention of an entity";
    mention(m: &MentionView<'_>, out) {
        "n": Json::Integer, always, "order in the document, from 0" => json::integer(out, m.n as u64);
        "type": Json::Kind, always, "what it is a mention of" => kind(out, m.mention.kind);
        "text": Json::Text, always, "the mention as it is written" => json::string(out, m.text());
        "start": Json::Integer, always, "first code point" => point(out, m.start);
        "end": Json::Integer, always, "one past the last code point" => point(out, m.end);
        "byte_start": Json::Integer, nullable, "first byte of the UTF-8 text; null with --offsets chars|utf16"
            => byte(out, m.start, m.report.shape.bytes);
        "byte_end": Json::Integer, nullable, "one past the last byte; null with --offsets chars|utf16"
            => byte(out, m.end, m.report.shape.bytes);
        "utf16_start": Json::Integer, nullable, "first UTF-16 unit; null unless --offsets utf16|all"
            => unit(out, m.start, m.report.shape.utf16);
        "utf16_end": Json::Integer, nullable, "one past the last UTF-16 unit; null unless --offsets utf16|all"
            => unit(out, m.end, m.report.shape.utf16);
        "sentence_start": Json::Integer, always, "first code point of its sentence" => point(out, m.sentence_start);
        "sentence_end": Json::Integer, always, "one past the last code point of its sentence"
            => point(out, m.sentence_end);
        "entity": Json::Integer, always, "index of its entity among the document's entities"
            => json::integer(out, m.mention.entity.into());
        "name": Json::Text, always, "canonical name; normalised phrase of a common noun; value of a date"
            => json::string(out, &m.entity.name);
        "id": Json::Text, nullable, "surest identifier, scheme:value" => json::string_or_null(out, m.entity.ids.first());
        "score": Json::Number(0.0, 1.0), always, "how sure, to four decimals" => json::score(out, m.mention.score);
        "rule": Json::Text, always, "what found it" => json::string(out, m.mention.rule);
        "timex": Json::Text, nullable, "of a date: TIMEX3 type, DATE TIME DURATION or SET"
            => json::string_or_null(out, m.timex().map(|timex| timex.kind.name()));
        "value": Json::Text, nullable, "of a date: TIMEX3 value; null where nothing anchors it"
            => json::string_or_null(out, m.timex().and_then(|timex| timex.value.as_ref()));
        "date_start": Json::Day, nullable, "of a date: first day covered"
            => day(out, m.timex().and_then(|timex| timex.first));
        "date_end": Json::Day, nullable, "of a date: last day covered"
            => day(out, m.timex().and_then(|timex| timex.last));
        "lat": Json::Number(-90.0, 90.0), nullable, "degrees north, WGS 84"
            => float(out, m.entity.position.map(|(lat, _)| lat));
        "lon": Json::Number(-180.0, 180.0), nullable, "degrees east, WGS 84"
            => float(out, m.entity.position.map(|(_, lon)| lon));
        "country": Json::Text, nullable, "ISO 3166-1 alpha-2" => json::string_or_null(out, m.entity.country.as_ref());
        "evidence": Json::List(&EVIDENCE), nullable, "why; null without --explain"
            => explained(out, m.report, &m.mention.evidence);
        "error": Json::Text, nullable, "why the document could not be read; then all else but doc_id is null"
            => json::null(out);
    }
}

fields! {
    /// One reason for or against a mention.
    EVIDENCE = "evidence", "one reason: the score is the logistic function of the sum of the weights";
    evidence(e: (&Evidence, &str), out) {
        "name": Json::Text, always, "its name in the table of weights" => json::string(out, e.0.name);
        "weight": Json::Number(f64::NEG_INFINITY, f64::INFINITY), always, "natural log odds; negative speaks against"
            => json::float(out, e.0.weight);
        "words": Json::Text, nullable, "the words that are the evidence"
            => json::string_or_null(out, e.0.words.map(|span| span.of(e.1)));
    }
}

fields! {
    /// A candidate that was not kept.
    DROPPED = "dropped", "a candidate that was not kept, and why";
    dropped(d: &DroppedView<'_>, out) {
        "type": Json::Kind, always, "the type it was a candidate for" => kind(out, d.dropped.kind);
        "text": Json::Text, always, "as it is written" => json::string(out, d.dropped.span.of(d.report.text()));
        "start": Json::Integer, always, "first code point" => point(out, d.start);
        "end": Json::Integer, always, "one past the last code point" => point(out, d.end);
        "score": Json::Number(0.0, 1.0), always, "how sure, to four decimals" => json::score(out, d.dropped.score);
        "rule": Json::Text, always, "what found it" => json::string(out, d.dropped.rule);
        "why": Json::Text, always, "\"score\", or the reading that took its place" => json::string(out, &d.dropped.why);
        "evidence": Json::List(&EVIDENCE), nullable, "the sum that was too small"
            => explained(out, d.report, &d.dropped.evidence);
    }
}

fields! {
    /// What is known of an entity beyond the keys that it has in common with all.
    ATTRIBUTE = "attribute", "something known of an entity";
    attribute(a: &(&'static str, String), out) {
        "name": Json::Text, always, "what" => json::string(out, a.0);
        "value": Json::Text, always, "its value" => json::string(out, &a.1);
    }
}

fields! {
    /// A distinct thing of one document.
    ENTITY = "entity", "a distinct thing of the document";
    entity(e: &Entity, out) {
        "type": Json::Kind, nullable, "what it is" => match e.kind {
            Some(found) => kind(out, found),
            None => json::null(out),
        };
        "name": Json::Text, always, "canonical name; normalised phrase of a common noun; value of a date"
            => json::string(out, &e.name);
        "ids": Json::Texts, always, "identifiers, scheme:value, the surest first"
            => json::list(out, &e.ids, |out, id| json::string(out, id));
        "lat": Json::Number(-90.0, 90.0), nullable, "degrees north, WGS 84" => float(out, e.position.map(|(lat, _)| lat));
        "lon": Json::Number(-180.0, 180.0), nullable, "degrees east, WGS 84" => float(out, e.position.map(|(_, lon)| lon));
        "country": Json::Text, nullable, "ISO 3166-1 alpha-2" => json::string_or_null(out, e.country.as_ref());
        "attributes": Json::List(&ATTRIBUTE), always, "what else is known of it"
            => json::list(out, &e.attributes, |out, a| braces(out, |out| attribute(out, a)));
        "mentions": Json::Integers, always, "its mentions: their \"n\""
            => json::list(out, &e.mentions, |out, &n| json::integer(out, n.into()));
    }
}

fields! {
    /// A document: `-f jsonl` writes one per line.
    DOCUMENT = "document", "one document with everything found in it";
    document(r: &ReportView<'_>, out) {
        "doc_id": Json::Text, always, "its own id, verbatim, else its path, with #LINE in JSON Lines"
            => json::string(out, &r.document.id);
        "source": Json::Text, always, "path of the input, or <stdin>" => json::string(out, &r.document.source);
        "title": Json::Text, nullable, "the title field; no offset points into it"
            => json::string_or_null(out, r.document.title.as_ref());
        "date": Json::Day, nullable, "its date as the input gives it; where null, --date counted" => day(out, r.document.date);
        "chars": Json::Integer, nullable, "length of the text in code points" => r.sound(out, |out| point(out, r.length));
        "bytes": Json::Integer, nullable, "length of the text in bytes" => r.sound(out, |out| byte(out, r.length, true));
        "sha256": Json::Text, nullable, "SHA-256 of the text's UTF-8 bytes, 64 hexadecimal digits"
            => r.sound(out, |out| r.hash(out));
        "entities": Json::List(&ENTITY), always, "the distinct things found"
            => json::list(out, &r.findings.entities, |out, e| braces(out, |out| entity(out, e)));
        "mentions": Json::List(&MENTION), always, "every mention, in order of the text"
            => json::list(out, r.mentions(), |out, m| braces(out, |out| mention(out, &m)));
        "dropped": Json::List(&DROPPED), nullable, "every candidate that was not kept; null without --explain"
            => if r.shape.explain {
                json::list(out, r.dropped(), |out, d| braces(out, |out| dropped(out, &d)));
            } else {
                json::null(out);
            };
        "warnings": Json::Texts, always, "what was repaired, guessed or left out"
            => json::list(out, r.warnings(), |out, words| json::string(out, words));
        "error": Json::Text, nullable, "why it could not be read" => json::string_or_null(out, r.error.as_ref());
    }
}

fn kind(out: &mut Vec<u8>, kind: Kind) {
    json::name(out, kind.name());
}

fn point(out: &mut Vec<u8>, place: Place) {
    json::integer(out, place.point.into());
}

fn byte(out: &mut Vec<u8>, place: Place, wanted: bool) {
    if wanted { json::integer(out, place.byte.into()) } else { json::null(out) }
}

fn unit(out: &mut Vec<u8>, place: Place, wanted: bool) {
    if wanted { json::integer(out, place.unit.into()) } else { json::null(out) }
}

fn float(out: &mut Vec<u8>, value: Option<f64>) {
    match value {
        Some(value) => json::float(out, value),
        None => json::null(out),
    }
}

fn day(out: &mut Vec<u8>, date: Option<jiff::civil::Date>) {
    match date {
        Some(date) => json::day(out, date),
        None => json::null(out),
    }
}

fn explained(out: &mut Vec<u8>, report: &ReportView<'_>, reasons: &[Evidence]) {
    if report.shape.explain {
        json::list(out, reasons, |out, reason| braces(out, |out| evidence(out, (reason, report.text()))));
    } else {
        json::null(out);
    }
}
