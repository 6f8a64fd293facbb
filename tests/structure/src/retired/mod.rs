//! Retired words: they have given way to the words of the field, and come back in no identifier.

mod list;
mod occurrences;
mod words;

pub use list::RetiredWords;
pub use occurrences::violations;
