//! One table: its rows with their lines, whatever separates and encodes them.

use super::damages::Damages;
use super::footer::{FOOTER_EXPECTED, footer};
use super::personal::personal;
use super::row::{Row, problem};
use super::{delimiter, encoding, header};
use crate::error::Error;
use crate::files::{File, Files};
use crate::names::normalized;
use crate::problem::{Finding, Problem, Severity};
use std::collections::HashMap;

/// The largest file that is read; our largest table is a hundredth of it.
const LARGEST_BYTES: u64 = 20_000_000;

/// A table read whole.
pub(crate) struct Table {
    rows: Vec<Row>,
    /// Problems of form found while reading.
    form: Vec<Problem>,
    /// Whether every row of the file is in `rows`, with every column.
    is_complete: bool,
}

impl Table {
    /// Reads `name` among `files`; the first line must name all of `columns`, in any order.
    pub(crate) fn read(
        files: &Files,
        name: &'static str,
        columns: &'static [&'static str],
    ) -> Result<Self, Error> {
        Self::read_with(files, name, columns, &[])
    }

    /// The same of a table that may lack the `optional` ones of its columns.
    pub(crate) fn read_with(
        files: &Files,
        name: &'static str,
        columns: &'static [&'static str],
        optional: &[&'static str],
    ) -> Result<Self, Error> {
        Ok(match files.file(name, LARGEST_BYTES)? {
            File::Missing => {
                Self::refused(problem(name, 0, "", "fichier introuvable", "une table"))
            }
            File::TooLarge(bytes) => Self::refused(too_large(name, bytes)),
            File::Bytes(bytes) => Self::parse(name, columns, optional, &bytes),
        })
    }

    /// A table of which nothing can be read, for one reason.
    fn refused(problem: Problem) -> Self {
        Self { rows: Vec::new(), form: vec![problem], is_complete: false }
    }

    fn parse(
        name: &'static str,
        columns: &'static [&'static str],
        optional: &[&'static str],
        bytes: &[u8],
    ) -> Self {
        let encoding::Text { text, error, old_encoding } = encoding::decode(bytes);
        let damage = error.map(|error| problem(name, error.line, "", &error.value, error.expected));
        if let Some(problem) = damage.clone().filter(|problem| problem.line == 0) {
            return Self::refused(problem);
        }
        let delimiter = delimiter::delimiter(&text, columns);
        if let Some(cell) = delimiter::broken_quoting(&text, delimiter) {
            let expected = "une cellule que ferme un second guillemet droit (dans le texte d’une \
                            cellule, un guillemet droit s’écrit deux fois)";
            return Self::refused(problem(name, cell.line, "", &cell.text, expected));
        }
        // Codes are ASCII: where some letters are damaged they read the same, and the checks go on.
        let mut table =
            Self { rows: Vec::new(), form: damage.into_iter().collect(), is_complete: true };
        table.form.extend(old_encoding.map(|encoding| old_encoding_warning(name, encoding)));
        table.take_records(name, columns, optional, &text, delimiter);
        table
    }

    fn take_records(
        &mut self,
        name: &'static str,
        columns: &'static [&'static str],
        optional: &[&'static str],
        text: &str,
        delimiter: u8,
    ) {
        // No record is lost by `flatten`: text in memory with rows of any length has no error to
        // give.
        let mut records = csv::ReaderBuilder::new()
            .delimiter(delimiter)
            .flexible(true)
            .has_headers(false)
            .from_reader(text.as_bytes())
            .into_records()
            .flatten();
        let typed = records.next().unwrap_or_default();
        let headers: Vec<String> = typed.iter().map(delimiter::column_name).collect();
        if let Some(problem) = header::no_header(name, columns, optional, &headers, text) {
            *self = Self::refused(problem);
            return;
        }
        let problems = header::problems(name, columns, optional, &typed);
        // Letters that could not be decoded were reported with the file.
        let is_decoded = self.form.iter().all(|one| one.severity == Severity::Warning);
        self.is_complete = problems.is_empty();
        self.form.extend(problems);
        // Spreadsheets write rows and columns that were used once and emptied.
        let is_filled =
            |record: &csv::StringRecord| record.iter().any(|cell| !cell.trim().is_empty());
        let is_expected = |column: &&&'static str| {
            headers.iter().any(|header| header == **column) || !optional.contains(*column)
        };
        let expected: Vec<&'static str> = columns.iter().filter(is_expected).copied().collect();
        let damages = self.take_rows(name, &expected, &headers, text, records.filter(is_filled));
        self.form.extend(damages.problems(name, is_decoded));
    }

    /// Takes the rows below the header but for footers, which are reported; their damaged cells.
    fn take_rows(
        &mut self,
        name: &'static str,
        columns: &[&'static str],
        headers: &[String],
        text: &str,
        records: impl Iterator<Item = csv::StringRecord>,
    ) -> Damages {
        let mut damages = Damages::default();
        let mut lines = Lines::new(text);
        for record in records {
            let line = lines.of(record.position().map_or(0, csv::Position::byte));
            if let Some(value) = footer(record.iter()) {
                self.form.push(problem(name, line, "", value, FOOTER_EXPECTED));
                continue;
            }
            damages.take(line, headers, record.iter());
            let cells = headers.iter().zip(record.iter());
            let personal = cells.filter_map(|(column, cell)| personal(name, line, column, cell));
            self.form.extend(personal);
            self.take(name, columns, headers, line, &record);
        }
        damages
    }

    fn take(
        &mut self,
        name: &'static str,
        columns: &[&'static str],
        headers: &[String],
        line: u64,
        record: &csv::StringRecord,
    ) {
        if record.len() != headers.len() {
            let expected = format!(
                "{} cellules, comme l’en-tête (un texte qui contient une virgule se met entre \
                 guillemets droits)",
                headers.len()
            );
            let found = format!("{} cellules", record.len());
            self.form.push(problem(name, line, "", &found, expected));
            self.is_complete = false;
            return;
        }
        let cell = |column: &'static str| {
            let index = headers.iter().position(|header| header == column);
            let text = index.and_then(|index| record.get(index));
            (column, text.map(plain_spaces))
        };
        let values = columns.iter().copied().map(cell).collect();
        self.rows.push(Row::new(name, line, values));
    }

    /// Whether every row of the file is in the table.
    pub(crate) fn is_complete(&self) -> bool {
        self.is_complete
    }

    /// The rows of a table whose rows have no identifier; problems of form are reported on the way.
    pub(crate) fn rows_without_id(&mut self, problems: &mut Vec<Problem>) -> Vec<Row> {
        problems.append(&mut self.form);
        std::mem::take(&mut self.rows)
    }

    /// The rows; problems of form, empty and repeated identifiers are reported on the way.
    pub(crate) fn rows(
        &mut self,
        id_column: &'static str,
        problems: &mut Vec<Problem>,
    ) -> Vec<Row> {
        let rows = self.rows_without_id(problems);
        let mut lines: HashMap<&str, u64> = HashMap::new();
        for row in &rows {
            let id = row.text(id_column);
            if id.is_empty() {
                row.report(problems, id_column, "un identifiant");
            } else if !is_identifier(id) {
                let proposal = Some(identifier_like(id)).filter(|near| !near.is_empty());
                let finding = Finding::proposing(ID_EXPECTED, proposal);
                row.report(problems, id_column, finding);
            } else if let Some(first) = lines.get(id) {
                let expected =
                    format!("un identifiant qui ne sert qu’une fois (déjà ligne {first})");
                row.report(problems, id_column, expected);
            } else {
                lines.insert(id, row.line());
            }
        }
        rows
    }
}

