//! `export/`: the open data, under names that stay the same from build to build.
//!
//! | file | subject |
//! | --- | --- |
//! | `tables` | every table of the stewards, normalised, with its schema |
//! | `coverage` | the coverage of every territory, whole and cut by level and department; the classes of the map |
//! | `derived` | statuses on the reference day, and how well each layer is known |
//! | `csv_table` | the two forms of CSV |
//! | `schema` | the promises of a published schema beyond the steward's |
//! | `layers` | the layers of the map, at both precisions, for any GIS |
//! | `topojson` | the same as TopoJSON: each border once |
//! | `package` | `datapackage.json`: all tables with schemas, keys, sources and licences |
//! | `catalogue` | `catalogue.jsonld`: all data sets, for catalogues |

mod catalogue;
mod coverage;
mod csv_table;
mod derived;
mod layers;
mod package;
mod schema;
mod tables;
mod topojson;

pub(super) use layers::{write_detailed_layers, write_layer};

use super::coverage::TerritoryClasses;
use super::output::Output;
use super::site_url::SiteUrl;
use crate::error::Error;
use crate::inputs::Inputs;
use map::served::{Manifest, SharesFile};

/// Writes every table, each with its schema.
pub(super) fn write_tables(
    inputs: &Inputs,
    territories: &[TerritoryClasses],
    shares: &SharesFile,
    output: &mut Output,
) -> Result<(), Error> {
    tables::write(inputs, output)?;
    derived::write(inputs, output)?;
    coverage::write(inputs, territories, shares, output)
}

/// Writes the two descriptions of all files; `manifest` lists them with their sources.
pub(super) fn write_descriptions(
    manifest: &Manifest,
    site: Option<&SiteUrl>,
    output: &mut Output,
) -> Result<(), Error> {
    let description = "Toutes les tables, leurs schémas, clés et licences (Data Package)";
    let bytes = package::datapackage(manifest)?;
    output.export("export/datapackage", "datapackage.json", description, &bytes)?;
    let description = "Tous les jeux de données, pour les catalogues (DCAT, JSON-LD)";
    let bytes = catalogue::catalogue(manifest, site)?;
    output.export("export/catalogue", "catalogue.jsonld", description, &bytes)
}
