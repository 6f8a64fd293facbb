//! `label.csv`: criteria, committee and support of the « CNR Santé » label, and its consultation.

use super::cells;
use crate::tables::Checker;
use crate::tables::reader::Table;
use crate::tables::row::Row;
use map::served::LabelEntry;

pub(super) const COLUMNS: &[&str] = &["id", "genre", "libelle", "date", "source", "note"];

const KINDS: &[&str] = &["critere", "theme", "comite", "demarche", "soutien"];

/// The entries of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<LabelEntry> {
    let rows = table.rows("id", &mut checker.problems);
    rows.iter().filter_map(|row| entry(row, checker)).collect()
}

fn entry(row: &Row, checker: &mut Checker) -> Option<LabelEntry> {
    let genre = cells::choice(row, "genre", KINDS, checker);
    let libelle = cells::text(row, "libelle", checker);
    let date = cells::date(row, checker);
    let source = row.source(checker);
    Some(LabelEntry {
        id: row.text("id").to_owned(),
        genre: genre?,
        libelle,
        date,
        source,
        note: row.optional("note"),
    })
}
