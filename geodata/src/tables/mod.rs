//! The stewards' tables: reading, checking, resolving codes.
//!
//! | folder or file | subject |
//! | --- | --- |
//! | `rows` | from the bytes of a file to rows with their lines |
//! | `resolve` | from codes and names in cells to territories and perimeters |
//! | `sources`, `layers`, `schemes`, `projects`, `facts` | one table each |
//! | `examine` | all tables together, with every problem before a run gives up |
//! | `export` | the tables as they are published: what was understood |

mod examine;
mod export;
mod facts;
mod layers;
mod projects;
pub(crate) mod resolve;
pub(crate) mod rows;
#[cfg(test)]
mod schemas;
mod schemes;
mod sources;

pub use examine::{Examined, Tables};
pub use export::TABLE_NAMES;
pub(crate) use export::{Record, normalized};
pub use projects::Project;
pub use resolve::{Atoms, Perimeter};
pub use schemes::Scheme;
pub(crate) use schemes::{CLS_COLUMNS, CPTS_COLUMNS};