const ID_EXPECTED: &str = "un identifiant en lettres minuscules sans accent, chiffres et tirets";

/// Whether `id` can stand in an address and in a file name.
fn is_identifier(id: &str) -> bool {
    id.bytes().all(|byte| matches!(byte, b'a'..=b'z' | b'0'..=b'9' | b'-'))
}

/// The identifier that `id` probably means.
fn identifier_like(id: &str) -> String {
    let words = normalized(id).replace(' ', "-");
    words.chars().filter(|char| char.is_ascii_alphanumeric() || *char == '-').collect()
}

fn too_large(name: &str, bytes: u64) -> Problem {
    const BYTES_PER_MB: u64 = 1_000_000;
    let expected = format!("un fichier de {} Mo au plus", LARGEST_BYTES / BYTES_PER_MB);
    problem(name, 0, "", &format!("{} Mo", bytes.div_ceil(BYTES_PER_MB)), expected)
}

/// The text of a cell with ordinary spaces, none at its ends.
fn plain_spaces(cell: &str) -> String {
    cell.trim().replace(['\u{a0}', '\u{202f}'], " ")
}

fn old_encoding_warning(name: &str, encoding: &str) -> Problem {
    let warning = problem(name, 0, "", encoding, encoding::OLD_ENCODING);
    Problem { severity: Severity::Warning, ..warning }
}

