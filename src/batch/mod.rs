//! Many documents: threads, input order, bounded memory.
//!
//! Takes: inputs, and a [`Job`]. Gives: the records on a writer and [`Note`]s for a person, both in
//! the order of the input, and a [`Tally`]. Promises: the same bytes and notes for any number of
//! threads; at most [`WINDOW`] chunks per thread are read and not yet written; a failed write ends
//! the run. Refuses: nothing; what cannot be read is noted and the run goes on.

mod threads;
mod worker;

use std::io::{self, Write};

use crate::error::Error;
use crate::extractor::Extractor;
use crate::read::{self, Chunks, Input};
use crate::write::{Shape, Writer};
use worker::{Done, Worker};

/// Chunks per thread between reading and writing.
pub const WINDOW: usize = 4;

/// What is done to every document.
#[derive(Debug)]
pub struct Job<'a> {
    /// Finds.
    pub extractor: &'a Extractor,
    /// How to read.
    pub settings: &'a read::Settings,
    /// What to write.
    pub writer: &'static Writer,
    /// What the records hold.
    pub shape: Shape,
    /// Threads that work; 1: this one alone.
    pub threads: usize,
}

/// Something a person should know; the error says where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// A document was read, but something in it was repaired, guessed or left out.
    Warning(Error),
    /// The document's own words leave a value open ("3/4/2023"); its record says so too.
    Remark(Error),
    /// A document could not be read; a record with its error stands in its place.
    Failed(Error),
    /// An input could not be read, or not to its end.
    Unreadable(Error),
}

/// What a run did.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Documents read.
    pub documents: u64,
    /// Mentions found in them.
    pub mentions: u64,
    /// Documents that failed.
    pub failed: u64,
    /// Inputs that could not be read, or not to their end.
    pub unreadable: u64,
}

impl Tally {
    fn add(&mut self, other: Tally) {
        self.documents += other.documents;
        self.mentions += other.mentions;
        self.failed += other.failed;
        self.unreadable += other.unreadable;
    }
}

/// Reads, extracts and writes everything. The error is that of `out`.
pub fn run(inputs: Vec<Input>, job: &Job<'_>, out: &mut dyn Write, say: &mut dyn FnMut(&Note)) -> io::Result<Tally> {
    let mut tally = Tally::default();
    let mut finish = |done: Done| {
        done.notes.iter().for_each(&mut *say);
        tally.add(done.tally);
        out.write_all(&done.records)
    };
    let chunks = Chunks::new(inputs, job.settings);
    if job.threads > 1 {
        threads::run(chunks, job, &mut finish)?;
    } else {
        let mut worker = Worker::new(job);
        for chunk in chunks {
            finish(worker.work(chunk))?;
        }
    }
    out.flush()?;
    Ok(tally)
}
