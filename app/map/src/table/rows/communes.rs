//! The rows of communes.

use super::projects;
use crate::served::{CommuneRow, Share};
use crate::table::cell::Cell;
use crate::table::row::{Row, status_bit};
use crate::{
    Class, CommuneCode, CoverageByClass, CoveredPart, Degree, Layer, Outside, Records, SchemeCount,
    Subject, Territory, WhiteZone,
};
use std::collections::BTreeMap;
use std::rc::Rc;

/// The two layers that have perimeters.
const LAYERS: [Layer; 2] = [Layer::Cls, Layer::Cpts];

/// The communes of a territory, or of the country, as far as those of its departments are at hand; in
/// code order.
pub(in crate::table) fn communes(records: &Records, scope: Option<Territory>) -> Vec<Row> {
    let epci = match scope {
        Some(epci @ Territory::Epci(_)) => Some(records.properties(epci).code.as_str()),
        _ => None,
    };
    let is_own = |row: &CommuneRow| {
        let code = row.epci.as_ref().map(crate::EpciSiren::as_str);
        row.code.city().is_none() && (epci.is_none() || code == epci)
    };
    let mut communes = Vec::new();
    for department in records.departments_of(scope) {
        let around = Rc::new(Around::new(records, department, scope));
        let rows = records.communes.get(&department).into_iter().flatten();
        communes.extend(rows.filter(|row| is_own(row)).map(|row| (row, Rc::clone(&around))));
    }
    let codes: Vec<&CommuneCode> = communes.iter().map(|one| &one.0.code).collect();
    let tallies = LAYERS.map(|layer| tallies(records, layer, &codes));
    let epci: BTreeMap<&str, usize> =
        records.file.epci.iter().zip(0..).map(|(one, index)| (one.code.as_str(), index)).collect();
    let row = |(index, (row, around)): (usize, &(&CommuneRow, Rc<Around>))| {
        let own = row.epci.as_ref().and_then(|code| epci.get(code.as_str()));
        let within = own.map_or(around.department, |index| Territory::Epci(*index));
        let subject = Subject::Commune { within, code: row.code.clone() };
        let (cells, statuses) = cells(records, row, around, [tallies[0][index], tallies[1][index]]);
        Row::new(subject, &row.nom, around.within.clone(), cells).with_statuses(statuses)
    };
    communes.iter().enumerate().map(row).collect()
}

/// The facts that the communes of a department share.
struct Around {
    department: Territory,
    degrees: [Option<Degree>; 2],
    degree_of_projects: Option<Degree>,
    /// The code of the department, where the table reaches beyond it.
    within: String,
}

impl Around {
    fn new(records: &Records, index: usize, scope: Option<Territory>) -> Self {
        let department = Territory::Department(index);
        let reaches_beyond = matches!(scope, None | Some(Territory::Region(_)));
        let code = &records.properties(department).code;
        Self {
            department,
            degrees: LAYERS.map(|layer| records.degree(layer, department)),
            degree_of_projects: records.degree(Layer::Projects, department),
            within: if reaches_beyond { code.clone() } else { String::new() },
        }
    }
}

/// The schemes of a layer in one commune.
#[derive(Clone, Copy, Default)]
struct Tally {
    schemes: u32,
    /// The class of the surest of those whose whole perimeter is known.
    class: Option<Class>,
    statuses: u32,
}

/// The schemes of a layer in each commune; `codes` rise.
fn tallies(records: &Records, layer: Layer, codes: &[&CommuneCode]) -> Vec<Tally> {
    let mut tallies = vec![Tally::default(); codes.len()];
    for scheme in records.schemes(layer) {
        let class = scheme.has_perimeter().then(|| Class::from(scheme.statut));
        for code in &scheme.communes {
            let Ok(index) = codes.binary_search(&code) else { continue };
            let tally = &mut tallies[index];
            tally.schemes += 1;
            tally.statuses |= status_bit(layer, scheme.statut);
            tally.class = [tally.class, class].into_iter().flatten().min();
        }
    }
    tallies
}

/// The figures of a commune, and the statuses of its schemes.
fn cells(
    records: &Records,
    row: &CommuneRow,
    around: &Around,
    tallies: [Tally; 2],
) -> (Vec<Cell>, u32) {
    let areas = areas(records, row, around, tallies);
    let population = row.population.unwrap_or(0);
    let count = |layer: usize| {
        Cell::Schemes(SchemeCount::new(tallies[layer].schemes, around.degrees[layer]))
    };
    let projects = projects::of_commune(records, around.degree_of_projects, &row.code);
    let cells = vec![
        Cell::Number(row.population),
        count(0),
        count(1),
        Cell::Schemes(projects),
        Cell::Share(share(&areas, 0, population)),
        Cell::Share(share(&areas, 1, population)),
        Cell::WhiteZone(white_zone(&areas), population),
    ];
    (cells, tallies[0].statuses | tallies[1].statuses)
}

/// The share of the population of the areas of a commune in an active scheme of a layer.
fn share(areas: &[Area], layer: usize, population: u32) -> Share {
    let mut classes = CoverageByClass::new();
    for area in areas {
        classes.entry(area.classes[layer]).or_default().population += area.population;
    }
    Share::of(&classes, population)
}

/// An area that has one class in each layer: a commune, or one of its arrondissements.
struct Area {
    classes: [Class; 2],
    population: u32,
}

/// A commune as areas: more than one where its arrondissements differ.
fn areas(records: &Records, row: &CommuneRow, around: &Around, tallies: [Tally; 2]) -> Vec<Area> {
    let outside = around.degrees.map(Class::outside);
    let own = [0, 1].map(|layer| tallies[layer].class.unwrap_or(outside[layer]));
    let whole = |classes| vec![Area { classes, population: row.population.unwrap_or(0) }];
    if !row.code.has_arrondissements() {
        return whole(own);
    }
    let part = |part: &CommuneRow| Area {
        classes: [0, 1]
            .map(|layer| class_of(records, LAYERS[layer], &part.code).unwrap_or(outside[layer])),
        population: part.population.unwrap_or(0),
    };
    let all = records.communes.values().flatten();
    let own = all.filter(|part| part.code.is_arrondissement_of(row.code.as_str()));
    let parts: Vec<Area> = own.map(part).collect();
    match parts.first() {
        None => whole(outside),
        Some(first) if parts.iter().all(|part| part.classes == first.classes) => {
            whole(first.classes)
        }
        Some(_) => parts,
    }
}

/// The class of an arrondissement; none outside all perimeters.
fn class_of(records: &Records, layer: Layer, code: &CommuneCode) -> Option<Class> {
    let memberships = records.memberships(layer, code);
    let drawn = memberships.iter().filter(|one| one.part != CoveredPart::OfKnownPart);
    drawn.map(|one| Class::from(one.scheme.statut)).min()
}

/// The white zone of a commune. An arrondissement is no commune.
fn white_zone(areas: &[Area]) -> WhiteZone {
    let communes = if areas.len() == 1 { 1 } else { 0 };
    let zone = |area: &Area| {
        let all = Outside { communes, population: area.population };
        WhiteZone::of_classes(area.classes[0], area.classes[1], all)
    };
    areas.iter().map(zone).sum()
}
