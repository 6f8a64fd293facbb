//! Rings of map points as rings of degrees.

use crate::{MapBounds, MapPoint, Projection};
use std::collections::BTreeMap;

/// The parts of a degree that files keep: five decimals, about a metre.
const UNIT: f64 = 100_000.0;

/// A position: degrees east and north, in hundred thousandths.
pub(super) type Position = (i32, i32);

/// A ring of positions whose last one is its first. The ground is on the left: outer rings turn
/// counter-clockwise, holes clockwise (RFC 7946 §3.1.6).
pub(super) type Ring = Vec<Position>;

/// A polygon: its outer ring, then its holes.
pub(super) type Polygon = Vec<Ring>;

/// The polygons of closed rings of map points, each within one inset or the mainland.
pub(super) fn polygons(rings: &[Vec<MapPoint>]) -> Vec<Polygon> {
    let simple = rings.iter().flat_map(|ring| simple_rings(&positions(ring)));
    let (outer, holes): (Vec<Ring>, Vec<Ring>) =
        simple.filter(|ring| twice_area(ring) != 0).partition(|ring| twice_area(ring) > 0);
    let mut polygons: Vec<Polygon> = outer.into_iter().map(|ring| vec![ring]).collect();
    for hole in holes {
        // Of several around it the smallest; none only where a line was rounded away.
        let around = polygons.iter_mut().filter(|polygon| holds(&polygon[0], &hole));
        if let Some(polygon) = around.min_by_key(|polygon| twice_area(&polygon[0])) {
            polygon.push(hole);
        }
    }
    polygons
}

/// The position of a map point.
pub(super) fn position(point: MapPoint) -> Position {
    rounded(Projection::at(point), point)
}

fn rounded(projection: Projection, point: MapPoint) -> Position {
    let at = projection.lon_lat_from_map(point);
    ((at.lon * UNIT).round() as i32, (at.lat * UNIT).round() as i32)
}

/// The positions of a ring, without those that rounding has made the same as the one before.
fn positions(ring: &[MapPoint]) -> Ring {
    let projection = Projection::at(MapBounds::of(ring.iter().copied()).center());
    let mut positions: Ring = ring.iter().map(|point| rounded(projection, *point)).collect();
    positions.dedup();
    positions
}

/// The rings of a ring that may touch itself: none of them passes twice through one position.
fn simple_rings(ring: &[Position]) -> Vec<Ring> {
    let mut simple = Vec::new();
    let mut open: Ring = Vec::new();
    let mut indexes: BTreeMap<Position, usize> = BTreeMap::new();
    for &position in ring {
        if let Some(&from) = indexes.get(&position) {
            let mut closed: Ring = open.drain(from..).collect();
            indexes.retain(|one, _| !closed.contains(one));
            closed.push(position);
            if closed.len() > 3 {
                simple.push(closed);
            }
        }
        indexes.insert(position, open.len());
        open.push(position);
    }
    simple
}

/// Twice the area of a ring, positive where it turns counter-clockwise.
fn twice_area(ring: &[Position]) -> i64 {
    let side = |side: &[Position]| {
        let ((ax, ay), (bx, by)) = (side[0], side[1]);
        i64::from(ax) * i64::from(by) - i64::from(bx) * i64::from(ay)
    };
    ring.windows(2).map(side).sum()
}

/// Whether a ring holds another, which it may touch at vertices: the middle of a side tells.
fn holds(outer: &[Position], inner: &[Position]) -> bool {
    let Some(&[(ax, ay), (bx, by)]) = inner.get(..2) else { return false };
    // Doubled, the middle is whole.
    let (x, y) = (i64::from(ax) + i64::from(bx), i64::from(ay) + i64::from(by));
    let is_crossed = |side: &&[Position]| {
        let [(ax, ay), (bx, by)] =
            [side[0], side[1]].map(|(x, y)| (2 * i64::from(x), 2 * i64::from(y)));
        // Whether the side is east of the point, by the sign of a turn.
        let turn = (bx - ax) * (y - ay) - (by - ay) * (x - ax);
        (ay > y) != (by > y) && (turn > 0) == (by > ay)
    };
    outer.windows(2).filter(is_crossed).count() % 2 == 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(low: i32, high: i32) -> Ring {
        vec![(low, low), (high, low), (high, high), (low, high), (low, low)]
    }

    #[test]
    fn a_ring_that_touches_itself_is_two() {
        let eight = [(0, 0), (4, 0), (4, 4), (8, 4), (8, 8), (4, 8), (4, 4), (0, 4), (0, 0)];
        let rings = simple_rings(&eight);
        assert_eq!(rings.len(), 2);
        assert!(rings.iter().all(|ring| ring.first() == ring.last() && twice_area(ring) > 0));
    }

    #[test]
    fn a_hole_is_held_by_what_is_around_it_and_not_by_its_neighbour() {
        let hole: Ring = square(2, 4).into_iter().rev().collect();
        assert!(twice_area(&hole) < 0);
        assert!(holds(&square(0, 9), &hole));
        let touching = [(0, 4), (2, 6), (4, 4), (2, 2), (0, 4)];
        assert!(holds(&square(0, 9), &touching), "it may touch the ring around it");
        assert!(!holds(&square(5, 9), &hole));
        assert!(!holds(&square(-9, 1), &hole));
    }
}
