//! `cls.csv` and `cpts.csv`.

mod columns;
mod details;
mod past;
mod standing;

pub(crate) use columns::{ALL_CLS_COLUMNS, ALL_CPTS_COLUMNS, CLS_COLUMNS, CPTS_COLUMNS};
pub(super) use columns::{optional_cls, optional_cpts};
pub(super) use details::check_names;
pub use details::{Details, Drawn};
pub use standing::StatedStatus;

use super::reference_day::{self, ReferenceDay};
use super::resolve::{Checker, Perimeter};
use super::rows::{self, Row};
use crate::problem::Problem;
use map::{Layer, Status};
use standing::Dates;
use std::sync::Arc;

/// A CLS or a CPTS, as its row gives it.
#[derive(Debug)]
pub struct Scheme {
    /// The file of its row, with the sheet of a workbook.
    pub file: Arc<str>,
    /// The line of its row.
    pub line: u64,
    /// The layer it belongs to.
    pub layer: Layer,
    /// Stable identifier.
    pub id: String,
    /// Name as published.
    pub name: String,
    /// The status that its row states.
    pub stated: StatedStatus,
    /// Its status on the reference day.
    pub status: Status,
    /// First day, ISO 8601.
    pub start: Option<String>,
    /// Last day, ISO 8601.
    pub end: Option<String>,
    /// Its perimeter; empty where the whole one is not known.
    pub perimeter: Perimeter,
    /// The communes that are known of a perimeter whose rest is not.
    pub known_part: Perimeter,
    /// Web address.
    pub site: Option<String>,
    /// A note for readers.
    pub note: Option<String>,
    /// Identifier of the source.
    pub source: String,
    /// The further cells of its row.
    pub details: Details,
}

impl Scheme {
    /// The perimeter that its row gives, whole or not.
    pub fn given_perimeter(&self) -> &Perimeter {
        match self.details.has_whole_perimeter() {
            true => &self.perimeter,
            false => &self.known_part,
        }
    }

    /// Its status on a day before that of the tables; none where it had not begun.
    pub(super) fn status_on_past(&self, day: &ReferenceDay) -> Option<Status> {
        past::status_on_past(day, self.stated, self.dates())
    }

    fn dates(&self) -> Dates<'_> {
        Dates {
            start: self.start.as_deref(),
            end: self.end.as_deref(),
            signature: self.details.signature.as_deref(),
            signed_after: self.details.signed_after(),
            signed_before: self.details.signed_before(),
            seen: self.details.seen.as_deref(),
        }
    }

    /// Whether the map has an area for it.
    pub fn is_drawn(&self) -> bool {
        self.details.drawn == Drawn::Yes && !self.perimeter.atoms.is_empty()
    }
}

/// The schemes of the rows of one table, with their statuses on `day`.
pub(super) fn read(
    layer: Layer,
    rows: &[Row],
    day: Option<&ReferenceDay>,
    checker: &mut Checker,
) -> Vec<Scheme> {
    rows.iter().map(|row| scheme(layer, row, day, checker)).collect()
}

fn scheme(layer: Layer, row: &Row, day: Option<&ReferenceDay>, checker: &mut Checker) -> Scheme {
    if row.text("nom").is_empty() {
        row.report(&mut checker.problems, "nom", "un nom");
    }
    let stated = stated(row, checker);
    let site = row.optional("site");
    if site
        .as_ref()
        .is_some_and(|site| !site.starts_with("https://") && !site.starts_with("http://"))
    {
        row.report(&mut checker.problems, "site", "une adresse qui commence par https://");
    }
    let (start, end) = dates(row, &mut checker.problems);
    let details = Details::read(row, checker);
    let (perimeter, known_part) = perimeters(row, &details, checker);
    let status_dates = Dates {
        start: start.as_deref(),
        end: end.as_deref(),
        signature: details.signature.as_deref(),
        signed_after: details.signed_after(),
        signed_before: details.signed_before(),
        seen: details.seen.as_deref(),
    };
    Scheme {
        file: Arc::clone(row.file()),
        line: row.line(),
        layer,
        id: row.text("id").to_owned(),
        name: row.text("nom").to_owned(),
        stated,
        status: status(row, stated, status_dates, day, checker),
        start,
        end,
        perimeter,
        known_part,
        site,
        note: row.optional("note"),
        source: checker.source_of(row),
        details,
    }
}

fn stated(row: &Row, checker: &mut Checker) -> StatedStatus {
    let stated = StatedStatus::of(row.text("statut"));
    if stated.is_none() {
        let expected = "actif, en_preparation, echu, inconnu, signe ou non_etabli";
        let choices = StatedStatus::ALL.map(StatedStatus::code);
        row.report_choice(&mut checker.problems, "statut", expected, &choices);
    }
    stated.unwrap_or(StatedStatus::Unknown)
}

/// The status on the reference day. Without such a day, a row that needs one is reported.
fn status(
    row: &Row,
    stated: StatedStatus,
    dates: Dates,
    day: Option<&ReferenceDay>,
    checker: &mut Checker,
) -> Status {
    let Some(day) = day else {
        if standing::needs_day(stated, dates) {
            let expected = format!(
                "un jour auquel se rapporte ce statut\u{a0}: {}, ou l’option --etat",
                reference_day::FILE
            );
            row.report(&mut checker.problems, "statut", expected);
        }
        return standing::status_of(stated);
    };
    standing::status_on(day, stated, dates)
}

/// The whole perimeter, and the known part of one that is not known whole: one of the two is empty.
fn perimeters(row: &Row, details: &Details, checker: &mut Checker) -> (Perimeter, Perimeter) {
    if details.has_whole_perimeter() {
        return (Perimeter::read(row, checker), Perimeter::default());
    }
    if details.known_by == Some(map::served::KnownBy::Unknown) {
        for column in ["epci", "communes", "arrondissements"] {
            if !row.text(column).is_empty() {
                let expected = "rien, puisque le périmètre est inconnu (sinon\u{a0}: partiel)";
                row.report(&mut checker.problems, column, expected);
            }
        }
        return Default::default();
    }
    (Perimeter::default(), Perimeter::read_part(row, checker))
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
