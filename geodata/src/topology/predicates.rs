//! Exact questions to vertices on the grid: inside or outside, crossing or not.
//!
//! All are made of [`turn`], whose sign has no rounding error.

use super::bounds::GridBounds;
use super::grid::{GridPoint, turn};

/// The two ends of a straight line.
pub type Side = [GridPoint; 2];

/// Whether `point` is inside `ring` or on its edge (even–odd rule, exact).
pub fn is_inside(ring: &[GridPoint], point: GridPoint) -> bool {
    let mut inside = false;
    for side in ring.windows(2) {
        let (a, b) = (side[0], side[1]);
        let side_of_point = turn(a, b, point);
        if side_of_point == 0 && GridBounds::of([a, b]).contains(point) {
            return true;
        }
        if (a.lat > point.lat) != (b.lat > point.lat) && (side_of_point > 0) == (b.lat > a.lat) {
            inside = !inside;
        }
    }
    inside
}

/// Whether `point` lies in a triangle or on its edge, whichever way the triangle turns. A flat
/// triangle holds what lies between its ends.
pub(super) fn is_in_triangle([a, b, c]: [GridPoint; 3], point: GridPoint) -> bool {
    let turns = [turn(a, b, point), turn(b, c, point), turn(c, a, point)];
    let is_on_one_side = turns.iter().all(|&turn| turn >= 0) || turns.iter().all(|&turn| turn <= 0);
    is_on_one_side && GridBounds::of([a, b, c]).contains(point)
}

/// Whether two sides cross: each has one end on each side of the other. Touching is not crossing.
pub fn cross(one: Side, other: Side) -> bool {
    let parts = |[a, b]: Side, [c, d]: Side| turn(a, b, c).signum() * turn(a, b, d).signum() < 0;
    parts(one, other) && parts(other, one)
}

/// Whether two sides meet elsewhere than in a common end: they cross, one ends on the other, or
/// they lie on each other.
pub(super) fn meet([a, b]: Side, [c, d]: Side) -> bool {
    let [at_c, at_d] = [turn(a, b, c).signum(), turn(a, b, d).signum()];
    let [at_a, at_b] = [turn(c, d, a).signum(), turn(c, d, b).signum()];
    if at_c == 0 && at_d == 0 {
        // On one line: they may touch end to end only. Grid order is an order along a line.
        return a.min(b).max(c.min(d)) < a.max(b).min(c.max(d));
    }
    let share_an_end = a == c || a == d || b == c || b == d;
    !share_an_end && at_c * at_d <= 0 && at_a * at_b <= 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn point(lon: i32, lat: i32) -> GridPoint {
        GridPoint::new(lon, lat)
    }

    fn side(from: (i32, i32), to: (i32, i32)) -> Side {
        [from, to].map(|(lon, lat)| point(lon, lat))
    }

    #[test]
    fn a_triangle_holds_its_edge_and_a_flat_one_what_lies_between_its_ends() {
        let triangle = [point(0, 0), point(10, 0), point(0, 10)];
        for corners in [triangle, [triangle[2], triangle[1], triangle[0]]] {
            assert!(is_in_triangle(corners, point(2, 2)));
            assert!(is_in_triangle(corners, point(5, 5)), "on its edge");
            assert!(!is_in_triangle(corners, point(6, 6)));
        }
        let flat = [point(0, 0), point(4, 4), point(8, 8)];
        assert!(is_in_triangle(flat, point(6, 6)));
        assert!(!is_in_triangle(flat, point(9, 9)), "on its line, beyond its ends");
        assert!(!is_in_triangle(flat, point(4, 5)));
    }

    #[test]
    fn sides_that_touch_meet_and_do_not_cross() {
        let base = side((0, 0), (10, 0));
        let through = side((5, -5), (6, 5));
        assert!(cross(base, through) && meet(base, through));
        let from_it = side((5, 0), (6, 5));
        assert!(!cross(base, from_it) && meet(base, from_it));
        let along_it = side((5, 0), (15, 0));
        assert!(!cross(base, along_it) && meet(base, along_it));
        let from_its_end = side((10, 0), (15, 0));
        assert!(!cross(base, from_its_end) && !meet(base, from_its_end));
    }
}
