//! `fiches.bin`: everything that the page says.

use super::coverage::{self, Covered};
use super::{Ground, features};
use crate::tables::facts;
use map::Layer;
use map::served::{Manifest, RecordsFile, TerritoryProperties};

/// What is said of every territory and every scheme; `manifest` lists the files for download.
pub(super) fn records(
    ground: &Ground,
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
        cls: features::schemes(Layer::Cls, ground),
        cpts: features::schemes(Layer::Cpts, ground),
        projects: features::projects(ground),
        coverage: coverage::file(coverage),
        facts: facts(&ground.tables),
    }
}
