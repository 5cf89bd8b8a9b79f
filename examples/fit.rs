//! Fits the weights of the judge on labelled reports.
//!
//! usage: cargo run --release --example fit -- WEIGHTS.csv GOLD.jsonl|NAME.gold ...
//!
//! The weights are written to WEIGHTS.csv when the fit is done. Of `.gold` files only those of the
//! split `train` are used, so that the rest can tell how good the weights are.
use std::fmt::Write;

use newstrawl::kind::{Kind, Kinds};
use newstrawl::knowledge::Knowledge;
use newstrawl::knowledge::signals::SIGNALS;
use newstrawl::measure::fit::{Group, fit};
use newstrawl::measure::gold::{Report, labelled_kinds, read_json, read_marked};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let output = args.next().ok_or("usage: fit WEIGHTS.csv GOLD.jsonl|NAME.gold ...")?;
    let mut marked = Vec::new();
    let mut files: Vec<Vec<Report>> = Vec::new();
    for path in args {
        let content = std::fs::read_to_string(&path)?;
        if path.ends_with(".gold") {
            marked.push(read_marked(&path, &content)?);
        } else {
            files.push(read_json(&path, &content)?);
        }
    }
    marked.retain(|report| report.split == "train");
    let mut groups = vec![Group { reports: &marked, kinds: Kinds::ALL, weight: 1.0 }];
    for reports in &files {
        let kinds = labelled_kinds(reports);
        // Token text with labels of one type is further from news prose than the rest: it counts less.
        let weight = if kinds.has_names() && !kinds.has(Kind::Weapon) { 0.15 } else { 1.0 };
        groups.push(Group { reports, kinds, weight });
    }
    let mut knowledge = Knowledge::builtin()?;
    let mut blind = Knowledge::load(false, &[])?;
    let weights = fit(&mut knowledge, &mut blind, &groups);

    let mut csv = String::from(
        "# source: fitted with examples/fit.rs on corpus/ (train) and labelled reports; see docs/weights.md\n\
         # licence: MIT OR Apache-2.0\n\
         evidence,ship,port,organization,weapon\n",
    );
    let mut rows: Vec<(&str, &[f64; 4])> =
        SIGNALS.iter().map(|(signal, name)| (*name, &weights.table[*signal as usize])).collect();
    rows.sort_by_key(|(name, _)| *name);
    for (name, row) in std::iter::once(("bias", &weights.bias)).chain(rows) {
        let quoted =
            if name.contains([',', '"']) { format!("\"{}\"", name.replace('"', "\"\"")) } else { name.to_owned() };
        let cells: Vec<String> = row.iter().map(|weight| format!("{weight:.2}")).collect();
        writeln!(csv, "{quoted},{}", cells.join(","))?;
    }
    std::fs::write(&output, csv)?;
    Ok(())
}
