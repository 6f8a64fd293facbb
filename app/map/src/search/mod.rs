//! Search: what is typed → communes, postal codes, intercommunalities, departments, regions, schemes.

// Names and what is typed.
mod normal;
mod query;

// The served file.
mod file;
mod recent;

// The index and its walk.
mod index;
mod names;
mod walk;

// Order and words of the results.
mod ranking;
mod row;

pub use file::SearchFile;
pub use index::{
    NamedArrondissement, NamedCommune, NamedOther, SearchIndex, SearchIndexBuilder, SearchNames,
    Target,
};
pub use normal::normalized;
pub use ranking::{Match, Suggestion};
pub use row::{ResultRow, results_found};
