//! `lieux.csv`: the venues that sources name, consultations and meetings among them.

use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{Row, Table};
use map::served::NamedPlace;
use map::{CommuneCode, DepartmentCode, EpciSiren};

pub(super) const COLUMNS: &[&str] =
    &["id", "nom", "type", "commune", "epci", "etablissement", "date", "source", "note"];

const KINDS: &[&str] = &[
    "pass_mobile",
    "pass_somatique",
    "pass_perinatalite",
    "consultation_dentaire",
    "centre_participatif",
    "reunion_bassin_de_vie",
    "signature_cls",
    "conference_sante",
    "journee",
];

/// The venues of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<NamedPlace> {
    let rows = checker.rows(table);
    rows.iter().filter_map(|row| venue(row, checker)).collect()
}

fn venue(row: &Row, checker: &mut Checker) -> Option<NamedPlace> {
    let location = if row.text("epci").is_empty() {
        commune(row, checker)
    } else {
        intercommunality(row, checker)
    };
    let nom = cells::text(row, "nom", checker);
    let kind = cells::choice(row, "type", KINDS, checker);
    let date = cells::date(row, checker);
    let source = checker.source_of(row);
    let Location { commune, name, epci, department } = location?;
    let mut departments = checker.territories.departements.iter();
    let department = departments.find(|one| one.code == *department)?;
    Some(NamedPlace {
        id: row.text("id").to_owned(),
        nom,
        kind: kind?,
        commune: commune.cloned(),
        nom_commune: name.to_owned(),
        epci: epci.cloned(),
        departement: department.code.clone(),
        region: department.region.clone(),
        etablissement: row.optional("etablissement"),
        date,
        source,
        note: row.optional("note"),
    })
}

/// The smallest territory that a venue is known to lie in, and those around it.
struct Location<'a> {
    commune: Option<&'a CommuneCode>,
    name: &'a str,
    epci: Option<&'a EpciSiren>,
    department: &'a DepartmentCode,
}

fn commune<'a>(row: &Row, checker: &mut Checker<'a>) -> Option<Location<'a>> {
    let (item, all) = (row.text("commune"), checker.territories);
    let context = format!("{} {}", row.text("nom"), row.text("etablissement"));
    let known = checker
        .stated_postal_code(item, &context)
        .map_or_else(|| checker.commune_with_contour(item), Err)
        .map_err(|found| row.report_unresolved(&mut checker.problems, "commune", item, found));
    let commune = &all.communes[known.ok()?.index];
    Some(Location {
        commune: Some(&commune.code),
        name: &commune.nom,
        epci: commune.epci.as_ref(),
        department: &commune.departement,
    })
}

/// The intercommunality of a venue whose commune no source says. It lies in one department, so the
/// venue does too.
fn intercommunality<'a>(row: &Row, checker: &mut Checker<'a>) -> Option<Location<'a>> {
    if !row.text("commune").is_empty() {
        row.report(&mut checker.problems, "epci", "rien, puisque la commune est donnée");
    }
    let (item, all) = (row.text("epci"), checker.territories);
    let known = checker
        .epci_of(item)
        .map_err(|found| row.report_unresolved(&mut checker.problems, "epci", item, found));
    let epci = &all.epci[known.ok()?];
    let mut members = all.communes.iter().filter(|one| one.epci.as_ref() == Some(&epci.code));
    let department = &members.next()?.departement;
    if members.any(|one| one.departement != *department) {
        row.report(&mut checker.problems, "epci", "un EPCI qui soit dans un seul département");
    }
    Some(Location { commune: None, name: &epci.nom, epci: Some(&epci.code), department })
}
