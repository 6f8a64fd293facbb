//! The stewards' tables: reading, checking, resolving codes.
//!
//! | folder or file | subject |
//! | --- | --- |
//! | `rows` | from the bytes of a file to rows with their lines |
//! | `resolve` | from codes and names in cells to territories and perimeters |
//! | `cells` | cells that several tables have in common |
//! | `reference_day`, `past` | the day that statuses refer to; the tables as of an earlier one |
//! | `sources`, `layers`, `schemes`, `projects`, `facts` | one table each |
//! | `examine` | all tables together, with every problem before a run gives up |
//! | `row_table` | a table as text, to change some of its cells |
//! | `export` | the tables as they are published: what was understood |

mod cells;
mod examine;
mod export;
mod facts;
mod layers;
mod past;
mod projects;
mod reference_day;
pub(crate) mod resolve;
mod row_table;
pub(crate) mod rows;
#[cfg(test)]
mod schemas;
mod schemes;
mod sources;

pub use examine::{Examined, Tables};
pub use export::TABLE_NAMES;
pub(crate) use export::{Record, normalized};
pub use projects::Project;
pub use reference_day::ReferenceDay;
pub use resolve::{Atoms, Perimeter};
pub(crate) use row_table::{RowTable, TextCells};
pub use rows::iso_date;
pub(crate) use rows::read_date;
pub(crate) use schemes::{ALL_CLS_COLUMNS, ALL_CPTS_COLUMNS, CLS_COLUMNS, CPTS_COLUMNS};
pub use schemes::{Details, Drawn, Scheme, StatedStatus};
