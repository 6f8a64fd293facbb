//! Regions, departments and intercommunalities: their properties and their features.

use super::features::feature;
use crate::inputs::Inputs;
use crate::territories::Commune;
use crate::topology::Polygon;
use geojson::Feature;
use map::served::TerritoryKind;
use map::served::TerritoryProperties;
use map::{DepartmentCode, RegionCode};
use std::collections::BTreeMap;

/// A region, a department or an intercommunality.
pub(super) struct Territory {
    /// Its properties, as they are served.
    pub(super) properties: TerritoryProperties,
    /// Its communes, by their indices in the table.
    pub(super) communes: Vec<usize>,
}

/// The properties of the regions, in code order.
pub(super) fn regions(inputs: &Inputs) -> Vec<TerritoryProperties> {
    let departments = &inputs.territories.departements;
    let region_of = |code: &DepartmentCode| {
        departments.iter().find(|one| one.code == *code).map(|one| &one.region)
    };
    let mut members: BTreeMap<&RegionCode, Vec<usize>> = BTreeMap::new();
    for (index, commune) in inputs.territories.communes.iter().enumerate() {
        if let Some(region) = region_of(&commune.departement) {
            members.entry(region).or_default().push(index);
        }
    }
    let regions = inputs.territories.regions.iter();
    regions
        .map(|region| TerritoryProperties {
            code: region.code.to_string(),
            nom: region.nom.clone(),
            kind: TerritoryKind::Region,
            region: region.code.clone(),
            ..totals(inputs, &members.remove(&region.code).unwrap_or_default())
        })
        .collect()
}

/// The departments, in code order.
pub(super) fn departments(inputs: &Inputs) -> Vec<Territory> {
    let mut members: BTreeMap<&DepartmentCode, Vec<usize>> = BTreeMap::new();
    for (index, commune) in inputs.territories.communes.iter().enumerate() {
        members.entry(&commune.departement).or_default().push(index);
    }
    let departments = inputs.territories.departements.iter();
    departments
        .map(|department| {
            let communes = members.remove(&department.code).unwrap_or_default();
            let properties = TerritoryProperties {
                code: department.code.to_string(),
                nom: department.nom.clone(),
                kind: TerritoryKind::Department,
                departements: vec![department.code.clone()],
                region: department.region.clone(),
                ..totals(inputs, &communes)
            };
            Territory { properties, communes }
        })
        .collect()
}

/// The intercommunalities, in code order.
pub(super) fn epci(inputs: &Inputs) -> Vec<Territory> {
    let mut members = inputs.territories.members();
    let epci = inputs.territories.epci.iter();
    epci.map(|epci| {
        let communes = members.remove(&epci.code).unwrap_or_default();
        let properties = TerritoryProperties {
            code: epci.code.to_string(),
            nom: epci.nom.clone(),
            kind: TerritoryKind::Epci(epci.kind),
            ..totals(inputs, &communes)
        };
        Territory { properties, communes }
    })
    .collect()
}

/// Territories as features; `outline` gives that of communes, by their indices.
pub(super) fn features(
    territories: &[Territory],
    outline: impl Fn(&[usize]) -> Vec<Polygon>,
) -> Vec<Feature> {
    territories.iter().map(|one| feature(&one.properties, &outline(&one.communes))).collect()
}

/// The totals of the members of a territory, with its departments and its region.
fn totals(inputs: &Inputs, members: &[usize]) -> TerritoryProperties {
    let communes: Vec<&Commune> =
        members.iter().map(|&index| &inputs.territories.communes[index]).collect();
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
        region: region_of(inputs, departements.first()),
        departements,
        communes: communes.len() as u32,
        population: inhabitants.values().sum(),
        surface_ha: communes.iter().filter_map(|commune| commune.surface_ha).sum::<f64>().round()
            as u32,
    }
}

/// The department that each intercommunality mostly lies in, by inhabitants, in code order.
pub(super) fn main_departments(inputs: &Inputs) -> impl Iterator<Item = Option<DepartmentCode>> {
    let epci = epci(inputs).into_iter();
    epci.map(|one| one.properties.departements.first().cloned())
}

fn region_of(inputs: &Inputs, department: Option<&DepartmentCode>) -> RegionCode {
    let mut departments = inputs.territories.departements.iter();
    let known = departments.find(|one| Some(&one.code) == department);
    known
        .map_or_else(|| inputs.territories.departements[0].region.clone(), |one| one.region.clone())
}
