//! One simplification weight per vertex, for the whole coverage at once.
//!
//! Visvalingam and Whyatt's rule: the vertex whose triangle with its two neighbours has the least
//! area goes first. Three things make it fit for a coverage:
//! - arcs are simplified, not polygons, so a shared border stays shared;
//! - a vertex stays as long as another vertex lies in its triangle, so no border ever sweeps over
//!   another one. The coverage is therefore valid after *each* removal, hence at every tolerance;
//! - a vertex stays as long as its triangle would bring the area of a face too far from its own,
//!   so small territories keep their size on small maps.
//!
//! # Source
//! M. Visvalingam and J. D. Whyatt, *Line generalisation by repeated elimination of points*,
//! The Cartographic Journal 30 (1993).

use super::area_budget::AreaBudget;
use super::index::VertexIndex;
use crate::topology::arcs::{Arc, VertexRef};
use crate::topology::grid::{EqualAreaPoint, GridPoint, equal_area, ring_m2, triangle_m2};
use crate::topology::predicates::is_in_triangle;
use crate::topology::segments::Face;
use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashMap, HashSet};

/// The factor that raises the area of a blocked vertex before it is tried again.
const RETRY_FACTOR: f64 = 1.5;

/// The share of its area that a face may gain or lose: 1.5 %, so that 2 % can be promised to those
/// who measure the served files.
pub const AREA_CHANGE_LIMIT: f64 = 0.015;

/// Above this area, in square metres, nothing is left out any more: no map is that small.
const LARGEST_AREA_M2: f64 = 1e10;

/// Gives every vertex of `arcs` its weight: the square root of the effective area, in metres.
///
/// Weights never decrease in the order of removal, so "keep every vertex that weighs more than the
/// tolerance" is the state of the coverage at one moment of the process. Ends of arcs never go; a
/// closed arc keeps three vertices; two arcs never fall onto the same straight line. A closed arc
/// between one face and the outside gets an arc weight when that face has a larger ring elsewhere.
///
/// O(n log n) for the evenly spread vertices of a map.
pub fn weigh(arcs: &mut [Arc]) {
    let mut sweep = Sweep::new(arcs);
    let mut reached_m2: f64 = 0.0;
    while let Some(Candidate { area_m2, vertex, version, .. }) = sweep.heap.pop().map(|next| next.0)
    {
        if version != sweep.vertices[vertex].version || area_m2 > LARGEST_AREA_M2 {
            continue;
        }
        let VertexRef { arc, vertex: position } = sweep.vertices[vertex].reference;
        let faces = [arcs[arc].left, arcs[arc].right];
        if sweep.may_go(vertex) && sweep.budget.try_triangle(faces, sweep.signed_area_m2(vertex)) {
            reached_m2 = reached_m2.max(area_m2);
            arcs[arc].weights_m[position] = reached_m2.sqrt() as f32;
            sweep.remove(vertex);
        } else {
            sweep.push(vertex, area_m2 * RETRY_FACTOR);
        }
    }
    weigh_islets(arcs);
}

/// Lets the small rings of a face go as a whole where a larger one remains.
fn weigh_islets(arcs: &mut [Arc]) {
    let mut largest: HashMap<Face, (f64, usize)> = HashMap::new();
    let is_islet = |arc: &Arc| arc.is_closed() && (arc.left.is_none() || arc.right.is_none());
    for (index, arc) in arcs.iter().enumerate() {
        // A face with a border of several arcs is larger than any of its islets, or might be.
        let area_m2 = if is_islet(arc) { ring_m2(&arc.points).abs() } else { f64::INFINITY };
        for face in [arc.left, arc.right] {
            let entry = largest.entry(face).or_insert((area_m2, index));
            if area_m2 > entry.0 {
                *entry = (area_m2, index);
            }
        }
    }
    for (index, arc) in arcs.iter_mut().enumerate() {
        let face = arc.left.or(arc.right);
        if is_islet(arc) && largest.get(&face).is_some_and(|&(_, keeper)| keeper != index) {
            arc.arc_weight_m = ring_m2(&arc.points).abs().sqrt() as f32;
        }
    }
}

/// A vertex that may be left out, ordered by area, then by index, so that the result never depends
/// on chance.
#[derive(PartialEq)]
struct Candidate {
    area_m2: f64,
    vertex: usize,
    version: u32,
}

