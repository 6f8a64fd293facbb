//! A coverage: its arcs, each once, with a face on each side.

use super::arcs::{Arc, chain};
use super::grid::GridPoint;
use super::segments::{CoverageError, Polygon, Segment, segments_between_faces};
use super::simplify;
use std::collections::{BTreeMap, HashSet};

/// A coverage as the table of its arcs. Faces are numbered from 0.
///
/// # Example
/// Two squares side by side share one of their three arcs; together they are one rectangle.
/// ```
/// use geodata::topology::{GridPoint, Polygon, Topology, signed_area};
///
/// let square = |west: i32| -> Polygon {
///     let corners = [(0, 0), (10, 0), (10, 10), (0, 10), (0, 0)];
///     vec![corners.map(|(lon, lat)| GridPoint::new(west + lon, lat)).to_vec()]
/// };
/// let topology = Topology::from_polygons([(0, &square(0)), (1, &square(10))]).unwrap();
/// let is_shared = |arc: &&geodata::topology::Arc| arc.left.is_some() && arc.right.is_some();
/// assert_eq!(topology.arcs.len(), 3);
/// assert_eq!(topology.arcs.iter().filter(is_shared).count(), 1);
///
/// let whole = topology.dissolve(|_| true, 0.0);
/// assert_eq!(whole.len(), 1);
/// assert_eq!(signed_area(&whole[0][0]), 2 * 200, "twice the area, in grid steps");
/// ```
#[derive(Clone, Debug, PartialEq)]
pub struct Topology {
    /// The arcs, in a fixed order.
    pub arcs: Vec<Arc>,
}

impl Topology {
    /// The topology of polygons with their faces; several polygons may belong to one face.
    ///
    /// # Errors
    /// [`CoverageError`] where polygons overlap.
    pub fn from_polygons<'a>(
        polygons: impl IntoIterator<Item = (u32, &'a Polygon)>,
    ) -> Result<Self, CoverageError> {
        Ok(Self { arcs: chain(&segments_between_faces(polygons)?) })
    }

    /// The same area with coarser faces: `cell_of` gives each face its cell. Borders inside a
    /// cell vanish, the others are chained again and weighed again from the vertices at hand, so
    /// that a vertex where only *inner* borders met can be left out like any other. An islet that
    /// was the largest ring of a face here stays at every tolerance there: it is a whole commune.
    #[must_use]
    pub fn merged(&self, cell_of: impl Fn(u32) -> u32) -> Self {
        let mut segments: Vec<Segment> = self
            .arcs
            .iter()
            .flat_map(Arc::segments)
            .map(|segment| Segment {
                left: segment.left.map(&cell_of),
                right: segment.right.map(&cell_of),
                ..segment
            })
            .filter(|segment| segment.left != segment.right)
            .collect();
        segments.sort_unstable_by_key(|segment| (segment.start, segment.end));
        let mut merged = Self { arcs: chain(&segments) };
        merged.weigh();
        let largest = self.arcs.iter().filter(|arc| arc.arc_weight_m.is_infinite());
        let largest: HashSet<GridPoint> =
            largest.flat_map(|arc| arc.points.iter().copied()).collect();
        for islet in merged.arcs.iter_mut().filter(|arc| arc.arc_weight_m.is_finite()) {
            if islet.points.iter().any(|point| largest.contains(point)) {
                islet.arc_weight_m = f32::INFINITY;
            }
        }
        merged
    }

    /// Gives every vertex its simplification weight. See `simplify`.
    pub fn weigh(&mut self) {
        simplify::weigh(&mut self.arcs);
    }

    /// The same coverage, simplified to `tolerance_m`.
    #[must_use]
    pub fn simplified(&self, tolerance_m: f32) -> Self {
        self.simplified_with_islets(tolerance_m, tolerance_m)
    }

    /// The same, with another tolerance for whole islets.
    #[must_use]
    pub fn simplified_with_islets(&self, tolerance_m: f32, islet_tolerance_m: f32) -> Self {
        let keep = |arc: &Arc| {
            let is_kept = |&(_, &weight_m): &(&GridPoint, &f32)| weight_m > tolerance_m;
            let (points, weights_m) = arc.points.iter().zip(&arc.weights_m).filter(is_kept).unzip();
            Arc { points, weights_m, ..*arc }
        };
        let kept = self.arcs.iter().filter(|arc| arc.arc_weight_m > islet_tolerance_m);
        Self { arcs: kept.map(keep).collect() }
    }

    /// The area of every face in square metres, with all the vertices at hand.
    pub fn face_areas_m2(&self) -> BTreeMap<u32, f64> {
        simplify::face_areas_m2(&self.arcs)
    }

    /// How many vertices the arcs have, ends included.
    pub fn vertex_count(&self) -> usize {
        self.arcs.iter().map(|arc| arc.points.len()).sum()
    }
}
