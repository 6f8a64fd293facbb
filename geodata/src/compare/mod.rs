//! Two states of the tables compared: schemes that are new, closed or changed, in communes and inhabitants.
//!
//! Every comparison balances: before + gained − lost = after, for schemes, communes and inhabitants.

mod balance;
mod change;
mod report;

pub use balance::Balance;
pub use change::{Change, FieldChange, Kind};
pub use report::{csv, json, text};

use crate::inputs::Context;
use crate::tables::Scheme;
use change::changes;
use map::{Amount, AtomSet, Layer, Status};
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
    /// Compares the schemes of `layer` that `before` and `after` hold. The atoms are those of `context`.
    pub fn of(layer: Layer, before: &[&Scheme], after: &[&Scheme], context: &Context) -> Self {
        let changes = changes(before, after, context);
        let (old, new) = (covered(before), covered(after));
        Self {
            layer,
            schemes: schemes(before, after, &changes),
            communes: communes(&old, &new, context),
            inhabitants: inhabitants(&old, &new, context),
            changes,
        }
    }

    /// Whether every figure balances.
    pub fn is_balanced(&self) -> bool {
        [&self.schemes, &self.communes, &self.inhabitants].iter().all(|one| one.is_balanced())
    }
}

/// Whether a scheme is not past its end.
pub(crate) fn is_open(scheme: &Scheme) -> bool {
    scheme.status != Status::Expired
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

fn communes(old: &AtomSet, new: &AtomSet, context: &Context) -> Balance {
    let atoms = &context.atoms.list;
    let communes = |set: &AtomSet| set.iter().map(|at| atoms[at].commune).collect::<BTreeSet<_>>();
    let (old, new) = (communes(old), communes(new));
    Balance {
        before: old.len() as u64,
        gained: new.difference(&old).count() as u64,
        lost: old.difference(&new).count() as u64,
        after: new.len() as u64,
    }
}

fn inhabitants(old: &AtomSet, new: &AtomSet, context: &Context) -> Balance {
    let count = |set: &AtomSet| u64::from(Amount::of(set, &context.atoms.list).population);
    Balance {
        before: count(old),
        gained: count(&new.difference(old)),
        lost: count(&old.difference(new)),
        after: count(new),
    }
}
