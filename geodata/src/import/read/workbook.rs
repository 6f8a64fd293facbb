//! A published list in a workbook (.xlsx, .xlsb, .xls, .ods): the rows of the sheet that lists schemes.

use super::fields::Override;
use super::input::{Input, problem_of_form};
use super::list;
use crate::problem::{Problem, Severity};
use crate::sheet_columns::{SheetColumns, cell};
use crate::tables::rows::{self, Content, Sheet, TextRow, whole_content};

/// Reads the sheet `wanted`, else the one whose header names the most fields. Other sheets that have one are
/// reported.
pub(super) fn read(
    file: &str,
    bytes: &[u8],
    overrides: &[Override],
    wanted: Option<&str>,
) -> Input {
    let mut input = Input::default();
    match whole_content(bytes, wanted) {
        Some(content) => read_best(file, content, overrides, wanted, &mut input),
        None => {
            let problem =
                problem_of_form(file, 0, rows::UNREADABLE_WORKBOOK, rows::WORKBOOK_EXPECTED);
            input.problems.push(problem);
        }
    }
    input
}

/// Reads the best of the sheets into `input`.
fn read_best(
    file: &str,
    Content { sheets, names }: Content,
    overrides: &[Override],
    wanted: Option<&str>,
    input: &mut Input,
) {
    let header = |sheet: Sheet| list::header_among(&sheet.rows, overrides).map(|it| (it, sheet));
    let mut lists: Vec<_> = sheets.into_iter().filter_map(header).collect();
    // The first of the best: sorting keeps the order of equals.
    lists.sort_by_key(|(header, _)| std::cmp::Reverse(header.fields));
    let mut lists = lists.into_iter();
    let Some((header, Sheet { name, mut rows })) = lists.next() else {
        let expected = match wanted {
            Some(name) => format!("une feuille {} avec une ligne d’en-tête", quoted(name)),
            None => format!("une feuille avec {}", list::HEADER),
        };
        input.problems.push(problem_of_form(file, 0, &names.join(", "), expected));
        return;
    };
    let file = format!("{file}, feuille {}", quoted(&name));
    let below = rows.split_off(header.index.min(rows.len()));
    let cells = cells_of(&below);
    list::take(&file, &format!("feuille {}{cells}", quoted(&name)), below, overrides, input);
    input.sheet = Some(SheetColumns { file: file.clone(), names: input.columns.clone() });
    for (_, other) in lists {
        let oddity =
            "feuille laissée de côté, qui a aussi une ligne d’en-tête (--feuille la choisit)";
        let warning = problem_of_form(&file, 0, &other.name, oddity);
        input.problems.push(Problem { severity: Severity::Warning, ..warning });
    }
}

/// « , cellules A3 à F12 », from the header on; nothing of an empty sheet.
fn cells_of(rows: &[TextRow]) -> String {
    let filled = |row: &TextRow| row.cells.iter().rposition(|cell| !cell.is_empty());
    let width = rows.iter().filter_map(filled).max().unwrap_or_default();
    match (rows.first(), rows.last()) {
        (Some(first), Some(last)) => {
            format!(", cellules {} à {}", cell(0, first.line), cell(width, last.line))
        }
        _ => String::new(),
    }
}

fn quoted(name: &str) -> String {
    format!("«\u{a0}{name}\u{a0}»")
}
