//! Schemes of one name in departments that do not touch: « CPTS du Val » in two of them are two.

use super::finder::Finder;
use super::gather::Group;
use super::listed::items_of;
use super::matched::TerritoryRef;
use crate::import::read::{Field, Record};
use crate::problem::Problem;
use map::DepartmentCode;
use std::collections::{BTreeMap, BTreeSet};

/// Whether two communes, by their indices, share a border.
pub(crate) type Neighbours = Vec<Option<Vec<usize>>>;

/// The communes of the rows of a group, by department.
type Communes = BTreeMap<DepartmentCode, BTreeSet<usize>>;

/// Whether a group lies in several departments.
pub(crate) fn are_to_be_told_apart(groups: &[Group], finder: &Finder) -> bool {
    groups
        .iter()
        .any(|group| may_be_several(group) && communes_of(&group.records, finder).len() > 1)
}

/// Whether a group may be several schemes: it has several rows, and the steward does not join them.
fn may_be_several(group: &Group) -> bool {
    !group.is_joined && group.records.len() > 1
}

/// The groups, where those of one name in departments apart are several. Each split is reported.
pub(crate) fn separated(
    groups: Vec<Group>,
    finder: &Finder,
    neighbours: &Neighbours,
    problems: &mut Vec<Problem>,
) -> Vec<Group> {
    let mut all = Vec::new();
    for group in groups {
        if !may_be_several(&group) {
            all.push(group);
            continue;
        }
        let communes = communes_of(&group.records, finder);
        let parts = parts(&communes, &group.records, finder, neighbours);
        if parts.len() < 2 {
            all.push(group);
        } else {
            problems.extend(warning(&group, &parts));
            all.extend(split(group, &parts, finder));
        }
    }
    all
}

/// The communes that records name, by department; those of intercommunalities included.
fn communes_of(records: &[Record], finder: &Finder) -> Communes {
    let mut all = Communes::new();
    for record in records.iter().filter(|record| record.polygons.is_empty()) {
        for index in communes(record, finder) {
            let department = &finder.checker.territories.communes[index].departement;
            all.entry(department.clone()).or_default().insert(index);
        }
    }
    all
}

fn communes(record: &Record, finder: &Finder) -> Vec<usize> {
    let territories = finder.checker.territories;
    let found = items_of(record, finder).into_iter().filter_map(|item| item.found.ok());
    let communes = |territory| match territory {
        TerritoryRef::Commune(index) => vec![index],
        TerritoryRef::Arrondissement(part) => {
            let whole = &territories.arrondissements[part].commune;
            territories.communes.iter().position(|one| one.code == *whole).into_iter().collect()
        }
        TerritoryRef::Epci(epci) => {
            let code = Some(&territories.epci[epci].code);
            let all = territories.communes.iter().enumerate();
            all.filter(|(_, one)| one.epci.as_ref() == code).map(|(index, _)| index).collect()
        }
    };
    found.flat_map(|found| communes(found.territory)).collect()
}

/// The departments that a scheme ties together: their communes touch, or stand in one row.
fn parts(
    communes: &Communes,
    records: &[Record],
    finder: &Finder,
    neighbours: &Neighbours,
) -> Vec<BTreeSet<DepartmentCode>> {
    let mut parts: Vec<BTreeSet<DepartmentCode>> = Vec::new();
    let together = records.iter().map(|record| {
        communes_of(std::slice::from_ref(record), finder).into_keys().collect::<BTreeSet<_>>()
    });
    let touching = communes.iter().flat_map(|(one, own)| {
        let others = communes.iter().filter(move |(other, _)| *other > one);
        let touching = others.filter(|(_, theirs)| touch(own, theirs, neighbours));
        touching.map(|(other, _)| BTreeSet::from([one.clone(), other.clone()]))
    });
    for tied in together.chain(touching).filter(|tied| !tied.is_empty()) {
        let (mut joined, apart): (Vec<_>, Vec<_>) =
            parts.into_iter().partition(|part| !part.is_disjoint(&tied));
        joined.push(tied);
        parts = apart;
        parts.push(joined.into_iter().flatten().collect());
    }
    parts.sort();
    parts
}

fn touch(own: &BTreeSet<usize>, theirs: &BTreeSet<usize>, neighbours: &Neighbours) -> bool {
    own.iter().any(|index| match neighbours.get(*index) {
        Some(Some(near)) => near.iter().any(|one| theirs.contains(one)),
        // Without a contour it cannot be seen to be apart.
        _ => true,
    })
}

/// The group of each part. Rows that name no territory stay with the first.
fn split(group: Group, parts: &[BTreeSet<DepartmentCode>], finder: &Finder) -> Vec<Group> {
    let empty = || Group { name: group.name.clone(), is_joined: false, records: Vec::new() };
    let mut groups: Vec<Group> = parts.iter().map(|_| empty()).collect();
    for record in group.records {
        let own = communes_of(std::slice::from_ref(&record), finder);
        let is_in = |part: &BTreeSet<DepartmentCode>| own.keys().any(|code| part.contains(code));
        let part = parts.iter().position(is_in).unwrap_or(0);
        groups[part].records.push(record);
    }
    groups
}

fn warning(group: &Group, parts: &[BTreeSet<DepartmentCode>]) -> Option<Problem> {
    let departments = |part: &BTreeSet<DepartmentCode>| {
        part.iter().map(DepartmentCode::as_str).collect::<Vec<_>>().join(" et ")
    };
    let parts: Vec<String> = parts.iter().map(departments).collect();
    let oddity = format!(
        "{} dispositifs de ce nom, dans des départements où leurs communes ne se touchent pas ({}) \
         (--reunir \"{}\" en fait un seul)",
        parts.len(),
        parts.join("\u{a0}; "),
        group.name
    );
    let first = group.records.first()?;
    Some(first.origin.warning(first.column(Field::Name), &group.name, oddity))
}
