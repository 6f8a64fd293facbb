//! What people do with the page, in a real browser. One binary: it links once.

#![expect(
    clippy::unwrap_used,
    clippy::panic,
    reason = "a panic is how a test fails, in its helpers too"
)]

mod address;
mod answers;
mod arrows;
mod borders;
mod budgets;
mod crisp;
mod departments;
mod details;
mod downloads;
mod filters;
mod first_visit;
mod forced_colors;
mod frame;
mod ground;
mod in_sight;
mod keyboard;
mod loading;
mod long_drag;
mod mouse;
mod narrow;
mod partial_cls;
mod patience;
mod pen;
mod phone;
mod pointer;
mod policy;
mod privacy;
mod reduced_motion;
mod seams;
mod steward;
mod switches;
mod touch;
