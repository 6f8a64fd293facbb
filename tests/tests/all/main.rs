//! What people do with the page, in a real browser. One binary: it links once.

#![expect(clippy::unwrap_used, reason = "a panic is how a test fails, in its helpers too")]

mod answers;
mod borders;
mod departments;
mod downloads;
mod first_visit;
mod keyboard;
mod loading;
mod outline;
mod partial_cls;
mod phone;
mod pointer;
mod privacy;
mod steward;
mod switches;
