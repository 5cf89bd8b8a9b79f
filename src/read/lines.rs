//! A stream of bytes -> blocks of whole lines.
//!
//! Takes: any [`Read`] and the charset of its bytes. Gives: [`Block`]s, each ending at a line end
//! or at the end of the input, with the number of its first line. Promises: the blocks depend on
//! the input alone; a line longer than the limit is skipped without being held, and leaves a block
//! that says so; what was read before an error comes before it. Refuses: nothing; a last line needs no newline.

use std::io::{self, Read};

use super::encoding::Charset;

/// Bytes that a block has at least, unless the input ends: enough to keep a thread busy for
/// milliseconds, little enough to stay in its cache.
pub const BLOCK: usize = 256 << 10;

/// Whole lines.
#[derive(Debug, PartialEq, Eq)]
pub struct Block {
    /// Number of the first line, from 1.
    pub first_line: u64,
    /// The lines; empty where `too_long`.
    pub bytes: Vec<u8>,
    /// One line stood here that was too long to hold.
    pub too_long: bool,
}

/// See the module.
#[derive(Debug)]
pub struct Lines<R> {
    input: R,
    charset: Charset,
    longest: usize,
    /// Read and not yet given out: the start of an unfinished line.
    rest: Vec<u8>,
    line: u64,
    ended: bool,
    /// Why reading ended early; told after what was read before.
    failed: Option<io::Error>,
}

impl<R: Read> Lines<R> {
    /// Blocks of `head` and then `input`; lines longer than `longest` bytes may be skipped (those
    /// that are shorter than a block are not).
    pub fn new(head: Vec<u8>, input: R, charset: Charset, longest: usize) -> Lines<R> {
        Lines { input, charset, longest: longest.max(BLOCK), rest: head, line: 1, ended: false, failed: None }
    }

    /// The next block.
    pub fn next_block(&mut self) -> io::Result<Option<Block>> {
        let mut bytes = std::mem::take(&mut self.rest);
        let mut searched = 0;
        while !self.ended {
            if bytes.len() >= BLOCK {
                if let Some(end) = self.last_line_end(&bytes, searched) {
                    self.rest.extend_from_slice(&bytes[end..]);
                    bytes.truncate(end);
                    break;
                }
                searched = bytes.len() & !1;
                if bytes.len() > self.longest {
                    return Ok(Some(self.skip_line(bytes)));
                }
            }
            self.fill(&mut bytes);
        }
        if let Some(error) = self.failed.take_if(|_| bytes.is_empty()) {
            return Err(error);
        }
        let first_line = self.line;
        self.line += self.count_lines(&bytes);
        Ok((!bytes.is_empty()).then_some(Block { first_line, bytes, too_long: false }))
    }

    /// Reads on to the end of the line that starts with `bytes`, keeping nothing of it.
    fn skip_line(&mut self, mut bytes: Vec<u8>) -> Block {
        let unit = self.charset.newline().len();
        loop {
            // Half of a UTF-16 unit stays for the next round.
            let keep = bytes.split_off(bytes.len() - bytes.len() % unit);
            bytes = keep;
            self.fill(&mut bytes);
            if self.ended {
                break;
            }
            if let Some(end) = self.first_line_end(&bytes) {
                self.rest.extend_from_slice(&bytes[end..]);
                break;
            }
        }
        let block = Block { first_line: self.line, bytes: Vec::new(), too_long: true };
        self.line += 1;
        block
    }

