//! Times the stages of the extractor over an archive (JSON Lines): development aid.
use newstrawl::knowledge::Knowledge;
use newstrawl::{find, judge, resolve, segment};
use std::time::Instant;
fn main() {
    let data = std::fs::read_to_string(std::env::args().nth(1).unwrap()).unwrap();
    let texts: Vec<String> = data
        .lines()
        .map(|l| serde_json::from_str::<serde_json::Value>(l).unwrap()["text"].as_str().unwrap().to_owned())
        .collect();
    let t = Instant::now();
    let k = Knowledge::builtin().unwrap();
    println!("load {:?}", t.elapsed());
    let mb = texts.iter().map(|t| t.len()).sum::<usize>() as f64 / 1e6;
    let (mut w, mut f, mut r) = (Default::default(), Default::default(), Default::default());
    let mut n = [0.0f64; 8];
    for t in &texts {
        let mut lap = Instant::now();
        let mut at = 0;
        let mut step = |n: &mut [f64; 8]| {
            n[at] += lap.elapsed().as_secs_f64();
            lap = Instant::now();
            at += 1;
        };
        segment::scan::scan(t, &k.lexicon, &mut w);
        step(&mut n);
        segment::sentences::mark(&mut w, &k.lexicon);
        segment::layout::mark(&mut w, &k.lexicon);
        step(&mut n);
        find::find(t, &w, &k, &mut f);
        step(&mut n);
        judge::judge(t, &w, &Default::default(), &k, &f, &mut r);
        step(&mut n);
        let wanted = resolve::Wanted { kinds: newstrawl::kind::Kinds::ALL, min_score: 0.45, explain: false };
        std::hint::black_box(resolve::names(t, &w, &k, &r, wanted));
        step(&mut n);
    }
    for (name, s) in ["scan", "sentences+layout", "find", "judge", "resolve"].iter().zip(n) {
        println!("{name:18} {s:.3} s  {:.0} MB/s", mb / s);
    }
}
