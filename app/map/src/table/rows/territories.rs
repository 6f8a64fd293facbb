//! The rows of regions, departments and intercommunalities.

use super::projects;
use crate::served::{Share, WhiteZones};
use crate::table::cell::Cell;
use crate::table::listed::Listed;
use crate::table::row::{Row, status_bit};
use crate::{Amount, Class, Layer, Level, Records, SchemeCount, Status, Territory};
use std::collections::BTreeMap;

/// The parts of that level of a territory, or of the country.
pub(in crate::table) fn territories(
    records: &Records,
    zones: &WhiteZones,
    scope: Option<Territory>,
    listed: Listed,
) -> Vec<Row> {
    let schemes = SchemesById::new(records);
    let row = |territory| row(records, &schemes, zones, scope, territory);
    parts(records, scope, listed).into_iter().map(row).collect()
}

/// The row of one territory, with its departments.
pub(super) fn of(records: &Records, zones: &WhiteZones, territory: Territory) -> Row {
    row(records, &SchemesById::new(records), zones, None, territory)
}

/// The territories of a level that lie in `scope`, those that do in part included.
fn parts(records: &Records, scope: Option<Territory>, listed: Listed) -> Vec<Territory> {
    let departments = records.departments_of(scope);
    match listed {
        Listed::Regions => (0..records.file.regions.len()).map(Territory::Region).collect(),
        Listed::Departments => departments.into_iter().map(Territory::Department).collect(),
        _ => {
            let all = &records.file.departments;
            let own: Vec<&str> = departments.iter().map(|one| all[*one].code.as_str()).collect();
            let epci = records.file.epci.iter().enumerate();
            let is_own = |(index, one): (usize, &crate::served::TerritoryProperties)| {
                let is_here = one.departements.iter().any(|code| own.contains(&code.as_str()));
                is_here.then_some(Territory::Epci(index))
            };
            epci.filter_map(is_own).collect()
        }
    }
}

/// The layer and the status of each scheme, by identifier.
struct SchemesById<'a>(BTreeMap<&'a str, (Layer, Status)>);

impl<'a> SchemesById<'a> {
    fn new(records: &'a Records) -> Self {
        let of = |layer| {
            records.schemes(layer).iter().map(move |one| (one.id.as_str(), (layer, one.statut)))
        };
        Self(of(Layer::Cls).chain(of(Layer::Cpts)).collect())
    }

    /// Those that touch a territory.
    fn touching(&self, records: &Records, territory: Territory) -> Vec<(Layer, Status)> {
        let coverage = records.file.coverage.get(&records.key(territory));
        let ids = coverage.into_iter().flat_map(|one| one.dispositifs.keys());
        ids.filter_map(|id| self.0.get(id.as_str()).copied()).collect()
    }
}

fn row(
    records: &Records,
    schemes: &SchemesById,
    zones: &WhiteZones,
    scope: Option<Territory>,
    territory: Territory,
) -> Row {
    let properties = records.properties(territory);
    let touching = schemes.touching(records, territory);
    let count = |layer| {
        let own = touching.iter().filter(|one| one.0 == layer).count();
        Cell::Schemes(SchemeCount::new(own as u32, records.degree(layer, territory)))
    };
    let cells = vec![
        Cell::Number(Some(properties.population)),
        count(Layer::Cls),
        count(Layer::Cpts),
        Cell::Schemes(projects::of_territory(records, territory)),
        Cell::Share(share(records, Layer::Cls, territory)),
        Cell::Share(share(records, Layer::Cpts, territory)),
        Cell::WhiteZone(zones.of(territory), properties.population),
    ];
    let reaches_beyond = matches!(scope, None | Some(Territory::Region(_)));
    let within = match territory.level() {
        Level::Epci if reaches_beyond => {
            let codes = properties.departements.iter();
            codes.map(crate::DepartmentCode::as_str).collect::<Vec<_>>().join(", ")
        }
        _ => String::new(),
    };
    let statuses = touching.iter().map(|&(layer, status)| status_bit(layer, status));
    Row::new(territory.into(), &properties.nom, within, cells)
        .with_statuses(statuses.fold(0, |all, one| all | one))
}

/// The share of a territory's population in an active scheme. The records leave out layers of which
/// no scheme is known in a territory; the degrees of its regions tell what that means.
fn share(records: &Records, layer: Layer, territory: Territory) -> Share {
    if let Some(classes) = records.coverage(layer, territory) {
        return Share::of(classes, records.properties(territory).population);
    }
    let departments = records.departments_of(Some(territory)).into_iter();
    let degrees = departments.map(|index| records.degree(layer, Territory::Department(index)));
    let classes = degrees.map(|degree| (Class::outside(degree), Amount::default()));
    Share::of(&classes.collect(), 0)
}