    /// Reads up to a block more, or notes the end of the input.
    fn fill(&mut self, bytes: &mut Vec<u8>) {
        let had = bytes.len();
        bytes.resize(had + BLOCK, 0);
        let read = loop {
            match self.input.read(&mut bytes[had..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                read => break read,
            }
        };
        let length = *read.as_ref().unwrap_or(&0);
        bytes.truncate(had + length);
        self.ended = length == 0;
        self.failed = read.err();
    }

    fn last_line_end(&self, bytes: &[u8], from: usize) -> Option<usize> {
        match self.charset {
            Charset::Bytes => memchr::memrchr(b'\n', &bytes[from..]).map(|at| from + at + 1),
            _ => units(bytes, from).rposition(|unit| unit == self.charset.newline()).map(|at| from + 2 * at + 2),
        }
    }

    fn first_line_end(&self, bytes: &[u8]) -> Option<usize> {
        match self.charset {
            Charset::Bytes => memchr::memchr(b'\n', bytes).map(|at| at + 1),
            _ => units(bytes, 0).position(|unit| unit == self.charset.newline()).map(|at| 2 * at + 2),
        }
    }

    fn count_lines(&self, bytes: &[u8]) -> u64 {
        let count = match self.charset {
            Charset::Bytes => memchr::memchr_iter(b'\n', bytes).count(),
            _ => units(bytes, 0).filter(|&unit| unit == self.charset.newline()).count(),
        };
        count as u64
    }
}

/// The lines of a block with their numbers, line ends left out.
pub fn split(bytes: &[u8], charset: Charset, first_line: u64) -> impl Iterator<Item = (u64, &[u8])> {
    let newline = charset.newline();
    let mut rest = Some(bytes);
    let lines = std::iter::from_fn(move || {
        let bytes = rest.filter(|bytes| !bytes.is_empty())?;
        let end = match charset {
            Charset::Bytes => memchr::memchr(b'\n', bytes),
            _ => units(bytes, 0).position(|unit| unit == newline).map(|at| 2 * at),
        };
        let (line, after) = match end {
            Some(at) => (&bytes[..at], Some(&bytes[at + newline.len()..])),
            None => (bytes, None),
        };
        rest = after;
        Some(line)
    });
    (first_line..).zip(lines)
}

/// The UTF-16 units from `from` on, which is even.
fn units(bytes: &[u8], from: usize) -> impl DoubleEndedIterator<Item = &[u8]> + ExactSizeIterator {
    bytes[from..].chunks_exact(2)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Hands out its bytes a few at a time, as a pipe does.
    struct Trickle<'a>(&'a [u8], usize);

    impl Read for Trickle<'_> {
        fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
            let n = self.1.min(self.0.len()).min(into.len());
            into[..n].copy_from_slice(&self.0[..n]);
            self.0 = &self.0[n..];
            Ok(n)
        }
    }

    fn blocks(bytes: &[u8], step: usize, charset: Charset) -> Vec<Block> {
        let mut lines = Lines::new(Vec::new(), Trickle(bytes, step), charset, BLOCK);
        std::iter::from_fn(|| lines.next_block().unwrap()).collect()
    }

    #[test]
    fn every_line_arrives_once_with_its_number() {
        let text: String = (1..60_000).map(|n| format!("line {n}\n")).chain(["last".into()]).collect();
        for step in [1 << 20, 77_777] {
            let blocks = blocks(text.as_bytes(), step, Charset::Bytes);
            assert!(blocks.len() > 1);
            let mut next = 1;
            for block in &blocks {
                for (number, line) in split(&block.bytes, Charset::Bytes, block.first_line) {
                    assert_eq!(number, next);
                    let want = if number == 60_000 { "last".into() } else { format!("line {number}") };
                    assert_eq!(line, want.as_bytes());
                    next += 1;
                }
            }
            assert_eq!(next, 60_001);
        }
    }

    #[test]
    fn what_was_read_before_an_error_is_not_lost() {
        struct Broken;
        impl Read for Broken {
            fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
                Err(io::ErrorKind::ConnectionReset.into())
            }
        }
        let mut lines = Lines::new(b"one\ntw".to_vec(), Broken, Charset::Bytes, BLOCK);
        assert_eq!(lines.next_block().unwrap().unwrap().bytes, b"one\ntw");
        assert_eq!(lines.next_block().unwrap_err().kind(), io::ErrorKind::ConnectionReset);
        assert_eq!(lines.next_block().unwrap(), None);
    }

    #[test]
    fn a_line_that_is_too_long_is_skipped_and_counted() {
        for charset in [Charset::Bytes, Charset::Utf16Le(false)] {
            let encode = |text: &str| match charset {
                Charset::Bytes => text.as_bytes().to_vec(),
                _ => text.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            };
            let text = format!("one\n{}\nthree\n", "x".repeat(5 * BLOCK));
            let found: Vec<_> = blocks(&encode(&text), 4_099, charset)
                .iter()
                .flat_map(|block| {
                    let lines: Vec<_> =
                        split(&block.bytes, charset, block.first_line).map(|(n, l)| (n, l.to_vec())).collect();
                    if block.too_long { vec![(block.first_line, b"too long".to_vec())] } else { lines }
                })
                .collect();
            assert_eq!(found, [(1, encode("one")), (2, b"too long".to_vec()), (3, encode("three"))]);
        }
    }
}
