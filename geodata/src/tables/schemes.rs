//! `cls.csv` and `cpts.csv`.

use super::reader::{Row, Table};
use super::{Checker, Perimeter, dates};
use map::{Layer, Status};

pub(super) const CLS_COLUMNS: &[&str] =
    &["id", "nom", "statut", "debut", "fin", "epci", "communes", "source", "note"];
pub(super) const CPTS_COLUMNS: &[&str] =
    &["id", "nom", "statut", "communes", "arrondissements", "site", "source"];

/// A CLS or a CPTS, as its row gives it.
#[derive(Debug)]
pub struct Scheme {
    /// The layer it belongs to.
    pub layer: Layer,
    /// Stable identifier.
    pub id: String,
    /// Name as published.
    pub name: String,
    /// Where it stands.
    pub status: Status,
    /// First day, ISO 8601.
    pub start: Option<String>,
    /// Last day, ISO 8601.
    pub end: Option<String>,
    /// What it covers.
    pub perimeter: Perimeter,
    /// Web address.
    pub site: Option<String>,
    /// What a reader must know.
    pub note: Option<String>,
    /// Identifier of the source.
    pub source: String,
}

/// The schemes of one table.
pub(super) fn read(layer: Layer, table: &mut Table, checker: &mut Checker) -> Vec<Scheme> {
    let rows = table.rows("id", &mut checker.problems);
    rows.iter().map(|row| scheme(layer, row, checker)).collect()
}

fn scheme(layer: Layer, row: &Row, checker: &mut Checker) -> Scheme {
    if row.text("nom").is_empty() {
        row.report(&mut checker.problems, "nom", "un nom");
    }
    let allowed = [Status::Active, Status::InPreparation, Status::Expired, Status::Unknown];
    let status = Status::from_code(row.text("statut")).filter(|status| allowed.contains(status));
    if status.is_none() {
        row.report(&mut checker.problems, "statut", "actif, en_preparation, expire ou inconnu");
    }
    let site = row.optional("site");
    if site
        .as_ref()
        .is_some_and(|site| !site.starts_with("https://") && !site.starts_with("http://"))
    {
        row.report(&mut checker.problems, "site", "une adresse qui commence par https://");
    }
    for column in ["debut", "fin"] {
        if !row.text(column).is_empty() && !dates::is_date(row.text(column)) {
            row.report(&mut checker.problems, column, dates::EXPECTED);
        }
    }
    Scheme {
        layer,
        id: row.text("id").to_owned(),
        name: row.text("nom").to_owned(),
        status: status.unwrap_or(Status::Unknown),
        start: row.optional("debut"),
        end: row.optional("fin"),
        perimeter: Perimeter::read(row, checker),
        site,
        note: row.optional("note"),
        source: row.source(checker),
    }
}
