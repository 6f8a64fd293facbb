//! Tables of territories and of schemes: their rows, sorted and filtered. What is not known comes last
//! whatever the direction.
//!
//! | file | holds |
//! | --- | --- |
//! | `column` | the columns |
//! | `cell` | one figure, and its rank among those of its column |
//! | `row` | one territory or scheme |
//! | `listed` | what a table can list of a territory |
//! | `rows` | the rows, from the records |
//! | `sort`, `row_filter` | the order, and which rows are shown |
//! | `codes` | what a list shows, as codes in addresses |
//! | `listing` | the whole table |
//! | `comparison` | territories side by side |

mod cell;
mod codes;
mod column;
mod comparison;
mod listed;
mod listing;
mod row;
mod row_filter;
mod rows;
mod sort;

pub use cell::Cell;
pub use codes::RowsShown;
pub use column::Column;
pub use comparison::{Comparison, MOST_COMPARED, Side};
pub use listed::Listed;
pub use listing::Table;
pub use row::Row;
pub use row_filter::{Neither, Only, RowFilter};
pub use sort::{Order, Sort};

#[cfg(test)]
mod tests;
