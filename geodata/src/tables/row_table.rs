//! A table as the text of its cells, to change some of them and to write the others as they were.

use super::rows::{self, TextRow};
use std::collections::BTreeMap;

/// A row, by column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(crate) struct TextCells(BTreeMap<String, String>);

impl TextCells {
    /// A row of these cells, each after its column.
    #[cfg(test)]
    pub(crate) fn of(cells: &[(&str, &str)]) -> Self {
        let owned = |(column, text): &(&str, &str)| ((*column).to_owned(), (*text).to_owned());
        Self(cells.iter().map(owned).collect())
    }

    /// The text of a column; empty where there is none.
    pub(crate) fn text(&self, column: &str) -> &str {
        self.0.get(column).map(String::as_str).unwrap_or_default()
    }

    /// Sets a column, to nothing too.
    pub(crate) fn set(&mut self, column: &str, text: impl Into<String>) {
        self.0.insert(column.to_owned(), text.into());
    }

    /// Sets a column unless `text` is empty.
    pub(crate) fn complete(&mut self, column: &str, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.set(column, text);
        }
    }
}

/// A table with the order of its columns and rows.
pub(crate) struct RowTable {
    columns: Vec<String>,
    pub(crate) rows: Vec<TextCells>,
}

impl RowTable {
    /// Reads a table in any form that tables are read in; `known` are columns that it may have. A table with damaged
    /// letters or quotation marks is read wrong: it is to be checked before.
    pub(crate) fn parse(bytes: &[u8], known: &[&str]) -> Self {
        let text = rows::decode(bytes).text;
        let mut records = rows::records(&text, rows::delimiter(&text, known));
        let header = records.next().map(|row| row.cells).unwrap_or_default();
        let columns: Vec<String> = header.iter().map(|name| rows::column_name(name)).collect();
        let cells = |row: TextRow| TextCells(columns.iter().cloned().zip(row.cells).collect());
        let is_filled = |row: &TextRow| row.cells.iter().any(|cell| !cell.trim().is_empty());
        let rows = records.filter(is_filled).map(cells).collect();
        Self { columns: columns.iter().filter(|name| !name.is_empty()).cloned().collect(), rows }
    }

    /// Adds the columns that the table does not have.
    pub(crate) fn widen(&mut self, columns: &[&str]) {
        for column in columns {
            if !self.columns.iter().any(|own| own == column) {
                self.columns.push((*column).to_owned());
            }
        }
    }

    /// Takes the row of that identifier out of the table; an empty one where there is none.
    pub(crate) fn take(&mut self, id: &str) -> TextCells {
        match self.rows.iter().position(|row| row.text("id") == id) {
            Some(index) => self.rows.remove(index),
            None => TextCells::default(),
        }
    }

    /// Sorts the rows by their first column; those that have the same keep their order.
    pub(crate) fn sort(&mut self) {
        let first = self.columns.first().map(String::as_str).unwrap_or_default();
        self.rows.sort_by(|one, other| one.text(first).cmp(other.text(first)));
    }

    /// The table, comma-separated, UTF-8, LF.
    ///
    /// # Errors
    /// The error of the writer; text in memory has none to give.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>, csv::Error> {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.columns)?;
        for row in &self.rows {
            writer.write_record(self.columns.iter().map(|column| row.text(column)))?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }

    /// Whether it has that column.
    pub(crate) fn has(&self, column: &str) -> bool {
        self.columns.iter().any(|own| own == column)
    }
}
