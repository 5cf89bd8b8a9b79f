//! One chunk -> its records.
//!
//! Takes: a chunk, or the error in its place. Gives: [`Done`]. Promises: depends on the chunk and
//! the job alone; memory is reused from chunk to chunk; a document on which the extractor panics
//! fails alone. Refuses: nothing.

use std::panic::{AssertUnwindSafe, catch_unwind};

use super::{Job, Note, Tally};
use crate::document::{Document, Failed};
use crate::error::{Error, Result};
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

    pub(super) fn work(&mut self, chunk: Result<Chunk>) -> Done {
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
        chunk.parse(self.job.settings, &mut |line, read| match read {
            Ok(document) => self.document(line, document, done),
            Err(failed) => self.failed(failed, done),
        });
    }

    fn document(&mut self, line: u64, document: Document, done: &mut Done) {
        let Job { extractor, writer, shape, .. } = *self.job;
        let findings = match guarded(|| extractor.extract(&document, &mut self.scratch)) {
            Ok(findings) => findings,
            Err(error) => {
                self.scratch = Scratch::default();
                let error = error.at(&document.source, line, 0);
                return self.failed(Failed { id: document.id, source: document.source, error }, done);
            }
        };
        (writer.document)(&document, &findings, shape, &mut done.records);
        done.tally.documents += 1;
        done.tally.mentions += findings.mentions.len() as u64;
        let told = |words: &String| Error::new(words, "").at(&document.source, line, 0);
        done.notes.extend(document.warnings.iter().map(|words| Note::Warning(told(words))));
        done.notes.extend(findings.warnings.iter().map(|words| Note::Remark(told(words))));
    }

    fn failed(&self, failed: Failed, done: &mut Done) {
        (self.job.writer.failed)(&failed, &mut done.records);
        done.tally.failed += 1;
        done.notes.push(Note::Failed(failed.error));
    }
}

/// What `extract` gives, or the error that it is a bug.
fn guarded<T>(extract: impl FnOnce() -> T) -> Result<T> {
    let bug = |_| Error::new("newstrawl failed on this document", "this is a bug: please report it with the document");
    catch_unwind(AssertUnwindSafe(extract)).map_err(bug)
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_bug_is_an_error_of_the_document() {
        assert_eq!(super::guarded(|| 7), Ok(7));
        let error = super::guarded(|| assert!("".len() > 1, "on purpose")).unwrap_err();
        assert!(error.to_string().starts_with("newstrawl failed on this document; "));
    }
}
