//! Scores on labelled reports: the corpus of the project, and the example that it starts from with
//! what is known of its names taken away.

use std::fs;

use newstrawl::extractor::{Extractor, Options, Scratch};
use newstrawl::kind::KINDS;
use newstrawl::knowledge::{Knowledge, Source, builtin};
use newstrawl::measure::gold::{Label, Report, read_json, read_marked};
use newstrawl::measure::score::{Tally, add};
use newstrawl::span::Span;

use crate::support::in_crate;

/// Names of the example report, and invented ones of the same shape.
const NAMES: [(&str, &str); 7] = [
    ("Angara", "Svetlaya"),
    ("Maria", "Tamara"),
    ("Rajin", "Kosan"),
    ("Dunai", "Borsk"),
    ("M Leasing", "K Charting"),
    ("Marine Trans Shipping", "Coastal Cargo Lines"),
    ("Sovfracht", "Volgotorg"),
];

/// What every type must reach on the example without help of the gazetteers.
const LEAST: f64 = 0.85;

fn score(extractor: &Extractor, reports: &[Report]) -> [Tally; KINDS.len()] {
    let mut tallies = Default::default();
    let mut scratch = Scratch::default();
    for report in reports {
        let findings = extractor.extract(&report.document, &mut scratch);
        add(&mut tallies, &report.labels, &findings.mentions);
    }
    tallies
}

fn extractor(knowledge: Knowledge) -> Extractor {
    Extractor::new(knowledge, Options::default())
}

/// The labelled example report, where it lies beside the clone.
fn example() -> Option<Vec<Report>> {
    let path = in_crate("../shared/gold/seed.jsonl");
    let Ok(content) = fs::read_to_string(&path) else {
        eprintln!("skipped: {} is not here", path.display());
        return None;
    };
    Some(read_json("seed.jsonl", &content).unwrap())
}

fn reaches(tallies: [Tally; KINDS.len()]) {
    for (row, tally) in KINDS.iter().zip(tallies) {
        assert!(tally.f1() >= LEAST, "{}: F1 {:.3} of {tally:?}", row.name, tally.f1());
    }
    let dates = tallies[newstrawl::kind::Kind::Date as usize];
    assert!(dates.value_f1() >= LEAST, "date values: {:.3}", dates.value_f1());
}

/// The shipped gazetteers without the rows of the seven names.
fn without_the_names() -> Knowledge {
    let files = ["names/organizations.csv", "names/ports.csv", "names/ships.csv", "names/weapons.csv"];
    let sources = files.map(|file| {
        let is_name = |cell: &str| NAMES.iter().any(|(name, _)| cell.split('|').any(|part| part == *name));
        let rows = builtin::text(file).lines().filter(|row| !row.split(',').any(is_name));
        Source { name: file.to_owned(), bytes: rows.collect::<Vec<_>>().join("\n").into_bytes() }
    });
    Knowledge::load(false, &sources).unwrap()
}

#[test]
fn the_example_report() {
    let Some(reports) = example() else { return };
    reaches(score(&extractor(Knowledge::builtin().unwrap()), &reports));
}

#[test]
fn the_example_report_without_the_rows_of_its_names() {
    let Some(reports) = example() else { return };
    let knowledge = without_the_names();
    let known = |name: &str| knowledge.names.rows().iter().any(|row| &*row.name == name);
    assert!(NAMES.iter().all(|(name, _)| !known(name)) && known("RUSI") | known("Royal United Services Institute"));
    reaches(score(&extractor(knowledge), &reports));
}

#[test]
fn the_example_report_with_invented_names() {
    let Some(reports) = example() else { return };
    let reports: Vec<Report> = reports.into_iter().map(renamed).collect();
    assert!(reports[0].document.text.contains("the Svetlaya and the Tamara"));
    reaches(score(&extractor(without_the_names()), &reports));
}

/// The report with the seven names replaced, and its labels moved along.
fn renamed(report: Report) -> Report {
    let old = report.document.text;
    let mut text = String::new();
    // Byte offsets of the old text and of the new, where they part.
    let mut moved = vec![(0, 0)];
    let mut rest = 0;
    while let Some((at, name, new)) = next_name(&old, rest) {
        text.push_str(&old[rest..at]);
        text.push_str(new);
        rest = at + name.len();
        moved.push((rest, text.len()));
    }
    text.push_str(&old[rest..]);
    let shift = |at: u32| {
        let (from, to) = moved.iter().rfind(|(from, _)| *from <= at as usize).unwrap();
        (to + (at as usize - from)) as u32
    };
    let labels = report.labels.into_iter();
    let labels = labels.map(|label| Label { span: Span::new(shift(label.span.start), shift(label.span.end)), ..label });
    Report { labels: labels.collect(), document: newstrawl::document::Document { text, ..report.document }, ..report }
}

/// The first of the names at or behind `from`, the longest where several begin there.
fn next_name(text: &str, from: usize) -> Option<(usize, &'static str, &'static str)> {
    let hits = NAMES.iter().filter_map(|(name, new)| Some((text[from..].find(name)? + from, *name, *new)));
    hits.min_by_key(|(at, name, _)| (*at, std::cmp::Reverse(name.len())))
}

fn corpus(split: &str) -> Vec<Report> {
    let mut files: Vec<_> = fs::read_dir(in_crate("corpus")).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let gold = files.iter().filter(|path| path.extension().is_some_and(|ending| ending == "gold"));
    let reports = gold.map(|path| read_marked(&path.to_string_lossy(), &fs::read_to_string(path).unwrap()).unwrap());
    reports.filter(|report| report.split == split).collect()
}

/// The ratchet: `tests/cases/corpus-floors.csv` holds the least F1 of each split and type.
#[test]
fn the_corpus_keeps_its_scores() {
    let extractor = extractor(Knowledge::builtin().unwrap());
    let floors = fs::read_to_string(in_crate("tests/cases/corpus-floors.csv")).unwrap();
    let mut low = Vec::new();
    for split in ["train", "test"] {
        let tallies = score(&extractor, &corpus(split));
        for (row, tally) in KINDS.iter().zip(tallies) {
            let prefix = format!("{split},{},", row.name);
            let floor = floors.lines().find_map(|line| line.strip_prefix(&prefix)).expect("a floor for every type");
            println!("{split} {}: F1 {:.3}, value {:.3}, {tally:?}", row.name, tally.f1(), tally.value_f1());
            if tally.f1() < floor.parse::<f64>().unwrap() {
                low.push(format!("{split} {}: F1 {:.3}, floor {floor}", row.name, tally.f1()));
            }
        }
    }
    assert!(low.is_empty(), "{}", low.join("\n"));
}

#[test]
fn nothing_is_found_where_there_is_nothing() {
    let extractor = extractor(Knowledge::builtin().unwrap());
    let path = in_crate("corpus/nothing-to-find.gold");
    let report = read_marked("nothing-to-find.gold", &fs::read_to_string(path).unwrap()).unwrap();
    assert!(report.labels.is_empty());
    let findings = extractor.extract(&report.document, &mut Scratch::default());
    assert_eq!(findings.mentions, []);
}
