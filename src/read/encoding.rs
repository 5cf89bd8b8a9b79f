//! Bytes -> characters.
//!
//! Takes: the bytes of a report or of one JSON line. Gives: its text as UTF-8 ([`Decoded`]) and a
//! warning where something was guessed or replaced. Promises: a byte-order mark is believed; UTF-8
//! is tried first and costs no copy; what cannot be decoded becomes U+FFFD and is counted. Refuses:
//! nothing; any bytes are a text.
//!
//! Without a byte-order mark: text whose every other byte is NUL is UTF-16; what holds more sound
//! multi-byte UTF-8 characters than broken ones is damaged UTF-8 (no other encoding looks like that
//! by chance); the rest is what chardetng makes of it, as a browser would.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_16BE, UTF_16LE};

/// What the start of an input says about its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Charset {
    /// UTF-8, or some encoding whose bytes below 0x80 are ASCII: decided text by text.
    Bytes,
    /// UTF-16, low byte first; `true` where it was guessed and not marked.
    Utf16Le(bool),
    /// UTF-16, high byte first; `true` where it was guessed and not marked.
    Utf16Be(bool),
}

impl Charset {
    /// The charset, and the length of the byte-order mark, of an input that starts with `head`.
    pub fn sniff(head: &[u8]) -> (Charset, usize) {
        match head {
            [0xEF, 0xBB, 0xBF, ..] => (Charset::Bytes, 3),
            [0xFF, 0xFE, ..] => (Charset::Utf16Le(false), 2),
            [0xFE, 0xFF, ..] => (Charset::Utf16Be(false), 2),
            _ => (by_nul_bytes(head), 0),
        }
    }

    /// The bytes of a line feed.
    pub fn newline(self) -> &'static [u8] {
        match self {
            Charset::Bytes => b"\n",
            Charset::Utf16Le(_) => b"\n\0",
            Charset::Utf16Be(_) => b"\0\n",
        }
    }
}

/// Western text in UTF-16 has a NUL in every other byte and none in the others.
fn by_nul_bytes(head: &[u8]) -> Charset {
    let head = &head[..head.len().min(1024) & !1];
    let nuls = |offset: usize| head.iter().skip(offset).step_by(2).filter(|&&b| b == 0).count();
    let (even, odd) = (nuls(0), nuls(1));
    let most = |count: usize| count > 1 && count * 10 >= head.len() / 2 * 7;
    match (even, odd) {
        (0, odd) if most(odd) => Charset::Utf16Le(true),
        (even, 0) if most(even) => Charset::Utf16Be(true),
        _ => Charset::Bytes,
    }
}

/// A text, and what a person should know of how it came about.
#[derive(Debug, PartialEq, Eq)]
pub struct Decoded<'a> {
    /// The text; borrowed where it was UTF-8.
    pub text: Cow<'a, str>,
    /// What was guessed or replaced.
    pub warning: Option<String>,
}

/// Decodes bytes that carry no byte-order mark of their own.
pub fn decode(bytes: &[u8], charset: Charset) -> Decoded<'_> {
    match charset {
        Charset::Bytes => match std::str::from_utf8(bytes) {
            Ok(text) => Decoded { text: Cow::Borrowed(text), warning: None },
            Err(_) => repair(bytes),
        },
        Charset::Utf16Le(guessed) => utf16(bytes, UTF_16LE, guessed, u16::from_le_bytes),
        Charset::Utf16Be(guessed) => utf16(bytes, UTF_16BE, guessed, u16::from_be_bytes),
    }
}

fn utf16<'a>(bytes: &'a [u8], encoding: &'static Encoding, guessed: bool, unit: fn([u8; 2]) -> u16) -> Decoded<'a> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let own = bytes.as_chunks::<2>().0.iter().filter(|&&pair| unit(pair) == 0xFFFD).count();
    let bad = replacements(&text) - own;
    let warning = (guessed || bad > 0).then(|| says(encoding.name(), guessed, bad));
    Decoded { text, warning }
}

