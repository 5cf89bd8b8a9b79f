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

/// One page for the program and all its commands, each under a heading of its own.
fn manual(mut command: clap::Command, text: &mut Vec<u8>) -> Result<()> {
    command.build();
    let wrong = |error: std::io::Error| Error::new(format!("cannot make the manual page: {error}"), "");
    let top = clap_mangen::Man::new(command.clone());
    top.render_title(text).map_err(wrong)?;
    top.render_name_section(text).map_err(wrong)?;
    top.render_synopsis_section(text).map_err(wrong)?;
    for command in command.get_subcommands() {
        let mut page = Vec::new();
        clap_mangen::Man::new(command.clone()).render(&mut page).map_err(wrong)?;
        let page = String::from_utf8_lossy(&page);
        let sections = page.find(".SH SYNOPSIS").map_or("", |at| &page[at..]);
        let name = command.get_bin_name().unwrap_or_else(|| command.get_name()).to_uppercase();
        text.extend_from_slice(format!(".SH \"{name}\"\n").as_bytes());
        text.extend_from_slice(sections.replace(".SH EXTRA", ".SS NOTES\n.nf").replace(".SH ", ".SS ").as_bytes());
        text.extend_from_slice(b"\n.fi\n");
    }
    Ok(())
}
