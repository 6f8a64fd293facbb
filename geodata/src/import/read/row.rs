//! A row of a published list.

/// A row of a list.
pub(super) struct Row {
    /// Its line in the file.
    pub line: u64,
    /// Its cells, as typed.
    pub cells: Vec<String>,
}
