//! The table of a mesh: arcs, the faces on their sides, and the nodes where they meet, in flat arrays.

use crate::lean::{argsort, pack, sortable, sorted_by_key};
use crate::{MapBounds, MapPoint};

/// The index of a face. A side of an arc that may be the sea or a foreign country is an `Option<Face>`.
pub type Face = u32;

/// A polyline between two faces, on its own.
#[derive(Clone, Debug, PartialEq)]
pub struct RawArc {
    /// Its vertices, map metres; a closed arc repeats its first one.
    pub points: Vec<MapPoint>,
    /// The face on the left, seen from the first vertex.
    pub left: Option<Face>,
    /// The face on the right.
    pub right: Option<Face>,
}

/// A polyline between two faces, seen from its first vertex to its last.
#[derive(Clone, Copy, Debug)]
pub struct Arc {
    /// The face on the left.
    pub left: Option<Face>,
    /// The face on the right.
    pub right: Option<Face>,
    /// The rectangle around it.
    pub bounds: MapBounds,
    /// The range of its vertices in the table.
    pub(super) first: u32,
    pub(super) end: u32,
    /// The nodes that it joins.
    pub(super) nodes: [u32; 2],
}

/// Faces and the arcs between them. Every border is there once, whoever shares it.
///
/// # Example
/// ```
/// use map::MapPoint;
/// use map::mesh::{Mesh, RawArc};
///
/// let line = |points: &[(f64, f64)]| points.iter().map(|&(x, y)| MapPoint::new(x, y)).collect();
/// // A square of 90 metres, cut by its diagonal.
/// let mesh = Mesh::new(
///     2,
///     &[
///         RawArc { points: line(&[(0., 0.), (90., 90.)]), left: Some(0), right: Some(1) },
///         RawArc { points: line(&[(90., 90.), (0., 90.), (0., 0.)]), left: Some(0), right: None },
///         RawArc { points: line(&[(0., 0.), (90., 0.), (90., 90.)]), left: Some(1), right: None },
///     ],
/// );
/// assert!(mesh.contains(0, MapPoint::new(30.0, 60.0)));
/// assert!(mesh.contains(1, MapPoint::new(60.0, 30.0)));
/// assert_eq!(mesh.arcs_of(0).count(), 2);
/// ```
#[derive(Clone, Debug, Default)]
pub struct Mesh {
    pub(super) points: Vec<MapPoint>,
    pub(super) arcs: Vec<Arc>,
    pub(super) node_count: usize,
    /// By face, the end of its arcs in `face_arcs`.
    face_ends: Vec<u32>,
    face_arcs: Vec<u32>,
}

impl Mesh {
    /// The mesh of `face_count` faces with these arcs; faces with greater indexes are left out.
    pub fn new(face_count: usize, raw: &[RawArc]) -> Self {
        let mut mesh = Self::default();
        for arc in raw {
            let first = mesh.points.len() as u32;
            mesh.points.extend_from_slice(&arc.points);
            mesh.arcs.push(Arc {
                left: arc.left,
                right: arc.right,
                bounds: MapBounds::of(arc.points.iter().copied()),
                first,
                end: mesh.points.len() as u32,
                nodes: [0, 0],
            });
        }
        mesh.number_nodes();
        mesh.sort_arcs_by_face(face_count);
        mesh
    }

    /// The arcs.
    pub fn arcs(&self) -> &[Arc] {
        &self.arcs
    }

    /// The vertices of an arc, first to last, map metres.
    pub fn points(&self, arc: &Arc) -> &[MapPoint] {
        &self.points[arc.first as usize..arc.end as usize]
    }

    /// The number of faces.
    pub fn face_count(&self) -> usize {
        self.face_ends.len()
    }

    /// The arcs around a face.
    pub fn arcs_of(&self, face: Face) -> impl Iterator<Item = &Arc> {
        self.arc_indexes_of(face).iter().map(|&arc| &self.arcs[arc as usize])
    }

    /// The rectangle around a face.
    pub fn bounds_of(&self, face: Face) -> MapBounds {
        self.arcs_of(face).fold(MapBounds::EMPTY, |bounds, arc| bounds.union(arc.bounds))
    }

    /// Whether `point` lies inside `face` (even–odd rule over its arcs).
    pub fn contains(&self, face: Face, point: MapPoint) -> bool {
        let crosses = |side: &&[MapPoint]| is_crossed(point, side[0], side[1]);
        let near = self.arcs_of(face).filter(|arc| {
            arc.bounds.min.y <= point.y
                && point.y <= arc.bounds.max.y
                && point.x <= arc.bounds.max.x
        });
        near.map(|arc| self.points(arc).windows(2).filter(crosses).count()).sum::<usize>() % 2 == 1
    }

    /// A point well inside a set of faces, for a symbol or a name: the middle of its widest chord;
    /// `None` for an empty set.
    pub fn anchor(&self, faces: &[Face]) -> Option<MapPoint> {
        self.widest_chord(faces).map(|(middle, _)| middle)
    }

