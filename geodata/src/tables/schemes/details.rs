//! The columns of schemes that public announcements name one by one.

use crate::names::nearest_of;
use crate::problem::Finding;
use crate::tables::cells;
use crate::tables::resolve::Checker;
use crate::tables::rows::{self, DATE_EXPECTED, Row};
use map::served::{KnownBy, SAINT_MARTIN};
use map::{CommuneCode, DepartmentCode};
use std::collections::BTreeSet;
use std::str::FromStr;

/// The cells of a row beyond those of a list.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Details {
    /// The basis of the perimeter; none for a list that gives it whole.
    pub known_by: Option<KnownBy>,
    /// Whether its perimeter is drawn, if it is known whole.
    pub drawn: Drawn,
    /// Communes of which it covers a part, and no source says which.
    pub in_part: Vec<CommuneCode>,
    /// Departments, where no perimeter says them.
    pub departments: Vec<DepartmentCode>,
    /// Region, where no perimeter says it.
    pub region: Option<String>,
    /// Day of the signature, ISO 8601.
    pub signature: Option<String>,
    /// The dates between which it was signed, `from/to`.
    pub signed_between: Option<String>,
    /// Day of a signature that was announced and not seen.
    pub announced: Option<String>,
    /// Date of the state that was seen.
    pub seen: Option<String>,
    /// The event of that date: `creation`, `article`, `lancement`…
    pub nature: Option<String>,
    /// First, second … contract.
    pub generation: Option<u8>,
    /// Axes of the contract.
    pub axes: Vec<String>,
    /// Inhabitants that a source announces.
    pub population: Option<u32>,
    /// Number of communes that a source announces.
    pub communes: Option<u32>,
    /// FINESS number of the registered seat.
    pub finess: Option<String>,
    /// That seat, degrees east and north.
    pub seat: Option<[f64; 2]>,
    /// The page that states the row.
    pub page: Option<String>,
    /// Its publisher.
    pub publisher: Option<String>,
    /// The day or month in which it was read.
    pub read: Option<String>,
    /// A second page.
    pub second_page: Option<String>,
    /// Identifier of the scheme that follows.
    pub successor: Option<String>,
    /// Identifier of a scheme that it may be the same as.
    pub see: Option<String>,
    /// Fields that are deduced.
    pub deduced: Vec<String>,
    /// Reservation for readers.
    pub reservation: Option<String>,
}

/// Whether a known perimeter is on the map.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Drawn {
    /// It is.
    #[default]
    Yes,
    /// It is not: that of its successor is there instead.
    No,
}

impl Details {
    /// The details of a row; each is empty where its column is.
    pub(super) fn read(row: &Row, checker: &mut Checker) -> Self {
        let departments = cells::departments(row, "departements", checker);
        let region = region(row, checker);
        let in_part = in_part(row, checker);
        Self {
            known_by: known_by(row, checker),
            drawn: drawn(row, checker),
            in_part,
            departments,
            region,
            signature: row.date("signature", &mut checker.problems),
            signed_between: interval(row, checker),
            announced: row.date("signature_annoncee", &mut checker.problems),
            seen: row.date("etat_du", &mut checker.problems),
            nature: row.optional("nature"),
            generation: number(row, "generation", checker),
            axes: cells::list(row, "axes"),
            population: number(row, "population_annoncee", checker),
            communes: number(row, "communes_annoncees", checker),
            finess: finess(row, checker),
            seat: seat(row, checker),
            page: address(row, "page", checker),
            publisher: row.optional("editeur"),
            read: row.date("lue", &mut checker.problems),
            second_page: address(row, "seconde_page", checker),
            successor: row.optional("suite"),
            see: row.optional("voir"),
            deduced: row.text("deduit").split_whitespace().map(ToOwned::to_owned).collect(),
            reservation: row.optional("reserve"),
        }
    }

    /// Whether the perimeter of the row is the whole one.
    pub fn has_whole_perimeter(&self) -> bool {
        self.known_by.is_none_or(KnownBy::is_whole) && !self.is_off_the_map()
    }

    /// Whether it lies where the map does not reach.
    pub fn is_off_the_map(&self) -> bool {
        self.region.as_deref() == Some(SAINT_MARTIN)
    }

    /// The first of the dates between which it was signed.
    pub(super) fn signed_after(&self) -> Option<&str> {
        self.signed_between.as_deref()?.split_once('/').map(|(first, _)| first)
    }

    /// The last of these dates.
    pub(super) fn signed_before(&self) -> Option<&str> {
        self.signed_between.as_deref()?.split_once('/').map(|(_, last)| last)
    }
}

