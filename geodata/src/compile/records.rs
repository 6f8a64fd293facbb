//! `fiches.bin`: the records that the panel answers from.

use super::coverage::{self, TerritoryClasses};
use super::features;
use super::territories::Territory;
use crate::inputs::Inputs;
use map::Layer;
use map::served::{Manifest, RecordsFile};

/// The records of every territory and every scheme; `manifest` lists the files for download.
pub(super) fn records(
    inputs: &Inputs,
    manifest: Manifest,
    departments: Vec<Territory>,
    epci: Vec<Territory>,
    coverage: &[TerritoryClasses],
) -> RecordsFile {
    let properties = |level: Vec<Territory>| level.into_iter().map(|one| one.properties).collect();
    RecordsFile {
        manifest,
        departments: properties(departments),
        epci: properties(epci),
        cls: features::schemes(Layer::Cls, inputs),
        cpts: features::schemes(Layer::Cpts, inputs),
        projects: features::projects(inputs),
        coverage: coverage::file(coverage),
        facts: inputs.tables.facts.clone(),
    }
}
