//! `fiches.bin`: everything that the page says.

use super::coverage::{self, Covered};
use super::features;
use crate::inputs::Inputs;
use map::Layer;
use map::served::{Manifest, RecordsFile, TerritoryProperties};

/// What is said of every territory and every scheme; `manifest` lists the files for download.
pub(super) fn records(
    inputs: &Inputs,
    manifest: Manifest,
    territories: [Vec<(TerritoryProperties, Vec<usize>)>; 2],
    coverage: &[Covered],
) -> RecordsFile {
    let [departments, epci] =
        territories.map(|level| level.into_iter().map(|(properties, _)| properties).collect());
    RecordsFile {
        manifest,
        departments,
        epci,
        cls: features::schemes(Layer::Cls, inputs),
        cpts: features::schemes(Layer::Cpts, inputs),
        projects: features::projects(inputs),
        coverage: coverage::file(coverage),
        facts: inputs.tables.facts.clone(),
    }
}
