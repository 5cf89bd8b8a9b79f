//! One chunk -> its records.
//!
//! Takes: a chunk, or the error in its place. Gives: [`Done`]. Promises: depends on the chunk and
//! the job alone; memory is reused from chunk to chunk. Refuses: nothing.

use super::{Job, Note, Tally};
use crate::error::Error;
use crate::extractor::Scratch;
use crate::read::Chunk;

/// What came of one chunk.
#[derive(Debug, Default)]
pub(super) struct Done {
    pub(super) records: Vec<u8>,
    pub(super) notes: Vec<Note>,
    pub(super) tally: Tally,
}

/// A thread's share of the work.
pub(super) struct Worker<'a> {
    job: &'a Job<'a>,
    scratch: Scratch,
    /// How long the records of the last chunk were: a good guess for the next.
    length: usize,
}

impl<'a> Worker<'a> {
    pub(super) fn new(job: &'a Job<'a>) -> Worker<'a> {
        Worker { job, scratch: Scratch::default(), length: 0 }
    }

    pub(super) fn work(&mut self, chunk: Result<Chunk, Error>) -> Done {
        let mut done = Done { records: Vec::with_capacity(self.length), ..Done::default() };
        match chunk {
            Ok(chunk) => self.documents(&chunk, &mut done),
            Err(error) => {
                done.tally.unreadable += 1;
                done.notes.push(Note::Unreadable(error));
            }
        }
        self.length = done.records.len();
        done
    }

    fn documents(&mut self, chunk: &Chunk, done: &mut Done) {
        let Job { extractor, settings, writer, shape, .. } = *self.job;
        let Done { records, notes, tally } = done;
        chunk.parse(settings, &mut |line, document| match document {
            Ok(document) => {
                let findings = extractor.extract(&document, &mut self.scratch);
                (writer.document)(&document, &findings, shape, records);
                tally.documents += 1;
                tally.mentions += findings.mentions.len() as u64;
                for words in document.warnings.iter().chain(&findings.warnings) {
                    notes.push(Note::Warning(Error::new(words, "").at(&document.source, line, 0)));
                }
            }
            Err(failed) => {
                (writer.failed)(&failed, records);
                tally.failed += 1;
                notes.push(Note::Failed(failed.error));
            }
        });
    }
}
