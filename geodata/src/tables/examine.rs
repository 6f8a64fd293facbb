//! All tables of a folder, and every problem in them.

use super::resolve::{Atoms, Checker};
use super::rows::Table;
use super::{facts, layers, projects, schemes, sources};
use crate::error::Error;
use crate::problem::{Problem, Severity};
use crate::territories::Territories;
use map::Layer;
use map::served::{Documentation, Facts, Source};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// The tables, checked, with every code resolved.
pub struct Tables {
    /// Sources by identifier.
    pub sources: BTreeMap<String, Source>,
    /// The line of each source in its table.
    pub source_lines: BTreeMap<String, u64>,
    /// The identifiers of all tables.
    pub ids: BTreeSet<String>,
    /// Lists, each with the layer and the region that it documents.
    pub documentation: Vec<Documentation>,
    /// The CLS and the CPTS, in file order.
    pub schemes: Vec<schemes::Scheme>,
    /// The labelled projects, in file order.
    pub projects: Vec<projects::Project>,
    /// Facts that sources give beside the lists of schemes.
    pub facts: Facts,
}

/// The tables as far as they can be read, with their problems.
pub struct Examined {
    /// The tables.
    pub tables: Tables,
    /// Every problem and every warning, by file and line.
    pub problems: Vec<Problem>,
}

impl Tables {
    /// Reads `sources.csv`, `couches.csv`, `cls.csv`, `cpts.csv`, `projets.csv` and the tables of
    /// facts from `folder`.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing; [`Error::Problems`] with *all* the problems of
    /// all tables that stop a build, by file and line.
    pub fn read(folder: &Path, territories: &Territories, atoms: &Atoms) -> Result<Self, Error> {
        let Examined { tables, mut problems } = Self::examine(folder, territories, atoms)?;
        problems.retain(|problem| problem.severity == Severity::Error);
        if problems.is_empty() { Ok(tables) } else { Err(Error::Problems(problems)) }
    }

    /// Reads the tables of `folder` as far as they can be read.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing. A missing table is a problem like others.
    pub fn examine(
        folder: &Path,
        territories: &Territories,
        atoms: &Atoms,
    ) -> Result<Examined, Error> {
        std::fs::read_dir(folder).map_err(Error::file(folder))?;
        let mut problems = Vec::new();
        let mut table = Table::read(folder, "sources.csv", sources::COLUMNS)?;
        let knows_all_sources = table.is_complete();
        let source_rows = table.rows("id", &mut problems);
        let sources = sources::read(&source_rows, &mut problems);
        let mut checker = Checker::new(territories, atoms, &sources);
        checker.knows_all_sources = knows_all_sources;
        checker.problems = problems;
        checker.take_ids(&source_rows);
        let documentation =
            layers::read(&mut Table::read(folder, "couches.csv", layers::COLUMNS)?, &mut checker);
        let mut schemes = Vec::new();
        for (layer, name, columns, optional) in [
            (Layer::Cls, "cls.csv", schemes::CLS_COLUMNS, &[][..]),
            (Layer::Cpts, "cpts.csv", schemes::CPTS_COLUMNS, schemes::CPTS_OPTIONAL_COLUMNS),
        ] {
            let mut table = Table::read_with(folder, name, columns, optional)?;
            checker.knows_all_schemes &= table.is_complete();
            schemes.extend(schemes::read(layer, &mut table, &mut checker));
        }
        let mut table = Table::read(folder, "projets.csv", projects::COLUMNS)?;
        checker.knows_all_schemes &= table.is_complete();
        let projects = projects::read(&mut table, &mut checker);
        let facts = facts::read(folder, &schemes, &projects, &mut checker)?;
        let ids = checker.ids.into_keys().collect();
        let mut problems = checker.problems;
        problems.sort();
        let source_lines = source_rows.iter().map(|row| (row.text("id").to_owned(), row.line()));
        let source_lines = source_lines.collect();
        let tables = Self { sources, source_lines, ids, documentation, schemes, projects, facts };
        Ok(Examined { tables, problems })
    }
}
