//! `mentions.csv`: schemes that a source names without their perimeter.

use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{Row, Table};
use map::served::Mention;

pub(super) const COLUMNS: &[&str] =
    &["id", "nom", "couche", "region", "departement", "date", "source", "note"];

const LAYERS: &[&str] = &["cls", "cpts", "projets"];

/// The mentions of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<Mention> {
    let rows = checker.rows(table);
    rows.iter().filter_map(|row| mention(row, checker)).collect()
}

fn mention(row: &Row, checker: &mut Checker) -> Option<Mention> {
    let departments = cells::departments(row, "departement", checker);
    let nom = cells::text(row, "nom", checker);
    let couche = cells::choice(row, "couche", LAYERS, checker);
    let region = cells::region(row, checker);
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    if departments.len() > 1 {
        row.report(&mut checker.problems, "departement", "un seul code, ou rien");
    }
    Some(Mention {
        id: row.text("id").to_owned(),
        nom,
        couche: couche?,
        region,
        departement: departments.into_iter().next(),
        date,
        source,
        note: row.optional("note"),
    })
}
