//! Everything that the compiler promises of whole runs, as one binary: it links once.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails, in its helpers too"
)]

mod any_bytes;
mod check;
mod failed_build;
mod fixtures;
mod import;
mod in_memory;
mod names;
mod real_data;
mod round_trip;
mod scale;
mod scratch;
mod typography;
mod update;
