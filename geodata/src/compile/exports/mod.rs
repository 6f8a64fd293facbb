//! `export/`: the open data, under names that stay the same from build to build.
//!
//! | file | subject |
//! | --- | --- |
//! | `tables` | every table of the stewards, normalised, with its schema |
//! | `coverage` | the coverage of every territory, whole and cut by level and department |
//! | `sheet` | the two forms of CSV |
//! | `schema` | the promises of a published schema beyond the steward's |
//! | `package` | `datapackage.json`: all tables with schemas, keys, sources and licences |

mod coverage;
mod package;
mod schema;
mod sheet;
mod tables;

use super::coverage::TerritoryClasses;
use super::output::Output;
use crate::error::Error;
use crate::inputs::Inputs;
use map::served::Manifest;

/// Writes every table, each with its schema.
pub(super) fn write_tables(
    inputs: &Inputs,
    territories: &[TerritoryClasses],
    output: &mut Output,
) -> Result<(), Error> {
    tables::write(inputs, output)?;
    coverage::write(inputs, territories, output)
}

/// Writes the description of all tables; `manifest` lists them with their sources.
pub(super) fn write_descriptions(manifest: &Manifest, output: &mut Output) -> Result<(), Error> {
    let description = "Toutes les tables, leurs schémas, clés et licences (Data Package)";
    let bytes = package::datapackage(manifest)?;
    output.export("export/datapackage", "datapackage.json", description, &bytes)
}
