//! The content of a published file, be it a list or a layer.

use super::fields::Columns;
use super::record::Record;
use crate::import::report::counted;
use crate::problem::{Finding, Problem};
use crate::sheet_columns::SheetColumns;
use std::collections::BTreeSet;

/// The records of a published file, with the problems and the report of reading it.
#[derive(Default)]
pub(crate) struct Input {
    pub(crate) records: Vec<Record>,
    pub(crate) problems: Vec<Problem>,
    pub(crate) report_lines: Vec<String>,
    /// The line and the column of each damaged cell of a list: it was reported, once.
    pub(crate) damaged: BTreeSet<(u64, String)>,
    /// The line of the header of a list.
    pub(crate) header_line: u64,
    /// The names of the columns of a list.
    pub(crate) columns: Vec<String>,
    /// The sheet of a workbook that was read.
    pub(crate) sheet: Option<SheetColumns>,
    /// The columns of a list that nothing is read from.
    pub(crate) others: Vec<OtherColumn>,
    /// The number of features that nothing is read from.
    pub(crate) left_aside: usize,
}

/// A column of a list that nothing is read from.
pub(crate) struct OtherColumn {
    /// Its name, or « colonne 4 ».
    pub(crate) name: String,
    /// Whether the list names it.
    pub(crate) is_named: bool,
    /// Its cells that are not empty, each with its line.
    pub(crate) cells: Vec<(u64, String)>,
}

impl Input {
    /// Reports the features of a layer that nothing is read from, of so many. Where there is no
    /// other one, that is an error.
    pub(super) fn leave_aside(&mut self, warnings: Vec<Problem>, features: usize, file: &str) {
        self.left_aside = warnings.len();
        if self.left_aside > 0 {
            let count = counted(self.left_aside, "entité laissée", "entités laissées");
            self.report_lines.push(format!(
                "{count} de côté sur {features}, sans périmètre qui se lise (voir plus bas)."
            ));
        }
        if self.left_aside > 0 && self.records.is_empty() && self.problems.is_empty() {
            let expected = "au moins un périmètre\u{a0}: Polygon ou MultiPolygon";
            self.problems.push(problem_of_form(file, 0, "aucun", expected));
        }
        self.problems.extend(warnings);
    }

    /// Reports the columns that were recognised, left aside and missing.
    pub(super) fn report_columns(
        &mut self,
        names: &[String],
        columns: &Columns,
        file: &str,
        line: u64,
    ) {
        let quoted = |index: &usize| format!("«\u{a0}{}\u{a0}»", names[*index]);
        let known: Vec<String> = columns
            .known
            .iter()
            .map(|(field, index)| format!("{} dans {}", field.code(), quoted(index)))
            .collect();
        self.report_lines.push(format!("Colonnes lues\u{a0}: {}.", known.join(", ")));
        if !columns.others.is_empty() {
            let others: Vec<String> = columns.others.iter().map(quoted).collect();
            self.report_lines
                .push(format!("Colonnes laissées de côté\u{a0}: {}.", others.join(", ")));
        }
        if !columns.ignored.is_empty() {
            let ignored: Vec<String> = columns.ignored.iter().map(quoted).collect();
            let ignored = ignored.join(", ");
            self.report_lines
                .push(format!("Colonnes laissées de côté à la demande\u{a0}: {ignored}."));
        }
        for missing in &columns.missing {
            let expected = format!("une colonne parmi {}", names.join(", "));
            self.problems.push(problem_of_form(file, line, missing, expected));
        }
    }
}

/// A problem of a file or an option as a whole.
pub(crate) fn problem_of_form(
    file: &str,
    line: u64,
    value: &str,
    expected: impl Into<Finding>,
) -> Problem {
    let Finding { expected, proposal } = expected.into();
    let (file, value) = (file.to_owned(), value.to_owned());
    Problem { file, line, value, expected, proposal, ..Problem::default() }
}
