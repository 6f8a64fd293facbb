//! The day that statuses refer to: `etat.csv`, one row with the column `etat`.
//!
//! It is a committed date, never the clock: the same tables always give the same statuses.

use super::rows::{Table, is_date};
use crate::error::Error;
use crate::files::Files;
use crate::problem::Problem;
use map::served::years_before;
use std::str::FromStr;

pub(super) const FILE: &str = "etat.csv";
pub(super) const COLUMNS: &[&str] = &["etat", "note"];
const EXPECTED: &str = "un jour AAAA-MM-JJ";

/// A day, ISO 8601.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceDay(String);

impl ReferenceDay {
    /// The day as text, `AAAA-MM-JJ`.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The same day so many years before.
    pub(super) fn years_before(&self, years: u16) -> String {
        years_before(&self.0, years)
    }
}

impl FromStr for ReferenceDay {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        const DAY_LENGTH: usize = 10;
        match text.len() == DAY_LENGTH && is_date(text) {
            true => Ok(Self(text.to_owned())),
            false => Err(format!("«\u{a0}{text}\u{a0}» n’est pas {EXPECTED}")),
        }
    }
}

/// The day to show: the one that is asked for, or else that of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum AsOf {
    /// A day on which what the table says holds, its own or a later one.
    Table(ReferenceDay),
    /// A day before that of the table, of which only dates tell.
    Past(ReferenceDay),
}

impl AsOf {
    /// The day `asked` for of a table that has the day `committed`.
    pub(super) fn new(
        asked: Option<&ReferenceDay>,
        committed: Option<ReferenceDay>,
    ) -> Option<Self> {
        match (asked, committed) {
            (Some(asked), Some(own)) if asked.0 < own.0 => Some(Self::Past(asked.clone())),
            (asked, own) => asked.cloned().or(own).map(Self::Table),
        }
    }

    /// The day.
    pub(super) fn day(&self) -> &ReferenceDay {
        match self {
            Self::Table(day) | Self::Past(day) => day,
        }
    }
}

/// The day of the table; none where there is no such table.
pub(super) fn read(
    files: &Files,
    problems: &mut Vec<Problem>,
) -> Result<Option<ReferenceDay>, Error> {
    if !files.has(FILE) {
        return Ok(None);
    }
    let mut table = Table::read_with(files, FILE, COLUMNS, &["note"])?;
    let rows = table.rows_without_id(problems);
    for other in rows.iter().skip(1) {
        other.report(problems, "etat", "une seule ligne");
    }
    let day = rows.first().and_then(|row| match row.date("etat", problems)?.parse() {
        Ok(day) => Some(day),
        Err(_) => {
            row.report(problems, "etat", EXPECTED);
            None
        }
    });
    Ok(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_day_is_a_whole_day() {
        let day: ReferenceDay = "2026-11-27".parse().unwrap();
        assert_eq!(day.years_before(5), "2021-11-27");
        for text in ["2026-11", "2026", "27/11/2026", "2026-02-30", ""] {
            assert!(text.parse::<ReferenceDay>().is_err(), "{text}");
        }
    }
}
