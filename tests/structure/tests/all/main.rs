//! The check on whole workspaces, as one binary: it links once.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails, in its helpers too")]

mod command;
mod rules;
mod scratch;
