//! From a listening socket to answers.

// Where connections come from, and what becomes of each.
mod accept;
mod activity;
mod limits;
mod listen;
mod shared;

// Bytes in, bytes and files out.
mod rewind;
mod socket;

// Requests and answers as each version of HTTP writes them.
mod h1;
mod h2;
mod head;
mod version;

pub(crate) use accept::{accept, sweep};
pub(crate) use limits::{Limits, Register};
pub(crate) use listen::{Listener, all as listen};
pub(crate) use shared::Shared;
