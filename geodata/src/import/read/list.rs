//! A published list: rows under a header that may stand below a title.

use super::doubled;
use super::fields::{Columns, Field, Override, numbered};
use super::input::{Input, OtherColumn, problem_of_form};
use super::record::{Cell, Origin, Record};
use crate::problem::{Problem, Severity};
use crate::tables::rows::{self, TextRow, plain};
use std::collections::BTreeMap;

/// The largest number of lines above the header.
const TITLE_LINES: usize = 10;

/// The line without which a list cannot be read.
pub(super) const HEADER: &str = "une ligne d’en-tête qui nomme au moins le dispositif et les communes \
                                 (--champ nom=COLONNE, --champ communes=COLONNE)";

/// A header among the first rows of a list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Header {
    /// The number of fields that it names.
    pub fields: usize,
    /// The number of rows above it.
    pub index: usize,
}

/// Reads a list; one that cannot be read gives problems only.
pub(super) fn read(file: &str, bytes: &[u8], overrides: &[Override]) -> Input {
    let mut input = Input::default();
    let rows::Text { text, error, old_encoding } = rows::decode(bytes);
    if let Some(error) = error {
        input.problems.push(problem_of_form(file, error.line, &error.value, error.expected));
        return input;
    }
    input.problems.extend(old_encoding.map(|encoding| {
        let oddity = problem_of_form(file, 0, encoding, rows::OLD_ENCODING);
        Problem { severity: Severity::Warning, ..oddity }
    }));
    let Some((delimiter, header)) = header(&text, overrides) else {
        let first = text.split(['\n', '\r']).find(|line| !line.trim().is_empty());
        let first = shortened(first.unwrap_or_default());
        input.problems.extend(damaged_head(file, &text));
        if input.problems.is_empty() {
            input.problems.push(problem_of_form(file, 1, &first, HEADER));
        }
        return input;
    };
    if let Some(cell) = rows::broken_quoting(&text, delimiter) {
        let expected = "une cellule que ferme un second guillemet droit (dans le texte d’une \
                        cellule, un guillemet droit s’écrit deux fois)";
        input.problems.push(problem_of_form(file, cell.line, &cell.text, expected));
        return input;
    }
    let mut rows = rows(&text, delimiter);
    let below = rows.split_off(header.min(rows.len()));
    let form = format!("séparateur {}", named(delimiter));
    take(file, &form, below, overrides, &mut input);
    input
}

/// Takes the rows of a list, the first of which is the header; `form` says in French how they are written.
pub(super) fn take(
    file: &str,
    form: &str,
    rows: Vec<TextRow>,
    overrides: &[Override],
    input: &mut Input,
) {
    let mut rows = rows.into_iter();
    let Some(TextRow { line, cells: mut names }) = rows.next() else { return };
    input.report_lines.push(format!("En-tête à la ligne {line}, {form}."));
    let rows = without_footers(file, rows.collect(), input);
    let unnamed = name_all(&mut names, &rows);
    let columns = Columns::recognise(&names, overrides);
    input.report_columns(&names, &columns, file, line);
    let damages = damages(line, &rows, &names, &columns);
    input.damaged = damages.cells();
    input.problems.extend(damages.problems(file, true));
    let doubled = doubled::columns(&rows, &names, &columns);
    input.problems.extend(doubled::problems(file, line, &names, &doubled));
    for index in columns.others.iter().filter(|index| !doubled.contains(index)) {
        let cell = |row: &TextRow| row.cells.get(*index).map(|text| (row.line, text.clone()));
        let cells = rows.iter().filter_map(cell).filter(|(_, text)| !text.is_empty()).collect();
        let (name, is_named) = (names[*index].clone(), !unnamed.contains(index));
        input.others.push(OtherColumn { name, is_named, cells });
    }
    input.header_line = line;
    input.records = rows.iter().map(|row| record(file, row, &names, &columns)).collect();
    input.columns = names;
    carry_names_down(input);
}

