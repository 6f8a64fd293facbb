//! `fiches.bin`: the records that the panel answers from.

use super::coverage::{self, TerritoryClasses};
use super::features;
use super::territories::Territory;
use crate::inputs::Inputs;
use crate::territories::Department;
use map::served::{
    CommuneRow, CommunesFile, CoverageFile, Field, Manifest, RecordsFile, SchemeProperties,
};
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

/// The schemes of `layer` with their names for display: a statement may correct the spelling of a list,
/// which the open data keeps.
fn displayed(layer: Layer, inputs: &Inputs) -> Vec<SchemeProperties> {
    let mut schemes = features::schemes(layer, inputs);
    let statements = inputs.tables.facts.complements.iter();
    for name in statements.filter(|one| one.champ == Field::Nom) {
        if let Some(scheme) = schemes.iter_mut().find(|one| one.id == name.dispositif) {
            scheme.nom.clone_from(&name.valeur);
        }
    }
    schemes
}

/// The communes of a department, then its arrondissements.
pub(super) fn communes(inputs: &Inputs, department: &Department) -> CommunesFile {
    let territories = &inputs.territories;
    let commune = |index: usize| {
        let one = &territories.communes[index];
        CommuneRow {
            code: one.code.clone(),
            nom: one.nom.clone(),
            codes_postaux: one.codes_postaux.clone(),
            epci: one.epci.clone(),
            population: one.population,
        }
    };
    let mut rows: Vec<CommuneRow> =
        territories.communes_of(&department.code).map(commune).collect();
    let parts = territories.arrondissements.iter();
    let own = parts.filter(|part| part.code.department() == department.code.as_str());
    let arrondissements: Vec<CommuneRow> = own
        .map(|part| CommuneRow {
            code: part.code.clone(),
            nom: part.display_name(),
            codes_postaux: String::new(),
            epci: rows.iter().find(|row| row.code == part.commune).and_then(|row| row.epci.clone()),
            population: part.population,
        })
        .collect();
    rows.extend(arrondissements);
    CommunesFile::pack(&rows)
}

/// The records of every territory and every scheme; `manifest` lists the files for download,
/// `addresses` are those of the communes by department.
pub(super) fn records(
    inputs: &Inputs,
    manifest: Manifest,
    departments: Vec<Territory>,
    epci: Vec<Territory>,
    coverage: &[TerritoryClasses],
    addresses: Vec<String>,
) -> RecordsFile {
    let properties = |level: Vec<Territory>| level.into_iter().map(|one| one.properties).collect();
    RecordsFile {
        manifest: with_addresses_only(manifest),
        regions: super::territories::regions(inputs),
        departments: properties(departments),
        epci: properties(epci),
        cls: displayed(Layer::Cls, inputs),
        cpts: displayed(Layer::Cpts, inputs),
        projects: features::projects(inputs),
        coverage: with_answers_only(coverage::file(coverage)),
        facts: inputs.tables.facts.clone(),
        communes: addresses,
    }
}
