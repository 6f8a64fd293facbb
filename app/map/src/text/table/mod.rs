//! Tables in French: titles, figures, conditions, and the sentences beside them.

mod cell;
mod comparison;
mod sentence;

pub use cell::{CellText, cell_text, column_title};
pub use comparison::{
    MIXED, cell_words, comparison_title, others_without_perimeter, question, signed, still_missing,
    ticked, unknown_codes,
};
pub use sentence::{
    condition, listed_title, neither_sentence, rows_shown, sorted_by, white_zone_sentence,
};
