//! Fewer decimals without a crossing: vertices move to a coarser grid where they can.
//!
//! A vertex moves with all the segments that meet in it. It may move where no border then crosses
//! or touches another one, where it passes over no vertex, and where every face keeps its area
//! within the limit of the simplification. So the coverage stays valid after *each* move, and the
//! few vertices that may not move stay where they are.

use super::area_budget::AreaBudget;
use super::index::VertexIndex;
use super::weight::AREA_CHANGE_LIMIT;
use crate::topology::arc_table::Topology;
use crate::topology::arcs::{Arc, VertexRef};
use crate::topology::grid::{GridPoint, equal_area, sector_m2, turn};
use crate::topology::predicates::{is_in_triangle, meet};
use std::collections::{BTreeMap, HashMap};

/// Grid steps per bucket of segments, as a power of two: 2¹¹ steps are about 2 km.
const BUCKET_BITS: u32 = 11;

impl Topology {
    /// This coverage with its vertices on multiples of the first of `spacings` (in grid steps) that
    /// they may go to; where there is none they stay. `reference` is the same coverage with all its
    /// vertices, for the areas.
    #[must_use]
    pub fn snapped(&self, reference: &Self, spacings: &[i32]) -> Self {
        let mut snapping = Snapping::new(&reference.arcs, self.arcs.clone(), spacings);
        let vertices: Vec<GridPoint> = snapping.vertices.keys().copied().collect();
        for vertex in vertices {
            let mut goals = spacings.iter().map(|&spacing| nearest_multiple(vertex, spacing));
            goals.find(|&goal| snapping.try_move(vertex, goal));
        }
        Self { arcs: snapping.arcs }
    }
}

fn nearest_multiple(point: GridPoint, spacing: i32) -> GridPoint {
    let round = |value: i32| (value + spacing / 2).div_euclid(spacing) * spacing;
    GridPoint::new(round(point.lon), round(point.lat))
}

struct Snapping {
    arcs: Vec<Arc>,
    /// By position, the ends of arcs and the inner vertices that stand there.
    vertices: BTreeMap<GridPoint, Vec<VertexRef>>,
    remaining: VertexIndex,
    /// By bucket, the segments that are there or may come there, by the vertex where they start.
    segments: HashMap<(i32, i32), Vec<VertexRef>>,
    budget: AreaBudget,
}

impl Snapping {
    fn new(reference: &[Arc], arcs: Vec<Arc>, spacings: &[i32]) -> Self {
        let reach = spacings.iter().copied().max().unwrap_or(0);
        let mut vertices: BTreeMap<GridPoint, Vec<VertexRef>> = BTreeMap::new();
        let mut segments: HashMap<(i32, i32), Vec<VertexRef>> = HashMap::new();
        for (number, arc) in arcs.iter().enumerate() {
            let reference = |vertex| VertexRef { arc: number, vertex };
            for (vertex, &point) in arc.points.iter().enumerate() {
                vertices.entry(point).or_default().push(reference(vertex));
            }
            for (vertex, side) in arc.points.windows(2).enumerate() {
                for bucket in buckets(side[0], side[1], reach) {
                    segments.entry(bucket).or_default().push(reference(vertex));
                }
            }
        }
        let remaining = VertexIndex::new(vertices.keys().copied());
        let budget = AreaBudget::since(reference, &arcs, AREA_CHANGE_LIMIT);
        Self { arcs, vertices, remaining, segments, budget }
    }

    /// Moves a vertex if it may; returns whether it is there now.
    fn try_move(&mut self, from: GridPoint, to: GridPoint) -> bool {
        if from == to {
            return true;
        }
        let around = self.around(from);
        let may_go = !self.vertices.contains_key(&to)
            && self.passes_no_vertex(from, to, &around)
            && self.crosses_nothing(from, to, &around)
            && self.turns_no_triangle_over(from, to, &around)
            && self.budget.try_gains(&self.gains(from, to));
        if may_go {
            let moved = self.vertices.remove(&from).unwrap_or_default();
            for &VertexRef { arc, vertex } in &moved {
                self.arcs[arc].points[vertex] = to;
            }
            self.vertices.insert(to, moved);
            self.remaining.remove(from);
            self.remaining.insert(to);
        }
        may_go
    }

    /// The other ends of the segments that meet in a vertex.
    fn around(&self, center: GridPoint) -> Vec<GridPoint> {
        let ends = self.vertices[&center].iter().flat_map(|&VertexRef { arc, vertex }| {
            let points = &self.arcs[arc].points;
            let before = vertex.checked_sub(1).map(|before| points[before]);
            before.into_iter().chain(points.get(vertex + 1).copied())
        });
        ends.filter(|&end| end != center).collect()
    }

    /// Whether no vertex lies in a triangle that a segment sweeps over.
    fn passes_no_vertex(&self, from: GridPoint, to: GridPoint, around: &[GridPoint]) -> bool {
        around.iter().all(|&end| {
            let corners = [from, to, end];
            let in_the_way =
                |point: GridPoint| point != from && point != end && is_in_triangle(corners, point);
            !self.remaining.any_in_box_of(corners, in_the_way)
        })
    }

    /// Whether the segments from the new position meet no other one but in a common end.
    fn crosses_nothing(&self, from: GridPoint, to: GridPoint, around: &[GridPoint]) -> bool {
        around.iter().all(|&end| {
            let near = buckets(to, end, 0).filter_map(|bucket| self.segments.get(&bucket));
            near.flatten().all(|&VertexRef { arc, vertex }| {
                let points = &self.arcs[arc].points;
                let moved = |point: GridPoint| if point == from { to } else { point };
                let (a, b) = (moved(points[vertex]), moved(points[vertex + 1]));
                let is_itself = (a, b) == (to, end) || (a, b) == (end, to);
                is_itself || !meet([to, end], [a, b])
            })
        })
    }

