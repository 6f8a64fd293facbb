//! Scenarios: people use the page, in a real browser. One folder for each subject, one binary for all,
//! which links once.
//!
//! `cargo test -p scenarios keyboard::` plays the scenarios of one folder.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails, in its helpers too"
)]

mod accessibility;
mod address;
mod compare;
mod drawer;
mod drawing;
mod embed;
mod gestures;
mod keyboard;
mod legend;
mod network;
mod page;
mod panel;
mod print;
mod schemes;
mod search;
mod states;
mod table;
mod take;
mod tasks;
mod territories;
