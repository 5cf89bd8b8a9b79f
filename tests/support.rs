//! What several test modules need.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};

/// The program under test.
pub(crate) const NEWSTRAWL: &str = env!("CARGO_BIN_EXE_newstrawl");

/// A path in the crate.
pub(crate) fn in_crate(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// Runs `newstrawl extract` with these arguments in this folder, nothing on standard input.
pub(crate) fn extract(folder: &Path, args: &[&str]) -> Output {
    let mut command = Command::new(NEWSTRAWL);
    command.current_dir(folder).arg("extract").args(args).stdin(std::process::Stdio::null());
    command.output().expect("the program runs")
}

/// Standard error as text.
pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

/// A JSON object with its keys in the order in which they stand.
#[derive(Debug)]
pub(crate) struct Ordered(pub(crate) Vec<(String, serde_json::Value)>);

impl Ordered {
    /// The object on one line.
    pub(crate) fn read(line: &str) -> Ordered {
        serde_json::from_str(line).unwrap_or_else(|error| panic!("{error} in {line}"))
    }

    pub(crate) fn keys(&self) -> Vec<&str> {
        self.0.iter().map(|(key, _)| key.as_str()).collect()
    }

    pub(crate) fn get(&self, key: &str) -> &serde_json::Value {
        &self.0.iter().find(|(name, _)| name == key).unwrap_or_else(|| panic!("no key {key}")).1
    }
}

impl<'de> Deserialize<'de> for Ordered {
    fn deserialize<D: Deserializer<'de>>(json: D) -> Result<Ordered, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Ordered;

            fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Ordered, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Ordered(pairs))
            }
        }
        json.deserialize_map(Pairs)
    }
}
