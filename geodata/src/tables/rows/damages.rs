//! The damaged cells of a file, by cause.

use super::damage::{Damage, damage, finding};
use super::header::few;
use super::row::problem;
use crate::problem::Problem;
use std::collections::{BTreeMap, BTreeSet};

/// The damaged cells found so far.
#[derive(Default)]
pub(crate) struct Damages {
    cells: BTreeMap<Damage, Vec<Cell>>,
}

struct Cell {
    line: u64,
    column: String,
    text: String,
}

impl Damages {
    /// Examines one cell.
    pub(crate) fn examine(&mut self, line: u64, column: &str, text: &str) {
        if let Some(damage) = damage(text) {
            let cell = Cell { line, column: column.to_owned(), text: text.trim().to_owned() };
            self.cells.entry(damage).or_default().push(cell);
        }
    }

    /// The line and the column of each damaged cell.
    pub(crate) fn cells(&self) -> BTreeSet<(u64, String)> {
        let cells = self.cells.values().flatten();
        cells.map(|cell| (cell.line, cell.column.clone())).collect()
    }

    /// Examines the cells of a row.
    pub(super) fn take<'a>(
        &mut self,
        line: u64,
        headers: &[String],
        cells: impl Iterator<Item = &'a str>,
    ) {
        for (index, text) in cells.enumerate() {
            self.examine(line, headers.get(index).map_or("", String::as_str), text);
        }
    }

    /// The problems, one for each cause where there are many. In a file that is not decoded
    /// (`is_decoded` is false), characters that replace others are no news.
    pub(crate) fn problems(mut self, file: &str, is_decoded: bool) -> Vec<Problem> {
        if !is_decoded {
            self.cells.remove(&Damage::Replacement);
        }
        let cause = |(damage, cells): (Damage, Vec<Cell>)| {
            let problems = cells.iter().map(|Cell { line, column, text }| {
                problem(file, *line, column, text, finding(text, damage))
            });
            few(problems.collect(), "cellules")
        };
        self.cells.into_iter().flat_map(cause).collect()
    }
}
