//! Where a ring crosses itself.

use crate::topology::{GridPoint, Side, cross};

/// Grid steps per degree: about a centimetre, so that rounding makes no crossing of its own.
const STEPS_PER_DEGREE: f64 = 1e7;

/// Two sides of a closed ring of degrees that cross, if any do, numbered from 0. Sides that only
/// touch do not. The sides are swept along the longer extent of the ring, so that each is compared
/// with the few that lie beside it.
pub(super) fn crossing(ring: &[(f64, f64)]) -> Option<(usize, usize)> {
    let step = |degrees: f64| (degrees * STEPS_PER_DEGREE).round() as i32;
    let points: Vec<GridPoint> =
        ring.iter().map(|&(lon, lat)| GridPoint::new(step(lon), step(lat))).collect();
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
            return Some((one.min(other), one.max(other)));
        }
    }
    None
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

    #[test]
    fn a_bow_tie_crosses_itself_and_a_square_does_not() {
        let square = [(0.0, 0.0), (1.0, 0.0), (1.0, 1.0), (0.0, 1.0), (0.0, 0.0)];
        assert_eq!(crossing(&square), None);
        let bow_tie = [(0.0, 0.0), (1.0, 1.0), (1.0, 0.0), (0.0, 1.0), (0.0, 0.0)];
        assert_eq!(crossing(&bow_tie), Some((0, 2)));
        assert_eq!(crossing(&[]), None);
        assert_eq!(crossing(&[(0.0, 0.0)]), None);
    }

    #[test]
    fn a_ring_that_only_touches_itself_does_not_cross() {
        let touching = [(0.0, 0.0), (2.0, 0.0), (2.0, 2.0), (1.0, 0.0), (0.0, 2.0), (0.0, 0.0)];
        assert_eq!(crossing(&touching), None);
    }

    #[test]
    fn the_sweep_finds_what_comparing_all_sides_finds() {
        // Rings of pseudo-random vertices: some cross, some do not.
        let mut seed = 7_u32;
        let mut random = || {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            f64::from(seed >> 24) / 256.0
        };
        for corners in [3, 4, 4, 4, 5, 5, 5, 6, 40] {
            let mut ring: Vec<(f64, f64)> = (0..corners).map(|_| (random(), random())).collect();
            ring.push(ring[0]);
            let points: Vec<GridPoint> = ring
                .iter()
                .map(|&(x, y)| GridPoint::new((x * 1e7).round() as i32, (y * 1e7).round() as i32))
                .collect();
            let sides = points.len() - 1;
            let pairs = (0..sides).flat_map(|one| (one + 1..sides).map(move |other| (one, other)));
            let is_crossing =
                |(one, other): (usize, usize)| cross(side(&points, one), side(&points, other));
            let found = crossing(&ring);
            assert_eq!(found.is_some(), pairs.into_iter().any(is_crossing), "{corners}");
            assert!(found.is_none_or(is_crossing), "{corners}: {found:?}");
        }
    }
}
