//! All tables, and every problem in them.

use super::reference_day::{self, AsOf, ReferenceDay};
use super::resolve::{Atoms, Checker};
use super::rows::{Row, Table};
use super::{facts, layers, projects, schemes, sources};
use crate::error::Error;
use crate::files::Files;
use crate::problem::{Problem, Severity};
use crate::sheet_columns::SheetColumns;
use crate::territories::Territories;
use map::Layer;
use map::served::{Documentation, Facts, Source};
use std::collections::{BTreeMap, BTreeSet};

/// The tables, checked, with every code resolved.
pub struct Tables {
    /// Sources by identifier.
    pub sources: BTreeMap<String, Source>,
    /// The line of each source in its table.
    pub source_lines: BTreeMap<String, u64>,
    /// The identifiers of all tables.
    pub ids: BTreeSet<String>,
    /// The day that statuses refer to; none where they give none.
    pub day: Option<ReferenceDay>,
    /// Lists, each with the layer and the region that it documents.
    pub documentation: Vec<Documentation>,
    /// The CLS and the CPTS, in file order.
    pub schemes: Vec<schemes::Scheme>,
    /// The labelled projects, in file order.
    pub projects: Vec<projects::Project>,
    /// Facts that sources give beside the lists of schemes.
    pub facts: Facts,
    /// The sheets of workbooks that were read.
    pub(crate) sheets: Vec<SheetColumns>,
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
    /// facts from `files`, with statuses on `day`, or on that of the files.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing; [`Error::Problems`] with *all* the problems of
    /// all tables that stop a build, by file and line.
    pub fn read(
        files: &Files,
        territories: &Territories,
        atoms: &Atoms,
        day: Option<&ReferenceDay>,
    ) -> Result<Self, Error> {
        let Examined { tables, mut problems } = Self::examine(files, territories, atoms, day)?;
        problems.retain(|problem| problem.severity == Severity::Error);
        if problems.is_empty() { Ok(tables) } else { Err(Error::Problems(problems)) }
    }

    /// Reads the tables of `files` as far as they can be read, with statuses on `day`, or on that of
    /// the files.
    ///
    /// # Errors
    /// [`Error::File`] when the folder is missing. A missing table is a problem like others.
    pub fn examine(
        files: &Files,
        territories: &Territories,
        atoms: &Atoms,
        day: Option<&ReferenceDay>,
    ) -> Result<Examined, Error> {
        files.check_folder()?;
        let mut problems = Vec::new();
        let mut table = Table::read(files, "sources.csv", sources::COLUMNS)?;
        let knows_all_sources = table.is_complete();
        let sheet = table.sheet().cloned();
        let source_rows = table.rows("id", &mut problems);
        let sources = sources::read(&source_rows, &mut problems);
        let mut checker = Checker::new(territories, atoms, &sources);
        checker.knows_all_sources = knows_all_sources;
        checker.problems = problems;
        checker.sheets.extend(sheet);
        checker.take_ids(&source_rows);
        let documentation =
            layers::read(&mut Table::read(files, "couches.csv", layers::COLUMNS)?, &mut checker);
        let committed = reference_day::read(files, &mut checker.problems)?;
        let as_of = AsOf::new(day, committed);
        let day = as_of.as_ref().map(|as_of| as_of.day().clone());
        let (schemes, scheme_rows) = read_schemes(files, day.as_ref(), &mut checker)?;
        let mut table = Table::read(files, "projets.csv", projects::COLUMNS)?;
        checker.knows_all_schemes &= table.is_complete();
        let projects = projects::read(&mut table, &mut checker);
        let facts = facts::read(files, &schemes, &projects, &mut checker)?;
        let ids: BTreeSet<String> = checker.ids.keys().cloned().collect();
        if checker.knows_all_schemes {
            schemes::check_names(&scheme_rows, &ids, &mut checker);
        }
        let (mut problems, sheets) = (checker.problems, checker.sheets);
        sheets.iter().for_each(|sheet| sheet.locate(&mut problems));
        problems.sort();
        let source_lines = source_rows.iter().map(|row| (row.text("id").to_owned(), row.line()));
        let source_lines = source_lines.collect();
        let mut tables = Self {
            sources,
            source_lines,
            ids,
            day,
            documentation,
            schemes,
            projects,
            facts,
            sheets,
        };
        if let Some(AsOf::Past(day)) = &as_of {
            tables.go_back_to(day);
        }
        Ok(Examined { tables, problems })
    }
}

/// The schemes of both tables, with their rows.
fn read_schemes(
    files: &Files,
    day: Option<&ReferenceDay>,
    checker: &mut Checker,
) -> Result<(Vec<schemes::Scheme>, Vec<Row>), Error> {
    let (mut schemes, mut all_rows) = (Vec::new(), Vec::new());
    for (layer, name, columns, optional) in [
        (Layer::Cls, "cls.csv", schemes::ALL_CLS_COLUMNS, schemes::optional_cls()),
        (Layer::Cpts, "cpts.csv", schemes::ALL_CPTS_COLUMNS, schemes::optional_cpts()),
    ] {
        let mut table = Table::read_with(files, name, columns, &optional)?;
        checker.knows_all_schemes &= table.is_complete();
        let rows = checker.rows(&mut table);
        schemes.extend(schemes::read(layer, &rows, day, checker));
        all_rows.extend(rows);
    }
    Ok((schemes, all_rows))
}
