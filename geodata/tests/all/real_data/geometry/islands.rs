//! Small islands are in the overview: every commune that is an island keeps its largest ring.

use crate::real_data::committed::{CELLS, INPUTS, features};
use geodata::compile::MAP_TOLERANCE_M;
use geodata::topology::{Arc, GridPoint, Topology};
use map::served::TerritoryProperties;
use std::collections::BTreeSet;

/// Sein, Molène, Hœdic, Houat, Aix and Bréhat: of half a square kilometre to three.
const SMALLEST: [&str; 6] = ["29083", "29084", "56085", "56086", "17004", "22016"];

/// The coasts of the communes that are islands: closed arcs that no tolerance leaves out.
fn coasts() -> Vec<(&'static str, &'static Arc)> {
    let communes = &INPUTS.contours.header.communes;
    let arcs = INPUTS.contours.topology.arcs.iter();
    let is_coast = |arc: &&Arc| arc.is_closed() && arc.arc_weight_m.is_infinite();
    arcs.filter(is_coast)
        .filter_map(|arc| match (arc.left, arc.right) {
            (Some(face), None) | (None, Some(face)) => {
                Some((communes[face as usize].as_str(), arc))
            }
            _ => None,
        })
        .collect()
}

/// Whether a vertex is within 600 m of the bounds of an arc; the overview moves vertices that far.
fn is_near(arc: &Arc, vertex: GridPoint) -> bool {
    const STEPS: i32 = 600;
    let near = |of: fn(&GridPoint) -> i32| {
        let (low, high) = (arc.points.iter().map(of).min(), arc.points.iter().map(of).max());
        (low.unwrap() - STEPS..=high.unwrap() + STEPS).contains(&of(&vertex))
    };
    near(|point| point.lon) && near(|point| point.lat)
}

/// Whether a ring of its own of the topology lies where the island is.
fn is_in(topology: &Topology, island: &Arc, tolerance_m: f32) -> bool {
    topology.arcs.iter().filter(|arc| arc.is_closed()).any(|arc| {
        let mut points = arc.points_at(tolerance_m).peekable();
        points.peek().is_some() && points.all(|point| is_near(island, point))
    })
}

#[test]
fn every_commune_that_is_an_island_is_in_the_overview_and_on_the_map() {
    let coasts = coasts();
    let codes: BTreeSet<&str> = coasts.iter().map(|(code, _)| *code).collect();
    assert!(SMALLEST.iter().all(|code| codes.contains(code)), "{codes:?}");
    for (code, coast) in &coasts {
        assert!(is_in(&CELLS.overview, coast, 0.0), "{code} in the GeoJSON");
        assert!(is_in(&CELLS.topology, coast, MAP_TOLERANCE_M), "{code} in carte.bin");
    }
}

#[test]
fn the_smallest_islands_are_in_the_served_departments_and_intercommunalities() {
    let coasts = coasts();
    for name in ["departements", "epci"] {
        let served = features::<TerritoryProperties>(name);
        let polygons: Vec<_> = served.iter().flat_map(|(_, polygons)| polygons).collect();
        for code in SMALLEST {
            let has_epci = INPUTS
                .territories
                .communes
                .iter()
                .any(|one| one.code.as_str() == code && one.epci.is_some());
            let (_, coast) = coasts.iter().find(|(of, _)| *of == code).unwrap();
            let is_there =
                polygons.iter().any(|rings| rings[0].iter().all(|vertex| is_near(coast, *vertex)));
            assert_eq!(is_there, has_epci || name == "departements", "{code} in {name}");
        }
    }
}
