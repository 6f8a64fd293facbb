//! The facts that sources give beside the lists of schemes: one table each, one file each.

mod calls;
mod indicators;
mod key_facts;
mod label;
mod mentions;
mod roadmaps;
mod statements;
mod venues;

use super::projects::Project;
use super::resolve::Checker;
use super::rows::Table;
use super::schemes::Scheme;
use crate::error::Error;
use crate::files::Files;
use map::served::Facts;

/// The facts of `files`, checked. `schemes` and `projects` are those that statements may speak of.
pub(super) fn read(
    files: &Files,
    schemes: &[Scheme],
    projects: &[Project],
    checker: &mut Checker,
) -> Result<Facts, Error> {
    let mut table = Table::read_with(
        files,
        "indicateurs.csv",
        indicators::COLUMNS,
        indicators::OPTIONAL_COLUMNS,
    )?;
    let indicateurs = indicators::read(&mut table, checker);
    let lieux = venues::read(&mut Table::read(files, "lieux.csv", venues::COLUMNS)?, checker);
    let mentions =
        mentions::read(&mut Table::read(files, "mentions.csv", mentions::COLUMNS)?, checker);
    let appels = calls::read(&mut Table::read(files, "appels.csv", calls::COLUMNS)?, checker);
    let mut table = Table::read(files, "feuilles_de_route.csv", roadmaps::COLUMNS)?;
    checker.knows_all_schemes &= table.is_complete();
    let (feuilles_de_route, sets) = roadmaps::read(&mut table, checker);
    let schemes = schemes.iter().map(|scheme| &scheme.id);
    let ids = schemes.chain(projects.iter().map(|project| &project.id)).cloned();
    let known = ids.chain(sets).collect();
    let mut table = Table::read(files, "complements.csv", statements::COLUMNS)?;
    let complements = statements::read(&mut table, &known, checker);
    let label = label::read(&mut Table::read(files, "label.csv", label::COLUMNS)?, checker);
    let mut table = Table::read(files, "reperes.csv", key_facts::COLUMNS)?;
    let reperes = key_facts::read(&mut table, checker);
    Ok(Facts {
        indicateurs,
        lieux,
        complements,
        mentions,
        appels,
        feuilles_de_route,
        label,
        reperes,
    })
}
