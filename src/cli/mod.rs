//! The command line: what was typed -> what was meant -> run; everything said to a person.
//!
//! Takes: the arguments of the process. Gives: its exit code. Promises: data on standard output
//! only, messages on standard error only, each as `newstrawl: file:line: what is wrong; what to
//! do`. Refuses: what the grammar in [`args`] does not allow.

pub mod args;
mod generate;
mod help;
pub mod output;
mod run;
pub mod settings;

use std::fmt::Display;
use std::io::Write;
use std::process::ExitCode;

use clap::Parser;

use crate::error::{Error, Result};
use crate::write::schema;
use args::{Args, Command};
use output::Unfinished;
use settings::Settings;

/// How a run ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Exit {
    /// It ran.
    Fine = 0,
    /// It ran, documents failed, and `--strict` was given.
    SomeFailed = 1,
    /// Something asked for could not be understood, read or written.
    Unusable = 2,
    /// Ctrl-C.
    Interrupted = 130,
}

/// The whole program.
pub fn main() -> ExitCode {
    let exit = match Args::try_parse() {
        Ok(args) => dispatch(args.command),
        Err(error) => usage(&error),
    };
    let exit = exit.unwrap_or_else(|error| {
        say(&error);
        Exit::Unusable
    });
    ExitCode::from(exit as u8)
}

fn dispatch(command: Command) -> Result<Exit> {
    match command {
        Command::Extract(typed) if typed.print_schema => run::print(schema::text().as_bytes()),
        Command::Extract(typed) => {
            let unfinished = Unfinished::default();
            stop_on_interrupt(unfinished.clone())?;
            run::extract(&Settings::new(*typed)?, unfinished)
        }
        Command::Generate(asked) => run::print(&generate::generate(&asked.what)?),
    }
}

/// On Ctrl-C: takes the unfinished output away and ends.
fn stop_on_interrupt(unfinished: Unfinished) -> Result<()> {
    let stop = move || {
        let mut unfinished = unfinished.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        drop(unfinished.take());
        // The lock is still held: nothing gets its name any more.
        std::process::exit(Exit::Interrupted as i32);
    };
    ctrlc::set_handler(stop).map_err(|error| Error::new(format!("cannot listen for Ctrl-C: {error}"), ""))
}

/// Help and version go to standard output, what was mistyped to standard error.
fn usage(error: &clap::Error) -> Result<Exit> {
    let text = error.render().to_string();
    if !error.use_stderr() {
        return run::print(text.as_bytes());
    }
    match text.strip_prefix("error: ") {
        Some(wrong) => say(&wrong.trim_end()),
        // No command at all: the short help.
        None => drop(std::io::stderr().write_all(text.as_bytes())),
    }
    Ok(Exit::Unusable)
}

/// One message. Where standard error is closed there is nobody to tell.
fn say(message: &dyn Display) {
    let _ = writeln!(std::io::stderr(), "newstrawl: {message}");
}
