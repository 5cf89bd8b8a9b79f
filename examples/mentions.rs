//! Flat mention lines for the scorer.
use newstrawl::extractor::*;
use newstrawl::measure::gold::*;
use newstrawl::span::Offsets;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let reports = if path.ends_with(".jsonl") {
        read_json(&path, &std::fs::read_to_string(&path).unwrap()).unwrap()
    } else {
        std::env::args().skip(1).map(|p| read_marked(&p, &std::fs::read_to_string(&p).unwrap()).unwrap()).collect()
    };
    let x = Extractor::new(newstrawl::knowledge::Knowledge::builtin().unwrap(), Options::default());
    let mut s = Scratch::default();
    for r in &reports {
        let f = x.extract(&r.document, &mut s);
        let o = Offsets::new(&r.document.text);
        for m in f.mentions {
            let t = &r.document.text;
            println!(
                "{}",
                serde_json::json!({"doc_id": r.document.id, "type": m.kind.name(), "start": o.at(t, m.span.start).0, "end": o.at(t, m.span.end).0, "text": m.span.of(t), "score": m.score, "rule": m.rule})
            );
        }
    }
}
