//! From the bytes of a file to rows that know their lines.

// Bytes and text.
mod charset;
mod code_page_850;
mod delimiter;
mod encoding;
// Cells.
mod damage;
mod damages;
mod dates;
mod personal;
// Rows.
mod footer;
mod header;
mod row;
mod table;
mod workbook;

pub(super) use row::Row;
pub(super) use table::Table;
// Published lists are read with the same care.
pub(crate) use damages::Damages;
pub use dates::iso_date;
pub(crate) use dates::{EXPECTED as DATE_EXPECTED, is_after, is_date, read_date};
pub(crate) use delimiter::{broken_quoting, column_name, delimiter, line_at, records};
pub(crate) use encoding::{OLD_ENCODING, Text, decode};
pub(crate) use footer::footer;
pub(crate) use header::few;
pub(crate) use workbook::{
    Content, Sheet, TextRow, UNREADABLE_WORKBOOK, WORKBOOK_EXPECTED, is_workbook, plain,
    whole_content,
};
