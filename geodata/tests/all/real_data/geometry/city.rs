//! The two levels of `carte/`: near by, and closer for cities.

use super::crossings::{Segment, conflicts_of};
use crate::real_data::committed::{INPUTS, bytes};
use geodata::topology::GridPoint;
use map::mesh::{Arc, Face, Mesh};
use map::served::{CityFile, DetailFile, MapFile};
use map::{Detail, DetailLevel, MapPoint, Model, Projection};
use std::collections::HashMap;
use std::sync::LazyLock;

/// The most bytes of a city file after brotli, and of the median.
const CITY_BUDGET: [usize; 2] = [200_000, 60_000];

/// The share of its area that a face may gain or lose by the grid of the page, beside what the
/// weights allow it.
const BY_THE_GRID: f64 = 0.01;

/// The step of the grid of the city level, in metres.
const GRID_M: f64 = 5.0;

/// The details of every department, near and closer.
static LEVELS: LazyLock<Vec<[Detail; 2]>> = LazyLock::new(|| {
    let model = Model::decode(&bytes("carte")).unwrap();
    let levels = |(index, department): (usize, &map::served::DepartmentRow)| {
        let name = format!("carte/{}", department.code);
        let detail = Detail::decode(&bytes(&name), index, &model).unwrap();
        let city = detail.closer(&bytes(&format!("{name}-ville"))).unwrap();
        [detail, city]
    };
    model.departments.iter().enumerate().map(levels).collect()
});

fn department_codes() -> impl Iterator<Item = &'static str> {
    INPUTS.territories.departements.iter().map(|one| one.code.as_str())
}

#[test]
fn a_city_file_is_small_enough_for_a_phone() {
    let compressed = |code: &str| {
        let bytes = bytes(&format!("carte/{code}-ville"));
        let params = brotli::enc::BrotliEncoderParams { quality: 11, ..Default::default() };
        let mut compressed = Vec::new();
        brotli::BrotliCompress(&mut bytes.as_slice(), &mut compressed, &params).unwrap();
        compressed.len()
    };
    let mut sizes: Vec<usize> = department_codes().map(compressed).collect();
    sizes.sort_unstable();
    let [largest, median] = [sizes[sizes.len() - 1], sizes[sizes.len() / 2]];
    let all: usize = sizes.iter().sum();
    println!("carte/*-ville.bin after brotli: median {median}, maximum {largest}, together {all}");
    assert_eq!(sizes.len(), 101);
    assert!([largest, median] <= CITY_BUDGET, "maximum {largest}, median {median}");
    assert!(median <= CITY_BUDGET[1], "median {median}");
}

#[test]
fn a_detail_says_where_its_city_file_is() {
    let manifest = crate::real_data::committed::manifest();
    for code in department_codes() {
        let file: DetailFile = postcard::from_bytes(&bytes(&format!("carte/{code}"))).unwrap();
        assert_eq!(file.city, manifest.fichiers[&format!("carte/{code}-ville")].url);
    }
    let map: MapFile = postcard::from_bytes(&bytes("carte")).unwrap();
    assert_eq!(map.details.len(), 101, "the overview lists one address for a department");
}

#[test]
fn every_commune_is_at_both_levels_with_its_area() {
    let areas = INPUTS.contours.topology.face_areas_m2();
    for (levels, department) in LEVELS.iter().zip(&INPUTS.territories.departements) {
        let communes = INPUTS.territories.communes_of(&department.code);
        let faces: Vec<u32> = communes.flat_map(|index| INPUTS.faces_of(index)).collect();
        for detail in levels {
            assert_eq!(detail.communes, faces.len(), "{}", department.code);
            for (number, name) in (0..).zip(&detail.names) {
                let name = format!("{name} at {:?}", detail.level);
                assert!(area_of(&detail.mesh, number) > 0.0, "{name} is lost");
                // None where three heights miss every island.
                if let Some(at) = detail.mesh.anchor(&[number]) {
                    assert_eq!(detail.commune_at(at), Some(number), "{name}");
                }
            }
        }
        // An inset is larger than the ground.
        if Projection::of_department(department.code.as_str()) != Projection::of_department("75") {
            continue;
        }
        let [_, city] = levels;
        for (number, face) in (0..).zip(&faces) {
            let (area, expected) = (area_of(&city.mesh, number), areas[face]);
            let change = (area / expected - 1.0).abs();
            let name = &city.names[number as usize];
            assert!(change < BY_THE_GRID || expected < 1e6, "{name}: {area} m² of {expected}");
        }
    }
}

