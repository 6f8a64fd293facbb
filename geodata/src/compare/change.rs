//! A scheme that differs between two states of the tables.

use super::units::{Units, is_open};
use crate::tables::Scheme;
use map::{AtomSet, CommuneCode};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// The kind of a change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub enum Kind {
    /// A scheme that was not there.
    #[serde(rename = "nouveau")]
    New,
    /// A scheme that was closed and is not any more.
    #[serde(rename = "rouvert")]
    Reopened,
    /// A scheme that is now past its end.
    #[serde(rename = "clos")]
    Closed,
    /// A row that is no longer there.
    #[serde(rename = "retire")]
    Removed,
    /// Another difference.
    #[serde(rename = "modifie")]
    Changed,
}

/// A scheme that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// Its kind.
    #[serde(rename = "changement")]
    pub kind: Kind,
    /// The identifier.
    pub id: String,
    /// The name.
    #[serde(rename = "nom")]
    pub name: String,
    /// Whether the number of open schemes changes by it.
    #[serde(skip)]
    pub counts: bool,
    /// Cells that differ, perimeters apart.
    #[serde(rename = "champs")]
    pub fields: Vec<FieldChange>,
    /// The communes that its perimeter gained, whole or in part.
    #[serde(rename = "communes_gagnees")]
    pub gained: Vec<CommuneCode>,
    /// Their inhabitants, as far as they are inside.
    #[serde(rename = "habitants_gagnes")]
    pub gained_inhabitants: u64,
    /// The communes that its perimeter lost.
    #[serde(rename = "communes_perdues")]
    pub lost: Vec<CommuneCode>,
    /// Their inhabitants.
    #[serde(rename = "habitants_perdus")]
    pub lost_inhabitants: u64,
}

/// A cell that differs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FieldChange {
    /// The column.
    #[serde(rename = "colonne")]
    pub column: &'static str,
    /// The value before; empty for none.
    #[serde(rename = "avant")]
    pub before: String,
    /// The value after; empty for none.
    #[serde(rename = "apres")]
    pub after: String,
}

/// The changes between two states, by identifier.
pub(super) fn changes(before: &[&Scheme], after: &[&Scheme], units: &Units<'_>) -> Vec<Change> {
    let by_id = |schemes: &[&'_ Scheme]| -> BTreeMap<String, usize> {
        schemes.iter().enumerate().map(|(at, one)| (one.id.clone(), at)).collect()
    };
    let (old, new) = (by_id(before), by_id(after));
    let ids: BTreeSet<&String> = old.keys().chain(new.keys()).collect();
    let change = |id: &String| {
        let was = old.get(id).map(|at| before[*at]);
        let is = new.get(id).map(|at| after[*at]);
        change(was, is, units)
    };
    ids.into_iter().filter_map(change).collect()
}

fn change(was: Option<&Scheme>, is: Option<&Scheme>, units: &Units<'_>) -> Option<Change> {
    let (kind, counts) = match (was, is) {
        (None, Some(is)) => (Kind::New, is_open(is)),
        (Some(was), None) => (Kind::Removed, is_open(was)),
        (Some(was), Some(is)) if is_open(was) && !is_open(is) => (Kind::Closed, true),
        (Some(was), Some(is)) if !is_open(was) && is_open(is) => (Kind::Reopened, true),
        _ => (Kind::Changed, false),
    };
    let fields = fields(was, is);
    let (old, new) = (atoms(was), atoms(is));
    let (gained, gained_inhabitants) = measured(&new.difference(&old), units);
    let (lost, lost_inhabitants) = measured(&old.difference(&new), units);
    let is_same = fields.is_empty() && gained.is_empty() && lost.is_empty();
    let named = is.or(was)?;
    (kind != Kind::Changed || !is_same).then(|| Change {
        kind,
        id: named.id.clone(),
        name: named.name.clone(),
        counts,
        fields,
        gained,
        gained_inhabitants,
        lost,
        lost_inhabitants,
    })
}

/// The atoms that an open scheme covers; none of a closed one, whose area is lost.
fn atoms(scheme: Option<&Scheme>) -> AtomSet {
    let open = scheme.filter(|one| is_open(one));
    open.map(|one| one.given_perimeter().atoms.clone()).unwrap_or_default()
}

/// The communes of a set, and its inhabitants.
fn measured(set: &AtomSet, units: &Units<'_>) -> (Vec<CommuneCode>, u64) {
    let atoms = &units.atoms.list;
    let communes: BTreeSet<usize> = set.iter().map(|at| atoms[at].commune).collect();
    let codes = communes.iter().map(|index| units.territories.communes[*index].code.clone());
    let inhabitants = set.iter().map(|at| u64::from(atoms[at].population.unwrap_or(0)));
    (codes.collect(), inhabitants.sum())
}

/// The cells that differ of a scheme that is on both sides.
fn fields(was: Option<&Scheme>, is: Option<&Scheme>) -> Vec<FieldChange> {
    let (Some(was), Some(is)) = (was, is) else { return Vec::new() };
    let cells = |one: &Scheme| {
        let text = |cell: &Option<String>| cell.clone().unwrap_or_default();
        [
            ("nom", one.name.clone()),
            ("statut", one.stated.code().to_owned()),
            ("debut", text(&one.start)),
            ("fin", text(&one.end)),
            ("site", text(&one.site)),
            ("source", one.source.clone()),
            ("note", text(&one.note)),
            ("signature", text(&one.details.signature)),
        ]
    };
    let pairs = cells(was).into_iter().zip(cells(is));
    pairs
        .filter(|(before, after)| before.1 != after.1)
        .map(|((column, before), (_, after))| FieldChange { column, before, after })
        .collect()
}
