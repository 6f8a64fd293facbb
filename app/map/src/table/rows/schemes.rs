//! The rows of schemes and projects.

use crate::served::{ProjectProperties, SchemeProperties};
use crate::table::cell::Cell;
use crate::table::row::{Row, status_bit};
use crate::{Amount, Layer, Records, SchemeIndex, Subject, Territory};
use std::collections::BTreeMap;

/// The CLS, the CPTS and the projects of a territory, or of the country: those that touch it, and those
/// that are known to exist there without their perimeter.
pub(in crate::table) fn schemes(records: &Records, scope: Option<Territory>) -> Vec<Row> {
    let amounts = amounts(records, scope);
    let mut rows = Vec::new();
    for layer in [Layer::Cls, Layer::Cpts] {
        let without: Vec<&str> = scope.map_or_else(Vec::new, |territory| {
            let all = records.without_perimeter(layer, territory);
            all.into_iter().map(|one| one.id.as_str()).collect()
        });
        for (index, scheme) in records.schemes(layer).iter().enumerate() {
            let amount = amounts.get(scheme.id.as_str());
            if scope.is_none() || amount.is_some() || without.contains(&scheme.id.as_str()) {
                rows.push(of_scheme(SchemeIndex { layer, index }, scheme, amount));
            }
        }
    }
    rows.extend(projects(records, scope));
    rows
}

/// The part of the territory that lies in each scheme; of the country, the sum over its regions.
fn amounts(records: &Records, scope: Option<Territory>) -> BTreeMap<&str, Amount> {
    let territories: Vec<Territory> = match scope {
        Some(territory) => vec![territory],
        None => (0..records.file.regions.len()).map(Territory::Region).collect(),
    };
    let mut amounts = BTreeMap::new();
    for territory in territories {
        let coverage = records.file.coverage.get(&records.key(territory));
        for (id, amount) in coverage.into_iter().flat_map(|one| &one.dispositifs) {
            let sum: &mut Amount = amounts.entry(id.as_str()).or_default();
            sum.communes += amount.communes + amount.communes_en_partie;
            sum.population += amount.population;
        }
    }
    amounts
}

fn of_scheme(index: SchemeIndex, scheme: &SchemeProperties, amount: Option<&Amount>) -> Row {
    let cells = vec![
        Cell::Layer(index.layer),
        Cell::Status(index.layer, scheme.statut),
        Cell::Number(amount.map(|one| one.communes)),
        Cell::Number(amount.map(|one| one.population)),
    ];
    Row::new(Subject::Scheme(index), &scheme.nom, String::new(), cells)
        .with_statuses(status_bit(index.layer, scheme.statut))
}

fn projects(records: &Records, scope: Option<Territory>) -> impl Iterator<Item = Row> {
    let departments = records.departments_of(scope);
    let codes: Vec<&str> =
        departments.iter().map(|one| records.file.departments[*one].code.as_str()).collect();
    let projects = records.file.projects.iter().enumerate();
    let is_own =
        move |one: &(usize, &ProjectProperties)| codes.contains(&one.1.departement.as_str());
    projects.filter(is_own).map(|(index, project)| {
        let layer = Layer::Projects;
        let cells = vec![
            Cell::Layer(layer),
            Cell::Status(layer, project.statut),
            Cell::Number(None),
            Cell::Number(None),
        ];
        let within = project.departement.to_string();
        Row::new(Subject::Scheme(SchemeIndex { layer, index }), &project.nom, within, cells)
            .with_statuses(status_bit(layer, project.statut))
    })
}