#[test]
fn the_city_level_has_every_vertex_of_the_contours() {
    let count = |mesh: &Mesh| mesh.arcs().iter().map(|arc| mesh.points(arc).len()).sum::<usize>();
    let [near, close] = [0, 1]
        .map(|level| LEVELS.iter().map(|levels| count(&levels[level].mesh)).sum::<usize>() as f64);
    println!("{near} vertices near by, {close} closer");
    assert!(close > 1.5 * near, "{near} and {close}");
    assert!(LEVELS.iter().all(|[near, close]| near.level < close.level));
    let committed = INPUTS.contours.topology.vertex_count() as f64;
    assert!(close > committed, "borders of departments come twice: {close} of {committed}");
    assert_eq!(LEVELS[0][1].level, DetailLevel::City);
}

#[test]
fn neighbours_share_their_border_to_the_last_digit_at_both_levels() {
    for level in [0, 1] {
        // By side, how many departments have it with something beyond their edge.
        let mut counts: HashMap<Segment, u32> = HashMap::new();
        for detail in LEVELS.iter().map(|levels| &levels[level]) {
            let is_own = |face: Face| (face as usize) < detail.communes;
            let is_shared = |arc: &&Arc| {
                let sides = [arc.left, arc.right].into_iter().flatten();
                sides.clone().count() == 2 && !sides.into_iter().all(is_own)
            };
            for arc in detail.mesh.arcs().iter().filter(is_shared) {
                segments(&detail.mesh, arc).for_each(|side| *counts.entry(side).or_default() += 1);
            }
        }
        assert!(counts.len() > 10_000, "{}", counts.len());
        let alone: Vec<_> = counts.iter().filter(|(_, count)| **count != 2).collect();
        assert!(alone.is_empty(), "{} of {}: {:?}", alone.len(), counts.len(), alone.first());
    }
}

/// Before they go to the grid of the page they meet at their ends only: `crossings`.
#[test]
fn borders_of_the_city_level_cross_by_less_than_a_step_of_the_grid() {
    let mut touches = 0;
    for [_, city] in LEVELS.iter() {
        let mesh = &city.mesh;
        let all: Vec<Segment> = mesh.arcs().iter().flat_map(|arc| segments(mesh, arc)).collect();
        for (one, other) in conflicts_of(&all) {
            touches += 1;
            let [a, b] = [one, other].map(|segment| [segment.0, segment.1]);
            let to_other = a.iter().map(|&end| distance_m(end, b));
            let nearest = to_other.chain(b.iter().map(|&end| distance_m(end, a)));
            let nearest = nearest.fold(f64::INFINITY, f64::min);
            assert!(nearest <= GRID_M, "{}: {one:?} and {other:?}", city.department);
        }
    }
    println!("{touches} pairs of borders touch on the grid");
    assert!(touches < 100, "{touches}");
}

#[test]
fn a_city_file_of_another_department_is_refused() {
    let file: CityFile = postcard::from_bytes(&bytes("carte/69-ville")).unwrap();
    assert!(file.mesh.face_count > 0);
    let [ain, _] = &LEVELS[0];
    assert!(ain.closer(&bytes("carte/69-ville")).is_err());
}

/// The sides of an arc in whole metres, each from its lesser end to its greater.
fn segments<'a>(mesh: &'a Mesh, arc: &Arc) -> impl Iterator<Item = Segment> + 'a {
    let whole = |point: MapPoint| GridPoint::new(point.x as i32, point.y as i32);
    let sides = mesh.points(arc).windows(2).map(move |side| [whole(side[0]), whole(side[1])]);
    sides.filter(|[a, b]| a != b).map(|[a, b]| (a.min(b), a.max(b)))
}

/// The distance of a point from a segment, metres.
fn distance_m(point: GridPoint, [from, to]: [GridPoint; 2]) -> f64 {
    let metres = |point: GridPoint| (f64::from(point.lon), f64::from(point.lat));
    let [point, from, to] = [point, from, to].map(metres);
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let along = ((point.0 - from.0) * x + (point.1 - from.1) * y) / (x * x + y * y);
    let share = along.clamp(0.0, 1.0);
    (point.0 - from.0 - share * x).hypot(point.1 - from.1 - share * y)
}

/// The area of a face, square metres of the map plane.
fn area_of(mesh: &Mesh, face: Face) -> f64 {
    let signed = |arc: &Arc| {
        let points = mesh.points(arc).windows(2);
        let doubled: f64 = points.map(|side| side[0].x * side[1].y - side[1].x * side[0].y).sum();
        let to_the_left = if arc.left == Some(face) { 0.5 } else { 0.0 };
        let to_the_right = if arc.right == Some(face) { 0.5 } else { 0.0 };
        doubled * (to_the_left - to_the_right)
    };
    mesh.arcs_of(face).map(signed).sum::<f64>()
}
