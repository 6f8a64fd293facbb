//! How well each layer is known in each region.

use crate::inputs::Inputs;
use map::{AtomSet, Degree, KnownAtoms, Layer, RegionCode};
use std::collections::{BTreeMap, BTreeSet};

/// The degree of each region where something is known of `layer`: a list, or else schemes known
/// one by one.
pub(super) fn degrees(layer: Layer, inputs: &Inputs) -> BTreeMap<RegionCode, Degree> {
    let lists = inputs.tables.documentation.iter().filter(|one| one.couche == layer);
    let mut degrees: BTreeMap<_, _> = lists.map(|one| (one.region.clone(), Degree::List)).collect();
    for region in regions_of_schemes(layer, inputs) {
        degrees.entry(region).or_insert(Degree::Facts);
    }
    degrees
}

/// The atoms of the regions where something is known of `layer`.
pub(super) fn known_atoms(layer: Layer, inputs: &Inputs) -> KnownAtoms {
    let degrees = degrees(layer, inputs);
    let atoms_of = |wanted: Degree| -> AtomSet {
        let departments = inputs.territories.departements.iter();
        let inside = departments.filter(|one| degrees.get(&one.region) == Some(&wanted));
        let communes = inside.flat_map(|one| inputs.territories.communes_of(&one.code));
        inputs.atoms.of_communes(communes)
    };
    KnownAtoms { listed: atoms_of(Degree::List), by_facts: atoms_of(Degree::Facts) }
}

/// The regions that schemes of `layer` lie in, in part at least.
fn regions_of_schemes(layer: Layer, inputs: &Inputs) -> BTreeSet<RegionCode> {
    let region_of: BTreeMap<_, _> =
        inputs.territories.departements.iter().map(|one| (&one.code, &one.region)).collect();
    let schemes = inputs.tables.schemes.iter().filter(|one| one.layer == layer);
    let communes = schemes.flat_map(|one| &one.perimeter.communes);
    let departments = communes.map(|&index| &inputs.territories.communes[index].departement);
    departments.filter_map(|code| region_of.get(code).map(|&region| region.clone())).collect()
}
