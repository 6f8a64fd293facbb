//! Rectangles on the grid.

use super::grid::GridPoint;

/// The rectangle around vertices, edges included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct GridBounds {
    /// The least longitude, in grid steps.
    pub west: i32,
    /// The least latitude.
    pub south: i32,
    /// The greatest longitude.
    pub east: i32,
    /// The greatest latitude.
    pub north: i32,
}

impl GridBounds {
    /// The bounds of no vertex at all, which meet nothing.
    pub const EMPTY: Self =
        Self { west: i32::MAX, south: i32::MAX, east: i32::MIN, north: i32::MIN };

    /// The bounds of `points`.
    pub fn of(points: impl IntoIterator<Item = GridPoint>) -> Self {
        let mut bounds = Self::EMPTY;
        points.into_iter().for_each(|point| bounds.add(point));
        bounds
    }

    /// Extends the bounds to `point`.
    pub fn add(&mut self, point: GridPoint) {
        self.west = self.west.min(point.lon);
        self.south = self.south.min(point.lat);
        self.east = self.east.max(point.lon);
        self.north = self.north.max(point.lat);
    }

    /// The rectangle around two.
    pub fn union(self, other: Self) -> Self {
        Self {
            west: self.west.min(other.west),
            south: self.south.min(other.south),
            east: self.east.max(other.east),
            north: self.north.max(other.north),
        }
    }

    /// Whether `point` lies in the rectangle or on its edge.
    pub fn contains(&self, point: GridPoint) -> bool {
        (self.west..=self.east).contains(&point.lon)
            && (self.south..=self.north).contains(&point.lat)
    }

    /// Whether two rectangles have a point in common.
    pub fn meets(&self, other: &Self) -> bool {
        self.west <= other.east
            && other.west <= self.east
            && self.south <= other.north
            && other.south <= self.north
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_hold_their_edge_and_meet_what_they_touch() {
        let bounds =
            |west, east| GridBounds::of([GridPoint::new(west, 0), GridPoint::new(east, 10)]);
        let one = bounds(0, 10);
        assert!(one.contains(GridPoint::new(10, 10)) && !one.contains(GridPoint::new(11, 5)));
        assert!(one.meets(&bounds(10, 20)) && !one.meets(&bounds(11, 20)));
        assert!(
            !one.meets(&GridBounds::EMPTY) && !GridBounds::EMPTY.contains(GridPoint::new(0, 0))
        );
    }
}
