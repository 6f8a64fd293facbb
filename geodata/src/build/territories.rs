//! Departments and intercommunalities as GeoJSON features.

use super::features::feature;
use super::{Cells, Ground};
use crate::territories::Commune;
use geojson::Feature;
use map::served::TerritoryProperties;
use map::{DepartmentCode, RegionCode};
use std::collections::BTreeMap;

/// The departments, in code order.
pub(super) fn departments(ground: &Ground, cells: &Cells, tolerance_m: f32) -> Vec<Feature> {
    let mut members: BTreeMap<&DepartmentCode, Vec<usize>> = BTreeMap::new();
    for (place, commune) in ground.territories.communes.iter().enumerate() {
        members.entry(&commune.departement).or_default().push(place);
    }
    let departments = ground.territories.departements.iter();
    departments
        .map(|department| {
            let members = members.get(&department.code).map_or(&[][..], Vec::as_slice);
            let properties = TerritoryProperties {
                code: department.code.to_string(),
                nom: department.nom.clone(),
                kind: "departement".to_owned(),
                departements: vec![department.code.clone()],
                region: department.region.clone(),
                ..totals(ground, members)
            };
            feature(&properties, &cells.outline(members.iter().copied(), tolerance_m))
        })
        .collect()
}

/// The intercommunalities, in code order.
pub(super) fn epci(ground: &Ground, cells: &Cells, tolerance_m: f32) -> Vec<Feature> {
    let members = ground.territories.members();
    let epci = ground.territories.epci.iter();
    epci.map(|epci| {
        let members = members.get(&epci.code).map_or(&[][..], Vec::as_slice);
        let properties = TerritoryProperties {
            code: epci.code.to_string(),
            nom: epci.nom.clone(),
            kind: epci.kind.clone(),
            ..totals(ground, members)
        };
        feature(&properties, &cells.outline(members.iter().copied(), tolerance_m))
    })
    .collect()
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
        kind: String::new(),
        region: region_of(ground, departements.first()),
        departements,
        communes: communes.len() as u32,
        population: inhabitants.values().sum(),
        surface_ha: communes.iter().filter_map(|commune| commune.surface_ha).sum::<f64>().round()
            as u32,
    }
}

fn region_of(ground: &Ground, department: Option<&DepartmentCode>) -> RegionCode {
    let mut departments = ground.territories.departements.iter();
    let known = departments.find(|one| Some(&one.code) == department);
    known
        .map_or_else(|| ground.territories.departements[0].region.clone(), |one| one.region.clone())
}
