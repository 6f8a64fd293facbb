//! The column `communes`: its codes and names, each resolved to a commune in force.

use super::checker::Checker;
use super::items::items;
use crate::tables::rows::Row;
use std::collections::HashMap;

const COLUMN: &str = "communes";

/// The indices of the communes that the column `communes` lists, in its order, each once. Unknown
/// ones and those listed twice are reported; several parts of one commune are not.
pub(crate) fn communes(row: &Row, checker: &mut Checker) -> Vec<usize> {
    let mut indices = Vec::new();
    let mut was_former: HashMap<usize, bool> = HashMap::new();
    let zero_first = zero_first(row.text(COLUMN));
    let cell = zero_first.as_deref().unwrap_or(row.text(COLUMN));
    for item in items(cell) {
        let known = match checker.commune_of(item) {
            Ok(known) => known,
            Err(finding) => {
                row.report_unresolved(&mut checker.problems, COLUMN, item, finding);
                continue;
            }
        };
        let commune = &checker.territories.communes[known.index];
        if known.is_former {
            let oddity = format!(
                "ancien code ou ancien nom, compté comme toute la commune en vigueur {}, {}",
                commune.code, commune.nom
            );
            row.warn(&mut checker.problems, COLUMN, item, &oddity);
        }
        match was_former.insert(known.index, known.is_former) {
            None => indices.push(known.index),
            Some(was_former) if was_former || known.is_former => {}
            Some(_) => {
                let expected = "chaque commune une seule fois";
                row.report_value(&mut checker.problems, COLUMN, item, expected);
            }
        }
    }
    indices
}

/// A code that is alone in its cell, and that a spreadsheet has taken for a number: 1014 is 01014.
fn zero_first(cell: &str) -> Option<String> {
    let is_number = cell.len() == 4 && cell.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| format!("0{cell}"))
}
