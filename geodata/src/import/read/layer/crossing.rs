//! Crossings of a ring with itself.

use crate::topology::{GridPoint, Side, cross};
use map::LonLat;

/// Grid steps per degree: about a centimetre, so that rounding makes no crossing of its own.
const STEPS_PER_DEGREE: f64 = 1e7;

/// Two sides of a ring that cross, numbered from 0, the lesser first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Crossing {
    pub one: usize,
    pub other: usize,
}

/// A crossing of a closed ring with itself, if there is one. Sides that only touch do not cross.
/// The sides are swept along the longer extent of the ring, so that each is compared with the few
/// that lie beside it.
pub(super) fn crossing(ring: &[LonLat]) -> Option<Crossing> {
    let points: Vec<GridPoint> = ring.iter().map(|&vertex| on_fine_grid(vertex)).collect();
    let along = longer_extent(&points);
    let extent = |side: usize| {
        let (from, to) = (along(points[side]), along(points[side + 1]));
        (from.min(to), from.max(to))
    };
    let mut order: Vec<usize> = (0..points.len().saturating_sub(1)).collect();
    order.sort_by_key(|side| (extent(*side), *side));
    for (index, &one) in order.iter().enumerate() {
        let (_, end) = extent(one);
        let mut beside = order[index + 1..].iter().take_while(|other| extent(**other).0 <= end);
        let is_crossed = |&&other: &&usize| cross(side(&points, one), side(&points, other));
        if let Some(&other) = beside.find(is_crossed) {
            return Some(Crossing { one: one.min(other), other: one.max(other) });
        }
    }
    None
}

/// A vertex to about a centimetre.
pub(super) fn on_fine_grid(LonLat { lon, lat }: LonLat) -> GridPoint {
    let step = |degrees: f64| (degrees * STEPS_PER_DEGREE).round() as i32;
    GridPoint::new(step(lon), step(lat))
}

/// A side of a ring, by its number.
fn side(ring: &[GridPoint], number: usize) -> Side {
    [ring[number], ring[number + 1]]
}

/// One of the two coordinates of a point.
type Coordinate = fn(GridPoint) -> i32;

/// The coordinate in which the ring is longer.
fn longer_extent(points: &[GridPoint]) -> Coordinate {
    let length = |coordinate: Coordinate| {
        let values = points.iter().map(|point| i64::from(coordinate(*point)));
        values.clone().max().unwrap_or(0) - values.min().unwrap_or(0)
    };
    let (lon, lat): (Coordinate, Coordinate) = (|point| point.lon, |point| point.lat);
    if length(lon) >= length(lat) { lon } else { lat }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ring(vertices: &[(f64, f64)]) -> Vec<LonLat> {
        vertices.iter().map(|&(lon, lat)| LonLat::new(lon, lat)).collect()
    }

    #[test]
    fn a_bow_tie_crosses_itself_and_a_square_does_not() {
        let square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)];
        assert_eq!(crossing(&ring(&square)), None);
        let bow_tie = [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)];
        assert_eq!(crossing(&ring(&bow_tie)), Some(Crossing { one: 0, other: 2 }));
        assert_eq!(crossing(&[]), None);
        assert_eq!(crossing(&ring(&[(0.0, 0.0)])), None);
    }

    #[test]
    fn a_ring_that_only_touches_itself_does_not_cross() {
        let touching = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (1.0, 0.0), (0.0, 2.0), (0.0, 0.0)];
        assert_eq!(crossing(&ring(&touching)), None);
    }

    #[test]
    fn the_sweep_finds_what_comparing_all_sides_finds() {
        // Rings of pseudo-random vertices: some cross, some do not.
        let mut random = fastrand::Rng::with_seed(7);
        let mut crossed = 0;
        for corners in [3, 4, 4, 4, 5, 5, 5, 6, 40] {
            let mut ring: Vec<LonLat> =
                (0..corners).map(|_| LonLat::new(random.f64(), random.f64())).collect();
            ring.push(ring[0]);
            let points: Vec<GridPoint> = ring.iter().map(|&vertex| on_fine_grid(vertex)).collect();
            let sides = points.len() - 1;
            let pairs = (0..sides).flat_map(|one| (one + 1..sides).map(move |other| (one, other)));
            let is_crossing = |one, other| cross(side(&points, one), side(&points, other));
            let found = crossing(&ring);
            let expected = pairs.into_iter().any(|(one, other)| is_crossing(one, other));
            assert_eq!(found.is_some(), expected, "{corners}");
            assert!(found.is_none_or(|it| is_crossing(it.one, it.other)), "{corners}: {found:?}");
            crossed += usize::from(expected);
        }
        assert!((1..9).contains(&crossed), "both kinds are among them: {crossed}");
    }
}
