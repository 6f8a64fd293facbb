//! `geodata import`: from a published list or layer to our table.
//!
//! 1. `read` the rows of a list or the features of a layer, whatever their columns are called;
//! 2. gather those of one name into schemes (`resolve`);
//! 3. find their communes, by code or name or by overlay (`perimeter`);
//! 4. write our table (`output_table`) and report how territories were recognised (`report`).
//!
//! A name that cannot be resolved is a problem; as long as there is one, no table is written.

mod announcements;
mod command;
mod findings;
mod options;
mod output_table;
mod perimeter;
mod read;
mod report;
mod request;
mod resolve;

pub use announcements::{Announcements, run as run_announcements};
pub(crate) use command::table_of;
pub use command::{Written, run};
pub use read::LARGEST_BYTES;
pub use request::{Examples, PartlyCovered, Request};

use crate::check::neighbours;
use crate::error::Error;
use crate::files::File;
use crate::inputs::Context;
use crate::problem::Problem;
use crate::tables::resolve::Checker;
use options::Options;
use output_table::OutputTable;
use perimeter::{Drawn, Perimeter, Perimeters};
use read::{Input, Record};
use report::Report;
use resolve::{Finder, Leftovers, PublishedScheme};

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

/// Turns the file of `request` into our table.
///
/// # Errors
/// [`Error`] when a file is missing or when the contours are damaged. What is wrong *in* the file
/// is in the outcome.
pub fn import(request: &Request, context: &Context) -> Result<Outcome, Error> {
    import_file(request, &File::read(&request.file, LARGEST_BYTES)?, context)
}

/// The same of a file at hand, to which `request` gives the name.
///
/// # Errors
/// [`Error`] when the contours are missing or damaged.
pub fn import_file(
    request: &Request,
    file: &File<'_>,
    context: &Context,
) -> Result<Outcome, Error> {
    let Context { territories, atoms, tables, .. } = context;
    let mut problems = Vec::new();
    let options = Options::read(request, tables, territories, &mut problems);
    let mut input = read::read(&request.name(), file, &options.fields, request.sheet.as_deref());
    problems.append(&mut input.problems);
    let checker = Checker::new(territories, atoms, &tables.sources);
    let finder = Finder::new(&checker, request.layer, options.region.clone());
    let postal_codes = resolve::check_postal_columns(&input.records, &finder);
    if input.records.is_empty() || !postal_codes.is_empty() {
        problems.extend(postal_codes);
        problems.extend(findings::empty_file(request, &problems));
        input.sheet.iter().for_each(|sheet| sheet.locate(&mut problems));
        input.report_lines.push("Aucun dispositif n’est repris.".to_owned());
        let (report_lines, left_aside) = (input.report_lines, input.left_aside);
        return Ok(Outcome { report_lines, problems, table: None, left_aside });
    }
    let mut report = Report::new(territories);
    let records = std::mem::take(&mut input.records);
    let schemes = schemes(records, finder, request, context, &options, &mut report, &mut problems)?;
    problems.extend(lost(&input, request, &checker, &options, &schemes));
    if findings::is_sound(&problems) {
        problems.extend(findings::no_status(request, &schemes));
    }
    let mut problems = findings::once_each(findings::without_damaged(problems, &input.damaged));
    input.sheet.iter().for_each(|sheet| sheet.locate(&mut problems));
    let output = OutputTable::new(request, context, &checker, &schemes);
    let mut report_lines = input.report_lines;
    report_lines.extend(report.lines(request.examples));
    report_lines.push(output.changes());
    let table = if findings::is_sound(&problems) { Some(output.bytes()) } else { None };
    let table = table.transpose().map_err(|error| Error::form(&request.file, &error))?;
    Ok(Outcome { report_lines, problems, table, left_aside: input.left_aside })
}

/// The schemes of `records`, each with its perimeter.
fn schemes<'a>(
    records: Vec<Record>,
    finder: Finder<'a>,
    request: &Request,
    context: &'a Context,
    options: &Options,
    report: &mut Report,
    problems: &mut Vec<Problem>,
) -> Result<Vec<(PublishedScheme, Perimeter)>, Error> {
    let territories = &context.territories;
    let is_drawn = records.iter().any(|record| !record.polygons.is_empty());
    let contours = if is_drawn { Some(context.contours()?) } else { None };
    let mut groups = resolve::groups(records, &request.joined);
    if !is_drawn && resolve::are_to_be_told_apart(&groups, &finder) {
        let neighbours = neighbours(territories, context.contours()?);
        groups = resolve::separated(groups, &finder, &neighbours, problems);
    }
    let drawn = contours.map(|all| Drawn::new(all, territories, request.partly_covered));
    let perimeters = Perimeters::new(finder, drawn);
    let mut schemes = Vec::new();
    for scheme in resolve::schemes(groups, &options.statuses, problems) {
        problems.extend(output_table::check_name(request.layer, &scheme));
        let perimeter = perimeters.of(&scheme, report, problems);
        problems.extend(findings::missing_contours(&scheme, &perimeter, territories));
        schemes.push((scheme, perimeter));
    }
    Ok(schemes)
}

/// The problems of columns that are not read, and with which something is lost.
fn lost<'a>(
    input: &Input,
    request: &Request,
    checker: &'a Checker<'a>,
    options: &Options,
    schemes: &[(PublishedScheme, Perimeter)],
) -> Vec<Problem> {
    let leftovers = Leftovers {
        finder: &Finder::new(checker, request.layer, None),
        schemes,
        statuses: &options.statuses,
        file: &request.name(),
        line: input.header_line,
    };
    leftovers.problems(&input.others)
}
