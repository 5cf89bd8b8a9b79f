//! Cases as data: the examples in the grammar, and `tests/cases/dates/*.txt`.
//!
//! A line of a case file is `DATE | TEXT with [expressions] | VALUE; VALUE`; `-` for no date or no
//! value; every expression of the text is bracketed.

use std::fs;
use std::path::Path;

use newstrawl::knowledge::dates::{BUILTIN, Sources};
use newstrawl::measure::dates::{Dates, fuzz};

fn builtin() -> Dates {
    Dates::builtin().unwrap_or_else(|error| panic!("{error}"))
}

/// The text without its brackets, and the bracketed words.
fn unbracket(text: &str) -> (String, Vec<String>) {
    let mut plain = String::new();
    let mut marked = Vec::new();
    for (at, piece) in text.split('[').enumerate() {
        match piece.split_once(']') {
            Some((inside, rest)) if at > 0 => {
                marked.push(inside.to_string());
                plain.push_str(inside);
                plain.push_str(rest);
            }
            _ => plain.push_str(piece),
        }
    }
    (plain, marked)
}

/// Every `yes` and `no` line of the grammar holds.
#[test]
fn examples_of_the_grammar() {
    let dates = builtin();
    let mut failures = Vec::new();
    let date = Some("2023-10-16".parse().expect("a date"));
    for rule in newstrawl::knowledge::dates::grammar().expect("the grammar loads").rules {
        for (example, value) in &rule.yes {
            let (text, marked) = unbracket(example);
            let (found, _) = dates.run(&text, date, None);
            let hit = found.iter().find(|found| found.rule == rule.name);
            let got = hit.map(|hit| (hit.span.of(&text).to_string(), hit.timex.value.clone().unwrap_or_default()));
            if got != Some((marked[0].clone(), (*value).to_string())) {
                let all: Vec<_> = found.iter().map(|f| (f.rule, f.span.of(&text), &f.timex.value)).collect();
                failures.push(format!("{}: {example} = {value}, found {got:?} of {all:?}", rule.name));
            }
        }
        for text in &rule.no {
            let (found, _) = dates.run(text, date, None);
            if let Some(hit) = found.iter().find(|found| found.rule == rule.name) {
                failures.push(format!("{}: no {text}, found {}", rule.name, hit.span.of(text)));
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Every line of the case files holds, each expression and nothing else.
#[test]
fn case_files() {
    let dates = builtin();
    let mut failures = Vec::new();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases/dates");
    let mut files: Vec<_> =
        fs::read_dir(folder).expect("the folder").map(|entry| entry.expect("an entry").path()).collect();
    files.sort();
    for file in files {
        for (line, case) in (1..).zip(fs::read_to_string(&file).expect("a case file").lines()) {
            if case.is_empty() || case.starts_with('#') {
                continue;
            }
            let fields: Vec<&str> = case.split(" | ").collect();
            let [date, text, values] = fields[..] else { panic!("{}:{line}: not three fields", file.display()) };
            let (text, marked) = unbracket(text);
            let date = (date != "-").then(|| date.parse().expect("a date"));
            let values: Vec<&str> = values.split("; ").filter(|_| !marked.is_empty()).collect();
            let want: Vec<(&str, &str)> = marked.iter().map(String::as_str).zip(values).collect();
            let (found, _) = dates.run(&text, date, None);
            let got: Vec<(&str, &str)> =
                found.iter().map(|found| (found.span.of(&text), found.timex.value.as_deref().unwrap_or("-"))).collect();
            if got != want {
                failures.push(format!("{}:{line}: {text}\n  want {want:?}\n  got  {got:?}", file.display()));
            }
        }
    }
    assert!(failures.is_empty(), "{} cases\n{}", failures.len(), failures.join("\n"));
}

/// The worked example of docs/dates.md: a new expression of a known kind, by data alone.
#[test]
fn a_new_expression_by_data_alone() {
    let words = BUILTIN.words.replace("fortnight,unit,fortnight\n", "fortnight,unit,fortnight\nforenoon,part,MO\n");
    let mut rows: Vec<&str> = words.lines().skip(3).collect();
    rows.sort_by_key(|row| row.split(',').collect::<Vec<_>>());
    let head: Vec<&str> = words.lines().take(3).collect();
    let words = format!("{}\n{}\n", head.join("\n"), rows.join("\n"));
    let sources = Sources { words: words.leak(), ..BUILTIN };
    let dates = Dates::new(&sources).unwrap_or_else(|error| panic!("{error}"));
    let text = "It sailed on Friday forenoon in fog.";
    let (found, _) = dates.run(text, Some("2023-10-16".parse().expect("a date")), None);
    let got: Vec<_> = found.iter().map(|found| (found.span.of(text), found.timex.value.as_deref())).collect();
    assert_eq!(got, [("Friday forenoon", Some("2023-10-13TMO"))]);
}

/// An order that cannot be decided is said, with the alternative.
#[test]
fn warnings_name_the_alternative() {
    use newstrawl::resolve::dates::Order;
    let dates = builtin();
    let (found, warnings) = dates.run("Signed on 3/4/2023 there.", None, None);
    assert_eq!(found[0].timex.value.as_deref(), Some("2023-03-04"));
    assert_eq!(warnings, ["\"3/4/2023\" is read as 2023-03-04; it may be 2023-04-03"]);
    let (found, _) = dates.run("Signed on 3/4/2023 there.", None, Some(Order::DayFirst));
    assert_eq!(found[0].timex.value.as_deref(), Some("2023-04-03"));
    let (found, _) = dates.run("Signed on 3/4/2023, filed on 16/4/2023.", None, None);
    assert_eq!(found[0].timex.value.as_deref(), Some("2023-04-03"));
}

/// The dateline is the anchor where it is near the document's date.
#[test]
fn the_dateline_anchors() {
    let dates = builtin();
    let text = "KUWAIT, Oct. 14 (Agency) - A tanker sank yesterday.";
    for (date, value) in [("2023-10-16", "2023-10-13"), ("2023-10-20", "2023-10-19")] {
        let (found, _) = dates.run(text, Some(date.parse().expect("a date")), None);
        let yesterday = found.iter().find(|found| found.span.of(text) == "yesterday").expect("found");
        assert_eq!(yesterday.timex.value.as_deref(), Some(value));
    }
}

/// What fuzzing once broke, or was written to break it, keeps its promises.
#[test]
fn kept_fuzz_inputs() {
    let dates = builtin();
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fuzz/dates");
    for entry in fs::read_dir(folder).expect("the folder") {
        fuzz(&dates, &fs::read(entry.expect("an entry").path()).expect("an input"));
    }
}

/// Errors in the files name file, line and column.
#[test]
fn errors_have_a_place() {
    let broken = |sources: Sources| Dates::new(&sources).err().map(|error| error.to_string()).unwrap_or_default();
    let words = BUILTIN.words.replace("april,month,4", "april,month,four").leak();
    let error = broken(Sources { words, ..BUILTIN });
    assert!(error.starts_with("words.csv:") && error.contains("four is no number"), "{error}");
    let grammar = BUILTIN.grammar.replace("when year - mm<month>", "when year - mm<moon>").leak();
    let error = broken(Sources { grammar, ..BUILTIN });
    assert!(error.starts_with("grammar.txt:") && error.contains("no such slot"), "{error}");
    let weights = BUILTIN.weights.replace("prior", "priority").leak();
    assert!(broken(Sources { weights, ..BUILTIN }).starts_with("weights.csv:"));
}

/// docs/dates.md tells every rule of the grammar, with its examples, and no other.
#[test]
fn the_page_tells_every_rule() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/dates.md")).expect("the page");
    let rules = newstrawl::knowledge::dates::grammar().expect("the grammar loads").rules;
    let mut rest = page.as_str();
    for rule in &rules {
        let heading = format!("### {}\n", rule.name);
        let at = rest
            .find(&heading)
            .unwrap_or_else(|| panic!("no section for the rule {}, in the grammar's order", rule.name));
        rest = &rest[at + heading.len()..];
        let section = rest.split("\n### ").next().unwrap_or(rest);
        for (text, value) in &rule.yes {
            assert!(section.contains(&format!("- yes: {text} = {value}\n")), "{}: yes {text} = {value}", rule.name);
        }
        for text in &rule.no {
            assert!(section.contains(&format!("- no: {text}\n")), "{}: no {text}", rule.name);
        }
    }
    assert_eq!(page.matches("\n### ").count(), rules.len(), "a section without a rule");
}
