//! Plain text: one report per file.
//!
//! Takes: a chunk that is a whole file. Gives: one document; its id is the path, its text the file
//! as it stands, byte-order mark left out. Promises: line ends stay as they are, so that offsets
//! fit the file. Refuses: a file over the limit.

use super::{Chunk, Emit, Settings, encoding};
use crate::document::{Document, Failed};
use crate::error::Error;

/// Reads the chunk.
pub fn parse(chunk: &Chunk, settings: &Settings, emit: &mut Emit<'_>) {
    let id = chunk.source.to_string();
    if chunk.too_long {
        let error = too_long("the file", settings.max_document).at(&id, 0, 0);
        return emit(0, Err(Failed { source: id.clone(), id, error }));
    }
    let decoded = encoding::decode(&chunk.bytes, chunk.charset);
    let warnings = decoded.warning.into_iter().collect();
    let text = decoded.text.into_owned();
    emit(0, Ok(Document { source: id.clone(), id, title: None, date: None, text, warnings }));
}

/// The error of a document over the limit of `limit` bytes.
pub(super) fn too_long(what: &str, limit: usize) -> Error {
    Error::new(format!("{what} is longer than {limit} bytes"), "split it, or raise --max-document")
}
