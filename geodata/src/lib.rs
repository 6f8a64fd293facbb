//! The data compiler: contours and tables in, served files out.
//!
//! | module | subject |
//! | --- | --- |
//! | `contours` | from published contours to the committed topology (once a year) |
//! | `compile` | from the committed contours and the tables to the served files |
//! | `check` | every problem of the tables, and warnings of suspicious rows |
//! | `import` | from a published list or layer to our table |
//! | `update` | a month’s list merged into the table |
//! | `compare` | two states of the tables: new, closed, changed |
//! | `inputs` | the folders that the commands read, and their content |
//! | `files` | the files of a folder, or copies in memory |
//! | `tables` | the stewards' tables: rows, codes and names resolved |
//! | `names` | territories found by code or by name |
//! | `territories` | the territories of one year of the COG |
//! | `topology` | arcs with a face on each side: simplify, merge, dissolve |
//! | `problem`, `sheet_columns`, `error`, `output` | messages to those who edit the data |
//!
//! Reading, resolving and checking take files from [`files::Files`] and days from their caller: they run without a disk
//! and without a clock, in a browser too. Only the commands (`import::run`, `update::run` …), `compile` and `contours`
//! write.

// The commands.
pub mod check;
pub mod compare;
pub mod compile;
pub mod contours;
pub mod import;
pub mod update;
// The data that they read.
pub mod files;
pub mod inputs;
pub mod names;
pub mod tables;
pub mod territories;
pub mod topology;
// The messages that they give.
pub mod error;
pub mod output;
pub mod problem;
mod sheet_columns;
