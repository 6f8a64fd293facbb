//! Two columns of one name, of which only one can be read.

use super::fields::Columns;
use super::input::problem_of_form;
use crate::names::normalized;
use crate::problem::Problem;
use crate::tables::rows::TextRow;

/// The columns that have the name of one that is read, and that say something else in some row.
pub(super) fn columns(rows: &[TextRow], names: &[String], columns: &Columns) -> Vec<usize> {
    let is_same = |one: usize, other: usize| normalized(&names[one]) == normalized(&names[other]);
    let cell = |row: &TextRow, index: usize| row.cells.get(index).cloned().unwrap_or_default();
    let differs = |row: &TextRow, one: usize, other: usize| {
        let text = cell(row, other);
        !text.is_empty() && text != cell(row, one)
    };
    let is_twin = |other: &usize| {
        let mut twins = columns.known.iter().filter(|(_, index)| is_same(*index, *other));
        twins.any(|(_, index)| rows.iter().any(|row| differs(row, *index, *other)))
    };
    columns.others.iter().copied().filter(is_twin).collect()
}

/// One problem for each of the columns `doubled`.
pub(super) fn problems(file: &str, line: u64, names: &[String], doubled: &[usize]) -> Vec<Problem> {
    let problem = |index: &usize| {
        let expected = format!(
            "chaque colonne une seule fois, quand leurs cellules diffèrent (renommer l’une, ou \
             --ignorer \"colonne {}\")",
            index + 1
        );
        problem_of_form(file, line, &names[*index], expected)
    };
    doubled.iter().map(problem).collect()
}
