//! Departments and intercommunalities: what is said of them, and their features.

use super::features::feature;
use super::{Cells, Ground};
use crate::territories::Commune;
use geojson::Feature;
use map::served::TerritoryKind;
use map::served::TerritoryProperties;
use map::{DepartmentCode, RegionCode};
use std::collections::BTreeMap;

/// The departments with the places of their communes, in code order.
pub(super) fn departments(ground: &Ground) -> Vec<(TerritoryProperties, Vec<usize>)> {
    let mut members: BTreeMap<&DepartmentCode, Vec<usize>> = BTreeMap::new();
    for (place, commune) in ground.territories.communes.iter().enumerate() {
        members.entry(&commune.departement).or_default().push(place);
    }
    let departments = ground.territories.departements.iter();
    departments
        .map(|department| {
            let members = members.remove(&department.code).unwrap_or_default();
            let properties = TerritoryProperties {
                code: department.code.to_string(),
                nom: department.nom.clone(),
                kind: TerritoryKind::Department,
                departements: vec![department.code.clone()],
                region: department.region.clone(),
                ..totals(ground, &members)
            };
            (properties, members)
        })
        .collect()
}

/// The intercommunalities with the places of their communes, in code order.
pub(super) fn epci(ground: &Ground) -> Vec<(TerritoryProperties, Vec<usize>)> {
    let mut members = ground.territories.members();
    let epci = ground.territories.epci.iter();
    epci.map(|epci| {
        let members = members.remove(&epci.code).unwrap_or_default();
        let properties = TerritoryProperties {
            code: epci.code.to_string(),
            nom: epci.nom.clone(),
            kind: TerritoryKind::Epci(epci.kind),
            ..totals(ground, &members)
        };
        (properties, members)
    })
    .collect()
}

/// Territories as features of the served overview.
pub(super) fn features(
    territories: &[(TerritoryProperties, Vec<usize>)],
    cells: &Cells,
) -> Vec<Feature> {
    let outline = |members: &[usize]| cells.overview_of(members.iter().copied());
    let territories = territories.iter();
    territories.map(|(properties, members)| feature(properties, &outline(members))).collect()
}

/// What the members of a territory add up to, its departments and its region among it.
fn totals(ground: &Ground, members: &[usize]) -> TerritoryProperties {
    let communes: Vec<&Commune> =
        members.iter().map(|&place| &ground.territories.communes[place]).collect();
    let mut inhabitants: BTreeMap<&DepartmentCode, u32> = BTreeMap::new();
    for commune in &communes {
        *inhabitants.entry(&commune.departement).or_default() += commune.population.unwrap_or(0);
    }
    let mut departements: Vec<DepartmentCode> = inhabitants.keys().copied().cloned().collect();
    departements.sort_by_key(|code| std::cmp::Reverse(inhabitants[code]));
    TerritoryProperties {
        code: String::new(),
        nom: String::new(),
        kind: TerritoryKind::Department,
        region: region_of(ground, departements.first()),
        departements,
        communes: communes.len() as u32,
        population: inhabitants.values().sum(),
        surface_ha: communes.iter().filter_map(|commune| commune.surface_ha).sum::<f64>().round()
            as u32,
    }
}

/// The department that each intercommunality mostly lies in, by inhabitants, in code order.
pub(super) fn main_departments(ground: &Ground) -> impl Iterator<Item = Option<DepartmentCode>> {
    let epci = epci(ground).into_iter();
    epci.map(|(properties, _)| properties.departements.first().cloned())
}

fn region_of(ground: &Ground, department: Option<&DepartmentCode>) -> RegionCode {
    let mut departments = ground.territories.departements.iter();
    let known = departments.find(|one| Some(&one.code) == department);
    known
        .map_or_else(|| ground.territories.departements[0].region.clone(), |one| one.region.clone())
}
