//! The degree to which each layer is known in each region.

use crate::inputs::Inputs;
use crate::tables::Scheme;
use map::served::RegionDegree;
use map::{AtomSet, Degree, DepartmentCode, KnownAtoms, Layer, RegionCode};
use std::collections::{BTreeMap, BTreeSet};

/// The degree of each region where something is known of `layer`: a list, or else schemes known
/// one by one.
pub(super) fn degrees(layer: Layer, inputs: &Inputs) -> BTreeMap<RegionCode, Degree> {
    let lists = inputs.tables.documentation.iter().filter(|one| one.couche == layer);
    let mut degrees: BTreeMap<_, _> = lists.map(|one| (one.region.clone(), Degree::List)).collect();
    for region in schemes_by_region(layer, inputs).into_keys() {
        degrees.entry(region).or_insert(Degree::Facts);
    }
    degrees
}

/// The degrees of all layers, with the numbers of schemes, by layer and region.
pub(super) fn rows(inputs: &Inputs) -> Vec<RegionDegree> {
    let of_layer = |layer| {
        let counts = schemes_by_region(layer, inputs);
        let row = move |(region, degre): (RegionCode, Degree)| {
            let Count { all, with_perimeter } = counts.get(&region).copied().unwrap_or_default();
            RegionDegree {
                couche: layer,
                region,
                degre,
                dispositifs: all,
                avec_perimetre: with_perimeter,
            }
        };
        degrees(layer, inputs).into_iter().map(row)
    };
    Layer::ALL.into_iter().flat_map(of_layer).collect()
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

/// The schemes that lie in a region, in part at least.
#[derive(Clone, Copy, Default)]
struct Count {
    all: u32,
    /// Those of which the whole perimeter is known.
    with_perimeter: u32,
}

/// The numbers of schemes of `layer` by region; a region without any is not there.
fn schemes_by_region(layer: Layer, inputs: &Inputs) -> BTreeMap<RegionCode, Count> {
    let region_of: BTreeMap<_, _> =
        inputs.territories.departements.iter().map(|one| (&one.code, &one.region)).collect();
    let mut counts: BTreeMap<RegionCode, Count> = BTreeMap::new();
    for scheme in inputs.tables.schemes.iter().filter(|one| one.layer == layer) {
        let departments = departments_of(scheme, inputs).into_iter();
        let mut regions: BTreeSet<RegionCode> =
            departments.filter_map(|code| region_of.get(code).copied().cloned()).collect();
        let stated = scheme.details.region.as_deref();
        regions.extend(stated.and_then(|code| RegionCode::new(code).ok()));
        for region in regions {
            let count = counts.entry(region).or_default();
            count.all += 1;
            count.with_perimeter += u32::from(scheme.details.has_whole_perimeter());
        }
    }
    let projects = inputs.tables.projects.iter().filter(|_| layer == Layer::Projects);
    for region in projects.filter_map(|project| region_of.get(&project.department)) {
        let count = counts.entry((*region).clone()).or_default();
        count.all += 1;
        count.with_perimeter += 1;
    }
    counts
}

/// The departments that a scheme lies in: those of its perimeter and those that its row says.
pub(super) fn departments_of<'a>(
    scheme: &'a Scheme,
    inputs: &'a Inputs,
) -> BTreeSet<&'a DepartmentCode> {
    let communes = scheme.given_perimeter().communes.iter();
    let of_communes = communes.map(|&index| &inputs.territories.communes[index].departement);
    of_communes.chain(&scheme.details.departments).collect()
}
