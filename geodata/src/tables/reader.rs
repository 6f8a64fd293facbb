//! One table: its rows with their lines, and how a problem in a cell is reported.

use super::Checker;
use crate::error::Error;
use crate::problem::Problem;
use std::collections::{HashMap, HashSet};
use std::path::Path;

/// A table read whole.
pub(super) struct Table {
    rows: Vec<Row>,
    /// Problems of form found while reading.
    form: Vec<Problem>,
}

/// One row of a table.
pub(super) struct Row {
    file: String,
    line: u64,
    values: HashMap<&'static str, String>,
}

impl Table {
    /// Reads `name` in `folder`; the first line must name all of `columns`, in any order.
    pub(super) fn read(
        folder: &Path,
        name: &str,
        columns: &'static [&'static str],
    ) -> Result<Self, Error> {
        let path = folder.join(name);
        let bytes = std::fs::read(&path).map_err(Error::file(&path))?;
        let mut reader = csv::ReaderBuilder::new()
            .flexible(true)
            .from_reader(bytes.as_slice());
        let mut table = Self {
            rows: Vec::new(),
            form: Vec::new(),
        };
        let headers = match reader.headers() {
            Ok(headers) => headers.clone(),
            Err(error) => return Err(Error::form(&path, error)),
        };
        for column in columns
            .iter()
            .filter(|column| !headers.iter().any(|header| header == **column))
        {
            let expected = format!("une colonne « {column} »");
            let found = headers.iter().collect::<Vec<_>>().join(",");
            table.form.push(problem(name, 1, "", &found, &expected));
        }
        for record in reader.records() {
            match record {
                Ok(record) => table.take(name, columns, &headers, &record),
                Err(error) => {
                    let line = error.position().map_or(0, csv::Position::line);
                    let expected = "une ligne de texte UTF-8, séparée par des virgules";
                    table
                        .form
                        .push(problem(name, line, "", &error.to_string(), expected));
                }
            }
        }
        Ok(table)
    }

    fn take(
        &mut self,
        name: &str,
        columns: &'static [&'static str],
        headers: &csv::StringRecord,
        record: &csv::StringRecord,
    ) {
        let line = record.position().map_or(0, csv::Position::line);
        if record.len() != headers.len() {
            let expected = format!("{} cellules, comme l’en-tête", headers.len());
            let found = format!("{} cellules", record.len());
            self.form.push(problem(name, line, "", &found, &expected));
            return;
        }
        let cell = |column: &'static str| {
            let place = headers.iter().position(|header| header == column)?;
            Some((column, record.get(place)?.trim().to_owned()))
        };
        let values = columns.iter().copied().filter_map(cell).collect();
        self.rows.push(Row {
            file: name.to_owned(),
            line,
            values,
        });
    }

    /// The rows of a table without a key column; problems of form are reported on the way.
    pub(super) fn rows_without_key(&mut self, problems: &mut Vec<Problem>) -> Vec<Row> {
        problems.append(&mut self.form);
        std::mem::take(&mut self.rows)
    }

    /// The rows; problems of form, empty and repeated identifiers are reported on the way.
    pub(super) fn rows(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Vec<Row> {
        let rows = self.rows_without_key(problems);
        let mut known = HashSet::new();
        for row in &rows {
            let id = row.text(key);
            if id.is_empty() {
                row.report(problems, key, "un identifiant");
            } else if !known.insert(id.to_owned()) {
                row.report(problems, key, "un identifiant qui ne sert qu’une fois");
            }
        }
        rows
    }
}

impl Row {
    /// The value of a column, without surrounding spaces; empty when the column is missing.
    pub(super) fn text(&self, column: &str) -> &str {
        self.values.get(column).map_or("", String::as_str)
    }

    /// The value of a column, or none when it is empty.
    pub(super) fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column))
            .filter(|text| !text.is_empty())
            .map(ToOwned::to_owned)
    }

    /// The words of a column.
    pub(super) fn words(&self, column: &str) -> impl Iterator<Item = &str> {
        self.text(column).split_whitespace()
    }

    /// Reports the value of `column` as not being what was `expected`.
    pub(super) fn report(&self, problems: &mut Vec<Problem>, column: &str, expected: &str) {
        self.report_value(problems, column, self.text(column), expected);
    }

    /// Reports one `value` within `column`.
    pub(super) fn report_value(
        &self,
        problems: &mut Vec<Problem>,
        column: &str,
        value: &str,
        expected: &str,
    ) {
        problems.push(problem(&self.file, self.line, column, value, expected));
    }

    /// The identifier of the source, checked against `sources.csv`.
    pub(super) fn source(&self, checker: &mut Checker) -> String {
        let source = self.text("source");
        if !checker.sources.contains_key(source) {
            self.report(
                &mut checker.problems,
                "source",
                "un identifiant de sources.csv",
            );
        }
        source.to_owned()
    }
}

fn problem(file: &str, line: u64, column: &str, value: &str, expected: &str) -> Problem {
    Problem {
        file: file.to_owned(),
        line,
        column: column.to_owned(),
        value: value.to_owned(),
        expected: expected.to_owned(),
    }
}
