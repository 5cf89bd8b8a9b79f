//! `gazetteers/names/`: columns, ids, marks, and names that two rows share.

use std::collections::{BTreeMap, BTreeSet};

use newstrawl::fold::fold_into;
use newstrawl::knowledge::builtin::text;
use newstrawl::knowledge::lexicon::Lexicon;
use newstrawl::knowledge::rows::{CasePolicy, Row, read};
use newstrawl::segment::scan::scan;
use newstrawl::words::Words;

use super::gazetteers::table;
use super::none;
use crate::support::in_crate;

/// The files, and the least number of rows that each is to have.
const NAMES: [(&str, usize); 4] =
    [("names/organizations.csv", 400), ("names/ports.csv", 300), ("names/ships.csv", 200), ("names/weapons.csv", 300)];

/// Columns that a file of names may have, in this order; `note` is for people.
const COLUMNS: [&str; 14] = [
    "type", "name", "aliases", "former", "weak", "id", "kind", "country", "lat", "lon", "calibre", "case", "also",
    "note",
];

/// Codes of UN/LOCODE whose first two letters are not the row's country, and why.
const ELSEWHERE: [(&str, &str); 0] = [];

fn rows(file: &str) -> Vec<Row> {
    let mut rows = Vec::new();
    read(file, text(file).as_bytes(), None, |row| rows.push(row)).unwrap_or_else(|error| panic!("{error}"));
    rows
}

/// All names of a row, the canonical one first.
fn names(row: &Row) -> impl Iterator<Item = &str> {
    std::iter::once(&row.name).chain(&row.aliases).map(|name| &**name)
}

/// A name as the matcher compares it: as written where letter case is exact, else folded words, and
/// which of them have a possessive.
fn matched(case: CasePolicy, name: &str) -> String {
    if case == CasePolicy::Exact {
        return format!("exactly {name}");
    }
    let mut words = Words::default();
    scan(name, &Lexicon::default(), &mut words);
    let mut key = String::new();
    for word in &words.list {
        fold_into(word.span().of(name), &mut key);
        key.push_str(if word.possessive > 0 { "' " } else { " " });
    }
    key
}

#[test]
fn columns_are_known_and_in_order() {
    for (file, _) in NAMES {
        let columns = table(file, text(file)).columns;
        let places = columns.iter().map(|name| COLUMNS.iter().position(|known| known == name));
        let places: Vec<usize> = places.map(|at| at.unwrap_or_else(|| panic!("{file}: {columns:?}"))).collect();
        assert!(places.is_sorted(), "{file}: {columns:?}");
    }
}

#[test]
fn there_are_enough_rows_of_the_right_type() {
    for (file, least) in NAMES {
        let table = table(file, text(file));
        let kind = file.trim_start_matches("names/").trim_end_matches(".csv").trim_end_matches('s');
        assert!(table.rows.iter().all(|(_, row)| row[0] == kind), "{file} holds rows of another type");
        assert!(table.rows.len() >= least, "{file} has {} rows", table.rows.len());
    }
}

#[test]
fn ids_have_the_form_of_their_scheme() {
    let mut wrong = Vec::new();
    let mut once = BTreeSet::new();
    for (file, _) in NAMES {
        for row in rows(file) {
            for id in &row.ids {
                let (scheme, value) = id.split_once(':').expect("a scheme");
                let sound = match scheme {
                    "imo" => imo(value),
                    // "T-": in the service of the Military Sealift Command.
                    "hull" => designation(value.strip_prefix("T-").unwrap_or(value), 1..=5, 1..=4),
                    "pennant" => designation(value, 0..=3, 1..=4),
                    "unlocode" => {
                        let away = row.country.is_empty() || ELSEWHERE.iter().any(|(code, _)| *code == value);
                        locode(value) && (away || value.starts_with(&*row.country))
                    }
                    _ => false,
                };
                if !sound {
                    wrong.push(format!("{file}: {}: {id}", row.name));
                }
                // Hull numbers and pennants are given anew; these two are not.
                if matches!(scheme, "imo" | "unlocode") && !once.insert(id.clone()) {
                    wrong.push(format!("{file}: {}: {id} is another row's as well", row.name));
                }
            }
        }
    }
    none(&wrong);
}

/// Seven digits, the last of which checks the six before it.
fn imo(value: &str) -> bool {
    let digits: Vec<u32> = value.chars().filter_map(|c| c.to_digit(10)).collect();
    let sum: u32 = digits.iter().zip([7, 6, 5, 4, 3, 2]).map(|(digit, weight)| digit * weight).sum();
    value.len() == 7 && digits.len() == 7 && sum % 10 == digits[6]
}

