//! `appels.csv`: calls for projects.

use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{self, Row, Table};
use map::served::Call;

pub(super) const COLUMNS: &[&str] = &[
    "id",
    "titre",
    "region",
    "statut",
    "cloture",
    "cloture_initiale",
    "themes",
    "exemples",
    "porteurs",
    "engagements",
    "date",
    "source",
    "note",
];

const STATUSES: &[&str] = &["clos", "ouvert", "annonce"];

/// The examples of one theme are separated by this.
const EXAMPLE_SEPARATOR: char = ';';

/// The calls of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<Call> {
    let rows = checker.rows(table);
    rows.iter().filter_map(|row| call(row, checker)).collect()
}

fn call(row: &Row, checker: &mut Checker) -> Option<Call> {
    let titre = cells::text(row, "titre", checker);
    let region = cells::required_region(row, checker);
    let statut = cells::choice(row, "statut", STATUSES, checker);
    let cloture = row.date("cloture", &mut checker.problems);
    let cloture_initiale = row.date("cloture_initiale", &mut checker.problems);
    if let (Some(first), Some(last)) = (&cloture_initiale, &cloture)
        && rows::is_after(first, last)
    {
        let expected = "une date qui n’est pas après celle de la colonne cloture";
        row.report(&mut checker.problems, "cloture_initiale", expected);
    }
    let themes = cells::texts(row, "themes", checker);
    let exemples = examples(row, themes.len(), checker);
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    Some(Call {
        id: row.text("id").to_owned(),
        titre,
        region: region?,
        statut: statut?,
        cloture,
        cloture_initiale,
        themes,
        exemples,
        porteurs: cells::list(row, "porteurs"),
        engagements: cells::list(row, "engagements"),
        date,
        source,
        note: row.optional("note"),
    })
}

/// The examples of each theme, in the order of the themes; or none at all.
fn examples(row: &Row, themes: usize, checker: &mut Checker) -> Vec<Vec<String>> {
    let groups = cells::list(row, "exemples");
    if !groups.is_empty() && groups.len() != themes {
        let expected = "rien, ou les exemples de chaque thème, dans l’ordre des thèmes (une barre \
                        verticale | entre deux thèmes, un point-virgule entre deux exemples)";
        row.report(&mut checker.problems, "exemples", expected);
    }
    groups.iter().map(|group| cells::parts(group, EXAMPLE_SEPARATOR)).collect()
}
