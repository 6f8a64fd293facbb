//! What the headers of an answer say, by the name of its file.

// One table of them, and what its rows are made of.
mod csp;
mod media;
mod names;
mod table;

// The same table, written for other servers.
pub(crate) mod export;

pub(crate) use csp::Inline;
pub(crate) use media::Media;
pub(crate) use table::{Block, Class, Framing, Table};
