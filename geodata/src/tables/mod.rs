//! The stewards' tables: reading, checking, resolving codes.
//!
//! Every problem of every table is collected before a run gives up.

mod dates;
mod layers;
mod perimeter;
mod projects;
mod reader;
mod schemes;
mod sources;

pub use perimeter::{Atoms, Perimeter};
pub use projects::Project;
pub use schemes::Scheme;

use crate::error::Error;
use crate::problem::Problem;
use crate::territories::Territories;
use map::Layer;
use map::served::{Documentation, Source};
use reader::Table;
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
}

impl Tables {
    /// Reads `sources.csv`, `couches.csv`, `cls.csv`, `cpts.csv` and `projets.csv` from `folder`.
    ///
    /// # Errors
    /// [`Error::File`] when a table is missing; [`Error::Problems`] with *all* the problems of all
    /// tables, by file and line.
    pub fn read(folder: &Path, territories: &Territories, atoms: &Atoms) -> Result<Self, Error> {
        let mut problems = Vec::new();
        let mut table = Table::read(folder, "sources.csv", sources::COLUMNS)?;
        let knows_all_sources = table.is_complete();
        let sources = sources::read(&mut table, &mut problems);
        let mut checker =
            Checker { territories, atoms, sources: &sources, knows_all_sources, problems };
        let documentation =
            layers::read(&mut Table::read(folder, "couches.csv", layers::COLUMNS)?, &mut checker);
        let mut schemes = Vec::new();
        for (layer, name, columns) in [
            (Layer::Cls, "cls.csv", schemes::CLS_COLUMNS),
            (Layer::Cpts, "cpts.csv", schemes::CPTS_COLUMNS),
        ] {
            let mut table = Table::read(folder, name, columns)?;
            schemes.extend(schemes::read(layer, &mut table, &mut checker));
        }
        let projects = projects::read(
            &mut Table::read(folder, "projets.csv", projects::COLUMNS)?,
            &mut checker,
        );
        let mut problems = checker.problems;
        if problems.is_empty() {
            return Ok(Self { sources, documentation, schemes, projects });
        }
        problems.sort();
        Err(Error::Problems(problems))
    }
}

/// What a table is checked against, and the problems found so far.
struct Checker<'a> {
    territories: &'a Territories,
    atoms: &'a Atoms,
    sources: &'a BTreeMap<String, Source>,
    knows_all_sources: bool,
    problems: Vec<Problem>,
}

impl Checker<'_> {
    /// The place of the commune of that code in the table, or what was expected instead.
    fn commune(&self, code: &str) -> Result<usize, &'static str> {
        let communes = &self.territories.communes;
        match communes.binary_search_by(|commune| commune.code.as_str().cmp(code)) {
            Err(_) => Err("le code INSEE (5 caractères) d’une commune du COG 2026"),
            Ok(place) if communes[place].surface_ha.is_none() => {
                Err("une commune qui a un contour (celle-ci n’en a pas encore\u{a0}: donner son \
                     EPCI, ou la commune dont elle a été détachée)")
            }
            Ok(place) => Ok(place),
        }
    }
}
