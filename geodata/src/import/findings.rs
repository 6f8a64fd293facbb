//! The problems of an import as a whole: those that nothing else reports, each said once.

use super::perimeter::Perimeter;
use super::read::{self, Field};
use super::request::Request;
use super::resolve::{self, PublishedScheme};
use crate::problem::{Problem, Severity};
use crate::tables::resolve::WITHOUT_CONTOUR;
use crate::territories::Territories;
use std::collections::{BTreeSet, HashMap};

/// Whether nothing stops the table from being written.
pub(super) fn is_sound(problems: &[Problem]) -> bool {
    problems.iter().all(|problem| problem.severity == Severity::Warning)
}

/// A warning if a list says nothing of statuses: all would be unknown.
pub(super) fn no_status(
    request: &Request,
    schemes: &[(PublishedScheme, Perimeter)],
) -> Option<Problem> {
    let oddity = "aucun statut n’est lu, et tous sont écrits «\u{a0}inconnu\u{a0}» (--champ \
                  statut=COLONNE lit celui d’une colonne)";
    let warning = read::problem_of_form(&request.name(), 0, "statut", oddity);
    resolve::no_status(schemes).then_some(Problem { severity: Severity::Warning, ..warning })
}

/// The problems, of those in a damaged cell the first one only: it names the damage.
pub(super) fn without_damaged(
    problems: Vec<Problem>,
    damaged: &BTreeSet<(u64, String)>,
) -> Vec<Problem> {
    let mut seen = BTreeSet::new();
    let is_first = |problem: &Problem| {
        let cell = (problem.line, problem.column.clone());
        !damaged.contains(&cell) || seen.insert(cell)
    };
    problems.into_iter().filter(is_first).collect()
}

/// Problems that differ by their line only, as one with their number: a list repeats a fault in
/// each row.
pub(super) fn once_each(problems: Vec<Problem>) -> Vec<Problem> {
    let mut kept: Vec<(Problem, usize)> = Vec::new();
    let mut index_of: HashMap<Problem, usize> = HashMap::new();
    for problem in problems {
        let key = Problem { line: 0, ..problem.clone() };
        match index_of.get(&key) {
            Some(index) => kept[*index].1 += 1,
            None => {
                index_of.insert(key, kept.len());
                kept.push((problem, 0));
            }
        }
    }
    let counted = |(mut problem, others): (Problem, usize)| {
        problem.expected += &match others {
            0 => String::new(),
            1 => " (et 1 autre ligne de même)".to_owned(),
            count => format!(" (et {count} autres lignes de même)"),
        };
        problem
    };
    kept.into_iter().map(counted).collect()
}

/// A problem of a file without rows, if no other one says why.
pub(super) fn empty_file(request: &Request, problems: &[Problem]) -> Option<Problem> {
    let expected = "au moins une ligne sous l’en-tête";
    problems.is_empty().then(|| read::problem_of_form(&request.name(), 0, "", expected))
}

/// Warnings about the communes of a scheme that have no contour of their own.
pub(super) fn missing_contours(
    scheme: &PublishedScheme,
    perimeter: &Perimeter,
    territories: &Territories,
) -> Vec<Problem> {
    let communes = perimeter.communes.iter().map(|index| &territories.communes[*index]);
    let missing = communes.filter(|commune| commune.surface_ha.is_none());
    missing
        .filter_map(|commune| {
            let value = format!("{}, {}", commune.code, commune.nom);
            let record = scheme.records.first()?;
            let column = record.column(Field::Communes);
            Some(record.origin.warning(column, &value, WITHOUT_CONTOUR))
        })
        .collect()
}
