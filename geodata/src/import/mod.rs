//! `geodata import`: from a published list or layer to our table.
//!
//! 1. `read` the rows of a list or the features of a layer, whatever their columns are called;
//! 2. gather those of one name into schemes (`resolve`);
//! 3. find their communes, by code or name or by overlay (`perimeter`);
//! 4. write our table (`output_table`) and report how territories were recognised (`report`).
//!
//! A name that cannot be resolved is a problem; as long as there is one, no table is written.

mod options;
mod output_table;
mod perimeter;
mod read;
mod report;
mod request;
mod resolve;

pub use request::{Examples, PartlyCovered, Request};

use crate::error::Error;
use crate::inputs::{Context, Folders};
use crate::problem::{Problem, Severity};
use crate::tables::resolve::Checker;
use options::Options;
use output_table::OutputTable;
use perimeter::{Drawn, Perimeters};
use report::Report;
use resolve::Finder;
use std::path::Path;

/// The outcome of an import.
pub struct Outcome {
    /// The lines of the report: columns, territories recognised and how, changes.
    pub report_lines: Vec<String>,
    /// Every problem and every warning.
    pub problems: Vec<Problem>,
    /// Our table; none if there is a problem that stops it.
    pub table: Option<Vec<u8>>,
    /// The number of features of a layer that nothing is read from.
    pub left_aside: usize,
}

/// The way in which a table was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// With all that the file holds.
    Whole,
    /// Without features that have no perimeter, each of which was reported.
    InPart,
}

/// Turns the file of `request` into our table.
///
/// # Errors
/// [`Error`] when a file is missing or when the contours are damaged. What is wrong *in* the file
/// is in the outcome.
pub fn import(request: &Request, context: &Context) -> Result<Outcome, Error> {
    let Context { territories, atoms, tables, .. } = context;
    let mut problems = Vec::new();
    let options = Options::read(request, tables, territories, &mut problems);
    let mut input = read::read(&request.file, &options.fields)?;
    problems.append(&mut input.problems);
    let is_drawn = input.records.iter().any(|record| !record.polygons.is_empty());
    let contours = if is_drawn { Some(context.contours()?) } else { None };
    let checker = Checker::new(territories, atoms, &tables.sources);
    let perimeters = Perimeters::new(
        Finder { checker: &checker, layer: request.layer, region: options.region },
        contours.map(|contours| Drawn::new(contours, territories, request.partly_covered)),
    );
    let mut report = Report::new(territories);
    let mut schemes = Vec::new();
    for scheme in resolve::schemes(input.records, &options.statuses, &mut problems) {
        problems.extend(output_table::check_name(request.layer, &scheme));
        let perimeter = perimeters.of(&scheme, &mut report, &mut problems);
        schemes.push((scheme, perimeter));
    }
    let output = OutputTable::new(request, context, &schemes);
    let mut report_lines = input.report_lines;
    report_lines.extend(report.lines(request.examples));
    report_lines.push(output.changes());
    let is_sound = problems.iter().all(|problem| problem.severity == Severity::Warning);
    let table = if is_sound { Some(output.bytes()) } else { None };
    let table = table.transpose().map_err(|error| Error::form(&request.file, &error))?;
    Ok(Outcome { report_lines, problems, table, left_aside: input.left_aside })
}

/// Imports, prints the report, and writes the table to `out`, whole or not at all.
///
/// # Errors
/// [`Error::Problems`] with everything that stops it; other [`Error`]s when a file cannot be read
/// or written. `out` is then as it was.
pub fn run(request: &Request, folders: &Folders, out: &Path) -> Result<Written, Error> {
    let Outcome { report_lines, problems, table, left_aside } =
        import(request, &Context::read(folders)?)?;
    for line in report_lines {
        println!("{line}");
    }
    let (errors, warnings): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|problem| problem.severity == Severity::Error);
    for warning in warnings {
        println!("{warning}");
    }
    let Some(table) = table else { return Err(Error::Problems(errors)) };
    let mut name = out.file_name().unwrap_or_default().to_owned();
    name.push(".next");
    let aside = out.with_file_name(name);
    std::fs::write(&aside, table).map_err(Error::file(&aside))?;
    std::fs::rename(&aside, out).map_err(Error::file(out))?;
    println!("Écrit\u{a0}: {}. À relire, puis à vérifier par geodata check.", out.display());
    Ok(if left_aside == 0 { Written::Whole } else { Written::InPart })
}
