//! Statements of other sources on a scheme: kept beside its row, with its own date.

use super::decisions::FactsOfScheme;
use super::table::{Row, RowTable};
use crate::inputs::Context;

/// The words of a list that does not have a scheme of its region.
const NOT_LISTED: &str = "n’y figure pas";

/// Adds the disagreements on a scheme, each in the place of the one of the former run.
pub(super) fn add(scheme: &FactsOfScheme, context: &Context, table: &mut RowTable) {
    for fact in scheme.all() {
        for decision in fact.all("desaccord") {
            let Some((source, value)) = decision.text("valeur").split_once(':') else { continue };
            let field = decision.text("champ");
            let note = match field {
                "perimetre" => names(value, context),
                _ => decision.text("raison").to_owned(),
            };
            put(table, statement(scheme.id(), field, value, source, &note));
        }
        for decision in fact.all("hors-liste") {
            let source = decision.text("valeur");
            put(
                table,
                statement(scheme.id(), "liste", NOT_LISTED, source, decision.text("raison")),
            );
        }
    }
}

fn statement(scheme: &str, field: &str, value: &str, source: &str, note: &str) -> Row {
    let mut row = Row::default();
    for (column, text) in [
        ("dispositif", scheme),
        ("champ", field),
        ("valeur", value),
        ("source", source),
        ("note", note),
    ] {
        row.set(column, text);
    }
    row
}

fn put(table: &mut RowTable, row: Row) {
    let is_same = |other: &&mut Row| {
        ["dispositif", "champ", "source"].iter().all(|one| other.text(one) == row.text(one))
    };
    match table.rows.iter_mut().find(is_same) {
        Some(other) => *other = row,
        None => table.rows.push(row),
    }
}

/// The names of intercommunalities and communes, by their codes.
fn names(codes: &str, context: &Context) -> String {
    let all = &context.territories;
    let name = |code: &str| {
        let epci = all.epci.iter().find(|one| one.code.as_str() == code).map(|one| &one.nom);
        let commune = || all.communes.iter().find(|one| one.code.as_str() == code);
        epci.or_else(|| commune().map(|one| &one.nom)).cloned()
    };
    codes.split_whitespace().filter_map(name).collect::<Vec<_>>().join(", ")
}
