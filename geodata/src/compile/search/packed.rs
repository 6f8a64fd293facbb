//! `recherche.bin` and `recherche-villes.bin`: the communes as the search box of the page reads them.

use crate::inputs::Inputs;
use crate::territories::Territories;
use map::CommuneCode;
use map::search::{NamedArrondissement, NamedCommune, SearchFile};
use std::collections::HashMap;

/// The inhabitants from which on a commune is a town: these are half of the people, in a file that is
/// there before the whole one.
const TOWN: u32 = 9_000;

/// All communes with their postal codes and former names, and the municipal arrondissements.
pub fn search_file(inputs: &Inputs) -> SearchFile {
    of_communes(inputs, |_| true)
}

/// The towns alone, for the first suggestions.
pub fn search_file_of_towns(inputs: &Inputs) -> SearchFile {
    of_communes(inputs, |population| population >= TOWN)
}

fn of_communes(inputs: &Inputs, is_in: impl Fn(u32) -> bool) -> SearchFile {
    let territories = &inputs.territories;
    let departments: Vec<_> = territories.departements.iter().map(|one| one.code.clone()).collect();
    let named: Vec<NamedCommune> = named(territories)
        .into_iter()
        .zip(&territories.communes)
        .filter(|(_, commune)| is_in(commune.population.unwrap_or(0)))
        .map(|(named, _)| named)
        .collect();
    SearchFile::new(&departments, &named, arrondissements(territories))
}

/// Every commune with its names and codes, in the order of the table.
fn named(territories: &Territories) -> Vec<NamedCommune> {
    let mut former: HashMap<&CommuneCode, Vec<String>> = HashMap::new();
    for one in territories.anciennes.iter().filter(|one| !one.nom.is_empty()) {
        former.entry(&one.commune).or_default().push(one.nom.clone());
    }
    let index_of =
        |epci: &map::EpciSiren| territories.epci.binary_search_by(|one| one.code.cmp(epci)).ok();
    let departments = &territories.departements;
    let named = |one: &crate::territories::Commune| NamedCommune {
        code: one.code.clone(),
        name: one.nom.clone(),
        department: departments.iter().position(|it| it.code == one.departement).unwrap_or(0)
            as u32,
        epci: one.epci.as_ref().and_then(index_of).map(|index| index as u32),
        magnitude: magnitude(one.population),
        postal_codes: one.codes_postaux.clone(),
        former_names: former_names(former.get(&one.code), &one.nom),
    };
    territories.communes.iter().map(named).collect()
}

/// The names that differ from that of today.
fn former_names(all: Option<&Vec<String>>, today: &str) -> Vec<String> {
    all.into_iter().flatten().filter(|name| *name != today).cloned().collect()
}

fn arrondissements(territories: &Territories) -> Vec<NamedArrondissement> {
    let named = |one: &crate::territories::Arrondissement| NamedArrondissement {
        code: one.code.clone(),
        name: one.nom.clone(),
        commune: one.commune.clone(),
        magnitude: magnitude(one.population),
    };
    territories.arrondissements.iter().map(named).collect()
}

/// The number of binary digits of the inhabitants.
fn magnitude(population: Option<u32>) -> u8 {
    population.map_or(0, |population| (u32::BITS - population.leading_zeros()) as u8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_today_is_no_former_one() {
        let all = vec!["Arbignieu".to_owned(), "Saint-Bois".to_owned()];
        assert_eq!(former_names(Some(&all), "Arbignieu"), ["Saint-Bois"]);
        assert_eq!(former_names(None, "Arbignieu"), [] as [&str; 0]);
    }

    #[test]
    fn a_town_of_twice_the_size_is_one_magnitude_larger() {
        assert_eq!([Some(1_000), Some(2_000), None, Some(0)].map(magnitude), [10, 11, 0, 0]);
    }
}
