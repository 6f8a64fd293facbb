//! Packed meshes: arcs as small integers, for the files that the page downloads.
//!
//! Vertices lie on a grid of `quantum_m` metres of the map plane and are delta-encoded column by column,
//! so that a compressor finds like beside like. Arcs come face by face, each with its face on the left
//! and where possible from where the last one ended: so the left face hardly ever changes, and most
//! arcs need no first vertex.

use super::table::{Face, Mesh, RawArc};
use crate::MapPoint;
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::HashSet;

/// The number of the sea and of foreign countries in packed columns; faces start at 1 there.
const OUTSIDE: u32 = 0;

/// The arcs of a mesh, packed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackedMesh {
    /// Metres of the map plane between two lines of the grid.
    pub quantum_m: u32,
    /// Number of faces.
    pub face_count: u32,
    /// By arc, twice its number of vertices; plus one for an arc that does not begin where the one before
    /// it ended. The others take their first vertex from there.
    pub counts: Vec<u32>,
    /// The face on the left of each arc, plus one (0 for the sea and foreign countries), delta-encoded.
    pub left: Vec<i32>,
    /// The face on the right, as the difference from that on the left.
    pub right: Vec<i32>,
    /// Eastings in grid lines, vertex after vertex through all arcs, delta-encoded.
    pub east: Vec<i32>,
    /// Northings, likewise.
    pub north: Vec<i32>,
}

/// The columns of a packed mesh do not fit each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected one face on each side of every arc, and two coordinates for every vertex")]
pub struct UnpackError;

type Node = (i32, i32);

impl PackedMesh {
    /// Packs arcs. Vertices are moved to the grid, by half a quantum at the most in each direction;
    /// those that fall onto the vertex before are left out.
    pub fn pack(face_count: usize, quantum_m: u32, arcs: &[RawArc]) -> Self {
        let mut packed = Self { quantum_m, face_count: face_count as u32, ..Self::default() };
        let lines: Vec<Vec<Node>> = arcs.iter().map(|arc| packed.on_grid(arc)).collect();
        let number_of = |face: Option<Face>| face.map_or(OUTSIDE, |face| face + 1) as i32;
        let (mut at, mut last_left): (Node, i32) = ((0, 0), 0);
        for Side { arc, is_reversed } in walk(arcs, &lines) {
            let (mut left, mut right) = (number_of(arcs[arc].left), number_of(arcs[arc].right));
            let mut line = lines[arc].clone();
            if is_reversed {
                line.reverse();
                (left, right) = (right, left);
            }
            packed.left.push(left - std::mem::replace(&mut last_left, left));
            packed.right.push(right - left);
            let goes_on = line.first() == Some(&at);
            packed.counts.push((line.len() as u32) << 1 | u32::from(!goes_on));
            for point in line.into_iter().skip(usize::from(goes_on)) {
                packed.east.push(point.0 - at.0);
                packed.north.push(point.1 - at.1);
                at = point;
            }
        }
        packed
    }

    /// The mesh.
    ///
    /// # Errors
    /// [`UnpackError`] when the columns do not fit each other.
    pub fn unpack(&self) -> Result<Mesh, UnpackError> {
        let arcs = self.counts.len();
        let written =
            |&count: &u32| (count >> 1).saturating_sub(u32::from(count & 1 == 0)) as usize;
        let vertices: usize = self.counts.iter().map(written).sum();
        let fits = [self.left.len(), self.right.len()] == [arcs, arcs]
            && [self.east.len(), self.north.len()] == [vertices, vertices];
        if !fits {
            return Err(UnpackError);
        }
        let metres = |lines: i32| f64::from(lines) * f64::from(self.quantum_m);
        let face = |number: i32| {
            let face = u32::try_from(number).ok()?.checked_sub(1)?;
            (face < self.face_count).then_some(face)
        };
        let mut deltas = self.east.iter().zip(&self.north);
        let ((mut east, mut north), mut left): (Node, i32) = ((0, 0), 0);
        let unpacked = |arc: usize| {
            let count = &self.counts[arc];
            let mut points = Vec::with_capacity((count >> 1) as usize);
            if count & 1 == 0 {
                points.push(MapPoint::new(metres(east), metres(north)));
            }
            points.extend(deltas.by_ref().take(written(count)).map(|(to_east, to_north)| {
                east = east.wrapping_add(*to_east);
                north = north.wrapping_add(*to_north);
                MapPoint::new(metres(east), metres(north))
            }));
            left = left.wrapping_add(self.left[arc]);
            RawArc { points, left: face(left), right: face(left.wrapping_add(self.right[arc])) }
        };
        let arcs: Vec<RawArc> = (0..arcs).map(unpacked).collect();
        Ok(Mesh::new(self.face_count as usize, &arcs))
    }

    fn on_grid(&self, arc: &RawArc) -> Vec<Node> {
        let nearest = |metres: f64| (metres / f64::from(self.quantum_m)).round() as i32;
        let mut line: Vec<Node> =
            arc.points.iter().map(|point| (nearest(point.x), nearest(point.y))).collect();
        let last = line.last().copied();
        line.dedup();
        // A line keeps two ends, however short.
        line.extend(last.filter(|_| line.len() == 1));
        line
    }
}

