//! Directions: the territory to the north, east, south or west of another, for the arrow keys.
//!
//! Territories are compared by their anchors. From one anchor to another, `ahead` is the distance in
//! the direction of the arrow and `aside` the distance across it, in map metres.

use crate::MapPoint;

/// A direction of the map, and the arrow key that points there.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    /// Up.
    North,
    /// To the right.
    East,
    /// Down.
    South,
    /// To the left.
    West,
}

/// The tangent of 75°, the widest angle of a direction.
const WIDEST: f64 = 3.732_050_8;

impl Direction {
    /// All four, clockwise.
    pub const ALL: [Self; 4] = [Self::North, Self::East, Self::South, Self::West];

    /// The distances of `to` ahead of `from` and aside, in metres; the latter is never negative.
    fn ahead_and_aside(self, from: MapPoint, to: MapPoint) -> (f64, f64) {
        let (east, north) = (to.x - from.x, to.y - from.y);
        match self {
            Self::North => (north, east.abs()),
            Self::East => (east, north.abs()),
            Self::South => (-north, east.abs()),
            Self::West => (-east, north.abs()),
        }
    }
}

/// The neighbour that lies best in a direction, at most 75° aside; none when there is none. A
/// neighbour is given by its index in the file and its anchor; of two that lie equally well, the
/// first is taken.
///
/// The best has the least distance divided by the squared cosine of its angle: twice as far is made
/// good by lying straight ahead instead of 45° aside. Of the 1,209 intercommunalities of the
/// mainland (COG 2026), the angle alone would leave 25 that no arrow leads to, the distance alone 7,
/// this none.
pub(super) fn neighbour_towards(
    from: MapPoint,
    direction: Direction,
    neighbours: &[(usize, MapPoint)],
) -> Option<usize> {
    let mut best = None;
    for &(index, anchor) in neighbours {
        let (ahead, aside) = direction.ahead_and_aside(from, anchor);
        if ahead > 0.0 && aside <= WIDEST * ahead {
            let squared = ahead * ahead + aside * aside;
            // distance³ / ahead², squared
            let cost = squared * squared * squared / (ahead * ahead * ahead * ahead);
            keep_least(&mut best, cost, index);
        }
    }
    best.map(|(_, index)| index)
}

/// The nearest territory in a direction, for islands, insets and coasts without a neighbour there. One at
/// most 45° aside is preferred to any other.
pub(super) fn nearest_towards(
    from: MapPoint,
    direction: Direction,
    all: impl Iterator<Item = (usize, MapPoint)>,
) -> Option<usize> {
    let (mut straight, mut anywhere) = (None, None);
    for (index, anchor) in all {
        let (ahead, aside) = direction.ahead_and_aside(from, anchor);
        if ahead > 0.0 {
            let nearest = if aside <= ahead { &mut straight } else { &mut anywhere };
            keep_least(nearest, from.squared_distance(anchor), index);
        }
    }
    straight.or(anywhere).map(|(_, index)| index)
}

/// The links from each territory without neighbours to the one with the nearest anchor, by index. With them as
/// neighbours of both, arrows also lead to an island off a coast whose territories all have a neighbour
/// on its side, such as Noirmoutier. O(islands × territories).
pub(super) fn island_links(
    anchors: &[MapPoint],
    has_neighbours: impl Fn(usize) -> bool,
) -> Vec<(usize, usize)> {
    let nearest = |island: usize| {
        let mut best = None;
        for (index, anchor) in anchors.iter().enumerate().filter(|(index, _)| *index != island) {
            keep_least(&mut best, anchors[island].squared_distance(*anchor), index);
        }
        best.map(|(_, index)| (island, index))
    };
    (0..anchors.len()).filter(|index| !has_neighbours(*index)).filter_map(nearest).collect()
}

fn keep_least(best: &mut Option<(f64, usize)>, cost: f64, index: usize) {
    if best.is_none_or(|(least, _)| cost < least) {
        *best = Some((cost, index));
    }
}

#[cfg(test)]
#[path = "direction_tests.rs"]
mod tests;
