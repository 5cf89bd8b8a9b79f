//! Any bytes: dates keep their promises. What breaks one is kept under tests/fuzz/dates/.
#![no_main]

use std::sync::LazyLock;

use newstrawl::measure::dates::{Dates, fuzz};

static DATES: LazyLock<Dates> = LazyLock::new(|| Dates::builtin().expect("the built-in knowledge loads"));

libfuzzer_sys::fuzz_target!(|data: &[u8]| fuzz(&DATES, data));
