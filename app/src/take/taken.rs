//! A thing to take along, and the file that it becomes.

use leptos::prelude::*;
use map::export::CsvForm;
use map::table::{Comparison, Table};
use std::sync::Arc;

/// A thing to take along. It is `Copy`.
#[derive(Clone, Copy)]
pub(crate) enum Taken {
    /// The answer for what is selected, with the map beside it.
    Answer,
    /// The rows of a list, with the map.
    Rows(ListedRows),
    /// Territories side by side; none before the answers are here.
    Sides(Memo<Option<Arc<Comparison>>>),
}

/// The rows of a list, as they are shown.
#[derive(Clone, Copy)]
pub(crate) struct ListedRows {
    /// None before the answers are here.
    pub(crate) table: Memo<Option<Arc<Table>>>,
    /// The indexes of the rows that are shown, in order.
    pub(crate) shown: Memo<Arc<Vec<usize>>>,
}

/// A kind of file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileKind {
    Csv(CsvForm),
    GeoJson,
    Svg,
}

/// A file of text.
pub(super) struct TextFile {
    /// Its name without an ending.
    pub(super) name: String,
    pub(super) text: String,
}
