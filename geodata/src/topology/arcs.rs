//! From segments to arcs: the polylines that two faces share, from node to node.
//!
//! A node is a vertex where the pair of faces changes or where more than two segments meet.
//! A border without any node (an island, an enclave) becomes one closed arc.

use super::grid::GridPoint;
use super::segments::{Face, Segment};
use std::collections::BTreeMap;

/// A polyline between two faces. `left` and `right` are seen from its first vertex to its last.
#[derive(Clone, Debug, PartialEq)]
pub struct Arc {
    /// The face on the left.
    pub left: Face,
    /// The face on the right.
    pub right: Face,
    /// The vertices; a closed arc repeats its first one at the end.
    pub points: Vec<GridPoint>,
    /// For each vertex, the tolerance in metres from which on it is left out; the ends of an arc
    /// are never left out (infinity).
    pub weights_m: Vec<f32>,
    /// The tolerance in metres from which on the whole arc is left out: finite for small islets.
    pub arc_weight_m: f32,
}

/// A vertex of a table of arcs.
#[derive(Clone, Copy, Debug)]
pub struct VertexRef {
    /// The index of its arc.
    pub arc: usize,
    /// Its index in the arc.
    pub vertex: usize,
}

impl Arc {
    /// Whether the arc is a ring of its own.
    pub fn is_closed(&self) -> bool {
        self.points.len() > 3 && self.points.first() == self.points.last()
    }

    /// The vertices that `tolerance_m` keeps, in order; none when the whole arc is left out.
    pub fn points_at(&self, tolerance_m: f32) -> impl Iterator<Item = GridPoint> + '_ {
        let is_kept = self.arc_weight_m > tolerance_m;
        self.points
            .iter()
            .zip(&self.weights_m)
            .filter(move |&(_, &weight_m)| is_kept && weight_m > tolerance_m)
            .map(|(&point, _)| point)
    }

    /// The segments of the arc, in grid order of their ends.
    pub fn segments(&self) -> impl Iterator<Item = Segment> + '_ {
        self.points.windows(2).map(|side| {
            let (left, right) = (self.left, self.right);
            if side[0] < side[1] {
                Segment { start: side[0], end: side[1], left, right }
            } else {
                Segment { start: side[1], end: side[0], left: right, right: left }
            }
        })
    }
}

/// Chains `segments` (each once, with its two faces) into arcs. Weights are infinite.
///
/// The result depends on the set of segments only, not on their order.
pub fn chain(segments: &[Segment]) -> Vec<Arc> {
    let walker = Walker::new(segments);
    let mut used = vec![false; segments.len()];
    let mut arcs = Vec::new();
    let nodes = walker.incident.iter().filter(|(_, around)| !walker.is_passage(around));
    let others = walker.incident.iter().filter(|(_, around)| walker.is_passage(around));
    for (&start, around) in nodes.chain(others) {
        for &first in around {
            if !used[first] {
                arcs.push(walker.walk(start, first, &mut used));
            }
        }
    }
    arcs
}

/// The segments around each vertex.
struct Walker<'a> {
    segments: &'a [Segment],
    incident: BTreeMap<GridPoint, Vec<usize>>,
}

impl<'a> Walker<'a> {
    fn new(segments: &'a [Segment]) -> Self {
        let mut incident: BTreeMap<GridPoint, Vec<usize>> = BTreeMap::new();
        for (index, segment) in segments.iter().enumerate() {
            incident.entry(segment.start).or_default().push(index);
            incident.entry(segment.end).or_default().push(index);
        }
        Self { segments, incident }
    }

    /// Whether a border only passes here: two segments between the same two faces.
    fn is_passage(&self, around: &[usize]) -> bool {
        let faces = |index: usize| {
            let Segment { left, right, .. } = self.segments[index];
            (left.min(right), left.max(right))
        };
        matches!(*around, [one, other] if faces(one) == faces(other))
    }

    /// Walks from `start` along segment `first` to the next node, or back to `start`.
    fn walk(&self, start: GridPoint, first: usize, used: &mut [bool]) -> Arc {
        let leaves_forwards = self.segments[first].start == start;
        let Segment { left, right, .. } = self.segments[first];
        let (left, right) = if leaves_forwards { (left, right) } else { (right, left) };
        let mut points = vec![start];
        let mut current = first;
        loop {
            used[current] = true;
            let segment = self.segments[current];
            let here =
                if points.last() == Some(&segment.start) { segment.end } else { segment.start };
            points.push(here);
            let around = &self.incident[&here];
            if here == start || !self.is_passage(around) {
                break;
            }
            current = if around[0] == current { around[1] } else { around[0] };
        }
        let weights_m = vec![f32::INFINITY; points.len()];
        Arc { left, right, points, weights_m, arc_weight_m: f32::INFINITY }
    }
}
