//! From the bytes of a file to rows that know their lines.

mod dates;
mod delimiter;
mod encoding;
mod row;
mod table;

pub(super) use row::Row;
pub(super) use table::Table;
// Published lists are read with the same care.
pub(crate) use dates::{EXPECTED as DATE_EXPECTED, is_after, is_date, iso_date, proposed_date};
pub(crate) use delimiter::{broken_quoting, delimiter};
pub(crate) use encoding::{Text, decode};