/// Names the columns that have cells and no name, also beyond the header; their indices.
fn name_all(names: &mut Vec<String>, rows: &[TextRow]) -> Vec<usize> {
    let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
    names.resize(names.len().max(width), String::new());
    let has_cells = |index: &usize| {
        rows.iter().any(|row| row.cells.get(*index).is_some_and(|text| !text.is_empty()))
    };
    let unnamed: Vec<usize> =
        (0..names.len()).filter(|index| names[*index].is_empty() && has_cells(index)).collect();
    for index in &unnamed {
        names[*index] = numbered(*index);
    }
    unnamed
}

/// The rows but for totals, sources and notes, each of which is reported.
fn without_footers(file: &str, rows: Vec<TextRow>, input: &mut Input) -> Vec<TextRow> {
    let mut kept = Vec::new();
    for row in rows {
        match rows::footer(row.cells.iter().map(String::as_str)) {
            Some(text) => {
                let oddity = "pied de tableau (total, source, note), laissé de côté";
                let warning = problem_of_form(file, row.line, text, oddity);
                input.problems.push(Problem { severity: Severity::Warning, ..warning });
            }
            None => kept.push(row),
        }
    }
    kept
}

/// The damage for which no header is found, if there is one in the first lines.
fn damaged_head(file: &str, text: &str) -> Vec<Problem> {
    let mut damages = rows::Damages::default();
    for row in rows(head(text), b';').iter().take(TITLE_LINES) {
        for cell in row.cells.iter().flat_map(|cell| cell.split([',', '\t'])) {
            damages.examine(row.line, "", cell);
        }
    }
    damages.problems(file, true)
}

/// The damaged cells among those that are read and those of the header, by which they are known.
fn damages(header: u64, rows: &[TextRow], names: &[String], columns: &Columns) -> rows::Damages {
    let mut damages = rows::Damages::default();
    for name in names {
        damages.examine(header, "", name);
    }
    for row in rows {
        for (_, index) in &columns.known {
            if let Some(text) = row.cells.get(*index) {
                damages.examine(row.line, &names[*index], text);
            }
        }
    }
    damages
}

/// The delimiter of cells under which the header names the most fields, and the number of rows above that.
fn header(text: &str, overrides: &[Override]) -> Option<(u8, usize)> {
    let mut best: Option<(u8, Header)> = None;
    for delimiter in *b",;\t" {
        if let Some(found) = header_among(&rows(head(text), delimiter), overrides)
            && best.is_none_or(|(_, best)| found.fields > best.fields)
        {
            best = Some((delimiter, found));
        }
    }
    best.map(|(delimiter, header)| (delimiter, header.index))
}

/// The header among the first rows: the first of those that name the most fields, the scheme and a
/// territory among them.
pub(super) fn header_among(rows: &[TextRow], overrides: &[Override]) -> Option<Header> {
    let mut best: Option<Header> = None;
    for (index, row) in rows.iter().enumerate().take(TITLE_LINES) {
        let columns = Columns::recognise(&row.cells, overrides);
        let fields = columns.known.len();
        let territories =
            [Field::Communes, Field::CommuneCode, Field::Arrondissements, Field::Epci];
        let is_header = columns.has(Field::Name) && territories.iter().any(|one| columns.has(*one));
        if is_header && best.is_none_or(|best| fields > best.fields) {
            best = Some(Header { fields, index });
        }
    }
    best
}

/// Enough of a text to hold its header.
fn head(text: &str) -> &str {
    const BYTES: usize = 20_000;
    let end = (0..=BYTES.min(text.len())).rev().find(|end| text.is_char_boundary(*end));
    &text[..end.unwrap_or(0)]
}

