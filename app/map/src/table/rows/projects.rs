//! The labelled projects of territories and communes.

use crate::served::{NamedCommune, ProjectProperties};
use crate::{CommuneCode, Degree, Layer, Records, SchemeCount, SchemeIndex, Subject, Territory};

/// The projects of a region or a department; those that name a commune of an intercommunality.
pub(super) fn of_territory(records: &Records, territory: Territory) -> SchemeCount {
    let degree = records.degree(Layer::Projects, territory);
    SchemeCount::new(own(records, territory).count() as u32, degree)
}

/// The projects that name a commune of that code.
pub(super) fn of_commune(
    records: &Records,
    degree: Option<Degree>,
    code: &CommuneCode,
) -> SchemeCount {
    SchemeCount::new(naming(records, code).count() as u32, degree)
}

/// The projects that the figure of a territory or a commune counts.
pub(in crate::table) fn projects_of(records: &Records, subject: &Subject) -> Vec<SchemeIndex> {
    let index = |index| SchemeIndex { layer: Layer::Projects, index };
    match subject {
        Subject::Territory(territory) => own(records, *territory).map(index).collect(),
        Subject::Commune { code, .. } => naming(records, code).map(index).collect(),
        Subject::Scheme(_) | Subject::Venue(_) => Vec::new(),
    }
}

fn own(records: &Records, territory: Territory) -> impl Iterator<Item = usize> {
    let properties = records.properties(territory);
    indexes(records, move |one| match territory {
        Territory::Epci(_) => names(one, |commune| {
            commune.epci.as_ref().is_some_and(|epci| epci.as_str() == properties.code)
        }),
        Territory::Region(_) | Territory::Department(_) => {
            properties.departements.contains(&one.departement)
        }
    })
}

fn naming<'a>(records: &'a Records, code: &'a CommuneCode) -> impl Iterator<Item = usize> + 'a {
    indexes(records, move |one| names(one, |commune| commune.code == *code))
}

fn names(project: &ProjectProperties, is_own: impl Fn(&NamedCommune) -> bool) -> bool {
    project.lieux.iter().any(is_own)
}

fn indexes<'a>(
    records: &'a Records,
    is_own: impl Fn(&ProjectProperties) -> bool + 'a,
) -> impl Iterator<Item = usize> + 'a {
    let projects = records.file.projects.iter().enumerate();
    projects.filter(move |(_, one)| is_own(one)).map(|(index, _)| index)
}