    /// The middle and the length, map metres, of the longest of the chords at three heights through
    /// a set of faces.
    pub(super) fn widest_chord(&self, faces: &[Face]) -> Option<(MapPoint, f64)> {
        let is_in = |face: Option<Face>| face.is_some_and(|face| faces.contains(&face));
        let edges: Vec<&Arc> = faces
            .iter()
            .flat_map(|&face| self.arcs_of(face))
            .filter(|arc| is_in(arc.left) != is_in(arc.right))
            .collect();
        let bounds = edges.iter().fold(MapBounds::EMPTY, |all, arc| all.union(arc.bounds));
        if bounds.is_empty() {
            return None;
        }
        // Three heights, so that one strait or one bay does not decide.
        [0.5, 0.38, 0.62]
            .into_iter()
            .filter_map(|part| self.longest_chord(&edges, bounds.min.y + part * bounds.height()))
            .max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The middle and the length of the longest chord between `edges` at height `y`.
    fn longest_chord(&self, edges: &[&Arc], y: f64) -> Option<(MapPoint, f64)> {
        let mut xs = Vec::new();
        for arc in edges.iter().filter(|arc| arc.bounds.min.y <= y && y <= arc.bounds.max.y) {
            for side in self.points(arc).windows(2) {
                let (a, b) = (side[0], side[1]);
                if (a.y > y) != (b.y > y) {
                    xs.push((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
                }
            }
        }
        let rising = sorted_by_key(&xs, |&x| sortable(x).into());
        let chords = rising
            .chunks_exact(2)
            .map(|ends| (MapPoint::new(f64::midpoint(ends[0], ends[1]), y), ends[1] - ends[0]));
        chords.max_by(|a, b| a.1.total_cmp(&b.1))
    }

    /// The indexes of the arcs around a face.
    pub(crate) fn arc_indexes_of(&self, face: Face) -> &[u32] {
        let face = face as usize;
        let first = if face == 0 { 0 } else { self.face_ends[face - 1] };
        &self.face_arcs[first as usize..self.face_ends[face] as usize]
    }

    /// Numbers the nodes: ends of arcs at one point are one node.
    fn number_nodes(&mut self) {
        let ends = self.arcs.iter().flat_map(|arc| {
            let points = self.points(arc);
            [points.first(), points.last()].map(|point| {
                let point = point.copied().unwrap_or_default();
                pack(point.x.to_bits(), point.y.to_bits())
            })
        });
        let keys: Vec<u128> = ends.collect();
        let mut before = None;
        for end in argsort(keys.iter().copied()) {
            if before != Some(keys[end]) {
                before = Some(keys[end]);
                self.node_count += 1;
            }
            self.arcs[end / 2].nodes[end % 2] = self.node_count as u32 - 1;
        }
    }

    fn sort_arcs_by_face(&mut self, face_count: usize) {
        let mut ends = vec![0u32; face_count];
        let sides = |arc: &Arc| [arc.left, arc.right].into_iter().flatten();
        for face in self.arcs.iter().flat_map(sides) {
            if let Some(count) = ends.get_mut(face as usize) {
                *count += 1;
            }
        }
        let mut sum = 0;
        for end in &mut ends {
            sum += *end;
            *end = sum;
        }
        let mut next: Vec<u32> = std::iter::once(0).chain(ends.iter().copied()).collect();
        let mut face_arcs = vec![0; sum as usize];
        for (number, arc) in self.arcs.iter().enumerate() {
            for face in sides(arc).filter(|&face| (face as usize) < face_count) {
                face_arcs[next[face as usize] as usize] = number as u32;
                next[face as usize] += 1;
            }
        }
        (self.face_ends, self.face_arcs) = (ends, face_arcs);
    }
}

/// Whether the side from `a` to `b` is crossed on the way from `point` straight to the east.
pub(crate) fn is_crossed(point: MapPoint, a: MapPoint, b: MapPoint) -> bool {
    (a.y > point.y) != (b.y > point.y)
        && point.x < (b.x - a.x) * (point.y - a.y) / (b.y - a.y) + a.x
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) fn at(x: f64, y: f64) -> MapPoint {
        MapPoint::new(x, y)
    }

    pub(crate) fn arc(points: &[(f64, f64)], left: Option<Face>, right: Option<Face>) -> RawArc {
        RawArc { points: points.iter().map(|&(x, y)| at(x, y)).collect(), left, right }
    }

    /// Two squares side by side, the left one with an enclave:
    /// face 0 from (0, 0) to (30, 30), face 1 from (30, 0) to (60, 30), face 2 inside face 0.
    pub(crate) fn squares() -> Mesh {
        Mesh::new(
            3,
            &[
                arc(&[(30., 0.), (30., 30.)], Some(0), Some(1)),
                arc(&[(30., 30.), (0., 30.), (0., 0.), (30., 0.)], Some(0), None),
                arc(&[(30., 0.), (60., 0.), (60., 30.), (30., 30.)], Some(1), None),
                arc(
                    &[(10., 10.), (20., 10.), (20., 20.), (10., 20.), (10., 10.)],
                    Some(2),
                    Some(0),
                ),
            ],
        )
    }

    #[test]
    fn a_point_in_an_enclave_belongs_to_the_enclave() {
        let mesh = squares();
        let inside =
            |x, y| (0..3).filter(|&face| mesh.contains(face, at(x, y))).collect::<Vec<_>>();
        assert_eq!(inside(5.0, 5.0), [0]);
        assert_eq!(inside(15.0, 15.0), [2]);
        assert_eq!(inside(45.0, 15.0), [1]);
        assert!(inside(75.0, 15.0).is_empty());
    }

    #[test]
    fn an_anchor_is_inside_its_faces_and_not_in_an_enclave() {
        let mesh = squares();
        let anchor = mesh.anchor(&[0]).unwrap();
        assert!(mesh.contains(0, anchor), "{anchor:?}");
        assert!(
            mesh.contains(0, mesh.anchor(&[0, 1]).unwrap())
                || mesh.contains(1, mesh.anchor(&[0, 1]).unwrap())
        );
        assert_eq!(mesh.anchor(&[]), None);
    }

    #[test]
    fn a_face_knows_its_arcs_and_its_rectangle() {
        let mesh = squares();
        assert_eq!(mesh.arcs_of(0).count(), 3);
        assert_eq!(mesh.bounds_of(1), MapBounds::new(at(30.0, 0.0), at(60.0, 30.0)));
    }
}