impl Eq for Candidate {}
impl Ord for Candidate {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.area_m2.total_cmp(&other.area_m2).then(self.vertex.cmp(&other.vertex))
    }
}
impl PartialOrd for Candidate {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

/// A vertex in the doubly linked list of its arc. The first and last of an arc link to themselves.
struct Vertex {
    point: GridPoint,
    projected: EqualAreaPoint,
    previous: usize,
    next: usize,
    reference: VertexRef,
    version: u32,
}

/// The process of leaving out, vertex after vertex.
struct Sweep {
    vertices: Vec<Vertex>,
    heap: BinaryHeap<Reverse<Candidate>>,
    index: VertexIndex,
    /// Arcs that have become one straight segment, by their ends in grid order.
    straight: HashSet<(GridPoint, GridPoint)>,
    budget: AreaBudget,
}

impl Sweep {
    fn new(arcs: &[Arc]) -> Self {
        let mut vertices = Vec::new();
        for (arc_index, arc) in arcs.iter().enumerate() {
            let first = vertices.len();
            let last = first + arc.points.len() - 1;
            for (position, &point) in arc.points.iter().enumerate() {
                let here = first + position;
                vertices.push(Vertex {
                    point,
                    projected: equal_area(point),
                    previous: here.saturating_sub(1).max(first),
                    next: (here + 1).min(last),
                    reference: VertexRef { arc: arc_index, vertex: position },
                    version: 0,
                });
            }
        }
        let index = VertexIndex::new(vertices.iter().map(|vertex| vertex.point));
        let straight = arcs
            .iter()
            .filter(|arc| arc.points.len() == 2)
            .map(|arc| in_grid_order(arc.points[0], arc.points[1]))
            .collect();
        let mut sweep = Self {
            vertices,
            heap: BinaryHeap::new(),
            index,
            straight,
            budget: AreaBudget::new(arcs, AREA_CHANGE_LIMIT),
        };
        for vertex in 0..sweep.vertices.len() {
            if sweep.is_inner(vertex) {
                sweep.push(vertex, sweep.area_m2(vertex));
            }
        }
        sweep
    }

    /// Whether the vertex is not an end of its arc.
    fn is_inner(&self, vertex: usize) -> bool {
        self.vertices[vertex].previous != vertex && self.vertices[vertex].next != vertex
    }

    fn area_m2(&self, vertex: usize) -> f64 {
        self.signed_area_m2(vertex).abs()
    }

    /// The area of the vertex' triangle, positive where the arc turns left.
    fn signed_area_m2(&self, vertex: usize) -> f64 {
        let Vertex { previous, next, projected, .. } = self.vertices[vertex];
        let neighbour = |index: usize| self.vertices[index].projected;
        triangle_m2(neighbour(previous), projected, neighbour(next))
    }

    fn push(&mut self, vertex: usize, area_m2: f64) {
        let version = self.vertices[vertex].version;
        // A blocked triangle without area would be tried again for ever.
        let area_m2 = area_m2.max(1.0);
        self.heap.push(Reverse(Candidate { area_m2, vertex, version }));
    }

    /// Whether the coverage stays valid without `vertex`.
    fn may_go(&self, vertex: usize) -> bool {
        let Vertex { previous, next, point, .. } = self.vertices[vertex];
        let (a, c) = (self.vertices[previous].point, self.vertices[next].point);
        let is_last_but_two_of_a_ring = self.vertices[self.vertices[next].next].point == a
            || self.vertices[self.vertices[previous].previous].point == c;
        if a == c || is_last_but_two_of_a_ring {
            return false;
        }
        let becomes_straight = !self.is_inner(previous) && !self.is_inner(next);
        if becomes_straight && self.straight.contains(&in_grid_order(a, c)) {
            return false;
        }
        !self.index.any_in_box_of([a, point, c], |other| {
            other != a && other != point && other != c && is_in_triangle([a, point, c], other)
        })
    }

    fn remove(&mut self, vertex: usize) {
        let Vertex { previous, next, point, .. } = self.vertices[vertex];
        self.index.remove(point);
        self.vertices[vertex].version += 1;
        self.vertices[previous].next = next;
        self.vertices[next].previous = previous;
        if !self.is_inner(previous) && !self.is_inner(next) {
            self.straight
                .insert(in_grid_order(self.vertices[previous].point, self.vertices[next].point));
        }
        for neighbour in [previous, next] {
            if self.is_inner(neighbour) {
                self.vertices[neighbour].version += 1;
                self.push(neighbour, self.area_m2(neighbour));
            }
        }
    }
}

/// Two ends, the lesser first.
fn in_grid_order(a: GridPoint, b: GridPoint) -> (GridPoint, GridPoint) {
    (a.min(b), a.max(b))
}