/// A line seen from one of its sides.
#[derive(Clone, Copy)]
struct Side {
    arc: usize,
    is_reversed: bool,
}

impl Side {
    fn ends(self, lines: &[Vec<Node>]) -> Option<(Node, Node)> {
        let line = &lines[self.arc];
        let (first, last) = (*line.first()?, *line.last()?);
        Some(if self.is_reversed { (last, first) } else { (first, last) })
    }
}

/// An order of all lines: face by face, each line once, with the face on its left; each where
/// possible from where the last one ended, or else from the nearest node where a run of lines
/// begins.
fn walk(arcs: &[RawArc], lines: &[Vec<Node>]) -> Vec<Side> {
    let mut order = Vec::with_capacity(arcs.len());
    let mut is_used = vec![false; arcs.len()];
    let mut at = (0, 0);
    for mut around in sides(arcs) {
        around.retain(|side| !is_used[side.arc]);
        let ends: HashSet<Node> =
            around.iter().filter_map(|side| Some(side.ends(lines)?.1)).collect();
        let nearness = |side: Side, at: Node| {
            let start = side.ends(lines).map_or(at, |(start, _)| start);
            let [east, north] = [(start.0, at.0), (start.1, at.1)]
                .map(|(to, from)| i64::from(to) - i64::from(from));
            (start == at, !ends.contains(&start), Reverse(east * east + north * north))
        };
        while let Some(best) = (0..around.len()).max_by_key(|&one| nearness(around[one], at)) {
            let side = around.swap_remove(best);
            // An arc with one face on both of its sides comes twice.
            if !std::mem::replace(&mut is_used[side.arc], true) {
                at = side.ends(lines).map_or(at, |(_, end)| end);
                order.push(side);
            }
        }
    }
    order
}

/// By face, the arcs around it, each with the face on its left; those without any face at the end.
fn sides(arcs: &[RawArc]) -> Vec<Vec<Side>> {
    let faces = arcs.iter().flat_map(|arc| [arc.left, arc.right]).flatten();
    let beyond = faces.max().map_or(0, |face| face as usize + 1);
    let mut sides = vec![Vec::new(); beyond + 1];
    for (number, arc) in arcs.iter().enumerate() {
        let side = |is_reversed| Side { arc: number, is_reversed };
        match (arc.left, arc.right) {
            (None, None) => sides[beyond].push(side(false)),
            (left, right) => {
                for (face, is_reversed) in [(left, false), (right, true)] {
                    if let Some(face) = face {
                        sides[face as usize].push(side(is_reversed));
                    }
                }
            }
        }
    }
    sides
}

#[cfg(test)]
mod tests {
    use super::super::tests::{arc, squares};
    use super::*;

    fn raw() -> Vec<RawArc> {
        let mesh = squares();
        let raw = |arc: &super::super::Arc| RawArc {
            points: mesh.points(arc).to_vec(),
            left: arc.left,
            right: arc.right,
        };
        mesh.arcs().iter().map(raw).collect()
    }

    #[test]
    fn what_lies_on_the_grid_comes_back_as_it_was() {
        let mesh = PackedMesh::pack(3, 10, &raw()).unpack().unwrap();
        assert_eq!(mesh.arcs().len(), 4);
        for face in 0..3 {
            assert_eq!(mesh.bounds_of(face), squares().bounds_of(face));
            assert_eq!(mesh.arcs_of(face).count(), squares().arcs_of(face).count());
        }
    }

    #[test]
    fn arcs_go_on_where_the_last_one_ended() {
        let packed = PackedMesh::pack(3, 10, &raw());
        let jumps = packed.counts.iter().filter(|&count| count & 1 == 1).count();
        assert_eq!(jumps, 2, "a square, what its neighbour has more than it, and an island");
        let whole: usize = raw().iter().map(|arc| arc.points.len()).sum();
        assert_eq!(packed.east.len(), whole - (packed.counts.len() - jumps));
    }

    #[test]
    fn each_arc_has_its_face_on_the_left() {
        let packed = PackedMesh::pack(3, 10, &raw());
        let mut left = 0;
        let faces = packed.left.iter().map(|delta| {
            left += delta;
            left
        });
        let faces: Vec<i32> = faces.collect();
        assert!(faces.is_sorted() && faces[0] == 1, "{faces:?}");
    }

    #[test]
    fn vertices_closer_than_the_grid_become_one() {
        let short = arc(&[(0., 0.), (1., 1.), (2., 0.)], Some(0), None);
        let packed = PackedMesh::pack(1, 10, &[short]);
        assert_eq!(packed.counts, [2 << 1], "two vertices, from where the walk begins");
    }

    #[test]
    fn columns_that_do_not_fit_are_refused() {
        let mut packed = PackedMesh::pack(3, 10, &raw());
        packed.north.pop();
        assert_eq!(packed.unpack().err(), Some(UnpackError));
    }
}
