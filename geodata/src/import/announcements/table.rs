//! A table as text, by column.

use crate::error::Error;
use crate::files::write_whole;
use std::collections::BTreeMap;
use std::path::Path;

/// A row, by column.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Row(BTreeMap<String, String>);

impl Row {
    /// The text of a column; empty where there is none.
    pub(super) fn text(&self, column: &str) -> &str {
        self.0.get(column).map(String::as_str).unwrap_or_default()
    }

    /// Sets a column, to nothing too.
    pub(super) fn set(&mut self, column: &str, text: impl Into<String>) {
        self.0.insert(column.to_owned(), text.into());
    }

    /// Sets a column unless `text` is empty.
    pub(super) fn complete(&mut self, column: &str, text: impl Into<String>) {
        let text = text.into();
        if !text.is_empty() {
            self.set(column, text);
        }
    }
}

/// A table with the order of its columns and rows.
pub(super) struct RowTable {
    columns: Vec<String>,
    pub(super) rows: Vec<Row>,
}

impl RowTable {
    /// Reads a table that is comma-separated and UTF-8, as committed ones are.
    pub(super) fn read(path: &Path) -> Result<Self, Error> {
        let wrong = |error: csv::Error| Error::form(path, &error);
        let mut reader = csv::Reader::from_path(path).map_err(wrong)?;
        let headers = reader.headers().map_err(wrong)?.iter();
        let columns: Vec<String> = headers.map(ToOwned::to_owned).collect();
        let mut rows = Vec::new();
        for record in reader.records() {
            let record = record.map_err(wrong)?;
            let cells = columns.iter().cloned().zip(record.iter().map(ToOwned::to_owned));
            rows.push(Row(cells.collect()));
        }
        Ok(Self { columns, rows })
    }

    /// Adds the columns that the table does not have.
    pub(super) fn widen(&mut self, columns: &[&str]) {
        for column in columns {
            if !self.columns.iter().any(|own| own == column) {
                self.columns.push((*column).to_owned());
            }
        }
    }

    /// Takes the row of that identifier out of the table; an empty one where there is none.
    pub(super) fn take(&mut self, id: &str) -> Row {
        match self.rows.iter().position(|row| row.text("id") == id) {
            Some(index) => self.rows.remove(index),
            None => Row::default(),
        }
    }

    /// Sorts the rows by their first column; those that have the same keep their order.
    pub(super) fn sort(&mut self) {
        let first = self.columns.first().map(String::as_str).unwrap_or_default();
        self.rows.sort_by(|one, other| one.text(first).cmp(other.text(first)));
    }

    /// Writes the table whole, or leaves the file as it was.
    pub(super) fn write(&self, path: &Path) -> Result<(), Error> {
        let wrong = |error: &dyn std::fmt::Display| Error::form(path, error);
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(&self.columns).map_err(|error| wrong(&error))?;
        for row in &self.rows {
            let cells = self.columns.iter().map(|column| row.text(column));
            writer.write_record(cells).map_err(|error| wrong(&error))?;
        }
        let bytes = writer.into_inner().map_err(|error| wrong(&error))?;
        write_whole(&[(path.to_owned(), bytes)])
    }
}
