//! What holds for any text.

use newstrawl::resolve::dates::Resolved;
use proptest::prelude::*;

use crate::pipeline::Pipeline;

/// A value is absent, a reference, a length, a set, or a calendar value that exists.
fn is_calendar_value(value: &str) -> bool {
    if value.ends_with("_REF") || value.starts_with('P') || value.starts_with('T') || value.contains('X') {
        return true;
    }
    let one = |value: &str| {
        let (day, clock) = value.split_once('T').map_or((value, None), |(day, clock)| (day, Some(clock)));
        let number = |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<i32>().ok()).flatten();
        let parts: Vec<&str> = day.split('-').collect();
        let day_holds = match parts[..] {
            [year] => (2..=4).contains(&year.len()) && number(year).is_some(),
            [_, part] if part.starts_with('W') && part.len() == 3 => {
                number(&part[1..]).is_some_and(|w| (1..=53).contains(&w))
            }
            [_, part] if part.starts_with('Q') => number(&part[1..]).is_some_and(|q| (1..=4).contains(&q)),
            [_, part] if part.starts_with('H') => number(&part[1..]).is_some_and(|h| (1..=2).contains(&h)),
            [_, part] if ["SP", "SU", "FA", "WI"].contains(&part) => true,
            [_, month] => number(month).is_some_and(|month| (1..=12).contains(&month)),
            [_, week, "WE"] => week.starts_with('W'),
            [..] => day.parse::<jiff::civil::Date>().is_ok(),
        };
        let clock_holds = clock.is_none_or(|clock| {
            let clock = clock.trim_end_matches('Z');
            ["MO", "MI", "AF", "EV", "NI", "DT"].contains(&clock)
                || clock == "24:00"
                || clock.parse::<jiff::civil::Time>().is_ok()
        });
        day_holds && clock_holds
    };
    value.split('/').all(one)
}

fn check(text: &str, found: &[Resolved]) {
    let mut end = 0;
    for found in found {
        assert!(found.span.start >= end, "overlap in {text:?}");
        end = found.span.end;
        assert!(!found.span.of(text).is_empty());
        if let Some(value) = &found.timex.value {
            assert!(is_calendar_value(value), "{value} in {text:?}");
        }
        if let (Some(first), Some(last)) = (found.timex.first, found.timex.last) {
            assert!(first <= last, "{first} > {last} in {text:?}");
        }
    }
}

/// Words of the lexicon and numbers, put together at random.
fn date_like() -> impl Strategy<Value = String> {
    let words: Vec<&'static str> =
        newstrawl::knowledge::dates::BUILTIN.words.lines().skip(3).filter_map(|row| row.split(',').next()).collect();
    let word = prop_oneof![
        4 => prop::sample::select(words).prop_map(str::to_string),
        2 => "[0-9]{1,4}",
        1 => "[0-9]{1,2}(st|nd|th|pm|am|s|Z)",
        1 => "[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{1,4}",
        1 => Just("1/2".to_string()),
        1 => Just("the".to_string()),
    ];
    let gap = prop::sample::select(vec![" ", " ", " ", " ", "-", ", ", "/", ":", ". ", "\n", "\u{2013}", "'s "]);
    prop::collection::vec((word, gap), 0..24)
        .prop_map(|parts| parts.into_iter().flat_map(|(word, gap)| [word, gap.to_string()]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_text_gives_calendar_values(text in "\\PC{0,120}") {
        thread_local!(static PIPELINE: Pipeline = Pipeline::new());
        PIPELINE.with(|pipeline| check(&text, &pipeline.run(&text, Some("2024-02-29".parse().unwrap()), None).0));
    }

    #[test]
    fn date_like_text_gives_calendar_values(text in date_like(), year in 1i16..9999, month in 1i8..13, day in 1i8..29) {
        thread_local!(static PIPELINE: Pipeline = Pipeline::new());
        let date = jiff::civil::Date::new(year, month, day).unwrap();
        PIPELINE.with(|pipeline| {
            check(&text, &pipeline.run(&text, Some(date), None).0);
            check(&text, &pipeline.run(&text, None, None).0);
        });
    }

    /// Print, parse, print: a full date that we write is found again with the same value.
    #[test]
    fn what_is_printed_is_read_again(year in 1000i16..2900, month in 1i8..13, day in 1i8..29) {
        thread_local!(static PIPELINE: Pipeline = Pipeline::new());
        let date = jiff::civil::Date::new(year, month, day).unwrap();
        let text = format!("It sailed on {date} in fog.");
        PIPELINE.with(|pipeline| {
            let (found, _) = pipeline.run(&text, None, None);
            prop_assert_eq!(found.len(), 1);
            let value = found[0].timex.value.clone();
            prop_assert_eq!(value, Some(date.to_string()));
            prop_assert_eq!((found[0].timex.first, found[0].timex.last), (Some(date), Some(date)));
            Ok(())
        })?;
    }
}

/// Twice the digits cost about twice the time, whatever they are.
#[test]
fn adversarial_digits_stay_linear() {
    let pipeline = Pipeline::new();
    for piece in [
        "1",
        "12 ",
        "1990-",
        "12:",
        "1/2/",
        "5 p.m. ",
        "the first ",
        "a few more ",
        "1990s-",
        "12 12 March ",
        "one hundred ",
        "twenty-",
        "early late mid-",
    ] {
        let time = |count: usize| {
            let text = piece.repeat(count);
            let start = std::time::Instant::now();
            let (found, _) = pipeline.run(&text, None, None);
            std::hint::black_box(found.len());
            start.elapsed().as_secs_f64()
        };
        time(1_000);
        let (short, long) = (time(20_000).min(time(20_000)), time(80_000).min(time(80_000)));
        assert!(long < short * 4.0 * 4.0 + 0.05, "{piece:?}: {short} s, four times as long: {long} s");
    }
}
