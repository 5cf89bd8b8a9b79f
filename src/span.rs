//! Half-open byte ranges into a document's text, and their other two units.
//!
//! Takes: byte offsets. Gives: [`Span`], and [`Offsets`], which turns bytes into Unicode code
//! points (what Python, jq and DuckDB count) and UTF-16 units (what JavaScript and Java count).
//! Promises: this is the only place where offsets are added, compared or converted; a conversion
//! costs at most [`STEP`] bytes of counting. Refuses: offsets that do not lie on a character
//! boundary (a bug in the caller, caught in debug builds).

/// A half-open range `start..end` of bytes in a document's text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The range `start..end`.
    pub fn new(start: u32, end: u32) -> Span {
        debug_assert!(start <= end, "span {start}..{end} runs backwards");
        Span { start, end }
    }

    /// Length in bytes.
    pub fn len(self) -> u32 {
        self.end - self.start
    }

    /// True where the range covers nothing.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// True where the two ranges share at least one byte.
    pub fn overlaps(self, other: Span) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// True where `other` lies wholly inside this range.
    pub fn covers(self, other: Span) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// The covered text.
    pub fn of(self, text: &str) -> &str {
        &text[self.start as usize..self.end as usize]
    }
}

/// Bytes between two checkpoints of an [`Offsets`] table.
pub const STEP: usize = 128;

/// Converts byte offsets of one text into code points and UTF-16 units.
#[derive(Debug, Default)]
pub struct Offsets {
    /// For the start of each block of [`STEP`] bytes: code points and UTF-16 units before it.
    /// Empty for ASCII text, where all three units are the same.
    checkpoints: Vec<(u32, u32)>,
}

impl Offsets {
    /// Reads `text` once.
    pub fn new(text: &str) -> Offsets {
        if text.is_ascii() {
            return Offsets::default();
        }
        let (mut points, mut units) = (0, 0);
        let mut checkpoints = Vec::with_capacity(text.len() / STEP + 1);
        for block in text.as_bytes().chunks(STEP) {
            checkpoints.push((points, units));
            let (p, u) = count(block);
            points += p;
            units += u;
        }
        Offsets { checkpoints }
    }

    /// `(code points, UTF-16 units)` before byte `at` of `text`, the text given to [`Offsets::new`].
    pub fn at(&self, text: &str, at: u32) -> (u32, u32) {
        debug_assert!(text.is_char_boundary(at as usize), "offset {at} splits a character");
        let at = at as usize;
        // One past the last full block has no checkpoint of its own: count from the one before.
        let block = (at / STEP).min(self.checkpoints.len().saturating_sub(1));
        match self.checkpoints.get(block) {
            None => (at as u32, at as u32),
            Some(&(points, units)) => {
                let (p, u) = count(&text.as_bytes()[block * STEP..at]);
                (points + p, units + u)
            }
        }
    }
}

/// Code points and UTF-16 units that *start* in these bytes: a character that straddles two
/// blocks is counted in the first, because only lead bytes count.
fn count(bytes: &[u8]) -> (u32, u32) {
    let points = bytes.iter().filter(|&&b| (b as i8) >= -0x40).count() as u32;
    let astral = bytes.iter().filter(|&&b| b >= 0xF0).count() as u32;
    (points, points + astral)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn three_units_agree_with_the_standard_library() {
        let text = "na\u{ef}ve \u{1F6A2}\u{301}\r\n\u{201c}x\u{201d} ".repeat(40);
        let offsets = Offsets::new(&text);
        for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
            let before = &text[..at];
            let want = (before.chars().count() as u32, before.encode_utf16().count() as u32);
            assert_eq!(offsets.at(&text, at as u32), want, "at byte {at}");
        }
    }
}
