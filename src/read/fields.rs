//! One JSON object -> the four fields that matter, under the names the user gave them.
//!
//! Takes: the text of one line and [`Fields`]. Gives: [`Raw`]. Promises: nothing is built for other
//! fields; strings without escapes are borrowed; of a field given twice the last counts, as in
//! Python and JavaScript; two of the four may have the same name. Refuses: what is not one JSON
//! object.

use std::borrow::Cow;
use std::fmt;

use serde::de::{DeserializeSeed, Deserializer, IgnoredAny, MapAccess, Visitor};
use serde_json::value::RawValue;

/// What the fields of JSON Lines are called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fields {
    /// The report's own id.
    pub id: String,
    /// The report.
    pub text: String,
    /// Its date.
    pub date: String,
    /// Its title.
    pub title: String,
}

impl Default for Fields {
    fn default() -> Fields {
        Fields { id: "id".into(), text: "text".into(), date: "date".into(), title: "title".into() }
    }
}

/// A field as it stood in the line.
#[derive(Debug, Default, PartialEq, Eq)]
pub enum Value<'a> {
    /// Not there, or `null`.
    #[default]
    Absent,
    /// A string.
    Text(Cow<'a, str>),
    /// Anything else; what it is, in words.
    Other(&'static str),
}

/// The fields of one line.
#[derive(Debug, Default)]
pub struct Raw<'a> {
    /// As JSON, so that a number keeps its digits.
    pub id: Option<&'a RawValue>,
    /// The report.
    pub text: Value<'a>,
    /// Its date.
    pub date: Value<'a>,
    /// Its title.
    pub title: Value<'a>,
}

impl Fields {
    /// Reads one line.
    pub fn read<'a>(&self, line: &'a str) -> serde_json::Result<Raw<'a>> {
        let mut json = serde_json::Deserializer::from_str(line);
        let raw = Object(self).deserialize(&mut json)?;
        json.end()?;
        Ok(raw)
    }
}

struct Object<'f>(&'f Fields);

impl<'de> DeserializeSeed<'de> for Object<'_> {
    type Value = Raw<'de>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Raw<'de>, D::Error> {
        json.deserialize_map(self)
    }
}

impl<'de> Visitor<'de> for Object<'_> {
    type Value = Raw<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("an object with the report in one of its fields")
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Raw<'de>, A::Error> {
        let mut raw = Raw::default();
        while let Some(key) = map.next_key_seed(KeyOf(self.0))? {
            match key {
                Key::Id => raw.id = Some(map.next_value()?),
                Key::Text => raw.text = map.next_value_seed(AnyValue)?,
                Key::Date => raw.date = map.next_value_seed(AnyValue)?,
                Key::Title => raw.title = map.next_value_seed(AnyValue)?,
                Key::Other => {
                    map.next_value::<IgnoredAny>()?;
                }
            }
        }
        Ok(raw)
    }
}

enum Key {
    Id,
    Text,
    Date,
    Title,
    Other,
}

struct KeyOf<'f>(&'f Fields);

impl<'de> DeserializeSeed<'de> for KeyOf<'_> {
    type Value = Key;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Key, D::Error> {
        json.deserialize_str(self)
    }
}

impl Visitor<'_> for KeyOf<'_> {
    type Value = Key;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a field name")
    }

    fn visit_str<E>(self, name: &str) -> Result<Key, E> {
        Ok(match name {
            _ if name == self.0.text => Key::Text,
            _ if name == self.0.id => Key::Id,
            _ if name == self.0.date => Key::Date,
            _ if name == self.0.title => Key::Title,
            _ => Key::Other,
        })
    }
}

struct AnyValue;

impl<'de> DeserializeSeed<'de> for AnyValue {
    type Value = Value<'de>;

    fn deserialize<D: Deserializer<'de>>(self, json: D) -> Result<Value<'de>, D::Error> {
        json.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for AnyValue {
    type Value = Value<'de>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value")
    }

    fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Borrowed(text)))
    }

    fn visit_str<E>(self, text: &str) -> Result<Value<'de>, E> {
        Ok(Value::Text(Cow::Owned(text.to_owned())))
    }

    fn visit_unit<E>(self) -> Result<Value<'de>, E> {
        Ok(Value::Absent)
    }

    fn visit_bool<E>(self, _: bool) -> Result<Value<'de>, E> {
        Ok(Value::Other("true or false"))
    }

    fn visit_i64<E>(self, _: i64) -> Result<Value<'de>, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_u64<E>(self, _: u64) -> Result<Value<'de>, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_f64<E>(self, _: f64) -> Result<Value<'de>, E> {
        Ok(Value::Other("a number"))
    }

    fn visit_seq<A: serde::de::SeqAccess<'de>>(self, mut seq: A) -> Result<Value<'de>, A::Error> {
        while seq.next_element::<IgnoredAny>()?.is_some() {}
        Ok(Value::Other("a list"))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Value<'de>, A::Error> {
        while map.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
        Ok(Value::Other("an object"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_fields_by_their_given_names() {
        let fields = Fields { text: "body".into(), ..Fields::default() };
        let raw = fields.read(r#"{"x":[{"text":1}],"id":00.5e1,"body":"a\u00e9"}"#);
        assert!(raw.is_err(), "a number with leading zeros is not JSON");
        let raw = fields.read(r#"{"x":[{"text":1}],"id":1.50,"body":"a\u00e9","title":"t","date":null}"#).unwrap();
        assert_eq!(raw.id.unwrap().get(), "1.50");
        assert_eq!(raw.text, Value::Text("a\u{e9}".into()));
        assert!(matches!(raw.title, Value::Text(Cow::Borrowed("t"))));
        assert_eq!(raw.date, Value::Absent);
    }

    #[test]
    fn refuses_what_is_not_one_object() {
        for line in ["[]", "\"text\"", "3", "{} {}", "{\"text\":\"x\"", "{\"text\":\"\\ud800\"}", ""] {
            assert!(Fields::default().read(line).is_err(), "{line}");
        }
    }
}
