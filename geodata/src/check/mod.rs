//! `geodata check`: every problem of the tables in one run, and warnings of suspicious rows.
//!
//! 1. read the tables: problems that stop a build, and former communes;
//! 2. compare dates, of contracts and of lists, with the day of the run;
//! 3. look for communes in two CLS, for perimeters in several pieces and for more inhabitants
//!    covered than there are.

mod ages;
mod dates;
mod pieces;
mod population;
mod report;
mod sharing;
mod warning;

pub(crate) use pieces::neighbours;
pub use report::{Format, Report, report};

use crate::contours::Contours;
use crate::error::Error;
use crate::inputs::{Context, Folders};
use crate::problem::Problem;
use crate::tables::{Atoms, Tables};
use crate::territories::Territories;

/// Every problem, by file and line. `today` is the day of the run, ISO 8601.
///
/// # Errors
/// [`Error`] when a file is missing or when the contours are damaged.
pub fn problems(folders: &Folders, today: &str) -> Result<Vec<Problem>, Error> {
    problems_of(&Context::read(folders)?, today)
}

/// Every problem of tables that were read, by file and line.
///
/// # Errors
/// [`Error`] when the contours are missing or damaged.
pub fn problems_of(context: &Context, today: &str) -> Result<Vec<Problem>, Error> {
    let Context { tables, territories, atoms, .. } = context;
    let mut problems = suspicions(tables, territories, atoms, context.contours()?, today);
    tables.sheets.iter().for_each(|sheet| sheet.locate(&mut problems));
    problems.extend(context.problems.iter().cloned());
    problems.sort();
    Ok(problems)
}

/// The warnings about tables that were read: they stop no build.
pub fn suspicions(
    tables: &Tables,
    territories: &Territories,
    atoms: &Atoms,
    contours: &Contours,
    today: &str,
) -> Vec<Problem> {
    let mut warnings = dates::past_ends(&tables.schemes, today);
    warnings.extend(ages::old_lists(tables, today));
    warnings.extend(ages::old_facts(tables));
    warnings.extend(sharing::communes_in_two_cls(&tables.schemes, territories, atoms));
    warnings.extend(pieces::perimeters_in_pieces(&tables.schemes, territories, contours));
    warnings.extend(population::above_everyone(&tables.schemes, territories, atoms));
    warnings
}
