//! One table: its rows with their lines, and how a problem in a cell is reported.

use super::Checker;
use crate::error::Error;
use crate::problem::Problem;
use std::collections::HashMap;
use std::path::Path;

/// A table read whole.
pub(super) struct Table {
    rows: Vec<Row>,
    /// Problems of form found while reading.
    form: Vec<Problem>,
    /// Whether every row of the file is in `rows`, with every column.
    is_complete: bool,
}

/// One row of a table.
pub(super) struct Row {
    file: &'static str,
    line: u64,
    /// By expected column; none where the file lacks the column.
    values: HashMap<&'static str, Option<String>>,
}

impl Table {
    /// Reads `name` in `folder`; the first line must name all of `columns`, in any order.
    pub(super) fn read(
        folder: &Path,
        name: &'static str,
        columns: &'static [&'static str],
    ) -> Result<Self, Error> {
        let path = folder.join(name);
        let bytes = std::fs::read(&path).map_err(Error::file(&path))?;
        Ok(Self::parse(name, columns, &bytes))
    }

    fn parse(name: &'static str, columns: &'static [&'static str], bytes: &[u8]) -> Self {
        let mut table = Self {
            rows: Vec::new(),
            form: encoding_problem(name, bytes).into_iter().collect(),
            is_complete: true,
        };
        // Codes are ASCII: in another encoding they read the same, and the checks go on. No record
        // is lost by `flatten`: text in memory with rows of any length has no error to give.
        let text = String::from_utf8_lossy(bytes);
        let mut records = csv::ReaderBuilder::new()
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes())
            .into_records()
            .flatten();
        let headers = records.next().unwrap_or_default();
        let problems = header_problems(name, columns, &headers);
        table.is_complete = problems.is_empty();
        table.form.extend(problems);
        for record in records {
            let line = line_of(&text, record.position().map_or(0, csv::Position::byte));
            table.take(name, columns, &headers, (line, &record));
        }
        table
    }

    fn take(
        &mut self,
        name: &'static str,
        columns: &'static [&'static str],
        headers: &csv::StringRecord,
        (line, record): (u64, &csv::StringRecord),
    ) {
        if record.len() != headers.len() {
            let expected = format!(
                "{} cellules, comme l’en-tête (un texte qui contient une virgule se met entre \
                 guillemets droits)",
                headers.len()
            );
            let found = format!("{} cellules", record.len());
            self.form.push(problem(name, line, "", &found, &expected));
            self.is_complete = false;
            return;
        }
        let cell = |column: &'static str| {
            let place = headers.iter().position(|header| header == column);
            let text = place.and_then(|place| record.get(place));
            (column, text.map(|text| text.trim().to_owned()))
        };
        self.rows.push(Row {
            file: name,
            line,
            values: columns.iter().copied().map(cell).collect(),
        });
    }

    /// Whether what is not in the table is not in the file either.
    pub(super) fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// The rows of a table without a key column; problems of form are reported on the way.
    pub(super) fn rows_without_key(&mut self, problems: &mut Vec<Problem>) -> Vec<Row> {
        problems.append(&mut self.form);
        std::mem::take(&mut self.rows)
    }

    /// The rows; problems of form, empty and repeated identifiers are reported on the way.
    pub(super) fn rows(&mut self, key: &'static str, problems: &mut Vec<Problem>) -> Vec<Row> {
        let rows = self.rows_without_key(problems);
        let mut lines: HashMap<&str, u64> = HashMap::new();
        for row in &rows {
            let id = row.text(key);
            if id.is_empty() {
                row.report(problems, key, "un identifiant");
            } else if let Some(first) = lines.get(id) {
                let expected =
                    format!("un identifiant qui ne sert qu’une fois (déjà ligne {first})");
                row.report(problems, key, &expected);
            } else {
                lines.insert(id, row.line);
            }
        }
        rows
    }
}

impl Row {
    /// The value of a column, without surrounding spaces; empty when the column is missing.
    pub(super) fn text(&self, column: &str) -> &str {
        let value = self.values.get(column).and_then(Option::as_deref);
        value.unwrap_or_default()
    }

    /// Whether the table should have the column and does not.
    pub(super) fn lacks(&self, column: &str) -> bool {
        self.values.get(column).is_some_and(Option::is_none)
    }

    /// The value of a column, or none when it is empty.
    pub(super) fn optional(&self, column: &str) -> Option<String> {
        Some(self.text(column)).filter(|text| !text.is_empty()).map(ToOwned::to_owned)
    }

