//! The column `communes`: its codes and names, each resolved to a commune in force.

use super::checker::Checker;
use super::items::items;
use super::territories::KnownCommune;
use crate::tables::rows::Row;
use std::collections::HashMap;

const COLUMN: &str = "communes";

/// A commune without a contour of its own, in words.
pub(crate) const WITHOUT_CONTOUR: &str = "commune sans contour à elle\u{a0}: sa population est \
                                          comptée, sa surface reste dessinée avec la commune dont \
                                          elle a été détachée";

/// Whether communes need a contour of their own.
#[derive(Clone, Copy)]
enum Contours {
    MayLack,
    Required,
}

/// The indices of the communes that the column `communes` lists, in its order, each once. Unknown
/// ones, those listed twice and postal codes are reported; several parts of one commune are not.
/// `context` is the name of what they belong to.
pub(crate) fn communes(row: &Row, context: &str, checker: &mut Checker) -> Vec<usize> {
    known_communes(row, context, checker, Contours::MayLack)
}

/// The same of communes that are to be shown on the map, which all have a contour.
pub(crate) fn communes_with_contours(
    row: &Row,
    context: &str,
    checker: &mut Checker,
) -> Vec<usize> {
    known_communes(row, context, checker, Contours::Required)
}

fn known_communes(
    row: &Row,
    context: &str,
    checker: &mut Checker,
    contours: Contours,
) -> Vec<usize> {
    let mut indices = Vec::new();
    let mut was_former: HashMap<usize, bool> = HashMap::new();
    let written = items(row.text(COLUMN));
    let zero_first = zero_first(row.text(COLUMN));
    let read = zero_first.as_deref().map_or_else(|| written.clone(), |code| vec![code]);
    if let Some(finding) = checker.postal_doubt(&read, context) {
        row.report(&mut checker.problems, COLUMN, finding);
        return indices;
    }
    for (item, typed) in read.into_iter().zip(written) {
        let found = match contours {
            Contours::MayLack => checker.commune_of(item),
            Contours::Required => checker.commune_with_contour(item),
        };
        let report = |finding| {
            row.report_unresolved(&mut checker.problems, COLUMN, typed, finding);
        };
        let Ok(known) = found.map_err(report) else { continue };
        warn_of(row, typed, known, checker);
        match was_former.insert(known.index, known.is_former) {
            None => indices.push(known.index),
            Some(was_former) if was_former || known.is_former => {}
            Some(_) => {
                let expected = "chaque commune une seule fois";
                row.report_value(&mut checker.problems, COLUMN, typed, expected);
            }
        }
    }
    indices
}

/// Warns of a former commune, and of one without a contour.
fn warn_of(row: &Row, item: &str, known: KnownCommune, checker: &mut Checker) {
    let commune = &checker.territories.communes[known.index];
    if known.is_former {
        let oddity = format!(
            "ancien code ou ancien nom, compté comme toute la commune en vigueur {}, {}",
            commune.code, commune.nom
        );
        row.warn(&mut checker.problems, COLUMN, item, &oddity);
    }
    if !known.has_contour {
        row.warn(&mut checker.problems, COLUMN, item, WITHOUT_CONTOUR);
    }
}

/// A code that is alone in its cell, and that a spreadsheet has taken for a number: 1014 is 01014.
fn zero_first(cell: &str) -> Option<String> {
    let whole = cell.strip_suffix(".0").or_else(|| cell.strip_suffix(",0")).unwrap_or(cell);
    let is_number = whole.len() == 4 && whole.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| format!("0{whole}"))
}