/// Letters, a hyphen perhaps, digits: `CVN-72`, `K-141`, `F341`, `S-42`.
fn designation(value: &str, letters: std::ops::RangeInclusive<usize>, digits: std::ops::RangeInclusive<usize>) -> bool {
    let rest = value.trim_start_matches(|c: char| c.is_ascii_uppercase());
    let number = rest.strip_prefix('-').unwrap_or(rest);
    letters.contains(&(value.len() - rest.len()))
        && digits.contains(&number.len())
        && number.bytes().all(|b| b.is_ascii_digit())
}

/// Two letters for the country, three letters or digits from 2 to 9.
fn locode(value: &str) -> bool {
    value.len() == 5
        && value[..2].bytes().all(|b| b.is_ascii_uppercase())
        && value[2..].bytes().all(|b| b.is_ascii_uppercase() || matches!(b, b'2'..=b'9'))
}

/// Every code stands in the official list, where a copy of it lies beside the project.
#[test]
fn codes_of_ports_stand_in_unlocode() {
    let Ok(folder) = std::fs::read_dir(in_crate("../shared/reference/unlocode")) else { return };
    let mut codes = BTreeSet::new();
    for part in folder {
        let path = part.expect("a file").path();
        let reader = csv::ReaderBuilder::new().has_headers(false).flexible(true).from_path(path);
        for record in reader.expect("a list").into_byte_records().map(|record| record.expect("a record")) {
            codes.insert([&record[1], &record[2]].concat());
        }
    }
    let ports = rows("names/ports.csv");
    let given = ports.iter().flat_map(|row| &row.ids).filter_map(|id| id.strip_prefix("unlocode:"));
    none(&given.filter(|code| !codes.contains(code.as_bytes())).map(str::to_owned).collect::<Vec<_>>());
}

#[test]
fn the_check_digit_is_checked() {
    assert!(imo("9074729") && !imo("9074728") && !imo("907472") && !imo("90747291"));
    assert!(designation("CVN-72", 2..=5, 1..=4) && !designation("CVN-7B", 2..=5, 1..=4));
    assert!(locode("NLRTM") && locode("US3BA") && !locode("NLRT") && !locode("NLRT1"));
}

#[test]
fn weak_names_are_names_of_their_row_and_say_what_else_they_are() {
    let mut wrong = Vec::new();
    for (file, _) in NAMES {
        for row in rows(file) {
            for weak in row.weak.iter().filter(|weak| !names(&row).any(|name| name == &***weak)) {
                wrong.push(format!("{file}: {}: weak `{weak}` is none of its names", row.name));
            }
            if !row.weak.is_empty() && !row.also.any() {
                wrong.push(format!("{file}: {}: weak, but `also` is empty", row.name));
            }
        }
    }
    none(&wrong);
}

/// What a row says twice, the matcher would find twice.
#[test]
fn a_row_says_each_name_once() {
    let mut wrong = Vec::new();
    for (file, _) in NAMES {
        for row in rows(file) {
            let mut seen = BTreeSet::new();
            for name in names(&row) {
                let key = matched(row.case, name);
                if key.trim().is_empty() || !seen.insert(key) {
                    wrong.push(format!("{file}: {}: `{name}` once too often, or no word", row.name));
                }
            }
        }
    }
    none(&wrong);
}

/// Two rows of one type may share a name only where both say that it is something else as well. A
/// name with an exact spelling is another name than the same letters in any other.
#[test]
fn a_shared_name_is_marked_in_every_row() {
    let mut wrong = Vec::new();
    for (file, _) in NAMES {
        let rows = rows(file);
        let mut bearers: BTreeMap<String, Vec<(&Row, bool)>> = BTreeMap::new();
        for row in &rows {
            let mut own = BTreeMap::new();
            for name in names(row) {
                let weak = row.weak.is_empty() || row.weak.iter().any(|weak| &**weak == name);
                own.insert(matched(row.case, name), row.also.any() && weak);
            }
            own.into_iter().for_each(|(name, marked)| bearers.entry(name).or_default().push((row, marked)));
        }
        for (name, rows) in bearers {
            if rows.len() > 1 && rows.iter().any(|(_, marked)| !marked) {
                let rows: Vec<&str> = rows.iter().map(|(row, _)| &*row.name).collect();
                wrong.push(format!("{file}: `{}` is a name of {}", name.trim(), rows.join(" and of ")));
            }
        }
    }
    none(&wrong);
}
