//! Tables of facts and decisions, read strictly and written whole.

pub(super) use crate::tables::{RowTable, TextCells as Row};

use crate::error::Error;
use crate::files::write_whole;
use std::path::Path;

/// Reads a table that is comma-separated and UTF-8, as committed ones are.
pub(super) fn read(path: &Path) -> Result<RowTable, Error> {
    let bytes = std::fs::read(path).map_err(Error::file(path))?;
    for record in csv::Reader::from_reader(&*bytes).records() {
        record.map_err(|error| Error::form(path, &error))?;
    }
    Ok(RowTable::parse(&bytes, &[]))
}

/// Writes the table whole, or leaves the file as it was.
pub(super) fn write(table: &RowTable, path: &Path) -> Result<(), Error> {
    let bytes = table.bytes().map_err(|error| Error::form(path, &error))?;
    write_whole(&[(path.to_owned(), bytes)])
}
