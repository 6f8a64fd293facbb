//! All tables of a folder, and every problem in them.

use super::resolve::{Atoms, Checker};
use super::rows::Table;
use super::{facts, layers, projects, schemes, sources};
use crate::error::Error;
use crate::problem::{Problem, Severity};
use crate::territories::Territories;
use map::Layer;
use map::served::{Documentation, Facts, Source};
use std::collections::BTreeMap;
use std::path::Path;

/// The tables, checked, with every code resolved.
pub struct Tables {
    /// Sources by identifier.
    pub sources: BTreeMap<String, Source>,
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
        let sources = sources::read(&mut table, &mut problems);
        let mut checker = Checker::new(territories, atoms, &sources);
        checker.knows_all_sources = knows_all_sources;
        checker.problems = problems;
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
        let projects = projects::read(
            &mut Table::read(folder, "projets.csv", projects::COLUMNS)?,
            &mut checker,
        );
        let facts = facts::read(folder, &schemes, &mut checker)?;
        let mut problems = checker.problems;
        problems.sort();
        let tables = Self { sources, documentation, schemes, projects, facts };
        Ok(Examined { tables, problems })
    }
}
