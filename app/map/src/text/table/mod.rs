//! Tables in French: titles, figures, conditions, and the sentences beside them.

mod cell;
mod sentence;

pub use cell::{CellText, cell_text, column_title};
pub use sentence::{
    condition, listed_title, neither_sentence, rows_shown, sorted_by, white_zone_sentence,
};
