//! What the documents say: the README's examples are real output, its tables are the tables of the code, and every file
//! that a page names is there.
//!
//! `NEWSTRAWL_CASES=write cargo test --test main docs` writes both anew, and still fails once: read the diff.

use std::fs;

use newstrawl::write::record::{DOC_ID, DOCUMENT, ENTITY, Field, Json, MENTION};
use serde_json::Value;

use crate::support::{extract, in_crate};

/// How many mentions the README shows.
const SHOWN: usize = 14;

#[test]
fn the_readme_is_true() {
    let old = fs::read_to_string(in_crate("README.md")).expect("the README");
    let lines = mentions(&[]);
    let shown = lines.iter().take(SHOWN).map(|line| {
        let record: Value = serde_json::from_str(line).expect("a record");
        let keys = ["type", "text", "id", "value"].map(|key| record[key].to_string());
        format!("[{}]", keys.join(","))
    });
    let port = lines.iter().find(|line| line.contains("\"type\":\"port\"")).expect("a port");
    let mut new = block(&old, "mentions", &shown.collect::<Vec<_>>().join("\n"));
    new = block(&new, "record", port);
    new = block(&new, "evidence", &evidence("Stella Lyra"));
    let mention: Vec<&Field> = DOC_ID.fields.iter().chain(MENTION.fields).collect();
    for fields in [mention, DOCUMENT.fields.iter().collect(), ENTITY.fields.iter().collect()] {
        new = table(&new, &fields);
    }
    if new != old {
        if std::env::var_os("NEWSTRAWL_CASES").is_some_and(|value| value == "write") {
            fs::write(in_crate("README.md"), &new).expect("the README can be written");
        }
        let first = old.lines().zip(new.lines()).find(|(old, new)| old != new);
        panic!("README.md is not true (NEWSTRAWL_CASES=write mends it): {first:#?}");
    }
}

/// The lines of the example.
fn mentions(more: &[&str]) -> Vec<String> {
    let mut args = vec!["-f", "mentions", "--date", "2019-11-21", "corpus/collision-kattegat.txt"];
    args.extend(more);
    let output = extract(&in_crate(""), &args);
    assert!(output.status.success());
    String::from_utf8(output.stdout).expect("UTF-8").lines().map(str::to_owned).collect()
}

/// The weights and names of the evidence for the first mention of a name.
fn evidence(name: &str) -> String {
    let lines = mentions(&["--explain"]);
    let records = lines.iter().map(|line| serde_json::from_str::<Value>(line).expect("a record"));
    let record = records.into_iter().find(|record| record["text"] == name).expect("the mention");
    let reasons = record["evidence"].as_array().expect("evidence").iter();
    let reasons = reasons.map(|reason| format!("{} {}", reason["weight"], reason["name"].as_str().unwrap_or_default()));
    reasons.collect::<Vec<_>>().join("\n")
}

/// The page with `content` in the code block behind the comment that names it.
fn block(page: &str, name: &str, content: &str) -> String {
    let comment = format!("<!-- real output, checked by tests/docs.rs: {name} -->\n");
    let (before, rest) = page.split_once(&comment).unwrap_or_else(|| panic!("no block {name}"));
    let (fence, rest) = rest.split_once('\n').expect("a fence");
    let end = rest.find("```\n").expect("the end of the block");
    format!("{before}{comment}{fence}\n{content}\n{}", &rest[end..])
}

/// The page with the rows of `fields` for the rows of the table that begins with the first of them.
fn table(page: &str, fields: &[&Field]) -> String {
    let head = "| key | type | what it says |\n|---|---|---|\n";
    let first = format!("{head}| `{}` |", fields[0].name);
    let start = page
        .match_indices(head)
        .map(|(at, _)| at)
        // `doc_id` begins two tables: the second key tells which.
        .find(|&at| {
            page[at..].starts_with(&first)
                && page[at..].lines().nth(3).is_some_and(|row| row.starts_with(&format!("| `{}` |", fields[1].name)))
        })
        .unwrap_or_else(|| panic!("no table that begins with {}, {}", fields[0].name, fields[1].name));
    let rows = start + head.len();
    let end = rows + page[rows..].find("\n\n").expect("an empty line behind the table");
    let new: Vec<String> = fields.iter().map(|field| row(field)).collect();
    format!("{}{}{}", &page[..rows], new.join("\n"), &page[end..])
}

fn row(field: &Field) -> String {
    let json = match field.json {
        Json::Text => "string".to_owned(),
        Json::Kind => "type".to_owned(),
        Json::Day => "day".to_owned(),
        Json::Integer => "integer".to_owned(),
        Json::Number(..) => "number".to_owned(),
        Json::Texts => "list of strings".to_owned(),
        Json::Integers => "list of integers".to_owned(),
        Json::List(table) => format!("list of {} objects", table.name),
    };
    let null = if field.nullable { " or null" } else { "" };
    format!("| `{}` | {json}{null} | {} |", field.name, field.about.replace('|', "\\|"))
}

/// Pages for people.
const PAGES: [&str; 8] = [
    "README.md",
    "ARCHITECTURE.md",
    "CONTRIBUTING.md",
    "CHANGELOG.md",
    "gazetteers/README.md",
    "corpus/README.md",
    "docs/dates.md",
    "docs/weights.md",
];

/// Named as something that a reader may make.
const IMAGINED: [&str; 1] = ["gazetteers/names/aircraft.csv"];

/// Links lead somewhere; a path in backquotes is one from the crate's root, `src/`, `gazetteers/`, or a folder of dates.
#[test]
fn every_file_that_a_page_names_is_there() {
    let mut lost = Vec::new();
    for page in PAGES {
        let text = fs::read_to_string(in_crate(page)).expect("a page");
        let folder = in_crate(page).parent().expect("a folder").to_owned();
        for link in text.split("](").skip(1).filter_map(|rest| rest.split([')', '#']).next()) {
            if !link.is_empty() && !link.contains("://") && !folder.join(link).exists() {
                lost.push(format!("{page}: link to {link}"));
            }
        }
        for name in text.split('`').filter(|name| is_file_name(name) && !IMAGINED.contains(name)) {
            let roots = ["", "src", "gazetteers", "gazetteers/dates", "gazetteers/cues", "gazetteers/names"];
            if !roots.iter().any(|root| in_crate(root).join(name).exists()) {
                lost.push(format!("{page}: {name}"));
            }
        }
    }
    assert!(lost.is_empty(), "{lost:#?}");
}

/// A path or a name with an ending that the project uses, and nothing else.
fn is_file_name(text: &str) -> bool {
    let plain = text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b"_-./".contains(&b));
    plain
        && ([".rs", ".csv", ".md"].iter().any(|end| text.len() > end.len() && text.ends_with(end))
            || text.ends_with('/'))
}
