//! A workbook (.xlsx, .xlsb, .xls, .ods): its sheets as rows of text.

use super::damage::{is_invisible, without_marks};
use calamine::{
    Data, Dimensions, ExcelDateTime, Range, Reader, SheetVisible, Sheets,
    open_workbook_auto_from_rs,
};
use std::io::Cursor;
use std::panic;

/// The first bytes of a ZIP archive, which .xlsx and .ods are, and those of a compound file, which .xls is.
///
/// # Source
/// PKWARE, *APPNOTE.TXT*, 4.3.7; Microsoft, *MS-CFB*, 2.2.
const SIGNATURES: [&[u8]; 2] = [b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"];

/// The words for a workbook that cannot be read, and for one that can.
pub(crate) const UNREADABLE_WORKBOOK: &str = "classeur illisible";
pub(crate) const WORKBOOK_EXPECTED: &str =
    "un classeur .xlsx, .xls ou .ods entier et sans mot de passe";

/// A workbook in memory.
type Workbook<'a> = Sheets<Cursor<&'a [u8]>>;

/// A row of a sheet or of a list.
pub(crate) struct TextRow {
    /// Its number, the first one being 1; in a text file its line.
    pub(crate) line: u64,
    /// Its cells, as typed.
    pub(crate) cells: Vec<String>,
}

/// A sheet with its rows, the empty ones left out.
pub(crate) struct Sheet {
    pub(crate) name: String,
    pub(crate) rows: Vec<TextRow>,
}

/// The sheets that may be read, and the names of all.
pub(crate) struct Content {
    pub(crate) sheets: Vec<Sheet>,
    pub(crate) names: Vec<String>,
}

/// Whether a file is a workbook, to judge by its first bytes.
pub(crate) fn is_workbook(bytes: &[u8]) -> bool {
    SIGNATURES.iter().any(|signature| bytes.starts_with(signature))
}

/// The content of a workbook; none of one that cannot be read. The library's own words for why are English, and
/// say no more. Of a damaged .xls it panics, as of version 0.38.
pub(crate) fn whole_content(bytes: &[u8], wanted: Option<&str>) -> Option<Content> {
    let hook = panic::take_hook();
    panic::set_hook(Box::new(|_| {}));
    let content = panic::catch_unwind(|| content(bytes, wanted).ok());
    panic::set_hook(hook);
    content.ok().flatten()
}

/// The sheets that a reader of the workbook sees, or the one that is named.
fn content(bytes: &[u8], wanted: Option<&str>) -> Result<Content, calamine::Error> {
    let mut workbook: Workbook = open_workbook_auto_from_rs(Cursor::new(bytes))?;
    let is_read = |sheet: &calamine::Sheet| match wanted {
        Some(name) => sheet.name.trim() == name.trim(),
        None => sheet.visible == SheetVisible::Visible,
    };
    let all = workbook.sheets_metadata().to_vec();
    let names = all.iter().map(|sheet| sheet.name.clone()).collect();
    let read = all.into_iter().filter(is_read);
    let sheets =
        read.map(|sheet| read_sheet(&mut workbook, sheet.name)).collect::<Result<_, _>>()?;
    Ok(Content { sheets, names })
}

fn read_sheet(workbook: &mut Workbook, name: String) -> Result<Sheet, calamine::Error> {
    let range = workbook.worksheet_range(&name)?;
    let merged = merged_regions(workbook, &name);
    Ok(Sheet { rows: rows(&range, &merged), name })
}

/// The merged cells of a sheet; none in .ods, whose covered cells are empty.
fn merged_regions(workbook: &mut Workbook, name: &str) -> Vec<Dimensions> {
    match workbook {
        Sheets::Xlsx(book) => book.merge_cells_by_sheet_name(name).ok(),
        Sheets::Xls(book) => book.merge_cells_by_sheet_name(name).ok(),
        Sheets::Xlsb(_) | Sheets::Ods(_) => None,
    }
    .unwrap_or_default()
}

/// The rows of a sheet under their numbers, those of merged cells with the text of the first.
fn rows(range: &Range<Data>, merged: &[Dimensions]) -> Vec<TextRow> {
    let (top, left) = range.start().unwrap_or_default();
    let value = |row: u32, column: u32| {
        // A title over several columns stays one cell; a name beside several rows is that of each.
        let region = merged.iter().find(|region| region.contains(row, column));
        let first = region.filter(|region| region.start.1 == column).map(|region| region.start.0);
        range.get_value((first.unwrap_or(row), column)).map(text).unwrap_or_default()
    };
    let row = |number: usize| {
        let row = top + number as u32;
        let width = left + range.width() as u32;
        TextRow {
            line: u64::from(row) + 1,
            cells: (0..width).map(|column| value(row, column)).collect(),
        }
    };
    (0..range.height()).map(row).filter(|row| row.cells.iter().any(|it| !it.is_empty())).collect()
}

/// The text of a cell as it would stand in a list: whole numbers without decimals, dates as ISO 8601.
fn text(cell: &Data) -> String {
    match cell {
        Data::String(text) => plain(text),
        Data::Float(number) => number.to_string(),
        Data::Int(number) => number.to_string(),
        Data::Bool(true) => "oui".to_owned(),
        Data::Bool(false) => "non".to_owned(),
        Data::DateTime(date) if date.is_datetime() => day(date),
        Data::DateTime(duration) => duration.as_f64().to_string(),
        Data::DateTimeIso(date) => date.split('T').next().unwrap_or_default().to_owned(),
        Data::DurationIso(text) => text.clone(),
        Data::Error(error) => error.to_string(),
        Data::Empty => String::new(),
    }
}

/// The day of a date, without its time.
fn day(date: &ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    format!("{year:04}-{month:02}-{day:02}")
}

/// The text of a cell with ordinary spaces, none at its ends, and without marks that cannot be seen.
pub(crate) fn plain(cell: &str) -> String {
    let cell = cell.replace(['\u{a0}', '\u{202f}'], " ");
    match cell.contains(is_invisible) {
        true => without_marks(&cell).trim().to_owned(),
        false => cell.trim().to_owned(),
    }
}
