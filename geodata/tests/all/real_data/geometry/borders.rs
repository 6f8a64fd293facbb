//! Neighbours share their borders to the last digit: there is no gap to see between them.

use crate::real_data::committed::{CELLS, INPUTS, collection, features, polygons, sides};
use geodata::topology::{Arc, GridPoint, Polygon, turn};
use map::served::TerritoryProperties;
use std::collections::{HashMap, HashSet};

/// How often each directed side occurs in the outlines.
fn count_sides(outlines: &[Vec<Polygon>]) -> HashMap<(GridPoint, GridPoint), u32> {
    let mut counts = HashMap::new();
    for side in outlines.iter().flat_map(|outline| sides(outline)) {
        *counts.entry(side).or_default() += 1;
    }
    counts
}

fn outlines(name: &str) -> Vec<Vec<Polygon>> {
    features::<TerritoryProperties>(name).into_iter().map(|(_, outline)| outline).collect()
}

#[test]
fn a_border_between_two_territories_is_the_same_line_in_both_directions() {
    for name in ["departements", "epci"] {
        let counts = count_sides(&outlines(name));
        assert!(counts.values().all(|&count| count == 1), "{name}: twice in one direction");
    }
}

#[test]
fn what_only_one_territory_borders_on_is_the_border_of_the_country() {
    let communes = &INPUTS.territories.communes;
    let in_an_epci = (0..communes.len()).filter(|&index| communes[index].epci.is_some());
    let country = CELLS.overview_of(0..communes.len());
    let without_islands = CELLS.overview_of(in_an_epci);
    for (name, whole) in [("departements", country), ("epci", without_islands)] {
        let counts = count_sides(&outlines(name));
        let alone = counts.keys().filter(|&&(from, to)| !counts.contains_key(&(to, from)));
        let alone: HashSet<_> = alone.copied().collect();
        assert!(alone == sides(&whole).collect(), "{name}: a gap, or an overlap");
    }
}

#[test]
fn perimeters_lie_on_the_same_lines_as_territories() {
    let lines: HashSet<_> = CELLS
        .overview
        .arcs
        .iter()
        .flat_map(Arc::segments)
        .map(|one| (one.start, one.end))
        .collect();
    for name in ["departements", "epci", "cls", "cpts", "projets"] {
        for feature in collection(name).features {
            let outline = polygons(&feature);
            let strays = sides(&outline).filter(|&(a, b)| !lines.contains(&(a.min(b), a.max(b))));
            assert_eq!(strays.count(), 0, "{name}: {:?}", feature.properties);
        }
    }
}

/// Whether `point` is inside an outline. Every point of the plane is inside exactly one face of a
/// coverage: a point on a side counts for one of the two faces only.
fn contains(outline: &[Polygon], point: GridPoint) -> bool {
    let crossed = sides(outline).filter(|&(from, to)| {
        let straddles = (from.lat > point.lat) != (to.lat > point.lat);
        straddles && (turn(from, to, point) > 0) == (to.lat > from.lat)
    });
    crossed.count() % 2 == 1
}

/// An outline with its box: west, south, east, north.
struct Boxed {
    outline: Vec<Polygon>,
    bounds: [i32; 4],
}

impl Boxed {
    fn new(outline: Vec<Polygon>) -> Self {
        let vertices = outline.iter().flatten().flatten();
        let bounds = vertices.fold([i32::MAX, i32::MAX, i32::MIN, i32::MIN], |[w, s, e, n], v| {
            [w.min(v.lon), s.min(v.lat), e.max(v.lon), n.max(v.lat)]
        });
        Self { outline, bounds }
    }

    fn contains(&self, point: GridPoint) -> bool {
        let [west, south, east, north] = self.bounds;
        (west..=east).contains(&point.lon)
            && (south..=north).contains(&point.lat)
            && contains(&self.outline, point)
    }
}

/// The two points at about `distance_m` from the middle of a side, on its left and on its right.
fn beside((from, to): (GridPoint, GridPoint), distance_m: f64) -> [GridPoint; 2] {
    const STEP_M: f64 = 1.11;
    let (lon, lat) = (f64::from(to.lon - from.lon), f64::from(to.lat - from.lat));
    let scale = distance_m / STEP_M / lon.hypot(lat);
    let (east, north) = ((-lat * scale).round() as i32, (lon * scale).round() as i32);
    let (middle_lon, middle_lat) =
        (i32::midpoint(from.lon, to.lon), i32::midpoint(from.lat, to.lat));
    [1, -1].map(|sign| GridPoint::new(middle_lon + sign * east, middle_lat + sign * north))
}

#[test]
fn every_point_beside_a_shared_border_is_in_exactly_one_intercommunality() {
    const EVERY: usize = 5;
    let outlines = outlines("epci");
    let counts = count_sides(&outlines);
    let mut shared: Vec<_> = counts
        .keys()
        .filter(|&&(from, to)| from < to && counts.contains_key(&(to, from)))
        .collect();
    shared.sort();
    let country = Boxed::new(CELLS.overview_of(0..INPUTS.territories.communes.len()));
    let epci: Vec<Boxed> = outlines.into_iter().map(Boxed::new).collect();
    let (mut inland, mut outside) = (0, 0);
    for &&side in shared.iter().step_by(EVERY) {
        for point in [20.0, 40.0, 60.0].into_iter().flat_map(|distance| beside(side, distance)) {
            let owners = epci.iter().filter(|one| one.contains(point)).count();
            // Near a coast or a frontier the other side may be the sea, or abroad.
            let is_inland = country.contains(point);
            assert_eq!(owners, usize::from(is_inland), "at {:?}", point.lon_lat());
            *if is_inland { &mut inland } else { &mut outside } += 1;
        }
    }
    println!("{} shared sides, {inland} points inland, {outside} outside", shared.len());
    assert!(inland > 10_000);
}
