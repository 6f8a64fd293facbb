//! `fiches.bin`: the records that the panel answers from.

use super::coverage::{self, TerritoryClasses};
use super::features;
use super::territories::Territory;
use crate::inputs::Inputs;
use map::served::{CoverageFile, Manifest, RecordsFile};
use map::{Class, Layer};

/// The manifest for the page: of the twins, schemas and parts of a table, only their addresses and
/// sizes, which are all that it shows. There are four hundred.
fn with_addresses_only(mut manifest: Manifest) -> Manifest {
    for (name, file) in &mut manifest.fichiers {
        let is_twin = name.ends_with(".excel") || name.ends_with(".schema");
        if is_twin {
            file.contenu.clear();
        }
        if is_twin || name.contains("/communes-") || name.starts_with("detail/") {
            file.sources.clear();
        }
    }
    manifest
}

/// The coverage for the page: without the layers of which a territory is not known to have anything,
/// which the degree of its region says too. They are half of all.
fn with_answers_only(mut coverage: CoverageFile) -> CoverageFile {
    for territory in coverage.values_mut() {
        let has_answer = |class: &Class| !matches!(class, Class::NotKnown | Class::Undocumented);
        territory.couches.retain(|_, classes| classes.keys().any(has_answer));
    }
    coverage
        .retain(|_, territory| !territory.couches.is_empty() || !territory.dispositifs.is_empty());
    coverage
}

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
        manifest: with_addresses_only(manifest),
        regions: super::territories::regions(inputs),
        departments: properties(departments),
        epci: properties(epci),
        cls: features::schemes(Layer::Cls, inputs),
        cpts: features::schemes(Layer::Cpts, inputs),
        projects: features::projects(inputs),
        coverage: with_answers_only(coverage::file(coverage)),
        facts: inputs.tables.facts.clone(),
    }
}