    /// The words of a column.
    pub(super) fn words(&self, column: &str) -> impl Iterator<Item = &str> {
        self.text(column).split_whitespace()
    }

    /// Reports the value of `column` as not being what was `expected`.
    pub(super) fn report(&self, problems: &mut Vec<Problem>, column: &str, expected: &str) {
        self.report_value(problems, column, self.text(column), expected);
    }

    /// Reports one `value` within `column`. A column that is missing was reported with the header,
    /// once: what follows from it in every row would hide the other problems.
    pub(super) fn report_value(
        &self,
        problems: &mut Vec<Problem>,
        column: &str,
        value: &str,
        expected: &str,
    ) {
        if !self.lacks(column) {
            problems.push(problem(self.file, self.line, column, value, expected));
        }
    }

    /// The identifier of the source, checked against `sources.csv`.
    pub(super) fn source(&self, checker: &mut Checker) -> String {
        let source = self.text("source");
        // Where rows of sources.csv could not be read, the fault is there.
        if checker.knows_all_sources && !checker.sources.contains_key(source) {
            self.report(&mut checker.problems, "source", "un identifiant de sources.csv");
        }
        source.to_owned()
    }
}

/// What is wrong with the first line, if anything.
fn header_problems(name: &str, columns: &[&str], headers: &csv::StringRecord) -> Vec<Problem> {
    let found = headers.iter().collect::<Vec<_>>().join(",");
    if headers.len() == 1 && found.contains(';') {
        let expected = "des cellules séparées par des virgules, non par des points-virgules";
        return vec![problem(name, 1, "", &found, expected)];
    }
    let missing = columns.iter().filter(|column| !headers.iter().any(|header| header == **column));
    missing
        .map(|column| {
            let expected = format!("une colonne «\u{a0}{column}\u{a0}»");
            problem(name, 1, "", &found, &expected)
        })
        .collect()
}

/// The first place that is not UTF-8. The encoding is that of the whole file, so once is enough.
fn encoding_problem(name: &str, bytes: &[u8]) -> Option<Problem> {
    let first = std::str::from_utf8(bytes).err()?.valid_up_to();
    let is_limit = |byte: &u8| matches!(byte, b',' | b'"' | b'\r' | b'\n');
    let start = bytes[..first].iter().rposition(is_limit);
    let end = bytes[first..].iter().position(is_limit);
    let cell = &bytes[start.map_or(0, |start| start + 1)..end.map_or(bytes.len(), |n| first + n)];
    let line = 1 + count_lines(&bytes[..first]);
    let expected = "un fichier enregistré en UTF-8 (dans un tableur\u{a0}: le format «\u{a0}CSV \
                    UTF-8\u{a0}»)";
    let found = String::from_utf8_lossy(cell);
    Some(problem(name, line, "", &found, expected))
}

/// The line of the record that begins at or after `byte`. The line that `csv` gives itself is one
/// short where lines end as on Windows.
fn line_of(text: &str, byte: u64) -> u64 {
    let rest = text.as_bytes().iter().enumerate().skip(byte as usize);
    let start =
        rest.skip_while(|(_, byte)| matches!(byte, b'\r' | b'\n')).map(|(place, _)| place).next();
    1 + count_lines(&text.as_bytes()[..start.unwrap_or(text.len())])
}

fn count_lines(bytes: &[u8]) -> u64 {
    bytes.iter().filter(|byte| **byte == b'\n').count() as u64
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<u64> {
        let table = Table::parse("t.csv", &["id"], text.as_bytes());
        table.rows.iter().map(|row| row.line).collect()
    }

    #[test]
    fn a_row_knows_the_line_that_an_editor_shows() {
        assert_eq!(lines("id\na\nb\n"), [2, 3]);
        assert_eq!(lines("id\r\na\r\nb\r\n"), [2, 3], "as on Windows");
        assert_eq!(lines("id\n\na\n\n\nb"), [3, 6], "blank lines count");
        assert_eq!(lines("id\n\"a\na\"\nb\n"), [2, 4], "a cell of two lines");
        assert_eq!(lines("\u{feff}id\na\n"), [2], "a byte order mark");
    }

    #[test]
    fn a_missing_column_is_reported_with_the_header_only() {
        let mut table = Table::parse("t.csv", &["id", "nom"], b"id\na\n");
        let mut problems = Vec::new();
        let rows = table.rows("id", &mut problems);
        assert!(rows[0].lacks("nom") && !rows[0].lacks("id"));
        rows[0].report(&mut problems, "nom", "un nom");
        assert_eq!(problems.len(), 1);
        assert!(!table.is_complete());
    }
}
