//! Values -> JSON, appended to a byte vector.
//!
//! Takes: strings and numbers. Gives: RFC 8259 JSON in UTF-8. Promises: never a raw line break of
//! any kind: control characters and U+0085, U+2028, U+2029 are escaped, because readers exist that
//! split lines there; the same value gives the same bytes. Refuses: numbers that JSON cannot hold:
//! NaN and infinity become `null`.

use std::io::Write;

/// `null`.
pub(super) fn null(out: &mut Vec<u8>) {
    out.extend_from_slice(b"null");
}

/// A string in quotes.
pub(super) fn string(out: &mut Vec<u8>, text: &str) {
    let bytes = text.as_bytes();
    out.reserve(bytes.len() + 2);
    out.push(b'"');
    let (mut done, mut at) = (0, 0);
    while at < bytes.len() {
        if PLAIN[bytes[at] as usize] {
            at += 1;
            continue;
        }
        let length = escaped_length(&bytes[at..]);
        if length > 0 {
            out.extend_from_slice(&bytes[done..at]);
            escape(out, &bytes[at..at + length]);
            done = at + length;
        }
        at += length.max(1);
    }
    out.extend_from_slice(&bytes[done..]);
    out.push(b'"');
}

/// A name out of a table in the code, in quotes: nothing in it needs escaping.
pub(super) fn name(out: &mut Vec<u8>, name: &'static str) {
    debug_assert!(name.bytes().all(|byte| PLAIN[usize::from(byte)]));
    out.push(b'"');
    out.extend_from_slice(name.as_bytes());
    out.push(b'"');
}

/// A string, or `null`.
pub(super) fn string_or_null(out: &mut Vec<u8>, text: Option<impl AsRef<str>>) {
    match text {
        Some(text) => string(out, text.as_ref()),
        None => null(out),
    }
}

/// A list, each item written by `item`.
pub(super) fn list<T>(out: &mut Vec<u8>, items: impl IntoIterator<Item = T>, mut item: impl FnMut(&mut Vec<u8>, T)) {
    out.push(b'[');
    for (n, value) in items.into_iter().enumerate() {
        if n > 0 {
            out.push(b',');
        }
        item(out, value);
    }
    out.push(b']');
}

/// Bytes that need no look: everything but the escaped ASCII and the lead bytes of U+0085 and
/// U+2028.
static PLAIN: [bool; 256] = {
    let mut plain = [true; 256];
    let mut at = 0;
    while at < 0x20 {
        plain[at] = false;
        at += 1;
    }
    plain[b'"' as usize] = false;
    plain[b'\\' as usize] = false;
    plain[0xC2] = false;
    plain[0xE2] = false;
    plain
};

/// Length in bytes of the character to escape that `bytes` start with; 0 if there is none.
fn escaped_length(bytes: &[u8]) -> usize {
    match bytes {
        [0xC2, 0x85, ..] => 2,
        [0xC2, ..] => 0,
        [0xE2, 0x80, 0xA8 | 0xA9, ..] => 3,
        [0xE2, ..] => 0,
        _ => 1,
    }
}

const DIGITS: &[u8; 16] = b"0123456789abcdef";

/// Two hexadecimal digits.
pub(super) fn hex(byte: u8) -> [u8; 2] {
    [DIGITS[usize::from(byte >> 4)], DIGITS[usize::from(byte & 15)]]
}

fn escape(out: &mut Vec<u8>, character: &[u8]) {
    let short = match character {
        b"\n" => b'n',
        b"\r" => b'r',
        b"\t" => b't',
        b"\"" => b'"',
        b"\\" => b'\\',
        [0xC2, _] => return out.extend_from_slice(b"\\u0085"),
        [0xE2, _, 0xA8] => return out.extend_from_slice(b"\\u2028"),
        [0xE2, _, _] => return out.extend_from_slice(b"\\u2029"),
        [byte, ..] => {
            out.extend_from_slice(b"\\u00");
            return out.extend_from_slice(&hex(*byte));
        }
        [] => return,
    };
    out.extend_from_slice(&[b'\\', short]);
}

