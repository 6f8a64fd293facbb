//! `cls.csv` and `cpts.csv`.

use super::resolve::{Checker, Perimeter};
use super::rows::{self, Row, Table};
use crate::problem::Problem;
use map::{Layer, Status};

pub(crate) const CLS_COLUMNS: &[&str] =
    &["id", "nom", "statut", "debut", "fin", "epci", "communes", "source", "note"];
pub(crate) const CPTS_COLUMNS: &[&str] =
    &["id", "nom", "statut", "debut", "fin", "communes", "arrondissements", "site", "source"];
/// Those that tables of CPTS did not have at first.
pub(super) const CPTS_OPTIONAL_COLUMNS: &[&str] = &["debut", "fin"];

/// The statuses that a row can have.
pub(super) const STATUSES: [Status; 4] =
    [Status::Active, Status::InPreparation, Status::Expired, Status::Unknown];

/// A CLS or a CPTS, as its row gives it.
#[derive(Debug)]
pub struct Scheme {
    /// The line of its row.
    pub line: u64,
    /// The layer it belongs to.
    pub layer: Layer,
    /// Stable identifier.
    pub id: String,
    /// Name as published.
    pub name: String,
    /// Its status.
    pub status: Status,
    /// First day, ISO 8601.
    pub start: Option<String>,
    /// Last day, ISO 8601.
    pub end: Option<String>,
    /// Its perimeter.
    pub perimeter: Perimeter,
    /// Web address.
    pub site: Option<String>,
    /// A note for readers.
    pub note: Option<String>,
    /// Identifier of the source.
    pub source: String,
}

/// The schemes of one table.
pub(super) fn read(layer: Layer, table: &mut Table, checker: &mut Checker) -> Vec<Scheme> {
    let rows = checker.rows(table);
    rows.iter().map(|row| scheme(layer, row, checker)).collect()
}

fn scheme(layer: Layer, row: &Row, checker: &mut Checker) -> Scheme {
    if row.text("nom").is_empty() {
        row.report(&mut checker.problems, "nom", "un nom");
    }
    let status = status_of(row.text("statut"));
    if status.is_none() {
        let expected = "actif, en_preparation, echu ou inconnu";
        let choices = STATUSES.map(Status::code);
        row.report_choice(&mut checker.problems, "statut", expected, &choices);
    }
    let site = row.optional("site");
    if site
        .as_ref()
        .is_some_and(|site| !site.starts_with("https://") && !site.starts_with("http://"))
    {
        row.report(&mut checker.problems, "site", "une adresse qui commence par https://");
    }
    let (start, end) = dates(row, &mut checker.problems);
    Scheme {
        line: row.line(),
        layer,
        id: row.text("id").to_owned(),
        name: row.text("nom").to_owned(),
        status: status.unwrap_or(Status::Unknown),
        start,
        end,
        perimeter: Perimeter::read(row, checker),
        site,
        note: row.optional("note"),
        source: checker.source_of(row),
    }
}

/// The status of that name. Tables of before version 0.2 say `expire` for `echu`.
fn status_of(name: &str) -> Option<Status> {
    let name = if name == "expire" { Status::Expired.code() } else { name };
    Status::from_code(name).filter(|status| STATUSES.contains(status))
}

/// The first and the last day, in that order.
fn dates(row: &Row, problems: &mut Vec<Problem>) -> (Option<String>, Option<String>) {
    let (start, end) = (row.date("debut", problems), row.date("fin", problems));
    if let (Some(start), Some(end)) = (&start, &end)
        && rows::is_after(start, end)
    {
        let expected = format!("une date qui ne précède pas le début ({start})");
        row.report(problems, "fin", expected);
    }
    (start, end)
}
