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

pub(super) use row::Row;
pub(super) use table::Table;
// Published lists are read with the same care.
pub(crate) use damage::{is_invisible, without_marks};
pub(crate) use damages::Damages;
pub(crate) use dates::{EXPECTED as DATE_EXPECTED, is_after, is_date, iso_date, read_date};
pub(crate) use delimiter::{broken_quoting, delimiter, line_at};
pub(crate) use encoding::{OLD_ENCODING, Text, decode};
pub(crate) use footer::footer;
pub(crate) use header::few;
