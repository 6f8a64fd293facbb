//! The headers of an answer that follow from the name of its file.

// The type of a file.
mod media;

// What the site says of its files, and the server of those of which it says nothing.
mod block;
mod rules;

pub(crate) use block::{Block, Blocks};
pub(crate) use media::media_type;
pub(crate) use rules::Rules;
