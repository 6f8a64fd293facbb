//! Perimeters of schemes: communes, never whole intercommunalities by default.

use super::committed::{CELLS, INPUTS, SERVED, doubled_area, features, manifest};
use geodata::compile::CELL_TOLERANCE_M;
use geodata::tables::Scheme;
use geodata::topology::GridPoint;
use map::served::{CoverageFile, ProjectProperties, Reach, SchemeProperties};
use map::{Class, Layer, TerritoryKey};
use std::collections::{BTreeSet, HashSet};

fn schemes(layer: Layer) -> impl Iterator<Item = &'static Scheme> {
    INPUTS.tables.schemes.iter().filter(move |scheme| scheme.layer == layer)
}

/// The CLS of lists and posts that are given by communes instead of intercommunalities.
fn partial_cls() -> Vec<&'static Scheme> {
    let listed = schemes(Layer::Cls).filter(|scheme| scheme.source != "annonces-2026-11");
    listed.filter(|scheme| scheme.perimeter.epci.is_empty()).collect()
}

/// Twice the area of communes in grid steps, each outlined by itself, exact.
fn doubled_area_of_communes(indices: &BTreeSet<usize>) -> i64 {
    let faces = &INPUTS.contours.header.communes;
    let communes = &INPUTS.territories.communes;
    let face = |&index: &usize| faces.binary_search(&communes[index].code).unwrap() as u32;
    let outline = |face| INPUTS.contours.topology.dissolve(|one| one == face, 0.0);
    indices.iter().map(face).map(|face| doubled_area(&outline(face))).sum()
}

#[test]
fn twenty_two_cls_cover_their_communes_and_nothing_else() {
    let partial = partial_cls();
    assert_eq!(partial.len(), 22);
    let of_the_list = partial.iter().filter(|scheme| scheme.source == "ars-ara-cls").count();
    assert_eq!(of_the_list, 20, "Narbonne and Le Pré-Saint-Gervais come from posts");
    for scheme in partial {
        let communes = &scheme.perimeter.communes;
        let outline = INPUTS.outline(communes.iter().copied(), 0.0);
        assert_eq!(doubled_area(&outline), doubled_area_of_communes(communes), "{}", scheme.name);
    }
}

#[test]
fn the_cells_of_a_partial_cls_hold_its_communes_and_nothing_else() {
    for scheme in partial_cls() {
        let communes = || scheme.perimeter.communes.iter().copied();
        let own: BTreeSet<u32> = communes().filter_map(|index| CELLS.of_commune(index)).collect();
        let cells = CELLS.topology.dissolve(|cell| own.contains(&cell), 0.0);
        let outline = INPUTS.outline(communes(), CELL_TOLERANCE_M);
        assert_eq!(doubled_area(&cells), doubled_area(&outline), "{}", scheme.name);
    }
}

#[test]
fn no_partial_cls_covers_a_whole_intercommunality() {
    let members = INPUTS.territories.members();
    for scheme in partial_cls() {
        let covered = &scheme.perimeter.communes;
        let is_whole = |members: &Vec<usize>| members.iter().all(|index| covered.contains(index));
        assert!(!members.values().any(is_whole), "{}", scheme.name);
    }
}

#[test]
fn served_perimeters_list_the_communes_of_the_table() {
    let served = ["cls", "cpts"].map(features::<SchemeProperties>);
    let drawn: Vec<&Scheme> =
        INPUTS.tables.schemes.iter().filter(|scheme| scheme.is_drawn()).collect();
    assert_eq!(served.iter().flatten().count(), drawn.len());
    for ((properties, _), scheme) in served.iter().flatten().zip(drawn) {
        assert_eq!(properties.id, scheme.id);
        assert_eq!(properties.communes.len(), scheme.perimeter.communes.len(), "{}", scheme.id);
    }
}

#[test]
fn seven_of_the_58_communes_of_the_lyon_metropolis_are_in_an_active_cls() {
    // Those of Villeurbanne and Givors are over by their pages; no page goes on with Grigny.
    let path = SERVED.join(&manifest().fichiers["couverture"].url);
    let coverage: CoverageFile = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    let classes =
        &coverage[&"epci-200046977".parse::<TerritoryKey>().unwrap()].couches[&Layer::Cls];
    assert_eq!(classes[&Class::Active].communes, 7);
    assert_eq!(classes[&Class::Expired].communes, 2);
    assert_eq!(classes.values().map(|amount| amount.communes).sum::<u32>(), 58);
}

#[test]
fn thirty_five_projects_are_twenty_three_schemes_and_none_is_in_haute_savoie() {
    let projects = features::<ProjectProperties>("projets");
    let count = |holds: &dyn Fn(&ProjectProperties) -> bool| {
        projects.iter().filter(|(project, _)| holds(project)).count()
    };
    assert_eq!(projects.len(), 35);
    assert_eq!(count(&|project| project.portee == Reach::Regional), 8);
    assert_eq!(count(&|project| project.departement.as_str() == "74"), 0);
    let schemes: BTreeSet<_> = projects.iter().map(|(project, _)| &project.dispositif).collect();
    assert_eq!(schemes.len(), 23);
    let in_region = |code| {
        let mut departments = INPUTS.territories.departements.iter();
        departments.any(|one| one.code == code && one.region.as_str() == "84")
    };
    assert!(projects.iter().all(|(project, _)| in_region(project.departement.clone())));
}

#[test]
fn a_cpts_follows_the_borders_of_communes() {
    // The overview moves a vertex by 0.0025 degree in each direction at the most.
    let near = |v: &GridPoint| GridPoint::new(v.lon.div_euclid(500), v.lat.div_euclid(500));
    let arcs = &INPUTS.contours.topology.arcs;
    let vertices: HashSet<GridPoint> =
        arcs.iter().flat_map(|arc| arc.points.iter().map(near)).collect();
    let is_near = |v: &GridPoint| {
        let GridPoint { lon, lat } = near(v);
        let around = (-1..=1).flat_map(|x| (-1..=1).map(move |y| GridPoint::new(lon + x, lat + y)));
        around.into_iter().any(|bucket| vertices.contains(&bucket))
    };
    let served = features::<SchemeProperties>("cpts");
    for (scheme, outline) in &served {
        assert!(outline.iter().flatten().flatten().all(is_near), "{}", scheme.nom);
    }
    assert_eq!(served.len(), 130);
}
