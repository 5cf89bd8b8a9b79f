//! Why gold labels are missed and what is found beside them (development aid).
use newstrawl::extractor::*;
use newstrawl::kind::Kind;
use newstrawl::measure::gold::*;
fn main() {
    let kind = Kind::parse(&std::env::args().nth(1).unwrap()).unwrap();
    let mut x = Extractor::new(
        newstrawl::knowledge::Knowledge::builtin().unwrap(),
        Options { explain: true, ..Options::default() },
    );
    let _ = &mut x;
    let mut s = Scratch::default();
    for path in std::env::args().skip(2) {
        let content = std::fs::read_to_string(&path).unwrap();
        let reports = if path.ends_with(".jsonl") {
            read_json(&path, &content).unwrap()
        } else {
            vec![read_marked(&path, &content).unwrap()]
        };
        for r in &reports {
            let f = x.extract(&r.document, &mut s);
            let t = &r.document.text;
            let ctx = |s: newstrawl::span::Span| {
                let (mut a, mut b) = ((s.start as usize).saturating_sub(60), (s.end as usize + 50).min(t.len()));
                while !t.is_char_boundary(a) {
                    a -= 1
                }
                while !t.is_char_boundary(b) {
                    b += 1
                }
                format!("{}[[{}]]{}", &t[a..s.start as usize], s.of(t), &t[s.end as usize..b]).replace('\n', "/")
            };
            let ev = |e: &[newstrawl::mention::Evidence]| {
                e.iter().map(|e| format!("{:.1} {}", e.weight, e.name)).collect::<Vec<_>>().join("; ")
            };
            for l in r.labels.iter().filter(|l| l.kind == kind) {
                if f.mentions.iter().any(|m| m.kind == kind && m.span == l.span) {
                    continue;
                }
                let other = f
                    .mentions
                    .iter()
                    .find(|m| m.span.overlaps(l.span))
                    .map(|m| format!("kept {}:{}", m.kind, m.span.of(t)));
                match f.dropped.iter().find(|d| d.span == l.span) {
                    Some(d) => println!(
                        "MISS {} | {:?} | {} {:.2} {} | {}",
                        ctx(l.span),
                        other,
                        d.kind,
                        d.score,
                        d.why,
                        ev(&d.evidence)
                    ),
                    None => println!("NOCAND {} | {:?}", ctx(l.span), other),
                }
            }
            for m in f.mentions.iter().filter(|m| m.kind == kind) {
                if r.labels.iter().any(|l| l.kind == kind && l.span == m.span) {
                    continue;
                }
                println!("EXTRA {} | {:.2} {} | {}", ctx(m.span), m.score, m.rule, ev(&m.evidence));
            }
        }
    }
}
