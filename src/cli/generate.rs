//! The manual page and completions.
//!
//! Takes: what was asked for. Gives: its text. Promises: both come from the grammar in
//! [`super::args`], so they cannot fall behind it. Refuses: a shell that is not named and cannot be
//! told from `$SHELL`.

use clap::CommandFactory;
use clap_complete::Shell;

use super::args::{Args, Generated};
use crate::error::{Error, Result};

/// The text.
pub(super) fn generate(what: &Generated) -> Result<Vec<u8>> {
    let mut command = Args::command();
    let mut text = Vec::new();
    match what {
        Generated::Man => manual(command, &mut text)?,
        Generated::Completions { shell } => {
            let unknown = || {
                Error::new(
                    "no shell is named, and $SHELL does not tell",
                    "name one, as in: newstrawl generate completions bash",
                )
            };
            let shell = shell.or_else(Shell::from_env).ok_or_else(unknown)?;
            clap_complete::generate(shell, &mut command, "newstrawl", &mut text);
        }
    }
    Ok(text)
}

fn manual(command: clap::Command, text: &mut Vec<u8>) -> Result<()> {
    let rendered = clap_mangen::Man::new(command.flatten_help(true)).render(text);
    rendered.map_err(|error| Error::new(format!("cannot make the manual page: {error}"), ""))
}
