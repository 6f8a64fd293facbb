//! The shape of the workspace, checked: modules without cycles, folders of a size to overlook, arrows
//! between crates as written, no retired word.
//!
//! # Modules
//! A module is a file; `mod x { … }` belongs to the file that it stands in. An *arrow* leads from the
//! file that uses something to the file that *defines* it:
//! - `use` declarations and paths in signatures, bodies, macros and attributes count;
//! - re-exports are followed: where `lib.rs` says `pub use model::Thing`, `use crate::Thing` is an arrow
//!   to `model`. Of a glob, each name that is used counts, and every trait, whose methods are used
//!   without being named;
//! - naming a module is not using it: neither `mod x;` nor `use crate::text;` is an arrow, but
//!   `text::percent(1)` is one, to the file that defines `percent`;
//! - a re-export of what lies below is a line of the table of contents and no arrow, a re-export of
//!   anything else is one;
//! - so a `mod.rs` may use its children, and a child may use what its `mod.rs` defines, but not both:
//!   what both need has a file of its own;
//! - a name that a macro defines belongs to the module whose path leads to it;
//! - unit tests (`#[cfg(test)]`) do not count; the modules of integration tests and benches do.
//!
//! Methods are not followed: `model.bounds()` makes no arrow, but a file that never names a type or
//! function of another one seldom has a value of it.
//!
//! A *cycle* is a set of files each of which leads to each other one by arrows. There is none.
//!
//! # Rooms
//! A room is a folder, or a file beside folders. The rooms of a folder make a cycle when arrows between
//! the files in them do; `mod.rs`, `lib.rs` and `main.rs` are tables of contents and belong to no room.
//! Such cycles are shown as advice.
//!
//! # Folders
//! A folder below `src`, `tests`, `benches` or `examples` holds two to fourteen Rust files, `mod.rs`
//! included, or only folders. A single file is allowed where Cargo names the folder, and for a `mod.rs`
//! above two folders or more. No folder is called `build`. A table of contents lies in its folder:
//! `draw/mod.rs`, not `draw.rs` beside `draw/`.
//!
//! # Crates
//! A block of `ARCHITECTURE.md` that begins with ```` ```arrows ```` has the arrows between the crates:
//! `map ← answers ← app`. A crate depends only on crates of the workspace to which arrows lead, in one
//! step or several, also for its tests; and each arrow between two crates that exist is a dependency.
//!
//! # Words
//! `retired.txt` lists the words that have given way to others, where, and to which. They occur in no
//! identifier. Comments and strings are free, and so are identifiers of five words or more: those are
//! sentences, the names of tests.

mod crate_arrows;
mod error;
mod examine;
mod folders;
mod graph;
mod modules;
mod report;
mod retired;
mod source;
mod summary;
mod violation;
mod workspace;

pub use error::Error;
pub use examine::examine;
pub use report::Report;
pub use retired::RetiredWords;
pub use summary::{Row, Summary};
pub use violation::{Force, Rule, Violation};
