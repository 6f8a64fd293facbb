//! One layer in two states of the tables.

use super::balance::Balance;
use super::change::{Change, Kind, changes};
use super::units::{Units, is_open};
use crate::tables::{Atoms, Scheme, Tables};
use crate::territories::Territories;
use map::{Amount, AtomSet, Layer};
use std::collections::BTreeSet;

/// One layer before and after.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Comparison {
    /// The layer.
    #[serde(rename = "couche")]
    pub layer: Layer,
    /// The schemes that are not closed.
    #[serde(rename = "dispositifs")]
    pub schemes: Balance,
    /// The communes that perimeters of such schemes cover, whole or in part.
    pub communes: Balance,
    /// The inhabitants of these perimeters.
    #[serde(rename = "habitants")]
    pub inhabitants: Balance,
    /// Every scheme that differs, by identifier.
    #[serde(rename = "changements")]
    pub changes: Vec<Change>,
}

impl Comparison {
    /// Compares the schemes of `layer` in two states of the tables.
    pub fn of_tables(
        layer: Layer,
        before: &Tables,
        after: &Tables,
        territories: &Territories,
        atoms: &Atoms,
    ) -> Self {
        let (before, after) = (of_layer(layer, before), of_layer(layer, after));
        Self::of(layer, &before, &after, territories, atoms)
    }

    /// Compares schemes of `layer` before and after.
    pub fn of(
        layer: Layer,
        before: &[&Scheme],
        after: &[&Scheme],
        territories: &Territories,
        atoms: &Atoms,
    ) -> Self {
        let units = &Units { territories, atoms };
        let changes = changes(before, after, units);
        let (old, new) = (covered(before), covered(after));
        Self {
            layer,
            schemes: schemes(before, after, &changes),
            communes: communes(&old, &new, units),
            inhabitants: inhabitants(&old, &new, units),
            changes,
        }
    }

    /// Whether every figure balances.
    pub fn is_balanced(&self) -> bool {
        [&self.schemes, &self.communes, &self.inhabitants].iter().all(|one| one.is_balanced())
    }
}

fn of_layer(layer: Layer, tables: &Tables) -> Vec<&Scheme> {
    tables.schemes.iter().filter(|one| one.layer == layer).collect()
}

/// The atoms inside the perimeters of open schemes that are known whole.
fn covered(schemes: &[&Scheme]) -> AtomSet {
    let open = schemes.iter().filter(|one| is_open(one));
    open.fold(AtomSet::default(), |all, one| all.union(&one.perimeter.atoms))
}

/// The balance of open schemes: gained and lost are counted from the changes, the ends from the tables.
fn schemes(before: &[&Scheme], after: &[&Scheme], changes: &[Change]) -> Balance {
    let open = |schemes: &[&Scheme]| schemes.iter().filter(|one| is_open(one)).count() as u64;
    let of = |kinds: &[Kind]| {
        let counted = changes.iter().filter(|one| kinds.contains(&one.kind) && one.counts);
        counted.count() as u64
    };
    Balance {
        before: open(before),
        gained: of(&[Kind::New, Kind::Reopened]),
        lost: of(&[Kind::Closed, Kind::Removed]),
        after: open(after),
    }
}

fn communes(old: &AtomSet, new: &AtomSet, units: &Units<'_>) -> Balance {
    let atoms = &units.atoms.list;
    let communes = |set: &AtomSet| set.iter().map(|at| atoms[at].commune).collect::<BTreeSet<_>>();
    let (old, new) = (communes(old), communes(new));
    Balance {
        before: old.len() as u64,
        gained: new.difference(&old).count() as u64,
        lost: old.difference(&new).count() as u64,
        after: new.len() as u64,
    }
}

fn inhabitants(old: &AtomSet, new: &AtomSet, units: &Units<'_>) -> Balance {
    let count = |set: &AtomSet| u64::from(Amount::of(set, &units.atoms.list).population);
    Balance {
        before: count(old),
        gained: count(&new.difference(old)),
        lost: count(&old.difference(new)),
        after: count(new),
    }
}
