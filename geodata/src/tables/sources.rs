//! `sources.csv`: publisher, date and licence of everything else.

use super::rows::Row;
use crate::problem::Problem;
use map::served::Source;
use std::collections::BTreeMap;

pub(super) const COLUMNS: &[&str] =
    &["id", "titre", "editeur", "date", "date_releve", "licence", "adresse", "note"];

/// The sources by identifier, of the rows of the table.
pub(super) fn read(rows: &[Row], problems: &mut Vec<Problem>) -> BTreeMap<String, Source> {
    rows.iter().map(|row| (row.text("id").to_owned(), source(row, problems))).collect()
}

fn source(row: &Row, problems: &mut Vec<Problem>) -> Source {
    for column in ["titre", "editeur"] {
        if row.text(column).is_empty() {
            row.report(problems, column, "un texte");
        }
    }
    Source {
        titre: row.text("titre").to_owned(),
        editeur: row.text("editeur").to_owned(),
        date: row.date("date", problems),
        date_releve: row.date("date_releve", problems),
        licence: row.optional("licence"),
        adresse: row.optional("adresse"),
        note: row.optional("note"),
    }
}
