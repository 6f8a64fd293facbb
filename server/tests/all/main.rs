//! What the server does, asked over its sockets: one binary, which links once.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails, in its helpers too"
)]

mod files;
mod life;
mod limits;
mod messages;
mod support;
mod typography;
