//! The reference that rows are checked against.

use super::atoms::Atoms;
use crate::names::{Names, nearest_of};
use crate::problem::{Finding, Problem};
use crate::sheet_columns::SheetColumns;
use crate::tables::rows::{Row, Table};
use crate::territories::Territories;
use map::served::Source;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::sync::Arc;

/// The column of identifiers.
const ID: &str = "id";

/// Territories, sources and schemes to check rows against, with the problems found so far.
pub(crate) struct Checker<'a> {
    pub(crate) territories: &'a Territories,
    pub(super) atoms: &'a Atoms,
    /// Indexed when a cell first needs it.
    names: OnceCell<Names<'a>>,
    pub(crate) sources: &'a BTreeMap<String, Source>,
    pub(crate) knows_all_sources: bool,
    /// Whether every row of `cls.csv` and `cpts.csv` could be read: if not, a row that names an
    /// unknown scheme may be right.
    pub(crate) knows_all_schemes: bool,
    pub(crate) problems: Vec<Problem>,
    /// The sheets of workbooks that were read so far.
    pub(crate) sheets: Vec<SheetColumns>,
    /// The identifiers of all tables read so far, each with its file and line.
    pub(crate) ids: BTreeMap<String, (Arc<str>, u64)>,
}

impl<'a> Checker<'a> {
    /// A checker of nothing yet.
    pub(crate) fn new(
        territories: &'a Territories,
        atoms: &'a Atoms,
        sources: &'a BTreeMap<String, Source>,
    ) -> Self {
        Self {
            territories,
            atoms,
            names: OnceCell::new(),
            sources,
            knows_all_sources: true,
            knows_all_schemes: true,
            problems: Vec::new(),
            sheets: Vec::new(),
            ids: BTreeMap::new(),
        }
    }

    /// The names and codes of territories.
    pub(crate) fn names(&self) -> &Names<'a> {
        self.names.get_or_init(|| Names::new(self.territories))
    }

    /// The rows of a table with identifiers; one that another table has is reported.
    pub(crate) fn rows(&mut self, table: &mut Table) -> Vec<Row> {
        self.sheets.extend(table.sheet().cloned());
        let rows = table.rows(ID, &mut self.problems);
        self.take_ids(&rows);
        rows
    }

    /// Records the identifiers of `rows`, and reports those that another table has.
    pub(crate) fn take_ids(&mut self, rows: &[Row]) {
        for row in rows.iter().filter(|row| !row.text(ID).is_empty()) {
            let own = || (Arc::clone(row.file()), row.line());
            let (file, line) = self.ids.entry(row.text(ID).to_owned()).or_insert_with(own);
            if file != row.file() {
                let expected = format!(
                    "un identifiant qui ne sert qu’une fois, toutes tables ensemble (déjà {file}, \
                     ligne {line})"
                );
                row.report(&mut self.problems, ID, expected);
            }
        }
    }

    /// The identifier of the source of a row, checked against `sources.csv`.
    pub(crate) fn source_of(&mut self, row: &Row) -> String {
        let source = row.text("source");
        // Where rows of sources.csv could not be read, the problem is there.
        if self.knows_all_sources && !self.sources.contains_key(source) {
            let proposal = nearest_of(source, self.sources.keys().map(String::as_str));
            let finding = Finding::proposing("un identifiant de sources.csv", proposal);
            row.report(&mut self.problems, "source", finding);
        }
        source.to_owned()
    }
}
