//! Promises that hold for any input.

use std::sync::{Arc, OnceLock};

use newstrawl::document::Document;
use newstrawl::extractor::{Extractor, Options, Scratch};
use newstrawl::knowledge::Knowledge;
use newstrawl::read::encoding::Charset;
use newstrawl::read::{Chunk, Reader, Settings};
use newstrawl::write::{Shape, WRITERS};
use proptest::prelude::*;
use serde_json::Value;

use crate::records::{DOCUMENTS, MENTIONS, check, check_failed_mention};
use crate::support::Ordered;

fn extractor() -> &'static Extractor {
    static EXTRACTOR: OnceLock<Extractor> = OnceLock::new();
    let options = Options { explain: true, ..Options::default() };
    EXTRACTOR.get_or_init(|| Extractor::new(Knowledge::builtin().expect("sound data"), options))
}

/// Reads the bytes as that format, and checks every line that either writer makes of them.
fn check_bytes(format: &str, input: &[u8]) {
    let (charset, mark) = Charset::sniff(input);
    let reader = Reader::named(format).expect("a format");
    let bytes = input[mark..].to_vec();
    let chunk = Chunk { source: Arc::from("<test>"), reader, charset, first_line: 1, bytes, too_long: false };
    let shape = Shape { bytes: true, utf16: true, explain: true };
    let mut scratch = Scratch::default();
    chunk.parse(&Settings::default(), &mut |_, document| {
        let [mut documents, mut mentions] = [Vec::new(), Vec::new()];
        match &document {
            Ok(document) => {
                let findings = extractor().extract(document, &mut scratch);
                (WRITERS[0].document)(document, &findings, shape, &mut documents);
                (WRITERS[1].document)(document, &findings, shape, &mut mentions);
            }
            Err(failed) => {
                (WRITERS[0].failed)(failed, &mut documents);
                (WRITERS[1].failed)(failed, &mut mentions);
            }
        }
        let documents = String::from_utf8(documents).expect("UTF-8");
        let mentions = String::from_utf8(mentions).expect("UTF-8");
        assert_eq!(documents.matches('\n').count(), 1);
        check(&Ordered::read(&documents), DOCUMENTS);
        match &document {
            Ok(document) => check_mentions(document, &mentions),
            Err(_) => check_failed_mention(&Ordered::read(&mentions)),
        }
    });
}

/// Each line has its keys; spans are ordered and apart, and hold the text in all three units.
fn check_mentions(document: &Document, lines: &str) {
    let points: Vec<char> = document.text.chars().collect();
    let units: Vec<u16> = document.text.encode_utf16().collect();
    let mut last_end = 0;
    for (n, line) in lines.lines().enumerate() {
        let mention = Ordered::read(line);
        check(&mention, MENTIONS);
        let at = |key: &str| mention.get(key).as_u64().expect("an offset") as usize;
        let text = mention.get("text").as_str().expect("text");
        assert_eq!(mention.get("n"), &Value::from(n));
        assert_eq!(points[at("start")..at("end")].iter().collect::<String>(), text);
        assert_eq!(&document.text[at("byte_start")..at("byte_end")], text);
        assert_eq!(String::from_utf16(&units[at("utf16_start")..at("utf16_end")]).expect("whole characters"), text);
        assert!(last_end <= at("start") && at("start") < at("end"), "{line}");
        assert!(at("sentence_start") <= at("start") && at("end") <= at("sentence_end"), "{line}");
        last_end = at("end");
    }
}

/// Text as it comes over a wire: names, dates, marks, and what breaks offsets.
fn wire_text() -> impl Strategy<Value = String> {
    let pieces = prop::sample::select(vec![
        "the ",
        "MV ",
        "Nordic Wren",
        "M/V AURORA STAR",
        "\u{201c}Galaxy Leader\u{201d}",
        "port of ",
        "Rotterdam",
        "Rajin",
        "Maersk",
        " Ltd.",
        "U.S. Navy",
        "RUSI",
        "Royal United Services Institute",
        " (RUSI) ",
        "missiles",
        "AK-47",
        "Friday",
        "Oct 16 - ",
        "16 October 2023",
        "two months ago",
        "5:30 a.m.",
        "\u{1F6A2}",
        "e\u{301}",
        "\u{2014}",
        "\r\n",
        "\n\n",
        "\n    ",
        "\u{a0}",
        "\u{feff}",
        "\u{2028}",
        "\u{85}",
        "\0",
        "\t",
        ". ",
        ", ",
        "; ",
        "'s ",
        "\u{2019}s ",
        "\"",
        "\\",
        "(",
        ")",
        " ",
        "-",
        "said",
        "sank",
        "Mr. ",
        "\u{4e2d}\u{6587}",
        "\u{5d0}\u{5d1}",
        "\u{fffd}",
        "I",
        "122mm",
    ]);
    prop::collection::vec(prop_oneof![8 => pieces.prop_map(str::to_owned), 1 => any::<String>()], 0..60)
        .prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 192, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_bytes_give_sound_lines(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        check_bytes("text", &bytes);
        check_bytes("jsonl", &bytes);
    }

    #[test]
    fn any_text_gives_sound_spans(text in wire_text()) {
        check_bytes("text", text.as_bytes());
        let json = serde_json::json!({ "id": 7, "title": text, "text": text, "date": "2023-10-16" });
        check_bytes("jsonl", format!("{json}\n").as_bytes());
    }

    #[test]
    fn any_damage_to_a_line_is_told_or_harmless(text in wire_text(), at in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut json = serde_json::json!({ "id": "a", "text": text }).to_string().into_bytes();
        let at = at.index(json.len());
        json[at] = byte;
        check_bytes("jsonl", &json);
    }

    #[test]
    fn any_encoding_of_a_text_is_the_text(text in wire_text()) {
        let text = text.trim_start_matches('\u{feff}');
        let utf16 = |bytes: fn(u16) -> [u8; 2]| [0xFEFF].into_iter().chain(text.encode_utf16()).flat_map(bytes).collect::<Vec<u8>>();
        for bytes in [utf16(u16::to_le_bytes), utf16(u16::to_be_bytes), format!("\u{feff}{text}").into_bytes()] {
            let (charset, mark) = Charset::sniff(&bytes);
            let decoded = newstrawl::read::encoding::decode(&bytes[mark..], charset);
            prop_assert_eq!(decoded.text.as_ref(), text);
            prop_assert_eq!(decoded.warning, None);
        }
    }
}
