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
    /// Surface of the whole commune, hectares; none where it has no contour of its own.
    pub commune_ha: Option<f64>,
}

impl Amount {
    /// Measures `set`. `atoms` describes every atom, those of one commune in a row; O(size of the set).
    pub fn of(set: &AtomSet, atoms: &[Atom]) -> Self {
        let mut amount = Self::default();
        let mut surface_ha = 0.0;
        let mut indexes = set.iter().filter(|&index| index < atoms.len()).peekable();
        while let Some(first) = indexes.next() {
            let commune = atoms[first].commune;
            amount.population += atoms[first].population.unwrap_or(0);
            let mut inside = 1;
            while let Some(next) = indexes.next_if(|&next| atoms[next].commune == commune) {
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

/// The number of atoms of the commune of an atom.
fn parts_around(atoms: &[Atom], index: usize) -> usize {
    let is_same = |atom: &&Atom| atom.commune == atoms[index].commune;
    let before = atoms[..index].iter().rev().take_while(is_same).count();
    before + atoms[index..].iter().take_while(is_same).count()
}

/// Sorts the atoms of `territory` into classes and measures them.
///
/// `perimeters` are those of one layer with their statuses; `documented` are the atoms for which
/// that layer has a list. An expired scheme covers nothing.
///
/// # Example
/// ```
/// use map::{Atom, AtomSet, Class, Status, coverage_by_class};
///
/// let commune = |commune| Atom { commune, population: Some(1_000), commune_ha: Some(500.0) };
/// let atoms = [commune(0), commune(1), commune(2)];
/// let territory: AtomSet = (0..3).collect();
/// let contract: AtomSet = [0].into_iter().collect();
/// let listed: AtomSet = [0, 1].into_iter().collect();
/// let coverage = coverage_by_class(&territory, &[(Status::Active, &contract)], &listed, &atoms);
/// assert_eq!(coverage[&Class::Active].population, 1_000);
/// assert_eq!(coverage[&Class::None].communes, 1, "documented, and in no contract: zero");
/// assert_eq!(coverage[&Class::Undocumented].communes, 1, "no list: no data");
/// ```
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
        perimeters
            .iter()
            .filter(|(status, _)| *status == wanted)
            .fold(AtomSet::default(), |union, (_, perimeter)| union.union(perimeter))
    };
    let classes = [
        (Class::Active, take(&union_of(Status::Active).union(&union_of(Status::Labelled)))),
        (Class::InPreparation, take(&union_of(Status::InPreparation))),
        (Class::Unknown, take(&union_of(Status::Unknown))),
        (Class::None, take(documented)),
        (Class::Undocumented, rest),
    ];
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
        Atom { commune: 0, population: Some(100), commune_ha: Some(10.4) },
        Atom { commune: 1, population: None, commune_ha: None },
        Atom { commune: 2, population: Some(30), commune_ha: Some(5.2) },
        Atom { commune: 2, population: Some(12), commune_ha: Some(5.2) },
    ];

    fn set(indexes: &[usize]) -> AtomSet {
        indexes.iter().copied().collect()
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
