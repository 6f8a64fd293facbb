//! Cells that several tables of facts have in common.

use crate::names::normalized;
use crate::tables::resolve::Checker;
use crate::tables::resolve::items;
use crate::tables::rows::Row;
use crate::territories::{Department, Region, Territories};
use map::served::Source;
use map::{DepartmentCode, RegionCode};
use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, IntoDeserializer};

pub(super) const REGION_EXPECTED: &str = "le code ou le nom d’une région du COG 2026";
pub(super) const DEPARTMENT_EXPECTED: &str = "le code ou le nom d’un département du COG 2026";

/// The texts of a list are separated by this, since they hold commas and semicolons.
const SEPARATOR: char = '|';

/// A text that must be there.
pub(super) fn text(row: &Row, column: &str, checker: &mut Checker) -> String {
    if row.text(column).is_empty() {
        row.report(&mut checker.problems, column, "un texte");
    }
    row.text(column).to_owned()
}

/// A list of texts, which may be empty.
pub(super) fn list(row: &Row, column: &str) -> Vec<String> {
    parts(row.text(column), SEPARATOR)
}

/// The texts between separators, without those that are empty.
pub(super) fn parts(text: &str, separator: char) -> Vec<String> {
    let parts = text.split(separator).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

/// A list of texts, one at least.
pub(super) fn texts(row: &Row, column: &str, checker: &mut Checker) -> Vec<String> {
    let texts = list(row, column);
    if texts.is_empty() {
        let expected = "un ou plusieurs textes, séparés par une barre verticale |";
        row.report(&mut checker.problems, column, expected);
    }
    texts
}

/// The value among `choices` that a cell names. Each of them is the served name of a `T`.
pub(super) fn choice<T: DeserializeOwned>(
    row: &Row,
    column: &str,
    choices: &[&'static str],
    checker: &mut Checker,
) -> Option<T> {
    let named = Some(row.text(column)).filter(|text| choices.contains(text));
    let value = named.and_then(from_name);
    if value.is_none() {
        let expected = alternatives(choices);
        row.report_choice(&mut checker.problems, column, &expected, choices);
    }
    value
}

/// The value whose served name is `name`.
fn from_name<T: DeserializeOwned>(name: &str) -> Option<T> {
    let name: StrDeserializer<serde::de::value::Error> = name.into_deserializer();
    T::deserialize(name).ok()
}

/// « a, b ou c ».
fn alternatives(choices: &[&str]) -> String {
    match choices {
        [] => String::new(),
        [only] => (*only).to_owned(),
        [first @ .., last] => format!("{} ou {last}", first.join(", ")),
    }
}

/// The date of the row, if any. Without one, its source must have one.
pub(super) fn date(row: &Row, checker: &mut Checker) -> Option<String> {
    let is_undated = |source: &&Source| source.date.is_none() && source.date_releve.is_none();
    let source = checker.sources.get(row.text("source"));
    if row.text("date").is_empty() && source.filter(is_undated).is_some() {
        let expected = "une date AAAA, AAAA-MM ou AAAA-MM-JJ, ou une source qui en a une";
        row.report(&mut checker.problems, "date", expected);
    }
    row.date("date", &mut checker.problems)
}

/// A region, or none when the cell is empty.
pub(super) fn region(row: &Row, checker: &mut Checker) -> Option<RegionCode> {
    let text = row.text("region");
    let known = region_of(text, checker.territories);
    if known.is_none() && !text.is_empty() {
        row.report(&mut checker.problems, "region", REGION_EXPECTED);
    }
    known
}

/// A region that must be there.
pub(super) fn required_region(row: &Row, checker: &mut Checker) -> Option<RegionCode> {
    if row.text("region").is_empty() {
        row.report(&mut checker.problems, "region", REGION_EXPECTED);
    }
    region(row, checker)
}

/// The departments that a column lists.
pub(super) fn departments(row: &Row, column: &str, checker: &mut Checker) -> Vec<DepartmentCode> {
    let mut departments = Vec::new();
    for item in items(row.text(column)) {
        match department_of(item, checker.territories) {
            Some(code) => departments.push(code),
            None => row.report_value(&mut checker.problems, column, item, DEPARTMENT_EXPECTED),
        }
    }
    departments
}

/// The region of that code or name.
pub(super) fn region_of(text: &str, territories: &Territories) -> Option<RegionCode> {
    let is_named =
        |one: &&Region| one.code.as_str() == text || normalized(&one.nom) == normalized(text);
    territories.regions.iter().find(is_named).map(|one| one.code.clone())
}

/// The department of that code or name.
pub(super) fn department_of(text: &str, territories: &Territories) -> Option<DepartmentCode> {
    let is_named =
        |one: &&Department| one.code.as_str() == text || normalized(&one.nom) == normalized(text);
    territories.departements.iter().find(is_named).map(|one| one.code.clone())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_named_as_in_a_sentence() {
        assert_eq!(alternatives(&["clos"]), "clos");
        assert_eq!(alternatives(&["clos", "ouvert"]), "clos ou ouvert");
        assert_eq!(alternatives(&["a", "b", "c"]), "a, b ou c");
    }
}
