//! `geodata update`: a month’s list merged into the table.
//!
//! 1. read and resolve the list, as `import` does;
//! 2. merge it into the rows of its source (`merge`): new ones are added, those that the list no longer names are
//!    closed with its date, changed cells are changed; rows of other sources, web sites, notes and identifiers stay;
//! 3. read the merged tables again: what is not sound is not written;
//! 4. compare before and after: it must balance.

mod closing;
mod command;
mod merge;

pub use command::{Answer, run};

use crate::compare::Comparison;
use crate::error::Error;
use crate::files::Files;
use crate::import::Request;
use crate::inputs::Context;
use crate::problem::{Problem, Severity};
use crate::tables::{Examined, RowTable, Scheme, Tables};
use map::Layer;
use merge::{Merge, Merged};

/// The date of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListDate {
    /// The date that the list bears: `2026-11`, `2026-11-01`.
    Of(String),
    /// The day on which it was read; the list bears no date.
    ReadOn(String),
}

/// A list merged into the tables: nothing is written yet.
pub struct Update {
    /// The differences among the schemes of its source.
    pub comparison: Comparison,
    /// The identifiers of schemes of the list that the table has from another source: they stay as they are.
    pub elsewhere: Vec<String>,
    /// The tables that change, by file name, whole.
    pub files: Vec<TableFile>,
}

/// A table to write.
pub struct TableFile {
    /// Its file name.
    pub name: String,
    /// Its content.
    pub content: Vec<u8>,
}

impl ListDate {
    /// The date, ISO 8601.
    pub fn as_str(&self) -> &str {
        match self {
            Self::Of(date) | Self::ReadOn(date) => date,
        }
    }

    /// Its column in `sources.csv`.
    const fn column(&self) -> &'static str {
        match self {
            Self::Of(_) => "date",
            Self::ReadOn(_) => "date_releve",
        }
    }
}

/// Merges `list`, a table of ours as `import` makes it for `request`, into the tables `sources`, which `context` has
/// read.
///
/// # Errors
/// [`Error::Problems`] with everything that keeps the tables from being merged; another [`Error`] when one cannot be
/// read.
pub fn update(
    request: &Request,
    date: &ListDate,
    list: &[u8],
    sources: &Files,
    context: &Context,
) -> Result<Update, Error> {
    stop_at(&context.problems)?;
    let name = format!("{}.csv", request.layer.code());
    let table = |name: &str| Ok::<_, Error>(RowTable::parse(&sources.bytes(name)?, &["id", "nom"]));
    let listed = examined(&sources.clone().with(&name, list), context)?.tables;
    let merge = Merge { request, date: date.as_str(), context, listed: &listed };
    let Merged { table: merged, elsewhere } = merge.merged(table(&name)?, list);
    let dated = dated(table("sources.csv")?, request, date, sources)?;
    let mut files = Vec::new();
    for (name, table) in [(name, merged), ("sources.csv".to_owned(), dated)] {
        let content = table.bytes().map_err(|error| Error::form(sources.path(&name), &error))?;
        files.push(TableFile { name, content });
    }
    let after = files.iter().fold(sources.clone(), |all, one| all.with(&one.name, &*one.content));
    let after = examined(&after, context)?;
    stop_at(&after.problems)?;
    let Context { territories, atoms, .. } = context;
    let (before, after) = (own(&context.tables, request), own(&after.tables, request));
    let comparison = Comparison::of(request.layer, &before, &after, territories, atoms);
    if comparison.changes.is_empty() {
        files.retain(|one| one.name == "sources.csv");
    }
    files.retain(|one| !is_there(one, sources));
    Ok(Update { comparison, elsewhere, files })
}

/// Whether a file has that content already.
fn is_there(file: &TableFile, sources: &Files) -> bool {
    sources.bytes(&file.name).is_ok_and(|bytes| *bytes == *file.content)
}

/// The tables of `files` as far as they can be read.
fn examined(files: &Files, context: &Context) -> Result<Examined, Error> {
    Tables::examine(files, &context.territories, &context.atoms, context.tables.day.as_ref())
}

/// The problems that stop a build, if there are some.
fn stop_at(problems: &[Problem]) -> Result<(), Error> {
    let errors = problems.iter().filter(|one| one.severity == Severity::Error);
    let errors: Vec<Problem> = errors.cloned().collect();
    if errors.is_empty() { Ok(()) } else { Err(Error::Problems(errors)) }
}

/// The schemes of the layer and the source of a request.
fn own<'a>(tables: &'a Tables, request: &Request) -> Vec<&'a Scheme> {
    let is_own = |one: &&Scheme| one.layer == request.layer && one.source == request.source;
    tables.schemes.iter().filter(is_own).collect()
}

/// `sources.csv` with the date of the list.
///
/// # Errors
/// [`Error::Problems`] when the table has a newer list already.
fn dated(
    mut table: RowTable,
    request: &Request,
    date: &ListDate,
    sources: &Files,
) -> Result<RowTable, Error> {
    let column = date.column();
    if !table.has(column) {
        return Err(Error::form(sources.path("sources.csv"), &format!("colonne {column} absente")));
    }
    let Some(row) = table.rows.iter_mut().find(|row| row.text("id") == request.source) else {
        return Ok(table);
    };
    if row.text(column) > date.as_str() {
        let problem = Problem {
            file: "sources.csv".to_owned(),
            column: column.to_owned(),
            value: row.text(column).to_owned(),
            expected: format!("une date qui ne suit pas celle de la liste ({})", date.as_str()),
            ..Problem::default()
        };
        return Err(Error::Problems(vec![problem]));
    }
    row.set(column, date.as_str());
    Ok(table)
}

/// The French name of one of a layer’s schemes, in messages.
const fn scheme_word(layer: Layer) -> &'static str {
    match layer {
        Layer::Cls => "contrats",
        Layer::Cpts => "communautés",
        Layer::Projects => "projets",
    }
}
