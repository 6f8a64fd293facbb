//! Connections, from the listening socket to the last byte of an answer.

// Accepting connections, and limiting them.
mod accept;
mod activity;
mod limits;
mod listen;
mod shared;

// Sockets.
mod rewind;
mod socket;

// The versions of HTTP.
mod h1;
mod h2;
mod head;
mod version;

pub(crate) use accept::{accept, sweep};
pub(crate) use limits::{Limits, Register};
pub(crate) use listen::{Listener, all as listen};
pub(crate) use shared::Shared;