/// A calendar day, `"YYYY-MM-DD"`.
pub(super) fn day(out: &mut Vec<u8>, day: jiff::civil::Date) {
    write!(out, "\"{day}\"").expect("a vector takes all bytes");
}

/// A whole number.
pub(super) fn integer(out: &mut Vec<u8>, value: u64) {
    let mut digits = [0; 20];
    let mut at = digits.len();
    let mut rest = value;
    loop {
        at -= 1;
        digits[at] = b'0' + (rest % 10) as u8;
        rest /= 10;
        if rest == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[at..]);
}

/// A number in the fewest digits that read back as the same number, always with a point.
pub(super) fn float(out: &mut Vec<u8>, value: f64) {
    if value.is_finite() {
        write!(out, "{value:?}").expect("a vector takes all bytes");
    } else {
        null(out);
    }
}

/// A score of 0 to 1, to four decimals, always with a point.
pub(super) fn score(out: &mut Vec<u8>, value: f64) {
    if !value.is_finite() {
        return null(out);
    }
    let parts = (value.clamp(0.0, 1.0) * 10_000.0 + 0.5) as u32;
    let mut decimals = [0; 4];
    let mut rest = parts % 10_000;
    for digit in decimals.iter_mut().rev() {
        *digit = b'0' + (rest % 10) as u8;
        rest /= 10;
    }
    let kept = decimals.iter().rposition(|&digit| digit != b'0').unwrap_or(0) + 1;
    out.extend_from_slice(&[b'0' + (parts / 10_000) as u8, b'.']);
    out.extend_from_slice(&decimals[..kept]);
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(write: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        write(&mut out);
        String::from_utf8(out).unwrap()
    }

    #[test]
    fn line_breaks_of_every_kind_are_escaped() {
        let text = "\0\t\n\r\u{1b}\"\\/\u{7f}\u{85}\u{a0}\u{2013}\u{2028}\u{2029}é\u{1F6A2}";
        let want = "\"\\u0000\\t\\n\\r\\u001b\\\"\\\\/\u{7f}\\u0085\u{a0}\u{2013}\\u2028\\u2029é\u{1F6A2}\"";
        assert_eq!(written(|out| string(out, text)), want);
    }

    #[test]
    fn numbers_are_short_and_stable() {
        for (value, want) in [
            (0.0, "0.0"),
            (1.0, "1.0"),
            (0.5, "0.5"),
            (0.97312, "0.9731"),
            (0.99999, "1.0"),
            (0.00004, "0.0"),
            (7.0, "1.0"),
            (0.01, "0.01"),
        ] {
            assert_eq!(written(|out| score(out, value)), want);
        }
        assert_eq!(written(|out| score(out, f64::NAN)), "null");
        for (value, want) in [(51.9, "51.9"), (-0.000001, "-1e-6"), (4.0, "4.0"), (f64::INFINITY, "null")] {
            assert_eq!(written(|out| float(out, value)), want);
        }
        for value in [0, 9, 10, 4_294_967_295, u64::MAX] {
            assert_eq!(written(|out| integer(out, value)), value.to_string());
        }
    }

    proptest! {
        #[test]
        fn any_string_reads_back_from_one_line(text in any::<String>()) {
            let json = written(|out| string(out, &text));
            prop_assert_eq!(serde_json::from_str::<String>(&json).unwrap(), text);
            let breaks = ['\n', '\r', '\u{85}', '\u{2028}', '\u{2029}'];
            prop_assert_eq!(json.find(breaks), None);
        }

        #[test]
        fn any_number_reads_back(value in any::<f64>()) {
            let json = written(|out| float(out, value));
            // The standard library reads every digit; "null" is no number to it.
            prop_assert_eq!(json.parse::<f64>().ok(), value.is_finite().then_some(value));
        }
    }
}