/// Text that is not UTF-8: damaged UTF-8, or another encoding.
fn repair(bytes: &[u8]) -> Decoded<'_> {
    let (mut sound, mut broken, mut broken_bytes) = (0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
        broken_bytes += chunk.invalid().len();
    }
    if sound > broken {
        let text = Cow::Owned(String::from_utf8_lossy(bytes).into_owned());
        return Decoded { text, warning: Some(says("UTF-8", false, broken_bytes)) };
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let encoding = detector.guess(None, Utf8Detection::Deny);
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    let warning = Some(says(encoding.name(), true, replacements(&text)));
    Decoded { text: Cow::Owned(text.into_owned()), warning }
}

fn replacements(text: &str) -> usize {
    text.matches('\u{FFFD}').count()
}

fn says(encoding: &str, guessed: bool, bad: usize) -> String {
    let first = if guessed { format!("not UTF-8; read as {encoding}") } else { format!("damaged {encoding}") };
    match bad {
        0 => first,
        1 => format!("{first}; 1 undecodable byte replaced"),
        n => format!("{first}; {n} undecodable bytes replaced"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn decoded(bytes: &[u8]) -> (String, Option<String>) {
        let (charset, mark) = Charset::sniff(bytes);
        let decoded = decode(&bytes[mark..], charset);
        (decoded.text.into_owned(), decoded.warning)
    }

    #[test]
    fn what_is_marked_or_sound_is_read_without_a_word() {
        assert_eq!(decoded(b"plain"), ("plain".into(), None));
        assert_eq!(decoded("\u{feff}na\u{ef}ve".as_bytes()), ("na\u{ef}ve".into(), None));
        assert_eq!(decoded(b"\xff\xfeM\0/\0V\0"), ("M/V".into(), None));
        assert_eq!(decoded(b"\xfe\xff\0M\0/\0V"), ("M/V".into(), None));
        assert_eq!(decoded(b""), (String::new(), None));
    }

    #[test]
    fn what_is_guessed_says_so() {
        let (text, warning) = decoded(b"The \x93Galaxy Leader\x94 left Kiel for Malm\xf6 \x96 twice");
        assert_eq!(text, "The \u{201c}Galaxy Leader\u{201d} left Kiel for Malm\u{f6} \u{2013} twice");
        assert_eq!(warning.unwrap(), "not UTF-8; read as windows-1252");
        let (text, warning) = decoded(b"caf\xe9 on the quay");
        assert_eq!((text.as_str(), warning.is_some()), ("caf\u{e9} on the quay", true));
        let (text, warning) = decoded(b"M\0/\0V\0 \0X\0");
        assert_eq!((text.as_str(), warning.unwrap().as_str()), ("M/V X", "not UTF-8; read as UTF-16LE"));
    }

    #[test]
    fn what_is_lost_is_counted() {
        let (text, warning) =
            decoded("\u{201c}x\u{201d} y\u{e9} ".bytes().chain(*b"\xff z \xc3").collect::<Vec<_>>().as_slice());
        assert_eq!(text, "\u{201c}x\u{201d} y\u{e9} \u{fffd} z \u{fffd}");
        assert_eq!(warning.unwrap(), "damaged UTF-8; 2 undecodable bytes replaced");
        let (text, warning) = decoded(b"\xff\xfeM\0\0\xd8V\0x");
        assert_eq!(text, "M\u{fffd}V\u{fffd}");
        assert_eq!(warning.unwrap(), "damaged UTF-16LE; 2 undecodable bytes replaced");
    }

    #[test]
    fn a_stray_nul_is_not_utf_16() {
        assert_eq!(decoded(b"a\0b"), ("a\0b".into(), None));
        assert_eq!(decoded(b"\0\0\0\0").1, None);
    }
}
