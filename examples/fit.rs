//! Fits the weights and prints them as CSV.
//!
//! usage: cargo run --release --example fit -- GOLD.jsonl|NAME.gold ... > gazetteers/weights.csv
use newstrawl::kind::Kinds;
use newstrawl::knowledge::Knowledge;
use newstrawl::knowledge::signals::SIGNALS;
use newstrawl::measure::fit::{Group, fit};
use newstrawl::measure::gold::{Report, labelled_kinds, read_json, read_marked};

fn main() -> newstrawl::error::Result<()> {
    let mut marked = Vec::new();
    let mut files: Vec<Vec<Report>> = Vec::new();
    for path in std::env::args().skip(1) {
        let content = std::fs::read_to_string(&path).expect("a readable file");
        if path.ends_with(".gold") {
            marked.push(read_marked(&path, &content)?);
        } else {
            files.push(read_json(&path, &content)?);
        }
    }
    if let Ok(split) = std::env::var("SPLIT") {
        marked.retain(|report| report.split == split);
    }
    let mut groups = vec![Group { reports: &marked, kinds: Kinds::ALL, weight: 1.0 }];
    for reports in &files {
        let kinds = labelled_kinds(reports);
        // Token text of one type only is further from news prose than the rest: it counts less.
        let weight = if kinds.has_names() && !kinds.has(newstrawl::kind::Kind::Weapon) { 0.15 } else { 1.0 };
        groups.push(Group { reports, kinds, weight });
    }
    let mut knowledge = Knowledge::builtin()?;
    let mut blind = Knowledge::load(false, &[])?;
    let weights = fit(&mut knowledge, &mut blind, &groups);
    println!("# source: fitted by `cargo run --release --example fit` on corpus/ and labelled reports");
    println!("# licence: MIT OR Apache-2.0");
    println!("evidence,ship,port,organization,weapon");
    let row = |name: &str, row: &[f64]| {
        println!(
            "{},{}",
            if name.contains([',', '"']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() },
            row.iter().map(|w| format!("{w:.2}")).collect::<Vec<_>>().join(",")
        );
    };
    row("bias", &weights.bias);
    let mut rows: Vec<_> = SIGNALS.iter().collect();
    rows.sort_by_key(|(_, name)| *name);
    for (signal, name) in rows {
        row(name, &weights.table[*signal as usize]);
    }
    Ok(())
}
