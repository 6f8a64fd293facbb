//! The tables of territories, from the COG and the surfaces at hand.

use super::cog::Cog;
use super::read::Reference;
use crate::territories::{Arrondissement, Commune, Department, Epci, Region, Territories};
use map::{CommuneCode, DepartmentCode, EpciSiren, RegionCode};
use std::collections::{HashMap, HashSet};

/// The territories of the 101 departments, in code order.
///
/// `surfaces_ha` are those of our contours by commune, `reference` those of departments and
/// intercommunalities in the reference edition.
pub fn territories(
    cog: &Cog,
    surfaces_ha: &HashMap<&str, f64>,
    reference: &HashMap<String, Reference>,
) -> Result<Territories, String> {
    let official_ha = |code: &str| reference.get(code).map(|one| one.official_ha);
    let is_collectivity = |zone: &str| zone == "com";
    let mut tables = Territories::default();
    for region in cog.regions.iter().filter(|region| !is_collectivity(&region.zone)) {
        tables
            .regions
            .push(Region { code: code(RegionCode::new, &region.code)?, nom: region.nom.clone() });
    }
    for department in cog.departements.iter().filter(|one| !is_collectivity(&one.zone)) {
        let region = department.region.as_deref().unwrap_or_default();
        tables.departements.push(Department {
            code: code(DepartmentCode::new, &department.code)?,
            nom: department.nom.clone(),
            region: code(RegionCode::new, region)?,
            prefecture: code(
                CommuneCode::new,
                department.chef_lieu.as_deref().unwrap_or_default(),
            )?,
            surface_reference_ha: official_ha(&department.code),
        });
    }
    for epci in &cog.epci {
        tables.epci.push(Epci {
            code: code(EpciSiren::new, &epci.code)?,
            nom: epci.nom.clone(),
            kind: epci.kind,
            surface_reference_ha: official_ha(&epci.code),
        });
    }
    communes(cog, surfaces_ha, &mut tables)?;
    arrondissements(cog, surfaces_ha, &mut tables)?;
    Ok(tables)
}

fn communes(
    cog: &Cog,
    surfaces_ha: &HashMap<&str, f64>,
    tables: &mut Territories,
) -> Result<(), String> {
    let epci_of: HashMap<&str, &str> = cog
        .epci
        .iter()
        .flat_map(|epci| {
            epci.membres.iter().map(|member| (member.code.as_str(), epci.code.as_str()))
        })
        .collect();
    let departments: HashSet<&str> =
        tables.departements.iter().map(|department| department.code.as_str()).collect();
    let mut communes = Vec::new();
    for commune in cog.current_communes() {
        let Some(department) =
            commune.departement.as_deref().filter(|department| departments.contains(department))
        else {
            continue;
        };
        let epci = epci_of.get(commune.code.as_str());
        communes.push(Commune {
            code: code(CommuneCode::new, &commune.code)?,
            nom: commune.nom.clone(),
            departement: code(DepartmentCode::new, department)?,
            epci: epci.map(|siren| code(EpciSiren::new, siren)).transpose()?,
            population: commune.population,
            surface_ha: surfaces_ha.get(commune.code.as_str()).map(|&ha| in_tenths(ha)),
            codes_postaux: commune.codes_postaux.join(" "),
        });
    }
    communes.sort_by(|a, b| a.code.cmp(&b.code));
    tables.communes = communes;
    Ok(())
}

fn arrondissements(
    cog: &Cog,
    surfaces_ha: &HashMap<&str, f64>,
    tables: &mut Territories,
) -> Result<(), String> {
    for part in cog.communes.iter().filter(|part| part.kind == "arrondissement-municipal") {
        tables.arrondissements.push(Arrondissement {
            code: code(CommuneCode::new, &part.code)?,
            nom: part.nom.clone(),
            commune: code(CommuneCode::new, part.commune.as_deref().unwrap_or_default())?,
            population: part.population,
            surface_ha: surfaces_ha.get(part.code.as_str()).map(|&ha| in_tenths(ha)),
        });
    }
    let wholes = tables.communes.iter().map(|one| (&one.code, one.surface_ha));
    let whole_ha: HashMap<_, _> = wholes.collect();
    for parts in tables.arrondissements.chunk_by_mut(|one, next| one.commune == next.commune) {
        let whole_ha = whole_ha.get(&parts[0].commune).copied().flatten();
        make_whole(parts, whole_ha.unwrap_or_default());
    }
    Ok(())
}

/// Moves what rounding left over to the largest part, so that the parts of a commune are together
/// what the commune is, to the last digit.
fn make_whole(parts: &mut [Arrondissement], whole_ha: f64) {
    let sum: f64 = parts.iter().filter_map(|one| one.surface_ha).sum();
    let largest = parts.iter_mut().filter_map(|one| one.surface_ha.as_mut());
    if let Some(largest) = largest.max_by(|a, b| a.total_cmp(b)) {
        *largest = in_tenths(*largest + whole_ha - sum);
    }
}

fn in_tenths(hectares: f64) -> f64 {
    (hectares * 10.0).round() / 10.0
}

fn code<T>(new: fn(&str) -> Result<T, map::CodeError>, text: &str) -> Result<T, String> {
    new(text).map_err(|error| error.to_string())
}
