//! What holds for any text.

use jiff::civil::Date;
use newstrawl::measure::dates::{Dates, check};
use proptest::prelude::*;

thread_local!(static DATES: Dates = Dates::builtin().expect("the built-in knowledge loads"));

fn checked(text: &str, date: Option<Date>) {
    DATES
        .with(|dates| check(text, &dates.run(text, date, None).0))
        .unwrap_or_else(|broken| panic!("{broken} in {text:?}"));
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
    #![proptest_config(ProptestConfig::with_cases(200))]

    #[test]
    fn any_text_gives_calendar_values(text in "\\PC{0,120}") {
        checked(&text, Date::new(2024, 2, 29).ok());
    }

    #[test]
    fn date_like_text_gives_calendar_values(text in date_like(), year in 1i16..9999, month in 1i8..13, day in 1i8..29) {
        checked(&text, Date::new(year, month, day).ok());
        checked(&text, None);
    }

    /// Print, parse, print: a full date that we write is found again with the same value.
    #[test]
    fn what_is_printed_is_read_again(year in 1000i16..2900, month in 1i8..13, day in 1i8..29) {
        let date = jiff::civil::Date::new(year, month, day).unwrap();
        let text = format!("It sailed on {date} in fog.");
        DATES.with(|dates| {
            let (found, _) = dates.run(&text, None, None);
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
            let (found, _) = DATES.with(|dates| dates.run(&text, None, None));
            std::hint::black_box(found.len());
            start.elapsed().as_secs_f64()
        };
        time(500);
        let (short, long) = (time(5_000).min(time(5_000)), time(20_000).min(time(20_000)));
        assert!(long < short * 4.0 * 4.0 + 0.05, "{piece:?}: {short} s, four times as long: {long} s");
    }
}
