//! Search: what is typed → communes, postal codes, intercommunalities, departments, regions, schemes.

// Names and what is typed.
mod normal;
mod query;

// The served file.
mod file;
mod recent;

// The index and its walk.
mod index;
mod walk;

// Order of the results.
mod ranking;

pub use file::SearchFile;
pub use index::{NamedArrondissement, NamedCommune, NamedOther, SearchIndex, SearchNames, Target};
pub use normal::normalized;
pub use ranking::{Match, Suggestion};
