//! The same work on several threads.
//!
//! Takes: chunks and a job. Gives: what each chunk came to, in the order of the chunks. Promises:
//! bounded memory: a chunk is read only when there is room in the window; the first failed write
//! stops everything. Refuses: nothing.
//!
//! One thread reads. It puts each chunk with the sending half of a channel of its own into a queue
//! for the workers, and the receiving half into a queue for the writer. The writer (the calling
//! thread) takes these in order and waits for each.

use std::io;
use std::sync::Mutex;
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::thread;

use super::worker::{Done, Worker};
use super::{Job, WINDOW};
use crate::error::Error;
use crate::read::{Chunk, Chunks};

type Task = (Result<Chunk, Error>, SyncSender<Done>);

pub(super) fn run(chunks: Chunks<'_>, job: &Job<'_>, finish: &mut dyn FnMut(Done) -> io::Result<()>) -> io::Result<()> {
    let window = job.threads * WINDOW;
    let (to_workers, tasks) = sync_channel::<Task>(window);
    let (to_writer, results) = sync_channel::<Receiver<Done>>(window);
    let tasks = Mutex::new(tasks);
    thread::scope(|scope| {
        scope.spawn(move || {
            for chunk in chunks {
                let (done, result) = sync_channel(1);
                // The writer gave up: so does the reader.
                if to_writer.send(result).is_err() || to_workers.send((chunk, done)).is_err() {
                    break;
                }
            }
        });
        for _ in 0..job.threads {
            scope.spawn(|| work(&tasks, job));
        }
        // A worker that panicked leaves its result unsent; the scope passes the panic on.
        let ended = results.iter().map_while(|result| result.recv().ok()).try_for_each(finish);
        // The reader must not wait for room in a queue that nobody empties any more.
        drop(results);
        ended
    })
}

fn work(tasks: &Mutex<Receiver<Task>>, job: &Job<'_>) {
    let mut worker = Worker::new(job);
    loop {
        let task = tasks.lock().map(|tasks| tasks.recv());
        let Ok(Ok((chunk, done))) = task else { break };
        // Nobody waits for it any more once a write has failed.
        let _ = done.send(worker.work(chunk));
    }
}
