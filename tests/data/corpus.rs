//! `corpus/`: reports and their gold labels.

use std::collections::BTreeMap;

use newstrawl::fold::fold;
use newstrawl::kind::Kind;
use newstrawl::knowledge::lexicon::Lexicon;
use newstrawl::measure::gold::{Report, read_marked};
use newstrawl::segment::scan::scan;
use newstrawl::words::Words;

use super::{files, none};

/// Every labelled report with the name of its file and its plain text.
fn reports() -> Vec<(String, Report, String)> {
    let files: BTreeMap<String, String> = files("corpus").into_iter().filter(|(name, _)| name != "README.md").collect();
    let (gold, plain): (Vec<_>, Vec<_>) = files.iter().partition(|(name, _)| name.ends_with(".gold"));
    assert_eq!(gold.len(), plain.len(), "each report has a .txt and a .gold file, and nothing else is there");
    let reports = gold.into_iter().map(|(name, content)| {
        let report = read_marked(name, content).unwrap_or_else(|error| panic!("{error}"));
        let plain = name.replace(".gold", ".txt");
        (name.clone(), report, files.get(&plain).unwrap_or_else(|| panic!("no {plain}")).clone())
    });
    reports.collect()
}

#[test]
fn a_report_without_its_marks_is_its_plain_text() {
    for (name, report, plain) in reports() {
        assert_eq!(report.document.text, plain, "{name}");
        assert!(report.document.date.is_some(), "{name} has no date");
        assert!(matches!(&*report.split, "train" | "test"), "{name}: split `{}`", report.split);
    }
}

#[test]
fn labels_are_whole_words_with_values_that_dates_alone_have() {
    let mut wrong = Vec::new();
    for (name, report, _) in reports() {
        for label in &report.labels {
            let text = label.span.of(&report.document.text);
            if text.is_empty() || text.trim() != text {
                wrong.push(format!("{name}: `{text}`"));
            }
            let timex = label.timex.as_deref();
            let dated = timex.is_some_and(|kind| matches!(kind, "DATE" | "TIME" | "DURATION" | "SET"));
            if dated != (label.kind == Kind::Date) || label.value.is_some() != dated {
                wrong.push(format!("{name}: `{text}` is {} {timex:?} {:?}", label.kind, label.value));
            }
        }
    }
    none(&wrong);
}

/// Eight words in a row that stand in two reports would mean that one was written from the other.
#[test]
fn no_two_reports_share_a_run_of_eight_words() {
    let mut seen: BTreeMap<Vec<String>, String> = BTreeMap::new();
    let mut wrong = Vec::new();
    for (name, report, _) in reports() {
        let text = &report.document.text;
        let mut words = Words::default();
        scan(text, &Lexicon::default(), &mut words);
        let words: Vec<String> = words.list.iter().map(|word| fold(word.span().of(text))).collect();
        for run in words.windows(8) {
            let before = seen.entry(run.to_vec()).or_insert_with(|| name.clone());
            if *before != name {
                wrong.push(format!("{name} and {before}: {}", run.join(" ")));
            }
        }
    }
    none(&wrong);
}

#[test]
fn both_halves_are_there_and_a_third_has_neither_ship_nor_port() {
    let reports = reports();
    for split in ["train", "test"] {
        let half = reports.iter().filter(|(_, report, _)| report.split == split).count();
        assert!(half * 3 >= reports.len(), "{half} of {} reports are in {split}", reports.len());
    }
    let ashore = |report: &Report| !report.labels.iter().any(|label| matches!(label.kind, Kind::Ship | Kind::Port));
    let without = reports.iter().filter(|(_, report, _)| ashore(report)).count();
    assert!(without * 3 >= reports.len(), "{without} of {} reports have neither ship nor port", reports.len());
}
