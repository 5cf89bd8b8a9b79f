//! Does what was meant.
//!
//! Takes: [`Settings`]. Gives: records on the output, messages on standard error, an exit code.
//! Promises: 0 ran, 1 a document failed and that was asked for, 2 something could not be read or
//! written at all; a closed pipe is a quiet 0. Refuses: nothing.

use std::io::{self, IsTerminal, Write};
use std::mem::ManuallyDrop;
use std::time::Instant;

use super::output::{Output, Unfinished};
use super::settings::{Settings, Speech};
use super::{Exit, say};
use crate::batch::{self, Job, Note, Tally};
use crate::error::{Error, Result};
use crate::extractor::Extractor;
use crate::knowledge::Knowledge;
use crate::read::walk::{Input, walk};

/// Runs `extract`.
pub(super) fn extract(settings: &Settings, unfinished: Unfinished) -> Result<Exit> {
    let began = Instant::now();
    let knowledge = Knowledge::load(settings.with_names, &settings.gazetteers)?;
    // The program ends with the run: handing back the names one by one would only take time.
    let extractor = ManuallyDrop::new(Extractor::new(knowledge, settings.options));
    let mut output = Output::open(settings.output.as_deref(), unfinished)?;
    let (inputs, missing) = walk(&settings.paths, settings.output.as_deref());
    missing.iter().for_each(|error| say(error));
    if inputs.contains(&Input::Stdin) && io::stdin().is_terminal() && settings.speech >= Speech::Normal {
        say(&"reading standard input; Ctrl-D ends it");
    }
    let job = Job {
        extractor: &extractor,
        settings: &settings.read,
        writer: settings.writer,
        shape: settings.shape,
        threads: settings.threads,
    };
    let tally = match batch::run(inputs, &job, &mut output, &mut |note| notice(settings.speech, note)) {
        Ok(tally) => tally,
        Err(error) => return failed_write(&output.failed(&error), &error),
    };
    output.finish()?;
    if settings.speech >= Speech::Verbose {
        say(&summary(&tally, began));
    }
    Ok(if !missing.is_empty() || tally.unreadable > 0 {
        Exit::Unusable
    } else if settings.strict && tally.failed > 0 {
        Exit::SomeFailed
    } else {
        Exit::Fine
    })
}

/// Writes a text to standard output, as `generate` and `--print-schema` do.
pub(super) fn print(text: &[u8]) -> Result<Exit> {
    let mut out = io::stdout();
    match out.write_all(text).and_then(|()| out.flush()) {
        Ok(()) => Ok(Exit::Fine),
        Err(error) => {
            let named =
                Error::new(format!("cannot be written: {}", crate::error::plain(&error)), "").at("<stdout>", 0, 0);
            failed_write(&named, &error)
        }
    }
}

/// Whoever closed the pipe has seen enough; anything else is an error.
fn failed_write(error: &Error, cause: &io::Error) -> Result<Exit> {
    match cause.kind() {
        io::ErrorKind::BrokenPipe => Ok(Exit::Fine),
        _ => Err(error.clone()),
    }
}

fn notice(speech: Speech, note: &Note) {
    match note {
        Note::Unreadable(error) => say(error),
        Note::Failed(error) | Note::Warning(error) if speech >= Speech::Normal => say(error),
        Note::Remark(error) if speech >= Speech::Verbose => say(error),
        Note::Failed(_) | Note::Warning(_) | Note::Remark(_) => {}
    }
}

fn summary(tally: &Tally, began: Instant) -> Error {
    let Tally { documents, mentions, failed, unreadable } = tally;
    let seconds = began.elapsed().as_secs_f64();
    Error::new(
        format!(
            "{documents} documents read, {mentions} mentions found, {failed} documents failed, \
             {unreadable} inputs unreadable, {seconds:.1} s"
        ),
        "",
    )
}
