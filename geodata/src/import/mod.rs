//! `geodata import`: from a published list or layer to our table.
//!
//! 1. read the rows of a list (`list`) or the features of a layer (`layer`, `rings`), whatever
//!    their columns are called (`fields`);
//! 2. gather those of one name into schemes (`gather`, `status`);
//! 3. find their communes, by code or name (`named`, `places`) or by overlay (`drawn`, `overlay`);
//! 4. write our table (`table`) and tell how everything was recognised (`account`).
//!
//! What cannot be resolved is a problem; as long as there is one, there is no table.

mod account;
mod crossing;
mod drawn;
mod fields;
mod gather;
mod layer;
mod list;
mod named;
mod options;
mod overlay;
mod perimeter;
mod places;
mod record;
mod rings;
mod spelling;
mod status;
mod table;
mod unreadable;

pub use account::Examples;
pub use drawn::PartlyCovered;

use crate::error::Error;
use crate::inputs::{Context, Folders};
use crate::problem::{Finding, Level, Problem};
use crate::tables::resolve::Checker;
use account::Account;
use drawn::Drawn;
use fields::{Columns, Override};
use map::Layer;
use options::Options;
use perimeter::Perimeters;
use places::Finder;
use record::Record;
use std::path::{Path, PathBuf};
use table::Made;

/// The largest file that is read, in bytes: national layers take some tens of megabytes.
const LARGEST_BYTES: u64 = 100_000_000;

/// What `geodata import` is asked to do.
#[derive(Clone, Debug)]
pub struct Request {
    /// What the file lists: CLS or CPTS.
    pub layer: Layer,
    /// The list (CSV) or the layer (GeoJSON).
    pub file: PathBuf,
    /// Identifier of its source in `sources.csv`.
    pub source: String,
    /// Columns whose names are not recognised: `nom=Libellé du contrat`.
    pub fields: Vec<String>,
    /// Statuses that are not recognised: `En cours=actif`.
    pub statuses: Vec<String>,
    /// The region that the list is about, to tell communes of one name apart.
    pub region: Option<String>,
    /// What to do with communes that a perimeter covers in part.
    pub partly_covered: PartlyCovered,
    /// How much to tell of what was recognised.
    pub examples: Examples,
}

/// What an import found.
pub struct Outcome {
    /// What was recognised, and how; a line each.
    pub told: Vec<String>,
    /// What stops it, and what is suspicious.
    pub problems: Vec<Problem>,
    /// Our table; none if there is a problem that stops it.
    pub table: Option<Vec<u8>>,
}

/// What was read of a file.
#[derive(Default)]
struct Input {
    records: Vec<Record>,
    problems: Vec<Problem>,
    told: Vec<String>,
}

impl Input {
    /// Says which columns hold what, which are left aside, and which are missing.
    fn tell_columns(&mut self, names: &[String], columns: &Columns, (file, line): (&str, u64)) {
        let quoted = |place: &usize| format!("«\u{a0}{}\u{a0}»", names[*place]);
        let known: Vec<String> = columns
            .known
            .iter()
            .map(|(field, place)| format!("{} dans {}", field.code(), quoted(place)))
            .collect();
        self.told.push(format!("Colonnes lues\u{a0}: {}.", known.join(", ")));
        if !columns.others.is_empty() {
            let others: Vec<String> = columns.others.iter().map(quoted).collect();
            self.told.push(format!("Colonnes laissées de côté\u{a0}: {}.", others.join(", ")));
        }
        for missing in &columns.missing {
            let expected = format!("une colonne parmi {}", names.join(", "));
            self.problems.push(problem_of_form(file, line, missing, expected));
        }
    }
}

/// Turns the file of `request` into our table.
///
/// # Errors
/// [`Error`] when a file is missing or when the contours are damaged. What is wrong *in* the file
/// is in the outcome.
pub fn import(request: &Request, context: &Context) -> Result<Outcome, Error> {
    let Context { territories, atoms, tables, .. } = context;
    let checker = Checker::new(territories, atoms, &tables.sources);
    let mut problems = Vec::new();
    let options = Options::read(request, tables, territories, &mut problems);
    let mut input = read(&request.file, &options.fields)?;
    problems.append(&mut input.problems);
    let is_drawn = input.records.iter().any(|record| !record.ground.is_empty());
    let contours = if is_drawn { Some(context.contours()?) } else { None };
    let perimeters = Perimeters::new(
        Finder { checker: &checker, layer: request.layer, region: options.region },
        contours.map(|contours| Drawn::new(contours, territories)),
        request.partly_covered,
    );
    let mut account = Account::new(territories);
    let mut schemes = Vec::new();
    for scheme in gather::schemes(input.records, &options.statuses, &mut problems) {
        problems.extend(table::unnamable(request.layer, &scheme));
        let perimeter = perimeters.of(&scheme, &mut account, &mut problems);
        schemes.push((scheme, perimeter));
    }
    let made = Made {
        layer: request.layer,
        source: &request.source,
        territories,
        known: &tables.schemes,
        schemes: &schemes,
    };
    let mut told = input.told;
    told.extend(account.lines(request.examples));
    told.push(made.changes());
    let is_sound = problems.iter().all(|problem| problem.level == Level::Warning);
    let table = if is_sound { Some(made.table()) } else { None };
    let table = table.transpose().map_err(|error| Error::form(&request.file, &error))?;
    Ok(Outcome { told, problems, table })
}

/// Imports, tells what was recognised on standard output, and writes the table to `out`, whole or
/// not at all.
///
/// # Errors
/// [`Error::Problems`] with everything that stops it; other [`Error`]s when a file cannot be read
/// or written. `out` is then as it was.
pub fn run(request: &Request, folders: &Folders, out: &Path) -> Result<(), Error> {
    let Outcome { told, problems, table } = import(request, &Context::read(folders)?)?;
    for line in told {
        println!("{line}");
    }
    let (errors, warnings): (Vec<_>, Vec<_>) =
        problems.into_iter().partition(|problem| problem.level == Level::Error);
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
    Ok(())
}

/// Reads a list or a layer; what is too large for either is refused unread.
fn read(path: &Path, overrides: &[Override]) -> Result<Input, Error> {
    const BYTES_PER_MB: u64 = 1_000_000;
    let file = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
    let length = std::fs::metadata(path).map_err(Error::file(path))?.len();
    if length > LARGEST_BYTES {
        let found = format!("{} Mo", length.div_ceil(BYTES_PER_MB));
        let expected = format!("un fichier de {} Mo au plus", LARGEST_BYTES / BYTES_PER_MB);
        let problems = vec![problem_of_form(&file, 0, &found, expected)];
        return Ok(Input { problems, ..Input::default() });
    }
    let bytes = std::fs::read(path).map_err(Error::file(path))?;
    Ok(match layer::is_layer(&bytes) {
        true => layer::read(&file, &bytes, overrides),
        false => list::read(&file, &bytes, overrides),
    })
}

/// A problem of a file or an option as a whole.
fn problem_of_form(file: &str, line: u64, value: &str, expected: impl Into<Finding>) -> Problem {
    let Finding { expected, proposal } = expected.into();
    let (file, value) = (file.to_owned(), value.to_owned());
    Problem { file, line, value, expected, proposal, ..Problem::default() }
}
