//! `lieux.csv`: places that sources name.

use super::cells;
use crate::tables::Checker;
use crate::tables::reader::Table;
use crate::tables::row::Row;
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

/// The places of the table.
pub(super) fn read(table: &mut Table, checker: &mut Checker) -> Vec<NamedPlace> {
    let rows = table.rows("id", &mut checker.problems);
    rows.iter().filter_map(|row| place(row, checker)).collect()
}

fn place(row: &Row, checker: &mut Checker) -> Option<NamedPlace> {
    let location = if row.text("epci").is_empty() {
        commune(row, checker)
    } else {
        intercommunality(row, checker)
    };
    let nom = cells::text(row, "nom", checker);
    let kind = cells::choice(row, "type", KINDS, checker);
    let date = cells::date(row, checker);
    let source = row.source(checker);
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

/// The smallest territory that a place is known to lie in, and those around it.
struct Location<'a> {
    commune: Option<&'a CommuneCode>,
    name: &'a str,
    epci: Option<&'a EpciSiren>,
    department: &'a DepartmentCode,
}

fn commune<'a>(row: &Row, checker: &mut Checker<'a>) -> Option<Location<'a>> {
    let (item, all) = (row.text("commune"), checker.territories);
    let known = checker.commune_of(item);
    let known =
        known.map_err(|fault| row.report_fault(&mut checker.problems, "commune", item, fault));
    let commune = &all.communes[known.ok()?.place];
    Some(Location {
        commune: Some(&commune.code),
        name: &commune.nom,
        epci: commune.epci.as_ref(),
        department: &commune.departement,
    })
}

/// The intercommunality of a place of which no source says the commune. It lies in one department,
/// so that the place does too.
fn intercommunality<'a>(row: &Row, checker: &mut Checker<'a>) -> Option<Location<'a>> {
    if !row.text("commune").is_empty() {
        row.report(&mut checker.problems, "epci", "rien, puisque la commune est donnée");
    }
    let (item, all) = (row.text("epci"), checker.territories);
    let known = checker.epci_of(item);
    let known = known.map_err(|fault| row.report_fault(&mut checker.problems, "epci", item, fault));
    let epci = &all.epci[known.ok()?];
    let mut members = all.communes.iter().filter(|one| one.epci.as_ref() == Some(&epci.code));
    let department = &members.next()?.departement;
    if members.any(|one| one.departement != *department) {
        row.report(&mut checker.problems, "epci", "un EPCI qui soit dans un seul département");
    }
    Some(Location { commune: None, name: &epci.nom, epci: Some(&epci.code), department })
}
