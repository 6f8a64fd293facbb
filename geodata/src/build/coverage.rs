//! The coverage of every department and intercommunality.

use super::Ground;
use map::served::CoverageFile;
use map::{Amount, AtomSet, Class, Layer, TerritoryCoverage, coverage_by_class};
use std::collections::BTreeMap;

/// By territory (`dep-69`, `epci-200046977`), what is known there. Territories of which nothing is
/// known are left out.
pub(super) fn of_territories(ground: &Ground) -> CoverageFile {
    let mut territories: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (place, commune) in ground.territories.communes.iter().enumerate() {
        territories.entry(format!("dep-{}", commune.departement)).or_default().push(place);
        if let Some(epci) = &commune.epci {
            territories.entry(format!("epci-{epci}")).or_default().push(place);
        }
    }
    let documented: BTreeMap<Layer, AtomSet> =
        [Layer::Cls, Layer::Cpts].map(|layer| (layer, documented(layer, ground))).into();
    territories
        .into_iter()
        .map(|(key, communes)| {
            (key, of_territory(&ground.atoms.of_communes(communes), &documented, ground))
        })
        .filter(|(_, coverage)| !coverage.couches.is_empty())
        .collect()
}

fn of_territory(
    territory: &AtomSet,
    documented: &BTreeMap<Layer, AtomSet>,
    ground: &Ground,
) -> TerritoryCoverage {
    let mut coverage = TerritoryCoverage::default();
    for (&layer, documented) in documented {
        let mut perimeters = Vec::new();
        for scheme in ground.tables.schemes.iter().filter(|scheme| scheme.layer == layer) {
            if scheme.perimeter.atoms.intersects(territory) {
                let part = scheme.perimeter.atoms.intersection(territory);
                coverage
                    .dispositifs
                    .insert(scheme.id.clone(), Amount::of(&part, &ground.atoms.list));
                perimeters.push((scheme.status, &scheme.perimeter.atoms));
            }
        }
        // In most territories nothing is known: measuring it took three quarters of a build.
        if perimeters.is_empty() && !documented.intersects(territory) {
            continue;
        }
        let classes = coverage_by_class(territory, &perimeters, documented, &ground.atoms.list);
        if classes.keys().any(|&class| class != Class::Undocumented) {
            coverage.couches.insert(layer, classes);
        }
    }
    coverage
}

/// The atoms of the regions for which the layer has a list.
fn documented(layer: Layer, ground: &Ground) -> AtomSet {
    let is_documented = |region| {
        ground.tables.documentation.iter().any(|one| one.couche == layer && one.region == region)
    };
    let departments: Vec<_> = ground
        .territories
        .departements
        .iter()
        .filter(|department| is_documented(department.region.clone()))
        .map(|department| &department.code)
        .collect();
    let communes = ground.territories.communes.iter().enumerate();
    let inside = communes.filter(|(_, commune)| departments.contains(&&commune.departement));
    ground.atoms.of_communes(inside.map(|(place, _)| place))
}
