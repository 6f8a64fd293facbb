//! The stewards' tables: reading, checking, resolving codes.
//!
//! Every problem of every table is collected before a run gives up.

mod commune_cell;
pub(crate) mod dates;
mod export;
mod facts;
pub(crate) mod form;
mod items;
mod layers;
mod perimeter;
mod projects;
pub(crate) mod propose;
mod reader;
pub(crate) mod resolve;
mod row;
#[cfg(test)]
mod schemas;
mod schemes;
mod sources;
pub(crate) mod text;

pub use export::{TABLE_NAMES, rewritten};
pub use facts::facts;
pub use perimeter::{Atoms, Perimeter};
pub use projects::Project;
pub use schemes::Scheme;
pub(crate) use schemes::{CLS_COLUMNS, CPTS_COLUMNS};

use crate::error::Error;
use crate::names::Names;
use crate::problem::{Level, Problem};
use crate::territories::Territories;
use map::Layer;
use map::served::{Documentation, Facts, Source};
use reader::Table;
use std::cell::OnceCell;
use std::collections::BTreeMap;
use std::path::Path;

/// The tables, checked, with every code resolved.
pub struct Tables {
    /// Sources by identifier.
    pub sources: BTreeMap<String, Source>,
    /// Which list documents which layer where.
    pub documentation: Vec<Documentation>,
    /// The CLS and the CPTS, in file order.
    pub schemes: Vec<Scheme>,
    /// The labelled projects, in file order.
    pub projects: Vec<Project>,
    facts: Facts,
}

impl Tables {
    /// Reads `sources.csv`, `couches.csv`, `cls.csv`, `cpts.csv`, `projets.csv` and the tables of
    /// facts from `folder`.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing; [`Error::Problems`] with *all* the problems of all
    /// tables that stop a build, by file and line.
    pub fn read(folder: &Path, territories: &Territories, atoms: &Atoms) -> Result<Self, Error> {
        let (tables, mut problems) = Self::examine(folder, territories, atoms)?;
        problems.retain(|problem| problem.level == Level::Error);
        if problems.is_empty() { Ok(tables) } else { Err(Error::Problems(problems)) }
    }

    /// What can be read of the tables of `folder`, and all their problems by file and line, those
    /// that stop nothing included.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing. A missing table is a problem like others.
    pub fn examine(
        folder: &Path,
        territories: &Territories,
        atoms: &Atoms,
    ) -> Result<(Self, Vec<Problem>), Error> {
        std::fs::read_dir(folder).map_err(Error::file(folder))?;
        let mut problems = Vec::new();
        let mut table = Table::read(folder, "sources.csv", sources::COLUMNS)?;
        let knows_all_sources = table.is_complete();
        let sources = sources::read(&mut table, &mut problems);
        let names = OnceCell::new();
        let mut checker = Checker {
            territories,
            atoms,
            names,
            sources: &sources,
            knows_all_sources,
            knows_all_schemes: true,
            problems,
        };
        let documentation =
            layers::read(&mut Table::read(folder, "couches.csv", layers::COLUMNS)?, &mut checker);
        let mut schemes = Vec::new();
        for (layer, name, columns) in [
            (Layer::Cls, "cls.csv", schemes::CLS_COLUMNS),
            (Layer::Cpts, "cpts.csv", schemes::CPTS_COLUMNS),
        ] {
            let mut table = Table::read(folder, name, columns)?;
            checker.knows_all_schemes &= table.is_complete();
            schemes.extend(schemes::read(layer, &mut table, &mut checker));
        }
        let mut table = Table::read(folder, "projets.csv", projects::COLUMNS)?;
        checker.knows_all_schemes &= table.is_complete();
        let projects = projects::read(&mut table, &mut checker);
        let facts = facts::read(folder, &schemes, &projects, &mut checker)?;
        let mut problems = checker.problems;
        problems.sort();
        Ok((Self { sources, documentation, schemes, projects, facts }, problems))
    }
}

/// What a table is checked against, and the problems found so far.
pub(crate) struct Checker<'a> {
    pub(crate) territories: &'a Territories,
    atoms: &'a Atoms,
    /// Made when a cell first needs it.
    names: OnceCell<Names<'a>>,
    sources: &'a BTreeMap<String, Source>,
    knows_all_sources: bool,
    /// Whether every row of the tables of schemes could be read: else what names one may be
    /// right.
    knows_all_schemes: bool,
    problems: Vec<Problem>,
}

impl<'a> Checker<'a> {
    /// One that only looks territories up.
    pub(crate) fn of_territories(
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
        }
    }

    /// What territories can be looked up by.
    pub(crate) fn names(&self) -> &Names<'a> {
        self.names.get_or_init(|| Names::new(self.territories))
    }
}
