//! The tables as they are published: comma, UTF-8, LF, whatever the steward's spreadsheet wrote.

use super::{form, text};
use crate::error::Error;
use std::path::Path;

/// The tables, by file name without extension.
pub const TABLE_NAMES: [&str; 13] = [
    "appels",
    "cls",
    "complements",
    "couches",
    "cpts",
    "feuilles_de_route",
    "indicateurs",
    "label",
    "lieux",
    "mentions",
    "projets",
    "reperes",
    "sources",
];

/// The cells of a table, trimmed and written anew. Values are not changed.
///
/// # Errors
/// [`Error`] when the file cannot be read or its cells cannot be told apart.
pub fn rewritten(path: &Path) -> Result<Vec<u8>, Error> {
    let bytes = std::fs::read(path).map_err(Error::file(path))?;
    let decoded = text::decode(&bytes);
    let delimiter = form::delimiter(&decoded.text, &["id", "couche", "source"]);
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(decoded.text.as_bytes());
    let mut writer = csv::WriterBuilder::new().flexible(true).from_writer(Vec::new());
    for record in reader.records() {
        let record = record.map_err(|error| Error::form(path, &error))?;
        writer.write_record(&record).map_err(|error| Error::form(path, &error))?;
    }
    writer.into_inner().map_err(|error| Error::form(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_spreadsheet_wrote_is_published_with_commas_and_in_utf_8() {
        let path = std::env::temp_dir().join(format!("geodata-export-{}.csv", std::process::id()));
        std::fs::write(&path, b"id;nom;source\r\na; Is\xe8re, nord;b\r\n").unwrap();
        let text = String::from_utf8(rewritten(&path).unwrap()).unwrap();
        std::fs::remove_file(&path).unwrap();
        assert_eq!(text, "id,nom,source\na,\"Isère, nord\",b\n");
    }
}