    /// Whether every ring of three vertices keeps its direction: the one way in which a ring can be
    /// turned over without a crossing. Such a ring may be made of several arcs.
    fn turns_no_triangle_over(&self, from: GridPoint, to: GridPoint, around: &[GridPoint]) -> bool {
        around.iter().enumerate().all(|(number, &one)| {
            let joined = self.around(one);
            around[number + 1..]
                .iter()
                .filter(|&other| joined.contains(other))
                .all(|&other| turn(from, one, other).signum() == turn(to, one, other).signum())
        })
    }

    /// The area that each face gains when a vertex moves, in square metres.
    fn gains(&self, from: GridPoint, to: GridPoint) -> Vec<(u32, f64)> {
        let mut gains: BTreeMap<u32, f64> = BTreeMap::new();
        let sector = |a: GridPoint, b: GridPoint| sector_m2(equal_area(a), equal_area(b));
        for &VertexRef { arc, vertex } in &self.vertices[&from] {
            let arc = &self.arcs[arc];
            let mut change = 0.0;
            if let Some(before) = vertex.checked_sub(1).map(|before| arc.points[before]) {
                change += sector(before, to) - sector(before, from);
            }
            if let Some(&after) = arc.points.get(vertex + 1) {
                change += sector(to, after) - sector(from, after);
            }
            for (face, sign) in [(arc.left, 1.0), (arc.right, -1.0)] {
                if let Some(face) = face {
                    *gains.entry(face).or_default() += sign * change;
                }
            }
        }
        gains.into_iter().collect()
    }
}

/// The buckets that the box of a segment touches, with `reach` grid steps around it.
fn buckets(a: GridPoint, b: GridPoint, reach: i32) -> impl Iterator<Item = (i32, i32)> {
    let range =
        move |a: i32, b: i32| (a.min(b) - reach) >> BUCKET_BITS..=(a.max(b) + reach) >> BUCKET_BITS;
    let rows = range(a.lat, b.lat);
    range(a.lon, b.lon).flat_map(move |column| rows.clone().map(move |row| (column, row)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arc(points: &[(i32, i32)]) -> Arc {
        let points: Vec<GridPoint> =
            points.iter().map(|&(lon, lat)| GridPoint::new(lon, lat)).collect();
        Arc {
            left: None,
            right: None,
            weights_m: vec![f32::INFINITY; points.len()],
            points,
            arc_weight_m: f32::INFINITY,
        }
    }

    fn snapped(arcs: Vec<Arc>, spacings: &[i32]) -> Vec<Arc> {
        let topology = Topology { arcs };
        topology.snapped(&topology, spacings).arcs
    }

    #[test]
    fn a_vertex_moves_with_all_its_segments() {
        let arcs = snapped(vec![arc(&[(0, 0), (104, 98)]), arc(&[(104, 98), (300, 0)])], &[100]);
        assert_eq!(arcs[0].points[1], GridPoint::new(100, 100));
        assert_eq!(arcs[1].points[0], GridPoint::new(100, 100));
    }

    #[test]
    fn a_vertex_with_another_one_in_its_way_stays_or_goes_less_far() {
        let lines = || vec![arc(&[(0, 0), (140, 10), (0, 20)]), arc(&[(160, 3), (120, 9)])];
        assert_eq!(snapped(lines(), &[100])[0].points[1], GridPoint::new(140, 10));
        assert_eq!(snapped(lines(), &[100, 20])[0].points[1], GridPoint::new(140, 20));
    }

    #[test]
    fn a_vertex_does_not_go_through_a_line() {
        // A long line between the vertex and where it would go; no vertex is near.
        let lines = vec![arc(&[(160, 0), (130, 20)]), arc(&[(110, -5_000), (111, 5_000)])];
        assert_eq!(snapped(lines, &[100])[0].points[1], GridPoint::new(130, 20));
    }

    #[test]
    fn a_triangle_is_not_turned_over() {
        // The tip would go to the other side of the base.
        let thin = arc(&[(0, 0), (300, 290), (160, 151), (0, 0)]);
        assert_eq!(snapped(vec![thin], &[100])[0].points[2], GridPoint::new(160, 151));
    }

    #[test]
    fn a_triangle_of_two_arcs_is_not_turned_over() {
        let arcs = vec![arc(&[(0, 0), (300, 290)]), arc(&[(300, 290), (160, 151), (0, 0)])];
        assert_eq!(snapped(arcs, &[100])[1].points[1], GridPoint::new(160, 151));
    }

    #[test]
    fn two_vertices_never_become_one() {
        let points = &snapped(vec![arc(&[(90, 0), (110, 0), (300, 40)])], &[100])[0].points;
        assert_ne!(points[0], points[1]);
    }

    #[test]
    fn a_face_keeps_its_area() {
        let square = |side| Arc {
            left: Some(0),
            ..arc(&[(0, 0), (side, 0), (side, side), (0, side), (0, 0)])
        };
        assert_eq!(snapped(vec![square(1_040)], &[100])[0].points[2], GridPoint::new(1_040, 1_040));
        assert_ne!(snapped(vec![square(9_010)], &[100])[0].points[2], GridPoint::new(9_010, 9_010));
    }

    #[test]
    fn multiples_are_found_on_both_sides_of_zero() {
        let nearest = |lon| nearest_multiple(GridPoint::new(lon, 0), 100).lon;
        assert_eq!([nearest(-149), nearest(-151), nearest(49), nearest(51)], [-100, -200, 0, 100]);
    }
}
