//! The sentences of the interface: French words for numbers, dates and what is known of a territory.
//!
//! | file | holds |
//! | --- | --- |
//! | `french` | typography |
//! | `number` | numbers, counts with their noun, shares, sizes |
//! | `date` | dates in words |
//! | `answer` | how much of a territory is covered, and the date of a source |

mod answer;
mod date;
mod french;
mod number;

pub use answer::{CoverageLine, coverage_lines, source_date};
pub use date::{date, on, period};
pub use french::typographic;
pub use number::{bytes, count, decimal, number, share};
