//! `reperes.csv`: lists that explain schemes and national policy, one item a row.

use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{Row, Table};
use map::served::KeyFact;

pub(super) const COLUMNS: &[&str] =
    &["id", "sujet", "ordre", "libelle", "region", "date", "source", "note"];

const SUBJECTS: &[&str] = &[
    "cls_objectif",
    "cls_raison",
    "cls_financement",
    "cpts_mission",
    "ordonnance_2021",
    "numero_utile",
    "recommandation",
    "segur_avancement",
    "segur_mesure",
];

/// The items of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<KeyFact> {
    let rows = checker.rows(table);
    rows.iter().filter_map(|row| key_fact(row, checker)).collect()
}

fn key_fact(row: &Row, checker: &mut Checker) -> Option<KeyFact> {
    let sujet = cells::choice(row, "sujet", SUBJECTS, checker);
    let ordre = row.text("ordre").parse().ok();
    if ordre.is_none() {
        row.report(&mut checker.problems, "ordre", "un nombre entier de 0 à 255");
    }
    let libelle = cells::text(row, "libelle", checker);
    let region = cells::region(row, checker);
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    Some(KeyFact {
        id: row.text("id").to_owned(),
        sujet: sujet?,
        ordre: ordre?,
        libelle,
        region,
        date,
        source,
        note: row.optional("note"),
    })
}