/// The rows that are not empty.
fn rows(text: &str, delimiter: u8) -> Vec<TextRow> {
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .flexible(true)
        .has_headers(false)
        .from_reader(text.as_bytes());
    let bytes = text.as_bytes();
    let (mut rows, mut line, mut counted) = (Vec::new(), 1, 0);
    // No record is lost by `flatten`: text in memory with rows of any length has no error to give.
    for record in reader.records().flatten() {
        let start = record.position().map_or(0, csv::Position::byte) as usize;
        let start =
            start + text[start..].len() - text[start..].trim_start_matches(['\r', '\n']).len();
        line += rows::line_at(&bytes[counted..], start - counted) - 1;
        counted = start;
        let cells: Vec<String> = record.iter().map(plain).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(TextRow { line, cells });
        }
    }
    rows
}

/// The record of a row. Columns that give one field together are joined.
fn record(file: &str, row: &TextRow, names: &[String], columns: &Columns) -> Record {
    let mut record = Record {
        origin: Origin { file: file.to_owned(), line: row.line, feature: None },
        cells: BTreeMap::new(),
        polygons: Vec::new(),
    };
    for (field, index) in &columns.known {
        let Some(text) = row.cells.get(*index).filter(|text| !text.is_empty()) else { continue };
        match record.cells.get_mut(field) {
            Some(cell) if field.is_list() => cell.text += &format!(" | {text}"),
            _ => {
                let cell = Cell { column: names[*index].clone(), text: text.clone() };
                record.cells.insert(*field, cell);
            }
        }
    }
    record
}

/// Gives rows without a name that of the row above: merged cells leave such rows in a CSV.
fn carry_names_down(input: &mut Input) {
    let mut above: Option<Cell> = None;
    for record in &mut input.records {
        match (record.cells.get(&Field::Name), &above) {
            (Some(name), _) => above = Some(name.clone()),
            (None, Some(name)) => {
                let oddity = format!("nom repris de la ligne au-dessus, {}", name.text);
                input.problems.push(record.origin.warning(&name.column, "", oddity));
                record.cells.insert(Field::Name, name.clone());
            }
            (None, None) => {
                let expected = "le nom du dispositif";
                input.problems.push(record.problem(Field::Name, "", expected));
            }
        }
    }
}

fn named(delimiter: u8) -> &'static str {
    match delimiter {
        b';' => "point-virgule",
        b'\t' => "tabulation",
        _ => "virgule",
    }
}

/// The beginning of a text.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 80;
    text.chars().take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Input {
        super::read("liste.csv", text.as_bytes(), &[])
    }

    #[test]
    fn a_header_is_found_below_a_title() {
        let input =
            read("Liste des CPTS au 1er janvier;;\r\n\r\nCPTS;Commune;Référent\r\nA;Bron;x\r\n");
        assert!(input.problems.is_empty(), "{:?}", input.problems);
        assert_eq!(input.report_lines[0], "En-tête à la ligne 3, séparateur point-virgule.");
        let [record] = &input.records[..] else { panic!("{:?}", input.records) };
        assert_eq!((record.origin.line, record.text(Field::Communes)), (4, Some("Bron")));
        assert!(
            input.report_lines.iter().any(|line| line.contains("Référent")),
            "{:?}",
            input.report_lines
        );
    }

    #[test]
    fn merged_cells_leave_their_name_to_the_rows_below() {
        let input = read("CPTS,Commune\nA,Bron\n,Lyon\n");
        assert_eq!(input.records[1].text(Field::Name), Some("A"));
        assert_eq!(input.problems.len(), 1, "and it is said");
    }

    #[test]
    fn a_row_that_names_nothing_is_a_problem() {
        assert_eq!(read("CPTS,Commune\n,Lyon\n").problems[0].expected, "le nom du dispositif");
        assert!(read("a,b\nc,d\n").records.is_empty());
        assert_eq!(read("a,b\nc,d\n").problems.len(), 1);
        assert_eq!(read("").problems.len(), 1);
    }
}
