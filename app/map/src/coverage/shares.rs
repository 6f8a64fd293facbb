//! The shares of a territory inside perimeters, by exact set arithmetic.
//!
//! The unit is the *atom*: a commune, or a municipal arrondissement where a commune has some.
//! A perimeter and a territory are sets of atoms; a commune counts once however many schemes
//! cover it, and counts "in part" when only some of its arrondissements are covered.

use super::{Amount, AtomSet, Class, CoverageByClass};
use crate::Status;

/// An atom: a commune, or one of its municipal arrondissements.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Atom {
    /// The index of the commune.
    pub commune: usize,
    /// Inhabitants; none where the source gives none.
    pub population: Option<u32>,
    /// Surface in hectares; none where it has no contour of its own.
    pub surface_ha: Option<f64>,
}

impl Amount {
    /// Measures `set`. `atoms` describes every atom, those of one commune in a row; O(size of the set).
    pub fn of(set: &AtomSet, atoms: &[Atom]) -> Self {
        let mut amount = Self::default();
        let mut surface_ha = 0.0;
        let mut indexes = set.iter().filter(|&index| index < atoms.len()).peekable();
        while let Some(first) = indexes.next() {
            let commune = atoms[first].commune;
            let mut add = |atom: &Atom| {
                amount.population += atom.population.unwrap_or(0);
                surface_ha += atom.surface_ha.unwrap_or(0.0);
            };
            add(&atoms[first]);
            let mut inside = 1;
            while let Some(next) = indexes.next_if(|&next| atoms[next].commune == commune) {
                add(&atoms[next]);
                inside += 1;
            }
            let is_whole = inside == parts_around(atoms, first);
            *if is_whole { &mut amount.communes } else { &mut amount.communes_en_partie } += 1;
        }
        amount.surface_ha = surface_ha.round() as u32;
        amount
    }
}

/// The number of atoms of the commune of an atom.
fn parts_around(atoms: &[Atom], index: usize) -> usize {
    let is_same = |atom: &&Atom| atom.commune == atoms[index].commune;
    let before = atoms[..index].iter().rev().take_while(is_same).count();
    before + atoms[index..].iter().take_while(is_same).count()
}

/// The atoms of the regions where something is known of a layer, by how well.
#[derive(Clone, Debug, Default)]
pub struct KnownAtoms {
    /// Those under a list that is said to be complete.
    pub listed: AtomSet,
    /// Those of regions whose schemes are known one by one.
    pub by_facts: AtomSet,
}

/// The class that a perimeter gives, by its status; the first that holds counts.
const BY_STATUS: [(Class, Status); 7] = [
    (Class::Active, Status::Active),
    (Class::Presumed, Status::Presumed),
    (Class::InPreparation, Status::InPreparation),
    (Class::NotEstablished, Status::NotEstablished),
    (Class::Unknown, Status::Unknown),
    (Class::Expired, Status::Expired),
    (Class::FormerState, Status::FormerState),
];

