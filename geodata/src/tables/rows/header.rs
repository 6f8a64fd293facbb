//! The first line of a table, which names its columns.

use super::delimiter::column_name;
use super::row::problem;
use super::workbook::{Sheet, TextRow};
use crate::names::nearest_of;
use crate::problem::{Finding, Problem};

/// The columns that a table must have; where it may have more, that too.
fn listed(name: &str, columns: &[&str], optional: &[&str]) -> String {
    let asked = columns.iter().copied().filter(|column| !optional.contains(column));
    let asked = asked.collect::<Vec<_>>().join(", ");
    match (optional.is_empty(), name.split('.').next()) {
        (false, Some(table)) => {
            format!("{asked} et, facultatives, les autres de {table}.schema.json")
        }
        _ => asked,
    }
}

/// One problem if the first line names no column at all: a title, or a setting of Excel.
pub(super) fn no_header(
    name: &str,
    columns: &[&str],
    optional: &[&str],
    headers: &[String],
    text: &str,
) -> Option<Problem> {
    const LONGEST: usize = 80;
    if headers.is_empty() || headers.iter().any(|header| columns.contains(&header.as_str())) {
        return None;
    }
    let mut lines = text.split(['\n', '\r']).map(str::trim);
    let first = lines.find(|line| !line.is_empty()).unwrap_or_default();
    let names = listed(name, columns, optional);
    let expected = match first.to_lowercase().starts_with("sep=") {
        true => {
            format!("les colonnes {names}\u{a0}; cette ligne est un réglage d’Excel, à retirer")
        }
        false => {
            format!("une première ligne qui nomme les colonnes {names} (sans titre au-dessus)")
        }
    };
    let value: String = first.chars().take(LONGEST).collect();
    Some(problem(name, 1, "", &value, expected))
}

/// The problems of a first line that names some columns.
pub(super) fn problems(
    name: &str,
    line: u64,
    columns: &[&str],
    optional: &[&str],
    typed: &[String],
) -> Vec<Problem> {
    let headers: Vec<String> = typed.iter().map(|cell| column_name(cell)).collect();
    let is_there = |column: &&str| headers.iter().any(|header| header == column);
    let absent = columns.iter().copied().filter(|column| !is_there(column));
    let missing: Vec<&str> = absent.filter(|column| !optional.contains(column)).collect();
    let found = typed.iter().map(|cell| cell.trim()).collect::<Vec<_>>().join(",");
    let expected = |column: &&str| format!("une colonne «\u{a0}{column}\u{a0}»");
    let lacking = missing.iter().map(|column| problem(name, line, "", &found, expected(column)));
    let mut problems: Vec<Problem> = lacking.collect();
    let mut others = Vec::new();
    for (index, header) in headers.iter().enumerate().filter(|(_, header)| !header.is_empty()) {
        let written = typed.get(index).map(|cell| cell.trim()).unwrap_or_default();
        if !columns.contains(&header.as_str()) {
            let expected = format!("les seules colonnes {}", listed(name, columns, optional));
            let proposal = nearest_of(header, missing.iter().copied());
            others.push(problem(name, line, "", written, Finding::proposing(expected, proposal)));
        } else if headers[..index].contains(header) {
            problems.push(problem(name, line, "", written, "chaque colonne une seule fois"));
        }
    }
    problems.extend(few(others, "colonnes"));
    problems
}

/// A sheet from its header on.
pub(super) struct HeadedSheet {
    pub(super) name: String,
    pub(super) rows: Vec<TextRow>,
    /// The number of columns that its header names.
    pub(super) named: usize,
}

/// The sheet from the first of the rows that name the most of `columns`; titles may stand above.
pub(super) fn in_sheet(sheet: Sheet, columns: &[&str]) -> Option<HeadedSheet> {
    const TITLE_LINES: usize = 10;
    let Sheet { name, mut rows } = sheet;
    let named = |row: &TextRow| {
        row.cells.iter().filter(|cell| columns.contains(&column_name(cell).as_str())).count()
    };
    let counts = rows.iter().take(TITLE_LINES).map(named).enumerate();
    let (index, named) = counts.reduce(|best, one| if one.1 > best.1 { one } else { best })?;
    (named > 0).then(|| HeadedSheet { name, rows: rows.split_off(index), named })
}

/// Problems of one cause, each by itself if they are few, else the first with their number.
pub(crate) fn few(mut problems: Vec<Problem>, what: &str) -> Vec<Problem> {
    const FEW: usize = 3;
    let count = problems.len();
    if count > FEW {
        problems.truncate(1);
        for first in &mut problems {
            first.expected += &format!("\u{a0}; et {} autres {what} de même", count - 1);
        }
    }
    problems
}
