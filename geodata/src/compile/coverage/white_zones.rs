//! The white zone of every region, department and intercommunality, in `parts.bin`.

use super::classes::TerritoryClasses;
use crate::inputs::Inputs;
use map::served::WhiteZones;
use map::{Class, Layer, Level, Outside, WhiteZone};
use std::collections::HashMap;

/// The white zones: the sums over the communes of each territory, in code order.
pub(crate) fn white_zones(territories: &[TerritoryClasses], inputs: &Inputs) -> WhiteZones {
    let zones = by_commune(territories, inputs);
    let all = &inputs.territories;
    let region_of: HashMap<&str, &str> =
        all.departements.iter().map(|one| (one.code.as_str(), one.region.as_str())).collect();
    let mut sums: HashMap<&str, WhiteZone> = HashMap::new();
    let mut sums_of_epci: HashMap<&str, WhiteZone> = HashMap::new();
    let mut sums_of_regions: HashMap<&str, WhiteZone> = HashMap::new();
    let add = |sums: &mut HashMap<_, _>, code, zone| {
        let sum = sums.entry(code).or_insert(WhiteZone::NONE);
        *sum = sum.and(zone);
    };
    for (commune, &zone) in all.communes.iter().zip(&zones) {
        let department = commune.departement.as_str();
        add(&mut sums, department, zone);
        if let Some(region) = region_of.get(department) {
            add(&mut sums_of_regions, *region, zone);
        }
        if let Some(epci) = &commune.epci {
            add(&mut sums_of_epci, epci.as_str(), zone);
        }
    }
    let of = |sums: &HashMap<&str, WhiteZone>, code: &str| {
        sums.get(code).copied().unwrap_or(WhiteZone::Undocumented)
    };
    WhiteZones {
        regions: all.regions.iter().map(|one| of(&sums_of_regions, one.code.as_str())).collect(),
        departments: all.departements.iter().map(|one| of(&sums, one.code.as_str())).collect(),
        epci: all.epci.iter().map(|one| of(&sums_of_epci, one.code.as_str())).collect(),
    }
}

/// The white zone of each commune, in the order of the inputs.
fn by_commune(territories: &[TerritoryClasses], inputs: &Inputs) -> Vec<WhiteZone> {
    let of_level = |level: Level| -> HashMap<&str, &TerritoryClasses> {
        let own = territories.iter().filter(|one| one.level == level);
        own.map(|one| (one.code.as_str(), one)).collect()
    };
    let (communes, parts) = (of_level(Level::Commune), of_level(Level::Arrondissement));
    let zone = |commune: &crate::territories::Commune| {
        let own = communes.get(commune.code.as_str())?;
        if let Some(zone) = of_one(own, 1) {
            return Some(zone);
        }
        // A city whose arrondissements differ: none of them is a commune.
        let of_part =
            |part: &crate::territories::Arrondissement| of_one(parts.get(part.code.as_str())?, 0);
        let all = inputs.territories.arrondissements.iter();
        all.filter(|part| part.commune == commune.code).map(of_part).sum::<Option<WhiteZone>>()
    };
    let zone = |commune| zone(commune).unwrap_or(WhiteZone::Undocumented);
    inputs.territories.communes.iter().map(zone).collect()
}

/// The white zone of a territory that has one class in each layer; none for one that has more.
fn of_one(territory: &TerritoryClasses, communes: u32) -> Option<WhiteZone> {
    let class = |layer| -> Option<Class> {
        let classes = territory.classes.get(&layer)?;
        classes.keys().copied().next().filter(|_| classes.len() == 1)
    };
    let all = Outside { communes, population: territory.whole.population };
    Some(WhiteZone::of_classes(class(Layer::Cls)?, class(Layer::Cpts)?, all))
}
