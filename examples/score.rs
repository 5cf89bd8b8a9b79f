//! Exact precision, recall and F1 by type on labelled reports.
//!
//! usage: [SPLIT=test] cargo run --release --example score -- GOLD.jsonl|NAME.gold ...
//!
//! A mention counts where its span and type are those of a label; dates count once more where the value is right too.
use newstrawl::extractor::{Extractor, Options, Scratch};
use newstrawl::kind::{KINDS, Kind};
use newstrawl::knowledge::Knowledge;
use newstrawl::measure::gold::{read_json, read_marked};

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
    // By type, and last by value: labels, mentions, mentions that are right.
    let mut counts = [[0u32; 3]; KINDS.len() + 1];
    for report in &reports {
        let found = extractor.extract(&report.document, &mut scratch).mentions;
        for label in &report.labels {
            counts[label.kind as usize][0] += 1;
            counts[KINDS.len()][0] += u32::from(label.kind == Kind::Date);
        }
        for mention in &found {
            let label = report.labels.iter().find(|label| label.span == mention.span && label.kind == mention.kind);
            counts[mention.kind as usize][1] += 1;
            counts[mention.kind as usize][2] += u32::from(label.is_some());
            if let Some(timex) = &mention.timex {
                let right = label.is_some_and(|label| label.value == timex.value);
                counts[KINDS.len()][1] += 1;
                counts[KINDS.len()][2] += u32::from(right);
            }
        }
    }
    println!("{} reports\n{:14}{:>7}{:>7}{:>7}{:>7}", reports.len(), "type", "labels", "P", "R", "F1");
    let names = KINDS.iter().map(|row| row.name).chain(["date and value"]);
    for (name, [labels, mentions, right]) in names.zip(counts) {
        let share = |of: u32| f64::from(right) / f64::from(of.max(1));
        let (precision, recall) = (share(mentions), share(labels));
        let f1 = 2.0 * f64::from(right) / f64::from((labels + mentions).max(1));
        println!("{name:14}{labels:>7}{precision:>7.3}{recall:>7.3}{f1:>7.3}");
    }
    Ok(())
}
