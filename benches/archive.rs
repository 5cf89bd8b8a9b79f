//! The whole program over an archive of reports, beside the yardstick that any tokenizer pays.
//!
//! `cargo bench --bench archive -- [INPUT.jsonl] [ROUNDS] [FORMAT]` (or `NEWSTRAWL_ARCHIVE=INPUT.jsonl`). Without an
//! input the corpus of the project, repeated, is one. Each round runs, one after the other, as processes of their own:
//! `words` (this program: parse every line with serde_json into a struct, count unicode_word_indices) and `newstrawl
//! extract -j 1`. Reported are medians of user + system seconds, MB of input per CPU second, and the median ratio.
//! Checked are the number of documents or that every line is whole; nothing is asserted about time.

use std::borrow::Cow;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use serde::Deserialize;
use unicode_segmentation::UnicodeSegmentation;

#[derive(Deserialize)]
struct Report<'a> {
    #[serde(borrow)]
    id: Cow<'a, str>,
    #[serde(borrow)]
    text: Cow<'a, str>,
}

fn main() {
    // `cargo bench` adds --bench.
    let args: Vec<String> = std::env::args().skip(1).filter(|arg| arg != "--bench").collect();
    if let [mode, input] = args.as_slice()
        && mode == "words"
    {
        return words(Path::new(input));
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let input = match args.first().cloned().or_else(|| std::env::var("NEWSTRAWL_ARCHIVE").ok()) {
        Some(path) => fs::canonicalize(path).expect("the input"),
        None => sample(folder.path()),
    };
    let rounds: usize = args.get(1).map_or(5, |rounds| rounds.parse().expect("a number of rounds"));
    let formats: Vec<&str> = args.get(2).map_or(vec!["mentions", "jsonl"], |format| vec![format.as_str()]);
    let bytes = fs::read(&input).expect("the input");
    let megabytes = bytes.len() as f64 / 1e6;
    let documents = bytes.split(|&b| b == b'\n').filter(|line| !line.trim_ascii().is_empty()).count();
    println!("{} documents, {megabytes:.1} MB, {rounds} rounds", documents);

    let own = std::env::current_exe().expect("this program");
    let output = folder.path().join("out");
    let mut times = vec![Vec::new(); formats.len() + 1];
    for _ in 0..rounds {
        times[0].push(seconds(Command::new(&own).arg("words").arg(&input), Path::new("/dev/null")));
        for (format, times) in formats.iter().zip(&mut times[1..]) {
            let mut command = Command::new(env!("CARGO_BIN_EXE_newstrawl"));
            command.args(["extract", "-q", "-i", "jsonl", "-j", "1", "-f", format]).arg(&input);
            times.push(seconds(&mut command, &output));
            check(&output, format, documents);
        }
    }
    for (name, of) in ["words"].iter().chain(&formats).zip(&times) {
        let ratio = median(of.iter().zip(&times[0]).map(|(a, b)| a / b).collect());
        let seconds = median(of.clone());
        println!("{name:10} {seconds:7.3} s  {:7.1} MB per CPU second  {ratio:6.2} x words", megabytes / seconds);
    }
}

/// The yardstick.
fn words(input: &Path) {
    let data = fs::read(input).expect("the input");
    let (mut ids, mut words) = (0, 0);
    for line in data.split(|&b| b == b'\n').filter(|line| !line.is_empty()) {
        let report: Report<'_> = serde_json::from_slice(line).expect("a report");
        ids += report.id.len();
        words += report.text.unicode_word_indices().map(|(at, word)| usize::from(at + word.len() > 0)).sum::<usize>();
    }
    println!("{ids} {words}");
}

/// User and system seconds of a child.
fn seconds(command: &mut Command, output: &Path) -> f64 {
    let spent = || {
        let usage = getrusage(UsageWho::RUSAGE_CHILDREN).expect("usage");
        (usage.user_time().num_microseconds() + usage.system_time().num_microseconds()) as f64 / 1e6
    };
    let before = spent();
    let status =
        command.stdout(File::create(output).expect("the output")).stderr(Stdio::inherit()).status().expect("it runs");
    assert!(status.success(), "{command:?} ended with {status}");
    spent() - before
}

/// The answers: a document record per document, no torn line, no failure.
fn check(output: &Path, format: &str, documents: usize) {
    let bytes = fs::read(output).expect("the output");
    let lines: Vec<&[u8]> = bytes.split_inclusive(|&b| b == b'\n').collect();
    assert!(lines.iter().all(|line| line.starts_with(b"{\"doc_id\":") && line.ends_with(b"\"error\":null}\n")));
    if format == "jsonl" {
        assert_eq!(lines.len(), documents);
    }
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}

/// The corpus of the project as JSON Lines, repeated to a few megabytes.
fn sample(folder: &Path) -> PathBuf {
    let corpus = Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus");
    let mut files: Vec<PathBuf> =
        fs::read_dir(corpus).expect("the corpus").map(|entry| entry.expect("a file").path()).collect();
    files.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
    files.sort();
    let lines: Vec<String> = (files.iter().enumerate())
        .map(|(n, path)| {
            serde_json::json!({ "id": n.to_string(), "text": fs::read_to_string(path).expect("a report") }).to_string()
                + "\n"
        })
        .collect();
    let path = folder.join("sample.jsonl");
    let mut file = File::create(&path).expect("the sample");
    for _ in 0..80 {
        file.write_all(lines.concat().as_bytes()).expect("written");
    }
    path
}
