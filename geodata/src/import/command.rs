//! The command itself: what it prints and what it writes.

use super::{Outcome, Request, import};
use crate::error::Error;
use crate::files::write_whole;
use crate::inputs::{Context, Folders};
use crate::output::say;
use crate::problem::{Problem, Severity};
use std::path::Path;

/// The way in which a table was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// With all that the file holds.
    Whole,
    /// Without features that have no perimeter, each of which was reported.
    InPart,
}

/// Imports, prints the report, and writes the table to `out`, whole or not at all.
///
/// # Errors
/// [`Error::Problems`] with everything that stops it; other [`Error`]s when a file cannot be read
/// or written. `out` is then as it was.
pub fn run(request: &Request, folders: &Folders, out: &Path) -> Result<Written, Error> {
    let outcome = import(request, &Context::read(folders)?)?;
    let left_aside = outcome.left_aside;
    write_whole(&[(out.to_owned(), table_of(outcome)?)])?;
    say(&format!("Écrit\u{a0}: {}. À relire, puis à vérifier par geodata check.", out.display()));
    Ok(if left_aside == 0 { Written::Whole } else { Written::InPart })
}

/// The table of an outcome, whose report and warnings are printed.
///
/// # Errors
/// [`Error::Problems`] with everything that stops it.
pub(crate) fn table_of(outcome: Outcome) -> Result<Vec<u8>, Error> {
    let Outcome { report_lines, problems, table, .. } = outcome;
    for line in report_lines {
        say(&line);
    }
    let (errors, warnings): (Vec<Problem>, Vec<Problem>) =
        problems.into_iter().partition(|problem| problem.severity == Severity::Error);
    for warning in warnings {
        say(&warning);
    }
    table.ok_or(Error::Problems(errors))
}
