//! One table: its rows with their lines, whatever separates and encodes them.

use super::damages::Damages;
use super::footer::{FOOTER_EXPECTED, footer};
use super::personal::personal;
use super::row::{Row, problem};
use super::workbook::{self, Content, TextRow};
use super::{delimiter, encoding, header};
use crate::error::Error;
use crate::files::{File, Files};
use crate::names::normalized;
use crate::problem::{Finding, Problem, Severity};
use crate::sheet_columns::SheetColumns;
use std::collections::HashMap;
use std::sync::Arc;

/// The largest file that is read; our largest table is a hundredth of it.
const LARGEST_BYTES: u64 = 20_000_000;

/// A table read whole.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
    /// Problems of form found while reading.
    form: Vec<Problem>,
    /// Whether every row of the file is in `rows`, with every column.
    is_complete: bool,
    /// The sheet that it was read from; none of a text file.
    sheet: Option<SheetColumns>,
}

/// The row that names the columns.
struct Header {
    line: u64,
    typed: Vec<String>,
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
        let workbook = workbook_beside(name, files);
        let mut table = match files.file(name, LARGEST_BYTES)? {
            File::Missing if let Some(workbook) = &workbook => {
                return Self::read_workbook(files, workbook, columns, optional);
            }
            File::Missing => {
                Self::refused(problem(name, 0, "", "fichier introuvable", "une table"))
            }
            File::TooLarge(bytes) => Self::refused(too_large(name, bytes)),
            File::Bytes(bytes) => Self::parse(name, columns, optional, &bytes),
        };
        table.form.extend(workbook.map(|workbook| {
            let oddity = format!("classeur laissé de côté, puisque {name} est là");
            let warning = problem(&workbook, 0, "", &workbook, oddity);
            Problem { severity: Severity::Warning, ..warning }
        }));
        Ok(table)
    }

    fn read_workbook(
        files: &Files,
        name: &str,
        columns: &'static [&'static str],
        optional: &[&'static str],
    ) -> Result<Self, Error> {
        Ok(match files.file(name, LARGEST_BYTES)? {
            File::TooLarge(bytes) => Self::refused(too_large(name, bytes)),
            File::Bytes(bytes) => Self::of_workbook(name, columns, optional, &bytes),
            File::Missing => Self::default(),
        })
    }

    /// A table of which nothing can be read, for one reason.
    fn refused(problem: Problem) -> Self {
        Self { form: vec![problem], ..Self::default() }
    }

    /// A table in a text file.
    fn parse(
        name: &str,
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
        let mut records = delimiter::records(&text, delimiter);
        let typed = records.next().map(|row| row.cells).unwrap_or_default();
        let headers: Vec<String> = typed.iter().map(|cell| delimiter::column_name(cell)).collect();
        if let Some(problem) = header::no_header(name, columns, optional, &headers, &text) {
            return Self::refused(problem);
        }
        // Codes are ASCII: where some letters are damaged they read the same, and the checks go on.
        let mut table = Self { form: damage.into_iter().collect(), ..Self::default() };
        table.form.extend(old_encoding.map(|encoding| old_encoding_warning(name, encoding)));
        table.take_records(name, columns, optional, &Header { line: 1, typed }, records);
        table
    }

    /// A table in a workbook: the sheet that names the most of its columns, in one of its first rows.
    fn of_workbook(
        name: &str,
        columns: &'static [&'static str],
        optional: &[&'static str],
        bytes: &[u8],
    ) -> Self {
        let Some(Content { sheets, names }) = workbook::whole_content(bytes, None) else {
            return Self::refused(problem(
                name,
                0,
                "",
                workbook::UNREADABLE_WORKBOOK,
                workbook::WORKBOOK_EXPECTED,
            ));
        };
        let best = sheets.into_iter().filter_map(|sheet| header::in_sheet(sheet, columns));
        // The first of the best.
        let Some(sheet) = best.reduce(|best, one| if one.named > best.named { one } else { best })
        else {
            let expected = format!("une feuille qui nomme les colonnes {}", columns.join(", "));
            return Self::refused(problem(name, 0, "", &names.join(", "), expected));
        };
        let file = format!("{name}, feuille «\u{a0}{}\u{a0}»", sheet.name);
        let mut rows = sheet.rows.into_iter();
        let first = rows.next();
        let (line, typed) = first.map(|row| (row.line, row.cells)).unwrap_or_default();
        let names = typed.iter().map(|cell| delimiter::column_name(cell)).collect();
        let mut table =
            Self { sheet: Some(SheetColumns { file: file.clone(), names }), ..Self::default() };
        table.take_records(&file, columns, optional, &Header { line, typed }, rows);
        table
    }

    fn take_records(
        &mut self,
        name: &str,
        columns: &'static [&'static str],
        optional: &[&'static str],
        header: &Header,
        records: impl Iterator<Item = TextRow>,
    ) {
        let headers: Vec<String> =
            header.typed.iter().map(|cell| delimiter::column_name(cell)).collect();
        let problems = header::problems(name, header.line, columns, optional, &header.typed);
        // Letters that could not be decoded were reported with the file.
        let is_decoded = self.form.iter().all(|one| one.severity == Severity::Warning);
        self.is_complete = problems.is_empty();
        self.form.extend(problems);
        // Spreadsheets write rows and columns that were used once and emptied.
        let is_filled = |row: &TextRow| row.cells.iter().any(|cell| !cell.trim().is_empty());
        let is_expected = |column: &&&'static str| {
            headers.iter().any(|header| header == **column) || !optional.contains(*column)
        };
        let expected: Vec<&'static str> = columns.iter().filter(is_expected).copied().collect();
        let damages = self.take_rows(name, &expected, &headers, records.filter(is_filled));
        self.form.extend(damages.problems(name, is_decoded));
    }

    /// Takes the rows below the header but for footers, which are reported; their damaged cells.
    fn take_rows(
        &mut self,
        name: &str,
        columns: &[&'static str],
        headers: &[String],
        records: impl Iterator<Item = TextRow>,
    ) -> Damages {
        let mut damages = Damages::default();
        let file: Arc<str> = name.into();
        for TextRow { line, cells } in records {
            if let Some(value) = footer(cells.iter().map(String::as_str)) {
                self.form.push(problem(name, line, "", value, FOOTER_EXPECTED));
                continue;
            }
            damages.take(line, headers, cells.iter().map(String::as_str));
            let named = headers.iter().zip(&cells);
            let personal = named.filter_map(|(column, cell)| personal(name, line, column, cell));
            self.form.extend(personal);
            self.take(&file, columns, headers, line, &cells);
        }
        damages
    }

    fn take(
        &mut self,
        file: &Arc<str>,
        columns: &[&'static str],
        headers: &[String],
        line: u64,
        cells: &[String],
    ) {
        if cells.len() != headers.len() {
            let expected = format!(
                "{} cellules, comme l’en-tête (un texte qui contient une virgule se met entre \
                 guillemets droits)",
                headers.len()
            );
            let found = format!("{} cellules", cells.len());
            self.form.push(problem(file, line, "", &found, expected));
            self.is_complete = false;
            return;
        }
        let cell = |column: &'static str| {
            let index = headers.iter().position(|header| header == column);
            let text = index.and_then(|index| cells.get(index));
            (column, text.map(|text| plain_spaces(text)))
        };
        let values = columns.iter().copied().map(cell).collect();
        self.rows.push(Row::new(Arc::clone(file), line, values));
    }

    /// The sheet that the table was read from; none of a text file.
    pub(crate) fn sheet(&self) -> Option<&SheetColumns> {
        self.sheet.as_ref()
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

/// The workbook that a table may be kept in instead: `cls.xlsx` for `cls.csv`.
fn workbook_beside(name: &str, files: &Files) -> Option<String> {
    let stem = name.strip_suffix(".csv")?;
    let names = ["xlsx", "xlsb", "xls", "ods"].map(|extension| format!("{stem}.{extension}"));
    names.into_iter().find(|name| files.has(name))
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
