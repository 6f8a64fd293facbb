//! The numbers of labelled projects of territories.

use crate::served::{NamedCommune, ProjectProperties};
use crate::{CommuneCode, Degree, Layer, Records, SchemeCount, Territory};

/// The projects of a region or a department; those that name a commune of an intercommunality.
pub(super) fn of_territory(records: &Records, territory: Territory) -> SchemeCount {
    let properties = records.properties(territory);
    let degree = records.degree(Layer::Projects, territory);
    match territory {
        Territory::Epci(_) => near(records, degree, |one| {
            one.epci.as_ref().is_some_and(|epci| epci.as_str() == properties.code)
        }),
        Territory::Region(_) | Territory::Department(_) => {
            count(records, degree, |one| properties.departements.contains(&one.departement))
        }
    }
}

/// The projects that name a commune of that code.
pub(super) fn of_commune(
    records: &Records,
    degree: Option<Degree>,
    code: &CommuneCode,
) -> SchemeCount {
    near(records, degree, |one| one.code == *code)
}

fn near(
    records: &Records,
    degree: Option<Degree>,
    is_own: impl Fn(&NamedCommune) -> bool,
) -> SchemeCount {
    count(records, degree, |one| one.lieux.iter().any(&is_own))
}

fn count(
    records: &Records,
    degree: Option<Degree>,
    is_own: impl Fn(&ProjectProperties) -> bool,
) -> SchemeCount {
    let known = records.file.projects.iter().filter(|one| is_own(one)).count();
    SchemeCount::new(known as u32, degree)
}
