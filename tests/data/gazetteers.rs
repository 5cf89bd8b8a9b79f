//! Every file of `gazetteers/`: header, form, order, and that it is used.

use std::collections::{BTreeMap, BTreeSet};

use newstrawl::class::CLASSES;
use newstrawl::fold::fold;
use newstrawl::knowledge::builtin::FILES;
use newstrawl::knowledge::dates;
use newstrawl::knowledge::lexicon::Lexicon;
use newstrawl::segment::scan::scan;
use newstrawl::words::Words;
use unicode_normalization::is_nfc;

use super::{files, none};

/// A file as a table: the columns, and each row with its line.
pub(super) struct Table {
    pub(super) columns: Vec<String>,
    pub(super) rows: Vec<(u64, Vec<String>)>,
}

/// Reads a CSV file with its comment lines left out.
pub(super) fn table(name: &str, text: &str) -> Table {
    let mut reader = csv::ReaderBuilder::new().comment(Some(b'#')).from_reader(text.as_bytes());
    let list = |record: &csv::StringRecord| record.iter().map(str::to_owned).collect::<Vec<_>>();
    let columns = list(reader.headers().expect("a header"));
    let rows = reader.records().map(|record| {
        let record = record.unwrap_or_else(|error| panic!("{name}: {error}"));
        (record.position().map_or(0, csv::Position::line), list(&record))
    });
    Table { columns, rows: rows.collect() }
}

/// The data files: all but the page that explains them.
pub(super) fn data() -> Vec<(String, String)> {
    files("gazetteers").into_iter().filter(|(name, _)| name != "README.md").collect()
}

#[test]
fn every_file_says_where_it_comes_from_and_under_which_licence() {
    let wrong = data().into_iter().filter(|(_, text)| {
        let mut lines = text.lines();
        let filled = |line: Option<&str>, key: &str| {
            line.and_then(|line| line.strip_prefix(key)).is_some_and(|rest| !rest.trim().is_empty())
        };
        !(filled(lines.next(), "# source: ") && filled(lines.next(), "# licence: "))
    });
    none(&wrong.map(|(name, _)| name).collect::<Vec<_>>());
}

#[test]
fn text_is_composed_and_lines_end_with_a_line_feed() {
    let mut wrong = Vec::new();
    for (name, text) in data() {
        for (at, line) in text.lines().enumerate() {
            let at = at + 1;
            if !is_nfc(line) {
                wrong.push(format!("{name}:{at}: not NFC"));
            }
            if line.contains(|c: char| c.is_control()) || line.contains(['\u{a0}', '\u{feff}', '\u{200b}']) {
                wrong.push(format!("{name}:{at}: control character, hard blank or mark"));
            }
            if line.ends_with(' ') {
                wrong.push(format!("{name}:{at}: blank at the end"));
            }
        }
        if text.contains('\r') || !text.ends_with('\n') || text.ends_with("\n\n") {
            wrong.push(format!("{name}: each line ends with one line feed, the last too"));
        }
    }
    none(&wrong);
}

/// Rows stand in the order of their fields, code point by code point: first column, then second,
/// and so on. Two files differ: `weapons/phrases.csv` is in the order of its lines, and
/// `weights.csv` begins with the bias.
#[test]
fn rows_are_sorted_and_unique() {
    let mut wrong = Vec::new();
    for (name, text) in data().iter().filter(|(name, _)| name.ends_with(".csv")) {
        let mut rows = table(name, text).rows;
        if name == "weights.csv" {
            assert_eq!(rows.remove(0).1[0], "bias");
        }
        let key = |row: &[String]| if name == "weapons/phrases.csv" { vec![row.join(",")] } else { row.to_vec() };
        for pair in rows.windows(2) {
            let [(_, before), (line, after)] = pair else { continue };
            if key(before) >= key(after) {
                wrong.push(format!("{name}:{line}: {} comes before {}, or is it", after.join(","), before.join(",")));
            }
        }
    }
    none(&wrong);
}

#[test]
fn fields_have_no_blanks_around_them() {
    let mut wrong = Vec::new();
    for (name, text) in data().iter().filter(|(name, _)| name.ends_with(".csv")) {
        for (line, row) in table(name, text).rows {
            // A list is separated by bars, and its items stand close to them.
            let loose = |field: &String| field.split('|').any(|item| item != item.trim() || item.contains("  "));
            if row.iter().any(loose) {
                wrong.push(format!("{name}:{line}: {}", row.join(",")));
            }
        }
    }
    none(&wrong);
}

#[test]
fn every_file_is_used_and_every_used_file_exists() {
    let sources = dates::BUILTIN;
    let of_dates = [sources.words, sources.affixes, sources.holidays, sources.grammar, sources.weights];
    let on_disk = data();
    let used = |(name, text): &&(String, String)| {
        let listed = FILES.iter().any(|(path, embedded)| path == name && embedded == text);
        listed || name.starts_with("dates/") && of_dates.contains(&text.as_str())
    };
    let idle: Vec<String> = on_disk.iter().filter(|file| !used(file)).map(|(name, _)| name.clone()).collect();
    assert!(idle.is_empty(), "in no list of embedded files (knowledge/builtin.rs, knowledge/dates): {idle:?}");
    assert_eq!(on_disk.len(), FILES.len() + of_dates.len());
    let names: Vec<&str> = FILES.iter().map(|(name, _)| *name).collect();
    assert!(names.is_sorted(), "the list in knowledge/builtin.rs is sorted");
}

#[test]
fn every_word_list_fills_one_class() {
    let mut seen = BTreeSet::new();
    for row in CLASSES {
        assert!(seen.insert(row.file), "{} fills two classes", row.file);
    }
    let mut wrong: Vec<String> = Vec::new();
    for (name, _) in FILES.iter().filter(|(name, _)| name.starts_with("words/") || name.starts_with("cues/")) {
        // Services are phrases: knowledge/phrases.rs reads them.
        if !seen.contains(name) && *name != "cues/services.csv" {
            wrong.push(format!("{name} fills no class"));
        }
    }
    none(&wrong);
}

#[test]
fn a_word_list_holds_one_word_per_row_each_once() {
    let mut wrong = Vec::new();
    let lexicon = Lexicon::default();
    for (name, text) in FILES.iter().filter(|(name, _)| CLASSES.iter().any(|row| row.file == *name)) {
        let mut seen: BTreeMap<String, String> = BTreeMap::new();
        for (line, row) in table(name, text).rows {
            let mut words = Words::default();
            scan(&row[0], &lexicon, &mut words);
            // A sign that is no word to the scanner is the separator that it stands for.
            if words.list.len() > 1 || words.list.iter().any(|word| word.span().of(&row[0]) != row[0]) {
                wrong.push(format!("{name}:{line}: `{}` is not one word", row[0]));
            }
            if words.list.is_empty() && row[0] != "&" {
                wrong.push(format!("{name}:{line}: `{}` is no word", row[0]));
            }
            if let Some(other) = seen.insert(fold(&row[0]), row[0].clone()) {
                wrong.push(format!("{name}:{line}: `{}` is `{other}` once folded", row[0]));
            }
        }
    }
    none(&wrong);
}
