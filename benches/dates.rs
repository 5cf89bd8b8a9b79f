//! Speed of dates alone: splitting into words, and recognition with resolution.
//!
//! `cargo bench --bench dates [-- ARCHIVE.jsonl]`: lines with `text` and, where known, `date`;
//! without an archive a built-in sample is used. The answers on the sample are checked first, so
//! that nothing fast and wrong is measured. Printed: MB of text per second of one thread, the
//! median and the best of the rounds.

use std::time::Instant;

use jiff::civil::Date;
use newstrawl::measure::dates::Dates;
use newstrawl::words::Words;

const ROUNDS: usize = 7;

/// Text, document date, and the values that it must give.
const SAMPLE: (&str, &str, &[&str]) = (
    "KUWAIT, Oct. 16 (Agency) - A tanker sank early Saturday off the coast, two days after a convoy of\n\
     14 ships had left port. The ministry said on Monday that the search would resume on Tuesday. Freight\n\
     rates rose 12.5 percent in the third quarter from a year earlier, and some 2015 tonnes of fuel were\n\
     lost. Officials may meet again next month; the insurer paid $1,500 million between 2019 and 2021.\n",
    "2023-10-16",
    &["2023-10-16", "2023-10-14", "P2D", "2023-10-16", "2023-10-17", "2023-Q3", "2022-Q3", "2023-11", "2019", "2021"],
);

fn main() {
    let dates = Dates::builtin().expect("the built-in knowledge loads");
    check(&dates);
    let archive = std::env::args().skip(1).find(|argument| !argument.starts_with('-'));
    let documents: Vec<(String, Option<Date>)> = match &archive {
        Some(file) => read(file),
        None => vec![(SAMPLE.0.repeat(20), SAMPLE.1.parse().ok()); 1000],
    };
    let bytes: usize = documents.iter().map(|(text, _)| text.len()).sum();
    let megabytes = bytes as f64 / 1e6;
    let (mut splitting, mut reading) = (Vec::new(), Vec::new());
    let mut found = 0;
    for _ in 0..ROUNDS {
        let (mut split, mut read) = (0.0, 0.0);
        let (mut words, mut candidates) = (Words::default(), Vec::new());
        found = 0;
        for (text, date) in &documents {
            let start = Instant::now();
            dates.segment(text, &mut words);
            split += start.elapsed().as_secs_f64();
            let start = Instant::now();
            found += dates.resolve(text, &words, *date, None, &mut candidates).0.len();
            read += start.elapsed().as_secs_f64();
        }
        splitting.push(megabytes / split);
        reading.push(megabytes / read);
    }
    let name = archive.as_deref().unwrap_or("built-in sample");
    println!("{name}: {megabytes:.1} MB, {} documents, {found} dates", documents.len());
    for (what, mut speeds) in [("splitting into words", splitting), ("recognition and resolution", reading)] {
        speeds.sort_by(f64::total_cmp);
        println!("{what:28} median {:6.1} MB/s, best {:6.1} MB/s", speeds[ROUNDS / 2], speeds[ROUNDS - 1]);
    }
}

/// The sample gives its values, and any order of rounds gives the same.
fn check(dates: &Dates) {
    let (text, date, values) = SAMPLE;
    let (found, warnings) = dates.run(text, date.parse().ok(), None);
    let got: Vec<&str> = found.iter().filter_map(|found| found.timex.value.as_deref()).collect();
    assert_eq!(got, values);
    assert!(warnings.is_empty(), "{warnings:?}");
}

fn read(file: &str) -> Vec<(String, Option<Date>)> {
    let lines = std::fs::read_to_string(file).unwrap_or_else(|error| panic!("{file}: {error}"));
    let document = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap_or_else(|error| panic!("{file}: {error}"));
        let text = value["text"].as_str().unwrap_or_default().to_string();
        (text, value["date"].as_str().and_then(|date| date.parse().ok()))
    };
    lines.lines().map(document).collect()
}
