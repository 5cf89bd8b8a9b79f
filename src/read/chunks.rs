//! Inputs -> chunks, one after the other.
//!
//! Takes: [`Input`]s and [`Settings`]. Gives: an iterator of [`Chunk`]s in input order. Promises:
//! the chunks depend on the inputs and settings alone; one input is open at a time; an input that
//! cannot be read gives one error, and the next one follows. Refuses: nothing by itself.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;
use std::sync::Arc;
use std::vec::IntoIter;

use super::encoding::Charset;
use super::lines::{BLOCK, Lines};
use super::{Chunk, Framing, Input, Reader, Settings};
use crate::error::Error;

/// See the module.
pub struct Chunks<'s> {
    inputs: IntoIter<Input>,
    settings: &'s Settings,
    open: Option<Open>,
}

/// An input in lines that is being read.
struct Open {
    source: Arc<str>,
    reader: &'static Reader,
    charset: Charset,
    lines: Lines<Box<dyn Read + Send>>,
}

impl<'s> Chunks<'s> {
    /// The chunks of `inputs`.
    pub fn new(inputs: Vec<Input>, settings: &'s Settings) -> Chunks<'s> {
        Chunks { inputs: inputs.into_iter(), settings, open: None }
    }

    /// Starts on an input; a whole document comes out at once.
    fn start(&mut self, input: &Input) -> io::Result<Option<Chunk>> {
        let (mut bytes, path): (Box<dyn Read + Send>, &Path) = match input {
            Input::Stdin => (Box::new(io::stdin()), Path::new("")),
            Input::File(path) => (Box::new(File::open(path)?), path),
        };
        let mut head = Vec::with_capacity(BLOCK);
        bytes.by_ref().take(HEAD).read_to_end(&mut head)?;
        let (charset, mark) = Charset::sniff(&head);
        let reader = self.settings.reader.unwrap_or_else(|| Reader::detect(path, &head));
        head.drain(..mark);
        let source: Arc<str> = input.name().into();
        match reader.framing {
            Framing::Lines => {
                let lines = Lines::new(head, bytes, charset, self.settings.max_document);
                self.open = Some(Open { source, reader, charset, lines });
                Ok(None)
            }
            Framing::Whole => {
                let room = (self.settings.max_document + 1).saturating_sub(head.len());
                bytes.take(room as u64).read_to_end(&mut head)?;
                let too_long = head.len() > self.settings.max_document;
                if too_long {
                    head = Vec::new();
                }
                Ok(Some(Chunk { source, reader, charset, first_line: 1, bytes: head, too_long }))
            }
        }
    }

    /// The next block of the open input; `None` at its end.
    fn next_block(&mut self) -> Option<io::Result<Chunk>> {
        let open = self.open.as_mut()?;
        let block = open.lines.next_block().transpose()?;
        Some(block.map(|block| Chunk {
            source: Arc::clone(&open.source),
            reader: open.reader,
            charset: open.charset,
            first_line: block.first_line,
            bytes: block.bytes,
            too_long: block.too_long,
        }))
    }
}

/// Bytes that decide on charset and format.
const HEAD: u64 = 4096;

impl Iterator for Chunks<'_> {
    type Item = Result<Chunk, Error>;

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            if let Some(open) = &self.open {
                let source = Arc::clone(&open.source);
                match self.next_block() {
                    Some(Ok(chunk)) => return Some(Ok(chunk)),
                    Some(Err(error)) => {
                        self.open = None;
                        return Some(Err(Error::unreadable(&error).at(&*source, 0, 0)));
                    }
                    None => self.open = None,
                }
            }
            let input = self.inputs.next()?;
            match self.start(&input) {
                Ok(Some(chunk)) => return Some(Ok(chunk)),
                Ok(None) => {}
                Err(error) => return Some(Err(Error::unreadable(&error).at(input.name(), 0, 0))),
            }
        }
    }
}
