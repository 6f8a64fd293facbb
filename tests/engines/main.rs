//! The page in engines other than Chromium: Firefox and WebKitGTK. The same few steps in each.
//!
//! | file | content |
//! | --- | --- |
//! | `engine` | a browser of either engine, and its driver |
//! | `visit` | the page in it: steps and questions |
//! | `smoke` | the steps |
//!
//! `make engines` installs both browsers and plays this.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a panic is how a scenario fails")]

mod engine;
mod smoke;
mod visit;
