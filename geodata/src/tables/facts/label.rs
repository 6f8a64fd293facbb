//! `label.csv`: criteria, committee and support of the « CNR Santé » label, and its consultation.

use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{Row, Table};
use map::served::CnrEntry;

pub(super) const COLUMNS: &[&str] = &["id", "genre", "libelle", "date", "source", "note"];

const KINDS: &[&str] = &["critere", "theme", "comite", "demarche", "soutien"];

/// The entries of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<CnrEntry> {
    let rows = checker.rows(table);
    rows.iter().filter_map(|row| entry(row, checker)).collect()
}

fn entry(row: &Row, checker: &mut Checker) -> Option<CnrEntry> {
    let genre = cells::choice(row, "genre", KINDS, checker);
    let libelle = cells::text(row, "libelle", checker);
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    Some(CnrEntry {
        id: row.text("id").to_owned(),
        genre: genre?,
        libelle,
        date,
        source,
        note: row.optional("note"),
    })
}
