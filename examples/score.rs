//! Exact precision, recall and F1 by type on labelled reports.
//!
//! usage: [SPLIT=test] cargo run --release --example score -- GOLD.jsonl|NAME.gold ...
//!
//! A mention counts where its span and type are those of a label; dates count once more where the value is right too.
use newstrawl::extractor::{Extractor, Options, Scratch};
use newstrawl::kind::{KINDS, Kind};
use newstrawl::knowledge::Knowledge;
use newstrawl::measure::gold::{read_json, read_marked};
use newstrawl::measure::score::add;

fn main() -> newstrawl::error::Result<()> {
    let mut reports = Vec::new();
    for path in std::env::args().skip(1) {
        let content = std::fs::read_to_string(&path).expect("a readable file");
        if path.ends_with(".gold") {
            reports.push(read_marked(&path, &content)?);
        } else {
            reports.extend(read_json(&path, &content)?);
        }
    }
    if let Ok(split) = std::env::var("SPLIT") {
        reports.retain(|report| report.split == split);
    }
    let extractor = Extractor::new(Knowledge::builtin()?, Options::default());
    let mut scratch = Scratch::default();
    let mut tallies = Default::default();
    for report in &reports {
        let findings = extractor.extract(&report.document, &mut scratch);
        add(&mut tallies, &report.labels, &findings.mentions);
    }
    println!("{} reports\n{:14}{:>7}{:>7}{:>7}{:>7}", reports.len(), "type", "labels", "P", "R", "F1");
    for (row, tally) in KINDS.iter().zip(tallies) {
        let (precision, recall) = (tally.precision(), tally.recall());
        println!("{:14}{:>7}{precision:>7.3}{recall:>7.3}{:>7.3}", row.name, tally.gold, tally.f1());
        if row.kind == Kind::Date {
            println!("{:14}{:>7}{:>7}{:>7}{:>7.3}", "date and value", tally.gold, "", "", tally.value_f1());
        }
    }
    Ok(())
}
