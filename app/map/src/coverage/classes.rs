//! Coverage: which part of a territory lies inside perimeters, by exact set arithmetic.
//!
//! The unit is the *atom*: a commune, or a municipal arrondissement where a commune has some.
//! A perimeter and a territory are sets of atoms; a commune counts once however many schemes
//! cover it, and counts "in part" when only some of its arrondissements are covered.

use crate::{AtomSet, Layer, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What one atom counts for.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Atom {
    /// The number of the commune that it is, or is a part of.
    pub commune: usize,
    /// Inhabitants; none where the source gives none.
    pub population: Option<u32>,
    /// Surface in hectares of the whole commune that it is, or is a part of; none where the
    /// commune has no contour of its own.
    pub commune_ha: Option<f64>,
}

/// How much a set of atoms amounts to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Communes of which every atom is in the set.
    pub communes: u32,
    /// Communes of which some atoms only are in the set.
    #[serde(default)]
    pub communes_en_partie: u32,
    /// Inhabitants of the atoms whose population is known.
    pub population: u32,
    /// Hectares of the whole communes whose surface is known; those in part count for nothing,
    /// since the surface of their arrondissements is not known.
    #[serde(default)]
    pub surface_ha: u32,
}

impl Amount {
    /// Measures `set`. `atoms` describes every atom by its number, those of one commune in a row;
    /// O(atoms of France / 64) plus the size of the set.
    pub fn of(set: &AtomSet, atoms: &[Atom]) -> Self {
        let mut amount = Self::default();
        let mut surface_ha = 0.0;
        let mut numbers = set.iter().filter(|&number| number < atoms.len()).peekable();
        while let Some(first) = numbers.next() {
            let commune = atoms[first].commune;
            amount.population += atoms[first].population.unwrap_or(0);
            let mut inside = 1;
            while let Some(next) = numbers.next_if(|&next| atoms[next].commune == commune) {
                amount.population += atoms[next].population.unwrap_or(0);
                inside += 1;
            }
            let is_whole = inside == parts_around(atoms, first);
            *if is_whole { &mut amount.communes } else { &mut amount.communes_en_partie } += 1;
            surface_ha += atoms[first].commune_ha.filter(|_| is_whole).unwrap_or(0.0);
        }
        amount.surface_ha = surface_ha.round() as u32;
        amount
    }
}

/// How many atoms the commune of atom `number` has.
fn parts_around(atoms: &[Atom], number: usize) -> usize {
    let is_same = |atom: &&Atom| atom.commune == atoms[number].commune;
    let before = atoms[..number].iter().rev().take_while(is_same).count();
    before + atoms[number..].iter().take_while(is_same).count()
}

/// What is known of a piece of ground, for one layer. Every atom has exactly one class.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// Inside an active perimeter.
    #[serde(rename = "actif")]
    Active,
    /// Inside a perimeter in preparation, and no active one.
    #[serde(rename = "en_preparation")]
    InPreparation,
    /// Inside a perimeter whose status the source does not give, and no other.
    #[serde(rename = "inconnu")]
    Unknown,
    /// In no perimeter, where the list is documented: zero.
    #[serde(rename = "aucun")]
    None,
    /// In no perimeter that we know of, where no list is documented: no data.
    #[serde(rename = "non_documente")]
    Undocumented,
}

/// The amounts of one territory for one layer, by class; classes without atoms are left out.
pub type CoverageByClass = BTreeMap<Class, Amount>;

/// Sorts the atoms of `territory` into classes and measures them.
///
/// `perimeters` are those of one layer with their statuses; `documented` are the atoms for which
/// that layer has a list. An expired scheme covers nothing.
pub fn coverage_by_class(
    territory: &AtomSet,
    perimeters: &[(Status, &AtomSet)],
    documented: &AtomSet,
    atoms: &[Atom],
) -> CoverageByClass {
    let mut rest = territory.clone();
    let mut take = |set: &AtomSet| {
        let taken = rest.intersection(set);
        rest = rest.difference(set);
        taken
    };
    let union_of = |wanted: Status| {
        let chosen = perimeters.iter().filter(|(status, _)| *status == wanted);
        chosen.fold(AtomSet::default(), |union, (_, perimeter)| union.union(perimeter))
    };
    let classes = [
        (Class::Active, take(&union_of(Status::Active).union(&union_of(Status::Labelled)))),
        (Class::InPreparation, take(&union_of(Status::InPreparation))),
        (Class::Unknown, take(&union_of(Status::Unknown))),
        (Class::None, take(documented)),
        (Class::Undocumented, rest),
    ];
    let known = classes.into_iter().filter(|(_, set)| !set.is_empty());
    known.map(|(class, set)| (class, Amount::of(&set, atoms))).collect()
}

/// What `couverture.json` says of one territory.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct TerritoryCoverage {
    /// By layer, the amounts by class; a layer of which nothing is known here is left out.
    pub couches: BTreeMap<Layer, CoverageByClass>,
    /// By scheme id, how much of the territory lies inside its perimeter.
    pub dispositifs: BTreeMap<String, Amount>,
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three communes; the third has two arrondissements (atoms 2 and 3).
    const ATOMS: [Atom; 4] = [
        Atom { commune: 0, population: Some(100), commune_ha: Some(10.4) },
        Atom { commune: 1, population: None, commune_ha: None },
        Atom { commune: 2, population: Some(30), commune_ha: Some(5.2) },
        Atom { commune: 2, population: Some(12), commune_ha: Some(5.2) },
    ];

    fn set(numbers: &[usize]) -> AtomSet {
        numbers.iter().copied().collect()
    }

    #[test]
    fn a_commune_with_some_arrondissements_inside_counts_in_part() {
        let amount = Amount::of(&set(&[0, 1, 3]), &ATOMS);
        assert_eq!(
            amount,
            Amount { communes: 2, communes_en_partie: 1, population: 112, surface_ha: 10 }
        );
        let whole = Amount::of(&set(&[2, 3]), &ATOMS);
        assert_eq!(
            whole,
            Amount { communes: 1, communes_en_partie: 0, population: 42, surface_ha: 5 }
        );
    }

    #[test]
    fn a_commune_in_two_schemes_counts_once_with_the_stronger_status() {
        let (both, first) = (set(&[0, 1]), set(&[0]));
        let classes = coverage_by_class(
            &set(&[0, 1, 2, 3]),
            &[(Status::InPreparation, &both), (Status::Active, &first)],
            &set(&[2]),
            &ATOMS,
        );
        assert_eq!(classes[&Class::Active].population, 100);
        assert_eq!(classes[&Class::InPreparation].communes, 1);
        assert_eq!(classes[&Class::None].population, 30);
        assert_eq!(classes[&Class::Undocumented].population, 12);
        assert!(!classes.contains_key(&Class::Unknown));
    }

    #[test]
    fn an_expired_scheme_covers_nothing() {
        let all = set(&[0]);
        let classes = coverage_by_class(&all, &[(Status::Expired, &all)], &all, &ATOMS);
        assert_eq!(classes.keys().collect::<Vec<_>>(), [&Class::None]);
    }
}
