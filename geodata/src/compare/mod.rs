//! Two states of the tables compared: schemes that are new, closed or changed, in communes and inhabitants.
//!
//! Every comparison balances: before + gained − lost = after, for schemes, communes and inhabitants.

mod balance;
mod change;
mod comparison;
mod report;
mod series;
mod units;

pub use balance::Balance;
pub use change::{Change, FieldChange, Kind};
pub use comparison::Comparison;
pub use report::{csv, json, text};
pub use series::{State, series};
