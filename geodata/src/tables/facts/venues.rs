//! `lieux.csv`: the venues that sources name, consultations and meetings among them.

use super::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{Row, Table};
use map::served::NamedPlace;

pub(super) const COLUMNS: &[&str] =
    &["id", "nom", "type", "commune", "etablissement", "date", "source", "note"];

const KINDS: &[&str] = &[
    "pass_mobile",
    "pass_somatique",
    "pass_perinatalite",
    "consultation_dentaire",
    "centre_participatif",
    "reunion_bassin_de_vie",
    "signature_cls",
    "conference_sante",
];

/// The venues of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<NamedPlace> {
    let rows = checker.rows(table);
    rows.iter().filter_map(|row| venue(row, checker)).collect()
}

fn venue(row: &Row, checker: &mut Checker) -> Option<NamedPlace> {
    let (item, all) = (row.text("commune"), checker.territories);
    let context = format!("{} {}", row.text("nom"), row.text("etablissement"));
    let commune = checker
        .said_postal(item, &context)
        .map_or_else(|| checker.commune_with_contour(item), Err)
        .map_err(|found| row.report_unresolved(&mut checker.problems, "commune", item, found))
        .ok()
        .map(|known| &all.communes[known.index]);
    let nom = cells::text(row, "nom", checker);
    let kind = cells::choice(row, "type", KINDS, checker);
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    let commune = commune?;
    let department = all.departements.iter().find(|one| one.code == commune.departement)?;
    Some(NamedPlace {
        id: row.text("id").to_owned(),
        nom,
        kind: kind?,
        commune: commune.code.clone(),
        nom_commune: commune.nom.clone(),
        epci: commune.epci.clone(),
        departement: department.code.clone(),
        region: department.region.clone(),
        etablissement: row.optional("etablissement"),
        date,
        source,
        note: row.optional("note"),
    })
}