/// The lines of records, whose offsets only grow: the text is counted through once. The line that
/// `csv` gives itself is one short where lines end as on Windows.
struct Lines<'a> {
    bytes: &'a [u8],
    counted: usize,
    line: u64,
}

impl<'a> Lines<'a> {
    fn new(text: &'a str) -> Self {
        Self { bytes: text.as_bytes(), counted: 0, line: 1 }
    }

    /// The line of the record that begins at or after `byte`.
    fn of(&mut self, byte: u64) -> u64 {
        let rest = self.bytes.get(byte as usize..).unwrap_or_default();
        let ends = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        let start = byte as usize + ends;
        self.line += delimiter::line_at(&self.bytes[self.counted..], start - self.counted) - 1;
        self.counted = start;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(text: &str) -> Table {
        Table::parse("t.csv", &["id", "nom"], &[], text.as_bytes())
    }

    fn lines(text: &str) -> Vec<u64> {
        let table = Table::parse("t.csv", &["id"], &[], text.as_bytes());
        table.rows.iter().map(Row::line).collect()
    }

    #[test]
    fn a_row_knows_the_line_that_an_editor_shows() {
        assert_eq!(lines("id\na\nb\n"), [2, 3]);
        assert_eq!(lines("id\r\na\r\nb\r\n"), [2, 3], "as on Windows");
        assert_eq!(lines("id\ra\rb\r"), [2, 3], "as on old Macs");
        assert_eq!(lines("id\n\na\n\n\nb"), [3, 6], "blank lines count");
        assert_eq!(lines("id\n\"a\na\"\nb\n"), [2, 4], "a cell of two lines");
        assert_eq!(lines("\u{feff}id\na\n"), [2], "a byte order mark");
    }

    #[test]
    fn a_missing_column_is_reported_with_the_header_only() {
        let mut table = table("id\na\n");
        let mut problems = Vec::new();
        let rows = table.rows("id", &mut problems);
        assert!(rows[0].lacks("nom") && !rows[0].lacks("id"));
        rows[0].report(&mut problems, "nom", "un nom");
        assert_eq!(problems.len(), 1);
        assert!(!table.is_complete());
    }

    #[test]
    fn emptied_rows_and_columns_are_left_out() {
        let table = table("id;nom;;\na;A;;\n;;;\n");
        assert!(table.form.is_empty());
        assert_eq!(table.rows.len(), 1);
    }

    #[test]
    fn stray_spaces_do_not_count() {
        let table = table(" Id ,\u{a0}nom\n a ,\u{202f}CLS\u{a0}Lyon \n");
        assert!(table.form.is_empty());
        assert_eq!((table.rows[0].text("id"), table.rows[0].text("nom")), ("a", "CLS Lyon"));
    }
}
