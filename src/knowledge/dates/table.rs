//! The common form of the CSV files under `gazetteers/dates/`.
//!
//! Takes: the text of a file. Gives: its rows. Promises: the first line names the source, the
//! second the licence, the third is the expected header; rows are sorted and unique; every field
//! is where the header says. Refuses: quoting (no field needs it).

use crate::error::{Error, Result};

/// One row: its line number and its fields.
#[derive(Debug)]
pub struct Row<'t> {
    /// 1-based.
    pub line: u64,
    /// As many as the header has.
    pub fields: Vec<&'t str>,
}

/// The rows of `text`, which `file` names in errors and `header` describes.
///
/// # Errors
/// The first line that is not as the module promises.
pub fn rows<'t>(file: &str, header: &str, text: &'t str) -> Result<Vec<Row<'t>>> {
    let mut lines = (1..).zip(text.lines());
    for wanted in ["# source:", "# licence:"] {
        let (line, found) = lines.next().unwrap_or((1, ""));
        if !found.starts_with(wanted) {
            return Err(Error::new(format!("no \"{wanted}\" line"), "say where the rows come from").at(file, line, 1));
        }
    }
    let (line, found) = lines.next().unwrap_or((3, ""));
    if found != header {
        return Err(Error::new(format!("the header is not \"{header}\""), "name the columns so").at(file, line, 1));
    }
    let columns = header.split(',').count();
    let mut rows: Vec<Row> = Vec::new();
    for (line, text) in lines {
        let fields: Vec<&str> = text.split(',').collect();
        if fields.len() != columns {
            return Err(
                Error::new(format!("{} fields, not {columns}", fields.len()), "see the header").at(file, line, 1)
            );
        }
        if rows.last().is_some_and(|before| before.fields >= fields) {
            return Err(
                Error::new("rows are not sorted or not unique", "sort the file, each row once").at(file, line, 1)
            );
        }
        rows.push(Row { line, fields });
    }
    Ok(rows)
}
