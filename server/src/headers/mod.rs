//! The headers of an answer that follow from the name of its file.

// The table, and the parts of its values.
mod csp;
mod media;
mod names;
mod table;

// The same table for other servers.
pub(crate) mod export;

pub(crate) use csp::Inline;
pub(crate) use media::Media;
pub(crate) use names::may_carry_hash;
pub(crate) use table::{Block, Blocks, Framing, Table};
