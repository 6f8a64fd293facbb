//! Tests of the running server, over its sockets. They are one binary, so that it links once.
//! `tests/README.md` says which test holds off which fault.

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
