//! Many polygons in flat arrays: what hit test, borders and drawing read.

use crate::{MapBounds, MapPoint};
use std::ops::Range;

/// The polygons of one file, feature after feature, in map metres.
#[derive(Clone, Debug, Default)]
pub struct Shapes {
    points: Vec<MapPoint>,
    /// Where each ring ends in `points`.
    ring_ends: Vec<usize>,
    /// Where each feature ends in `ring_ends`.
    feature_ends: Vec<usize>,
    bounds: Vec<MapBounds>,
}

impl Shapes {
    /// Adds a feature from its closed rings, outer ones and holes alike.
    pub fn push(&mut self, rings: impl IntoIterator<Item = Vec<MapPoint>>) {
        let first = self.points.len();
        for ring in rings {
            self.points.extend(ring);
            self.ring_ends.push(self.points.len());
        }
        self.feature_ends.push(self.ring_ends.len());
        self.bounds.push(MapBounds::of(self.points[first..].iter().copied()));
    }

    /// How many features there are.
    pub fn len(&self) -> usize {
        self.feature_ends.len()
    }

    /// Whether there is no feature.
    pub fn is_empty(&self) -> bool {
        self.feature_ends.is_empty()
    }

    /// The rectangle around feature `feature`.
    pub fn bounds(&self, feature: usize) -> MapBounds {
        self.bounds[feature]
    }

    /// The closed rings of feature `feature`.
    pub fn rings(&self, feature: usize) -> impl Iterator<Item = &[MapPoint]> {
        let first = if feature == 0 { 0 } else { self.feature_ends[feature - 1] };
        (first..self.feature_ends[feature]).map(|ring| &self.points[self.ring(ring)])
    }

    /// The feature under `point`, or none. On a shared border the feature that comes first in the
    /// file, so that the answer never depends on drawing order. O(features + vertices nearby).
    pub fn at(&self, point: MapPoint) -> Option<usize> {
        (0..self.len())
            .find(|&feature| self.bounds[feature].contains(point) && self.contains(feature, point))
    }

    /// Whether `point` lies inside feature `feature` (even–odd rule over all its rings).
    pub fn contains(&self, feature: usize, point: MapPoint) -> bool {
        let crossings = |ring: &[MapPoint]| {
            let sides = ring.windows(2);
            sides.filter(|side| is_left_of_crossing(point, side[0], side[1])).count()
        };
        self.rings(feature).map(crossings).sum::<usize>() % 2 == 1
    }

    /// A point well inside feature `feature`, for a symbol: the centroid of its largest ring, or,
    /// where that lies outside, the middle of the longest chord at half height.
    pub fn anchor(&self, feature: usize) -> MapPoint {
        let largest = self.rings(feature).max_by(|a, b| area(a).abs().total_cmp(&area(b).abs()));
        let Some(ring) = largest else {
            return self.bounds[feature].center();
        };
        let center = centroid(ring);
        if self.contains(feature, center) { center } else { self.middle_of_chord(feature, ring) }
    }

    /// The middle of the longest chord of the feature at half the height of its ring `ring`.
    fn middle_of_chord(&self, feature: usize, ring: &[MapPoint]) -> MapPoint {
        let y = MapBounds::of(ring.iter().copied()).center().y;
        let sides = self.rings(feature).flat_map(|ring| ring.windows(2));
        let crossing = sides.filter(|side| (side[0].y > y) != (side[1].y > y)).map(|side| {
            let (a, b) = (side[0], side[1]);
            (b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x
        });
        let mut crossings: Vec<f64> = crossing.collect();
        crossings.sort_by(f64::total_cmp);
        let chords = crossings.chunks_exact(2);
        let longest = chords.max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])));
        longest.map_or(ring[0], |chord| MapPoint::new(f64::midpoint(chord[0], chord[1]), y))
    }

    fn ring(&self, ring: usize) -> Range<usize> {
        let first = if ring == 0 { 0 } else { self.ring_ends[ring - 1] };
        first..self.ring_ends[ring]
    }
}

/// Whether the side from `a` to `b` is crossed on the way from `point` straight to the east.
fn is_left_of_crossing(point: MapPoint, a: MapPoint, b: MapPoint) -> bool {
    (a.y > point.y) != (b.y > point.y)
        && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
}

/// Signed area of a closed ring, square metres.
fn area(ring: &[MapPoint]) -> f64 {
    let origin = ring[0];
    let sides = ring.windows(2);
    sides.map(|side| cross(origin, side[0], side[1])).sum::<f64>() / 2.0
}

fn cross(origin: MapPoint, a: MapPoint, b: MapPoint) -> f64 {
    (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x)
}

fn centroid(ring: &[MapPoint]) -> MapPoint {
    let origin = ring[0];
    let mut sum = (0.0, 0.0, 0.0);
    for side in ring.windows(2) {
        let weight = cross(origin, side[0], side[1]);
        sum.0 += weight;
        sum.1 += weight * (side[0].x + side[1].x - 2.0 * origin.x);
        sum.2 += weight * (side[0].y + side[1].y - 2.0 * origin.y);
    }
    MapPoint::new(origin.x + sum.1 / (3.0 * sum.0), origin.y + sum.2 / (3.0 * sum.0))
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn square(west: f64, south: f64, side: f64) -> Vec<MapPoint> {
        let corners = [(0.0, 0.0), (side, 0.0), (side, side), (0.0, side), (0.0, 0.0)];
        corners.iter().map(|(x, y)| MapPoint::new(west + x, south + y)).collect()
    }

    fn shapes() -> Shapes {
        let mut shapes = Shapes::default();
        shapes.push([square(0.0, 0.0, 30.0), square(10.0, 10.0, 10.0)]);
        shapes.push([square(10.0, 10.0, 10.0)]);
        shapes
    }

    #[test]
    fn a_point_in_a_hole_belongs_to_the_enclave() {
        assert_eq!(shapes().at(MapPoint::new(5.0, 5.0)), Some(0));
        assert_eq!(shapes().at(MapPoint::new(15.0, 15.0)), Some(1));
        assert_eq!(shapes().at(MapPoint::new(35.0, 15.0)), None);
    }

    #[test]
    fn an_anchor_is_inside_even_where_the_centroid_is_not() {
        let shapes = shapes();
        assert!(shapes.contains(0, shapes.anchor(0)));
        let mut horseshoe = Shapes::default();
        let points = [
            (0., 0.),
            (30., 0.),
            (30., 30.),
            (20., 30.),
            (20., 5.),
            (10., 5.),
            (10., 30.),
            (0., 30.),
            (0., 0.),
        ];
        horseshoe.push([points.iter().map(|&(x, y)| MapPoint::new(x, y)).collect()]);
        assert!(horseshoe.contains(0, horseshoe.anchor(0)));
    }
}