/// Sorts the atoms of `territory` into classes and measures them.
///
/// `perimeters` are those of one layer with their statuses; an atom in several of them is in the
/// first class that holds. `known` says how well the layer is known outside them.
///
/// # Example
/// ```
/// use map::{Atom, AtomSet, Class, KnownAtoms, Status, coverage_by_class};
///
/// let commune = |commune| Atom { commune, population: Some(1_000), surface_ha: Some(500.0) };
/// let atoms = [commune(0), commune(1), commune(2), commune(3)];
/// let territory: AtomSet = (0..4).collect();
/// let contract: AtomSet = [0].into_iter().collect();
/// let known = KnownAtoms { listed: (0..2).collect(), by_facts: [2].into_iter().collect() };
/// let coverage = coverage_by_class(&territory, &[(Status::Active, &contract)], &known, &atoms);
/// assert_eq!(coverage[&Class::Active].population, 1_000);
/// assert_eq!(coverage[&Class::None].communes, 1, "in a complete list's region: zero");
/// assert_eq!(coverage[&Class::NotKnown].communes, 1, "schemes known one by one: unknown");
/// assert_eq!(coverage[&Class::Undocumented].communes, 1, "nothing known: no data");
/// ```
pub fn coverage_by_class(
    territory: &AtomSet,
    perimeters: &[(Status, &AtomSet)],
    known: &KnownAtoms,
    atoms: &[Atom],
) -> CoverageByClass {
    let mut rest = territory.clone();
    let mut take = |set: &AtomSet| {
        let taken = rest.intersection(set);
        rest = rest.difference(set);
        taken
    };
    let union_of = |wanted: Status| {
        perimeters
            .iter()
            .filter(|(status, _)| *status == wanted)
            .fold(AtomSet::default(), |union, (_, perimeter)| union.union(perimeter))
    };
    let mut classes: Vec<(Class, AtomSet)> =
        BY_STATUS.map(|(class, status)| (class, take(&union_of(status)))).into();
    classes[0].1 = classes[0].1.union(&take(&union_of(Status::Labelled)));
    classes.push((Class::None, take(&known.listed)));
    classes.push((Class::NotKnown, take(&known.by_facts)));
    classes.push((Class::Undocumented, rest));
    classes
        .into_iter()
        .filter(|(_, set)| !set.is_empty())
        .map(|(class, set)| (class, Amount::of(&set, atoms)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Three communes; the third has two arrondissements (atoms 2 and 3).
    const ATOMS: [Atom; 4] = [
        Atom { commune: 0, population: Some(100), surface_ha: Some(10.4) },
        Atom { commune: 1, population: None, surface_ha: None },
        Atom { commune: 2, population: Some(30), surface_ha: Some(3.2) },
        Atom { commune: 2, population: Some(12), surface_ha: Some(2.0) },
    ];

    fn set(indexes: &[usize]) -> AtomSet {
        indexes.iter().copied().collect()
    }

    #[test]
    fn a_commune_with_some_arrondissements_inside_counts_in_part() {
        let amount = Amount::of(&set(&[0, 1, 3]), &ATOMS);
        assert_eq!(
            amount,
            Amount { communes: 2, communes_en_partie: 1, population: 112, surface_ha: 12 }
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
            &listed(&[2]),
            &ATOMS,
        );
        assert_eq!(classes[&Class::Active].population, 100);
        assert_eq!(classes[&Class::InPreparation].communes, 1);
        assert_eq!(classes[&Class::None].population, 30);
        assert_eq!(classes[&Class::Undocumented].population, 12);
        assert!(!classes.contains_key(&Class::Unknown));
    }

    #[test]
    fn an_expired_scheme_is_never_said_to_be_none() {
        let all = set(&[0, 1]);
        let first = set(&[0]);
        let perimeters = [(Status::Expired, &first)];
        let classes = coverage_by_class(&all, &perimeters, &listed(&[0, 1]), &ATOMS);
        assert_eq!(classes.keys().collect::<Vec<_>>(), [&Class::Expired, &Class::None]);
    }

    fn listed(indexes: &[usize]) -> KnownAtoms {
        KnownAtoms { listed: set(indexes), ..KnownAtoms::default() }
    }

    #[test]
    fn every_status_has_its_class_in_the_order_of_both() {
        for (class, status) in BY_STATUS {
            let all = set(&[0]);
            let classes = coverage_by_class(&all, &[(status, &all)], &listed(&[0]), &ATOMS);
            assert_eq!(classes.keys().collect::<Vec<_>>(), [&class]);
            let names = [serde_json::to_value(class), serde_json::to_value(status)];
            let [class, status] = names.map(Result::unwrap);
            assert_eq!(class, status);
        }
        assert!(BY_STATUS.is_sorted());
    }

    #[test]
    fn facts_leave_the_rest_unknown() {
        let known = KnownAtoms { listed: set(&[0]), by_facts: set(&[0, 1]) };
        let classes = coverage_by_class(&set(&[0, 1, 2]), &[], &known, &ATOMS);
        assert_eq!(classes[&Class::None].communes, 1, "a list says more than facts");
        assert_eq!(classes[&Class::NotKnown].communes, 1);
        assert_eq!(classes[&Class::Undocumented].population, 30);
    }
}
