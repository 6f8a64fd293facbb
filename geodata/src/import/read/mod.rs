//! From a published file to its records, whatever its columns are called.

mod doubled;
mod fields;
mod file;
mod input;
mod layer;
mod list;
mod record;
mod workbook;

pub(super) use fields::{Field, Guess, Override, guess};
pub use file::LARGEST_BYTES;
pub(super) use file::read;
pub(super) use input::{Input, OtherColumn, problem_of_form};
pub(super) use record::{Origin, Record};
