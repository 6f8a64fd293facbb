//! `complements.csv`: statements of further sources on a scheme, or on a set of roadmaps.

use crate::names::nearest_of;
use crate::problem::Finding;
use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{self, Row, Table};
use map::Status;
use map::served::{Field, Statement};
use std::collections::BTreeSet;

pub(super) const COLUMNS: &[&str] = &["dispositif", "champ", "valeur", "date", "source", "note"];

const FIELDS: &[&str] = &[
    "nom",
    "statut",
    "generation",
    "periode",
    "signature",
    "lieu_signature",
    "coordination",
    "signataires",
    "axe",
    "priorite",
    "action",
    "reunion_a_venir",
    "origine",
    "lieu",
    "perimetre",
    "liste",
];

/// The statements of the table, in file order; `known` are the schemes and sets that they may be
/// about.
pub(super) fn read(
    table: &mut Table,
    known: &BTreeSet<String>,
    checker: &mut Checker,
) -> Vec<Statement> {
    // A scheme has several statements: no column identifies a row.
    let rows = table.rows_without_id(&mut checker.problems);
    rows.iter().filter_map(|row| statement(row, known, checker)).collect()
}

fn statement(row: &Row, known: &BTreeSet<String>, checker: &mut Checker) -> Option<Statement> {
    // Where rows of the tables of schemes could not be read, the problem is there.
    if checker.knows_all_schemes && !known.contains(row.text("dispositif")) {
        report_unknown(row, known, checker);
    }
    let champ = cells::choice(row, "champ", FIELDS, checker);
    if let Some(field) = champ {
        check_value(row, field, checker);
    }
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    Some(Statement {
        dispositif: row.text("dispositif").to_owned(),
        champ: champ?,
        valeur: row.text("valeur").to_owned(),
        date,
        source,
        note: row.optional("note"),
    })
}

fn report_unknown(row: &Row, known: &BTreeSet<String>, checker: &mut Checker) {
    let id = row.text("dispositif");
    let proposal = nearest_of(id, known.iter().map(String::as_str));
    let expected = "un identifiant de cls.csv, de cpts.csv ou de projets.csv, ou un ensemble de \
                    feuilles_de_route.csv";
    row.report(&mut checker.problems, "dispositif", Finding::proposing(expected, proposal));
}

fn check_value(row: &Row, field: Field, checker: &mut Checker) {
    let value = row.text("valeur");
    let (is_right, expected) = match field {
        Field::Statut => {
            let is_allowed = |status| status != Status::Labelled;
            let expected = "actif, en_preparation, echu ou inconnu";
            (Status::from_code(value).is_some_and(is_allowed), expected)
        }
        Field::Generation => (value.parse::<u8>().is_ok(), "un nombre entier"),
        Field::Periode => {
            (is_period(value), "deux dates AAAA, AAAA-MM ou AAAA-MM-JJ séparées par /")
        }
        Field::Signature => (rows::is_date(value), rows::DATE_EXPECTED),
        _ => (!value.is_empty(), "un texte"),
    };
    if !is_right {
        row.report(&mut checker.problems, "valeur", expected);
    }
}

/// Whether `text` is an ISO 8601 interval of two dates, in order.
fn is_period(text: &str) -> bool {
    text.split_once('/').is_some_and(|(start, end)| {
        rows::is_date(start) && rows::is_date(end) && !rows::is_after(start, end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_two_dates_in_order() {
        assert!(is_period("2024/2028"));
        assert!(is_period("2024-03-08/2028"));
        for text in ["2024-2028", "2024", "2028/2024", "2024/", ""] {
            assert!(!is_period(text), "{text}");
        }
    }
}
