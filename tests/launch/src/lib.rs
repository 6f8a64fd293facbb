//! Starts the programs that the tests drive: our server, a browser, its driver.
//!
//! A program picks a free port and prints its address. [`Listening::start`] reads that line; the
//! program ends when the value is dropped.

mod chromium;
mod listening;
mod server;

pub use chromium::{CHROMIUM, CHROMIUM_FLAGS};
pub use listening::{LaunchError, Listening, Output};
pub use server::{serve, serve_at};
