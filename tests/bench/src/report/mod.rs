//! The report: medians, ratios, verdicts, tables.
//!
//! | file | content |
//! | --- | --- |
//! | `rows` | the figures of the report, and the targets of our page |
//! | `summary` | from rounds to medians, from medians to verdicts |
//! | `tables` | the report in Markdown and JSON |
//! | `circumstances` | the machine, the versions, the day |

mod circumstances;
mod rows;
mod summary;
mod tables;

pub use circumstances::Circumstances;
pub use tables::Report;