fn known_by(row: &Row, checker: &mut Checker) -> Option<KnownBy> {
    let text = row.text("perimetre");
    let known = KnownBy::ALL.into_iter().find(|known| known.code() == text);
    if known.is_none() && !text.is_empty() {
        let choices = KnownBy::ALL.map(KnownBy::code);
        let expected = "rien, liste, epci, communes, deduit, partiel ou inconnu";
        row.report_choice(&mut checker.problems, "perimetre", expected, &choices);
    }
    known
}

fn drawn(row: &Row, checker: &mut Checker) -> Drawn {
    match row.text("dessine") {
        "" => Drawn::Yes,
        "non" => Drawn::No,
        _ => {
            row.report(&mut checker.problems, "dessine", "rien, ou non");
            Drawn::Yes
        }
    }
}

fn region(row: &Row, checker: &mut Checker) -> Option<String> {
    match row.text("region") {
        SAINT_MARTIN => Some(SAINT_MARTIN.to_owned()),
        _ => cells::region(row, checker).map(String::from),
    }
}

/// The communes that a row covers a part of.
fn in_part(row: &Row, checker: &mut Checker) -> Vec<CommuneCode> {
    const COLUMN: &str = "en_partie";
    let mut communes = Vec::new();
    for item in crate::tables::resolve::items(row.text(COLUMN)) {
        match checker.commune_of(item) {
            Ok(found) => communes.push(checker.territories.communes[found.index].code.clone()),
            Err(found) => row.report_unresolved(&mut checker.problems, COLUMN, item, found),
        }
    }
    communes
}

fn interval(row: &Row, checker: &mut Checker) -> Option<String> {
    let text = row.optional("signature_entre")?;
    let is_interval = text.split_once('/').is_some_and(|(from, to)| {
        rows::is_date(from) && rows::is_date(to) && !rows::is_after(from, to)
    });
    if !is_interval {
        let expected = format!("deux dates séparées par /, chacune {DATE_EXPECTED}");
        row.report(&mut checker.problems, "signature_entre", expected);
        return None;
    }
    Some(text)
}

fn number<T: FromStr>(row: &Row, column: &str, checker: &mut Checker) -> Option<T> {
    let text = row.text(column).replace(' ', "");
    if text.is_empty() {
        return None;
    }
    let number = text.parse().ok();
    if number.is_none() {
        row.report(&mut checker.problems, column, "un nombre entier");
    }
    number
}

fn finess(row: &Row, checker: &mut Checker) -> Option<String> {
    const DIGITS: usize = 9;
    let text = row.optional("finess")?;
    let is_number = text.len() == DIGITS
        && text
            .bytes()
            .enumerate()
            .all(|(at, byte)| byte.is_ascii_digit() || (at == 1 && matches!(byte, b'A' | b'B')));
    if !is_number {
        row.report(&mut checker.problems, "finess", "un numéro FINESS (9 caractères)");
    }
    is_number.then_some(text)
}

/// The point of the seat, inside the world.
fn seat(row: &Row, checker: &mut Checker) -> Option<[f64; 2]> {
    let degrees = |column: &str, most: f64| {
        let value = row.text(column).replace(',', ".").parse::<f64>().ok();
        value.filter(|value| value.abs() <= most)
    };
    if row.text("siege_lon").is_empty() && row.text("siege_lat").is_empty() {
        return None;
    }
    let (lon, lat) = (degrees("siege_lon", 180.0), degrees("siege_lat", 90.0));
    for (column, value) in [("siege_lon", lon), ("siege_lat", lat)] {
        if value.is_none() {
            row.report(&mut checker.problems, column, "des degrés, la longitude et la latitude");
        }
    }
    Some([lon?, lat?])
}

fn address(row: &Row, column: &'static str, checker: &mut Checker) -> Option<String> {
    let text = row.optional(column)?;
    if !text.starts_with("https://") && !text.starts_with("http://") {
        row.report(&mut checker.problems, column, "une adresse qui commence par https://");
    }
    Some(text)
}

/// Reports the schemes that rows name and that no table has. `known` are all of them.
pub(in crate::tables) fn check_names(
    rows: &[Row],
    known: &BTreeSet<String>,
    checker: &mut Checker,
) {
    for row in rows {
        for column in ["suite", "voir"] {
            let id = row.text(column);
            if !id.is_empty() && !known.contains(id) {
                let proposal = nearest_of(id, known.iter().map(String::as_str));
                let expected = "un identifiant de cls.csv, de cpts.csv ou de mentions.csv";
                row.report(&mut checker.problems, column, Finding::proposing(expected, proposal));
            }
        }
    }
}
