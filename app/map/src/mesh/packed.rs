//! Arcs as small integers: what the page downloads.
//!
//! Vertices lie on a grid of `quantum_m` metres of the map plane and are written as steps from the
//! vertex before, column by column, so that a compressor finds like beside like. Arcs come in the
//! order of a walk, each where possible from where the last one ended.

use super::{Face, Mesh};
use crate::MapPoint;
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// What stands for the sea and abroad where faces are written as numbers; faces start at 1 there.
pub const OUTSIDE: u32 = 0;

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

/// The arcs of a mesh, packed.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PackedMesh {
    /// Metres of the map plane per step of the grid.
    pub quantum_m: u32,
    /// How many faces there are.
    pub face_count: u32,
    /// How many vertices each arc has.
    pub counts: Vec<u32>,
    /// The face on the left of each arc, plus one ([`OUTSIDE`] for none), as steps from arc to arc.
    pub left: Vec<i32>,
    /// The face on the right.
    pub right: Vec<i32>,
    /// Steps to the east, vertex after vertex, through all arcs.
    pub east: Vec<i32>,
    /// Steps to the north.
    pub north: Vec<i32>,
}

type Node = (i32, i32);

impl PackedMesh {
    /// Packs arcs. Vertices are moved to the grid, by half a quantum at the most in each direction;
    /// those that fall onto the vertex before are left out.
    pub fn pack(face_count: usize, quantum_m: u32, arcs: &[RawArc]) -> Self {
        let mut packed = Self { quantum_m, face_count: face_count as u32, ..Self::default() };
        let lines: Vec<Vec<Node>> = arcs.iter().map(|arc| packed.on_grid(arc)).collect();
        let (mut at, mut faces): (Node, (i32, i32)) = ((0, 0), (0, 0));
        for (number, is_against) in walk(&lines) {
            let arc = &arcs[number];
            let (mut left, mut right) = (arc.left, arc.right);
            let mut line = lines[number].clone();
            if is_against {
                line.reverse();
                (left, right) = (right, left);
            }
            packed.counts.push(line.len() as u32);
            for (column, last, face) in
                [(&mut packed.left, &mut faces.0, left), (&mut packed.right, &mut faces.1, right)]
            {
                let number = face.map_or(OUTSIDE, |face| face + 1) as i32;
                column.push(number - std::mem::replace(last, number));
            }
            for point in line {
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
    /// A sentence, when the columns do not fit each other.
    pub fn unpack(&self) -> Result<Mesh, String> {
        let vertices: usize = self.counts.iter().map(|&count| count as usize).sum();
        let arcs = self.counts.len();
        let fits = [self.left.len(), self.right.len()] == [arcs, arcs]
            && [self.east.len(), self.north.len()] == [vertices, vertices];
        if !fits {
            return Err("les colonnes des tracés n’ont pas la même longueur".to_owned());
        }
        let mut steps = self.east.iter().zip(&self.north);
        let (mut east, mut north, mut left, mut right): (i32, i32, i32, i32) = (0, 0, 0, 0);
        let face = |number: i32| {
            let face = u32::try_from(number).ok()?.checked_sub(1)?;
            (face < self.face_count).then_some(face)
        };
        let arcs: Vec<RawArc> = (0..arcs)
            .map(|arc| {
                let own = steps.by_ref().take(self.counts[arc] as usize);
                let points = own.map(|(step_east, step_north)| {
                    east = east.wrapping_add(*step_east);
                    north = north.wrapping_add(*step_north);
                    let metres = |steps: i32| f64::from(steps) * f64::from(self.quantum_m);
                    MapPoint::new(metres(east), metres(north))
                });
                let points = points.collect();
                left = left.wrapping_add(self.left[arc]);
                right = right.wrapping_add(self.right[arc]);
                RawArc { points, left: face(left), right: face(right) }
            })
            .collect();
        Ok(Mesh::new(self.face_count as usize, &arcs))
    }

    fn on_grid(&self, arc: &RawArc) -> Vec<Node> {
        let step = |metres: f64| (metres / f64::from(self.quantum_m)).round() as i32;
        let mut line: Vec<Node> =
            arc.points.iter().map(|point| (step(point.x), step(point.y))).collect();
        let last = line.last().copied();
        line.dedup();
        // A line keeps two ends, however short.
        line.extend(last.filter(|_| line.len() == 1));
        line
    }
}

/// An order of all lines, each along or against, that goes on where the last one ended if it can.
fn walk(lines: &[Vec<Node>]) -> Vec<(usize, bool)> {
    let mut touching: HashMap<Node, Vec<(usize, bool)>> = HashMap::new();
    for (number, line) in lines.iter().enumerate() {
        if let (Some(&first), Some(&last)) = (line.first(), line.last()) {
            touching.entry(first).or_default().push((number, false));
            touching.entry(last).or_default().push((number, true));
        }
    }
    let mut is_used = vec![false; lines.len()];
    let mut order = Vec::with_capacity(lines.len());
    for start in 0..lines.len() {
        let mut next = (!is_used[start] && !lines[start].is_empty()).then_some((start, false));
        while let Some((number, is_against)) = next {
            is_used[number] = true;
            order.push((number, is_against));
            let end = if is_against { lines[number].first() } else { lines[number].last() };
            let ways = end.and_then(|end| touching.get(end)).into_iter().flatten();
            next = ways.copied().find(|&(number, _)| !is_used[number]);
        }
    }
    order
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
        let jumps = packed.east.iter().zip(&packed.north).filter(|step| *step == (&0, &0)).count();
        assert_eq!(jumps, 2, "the second and the third arc start at the end of another");
    }

    #[test]
    fn vertices_closer_than_the_grid_become_one() {
        let short = arc(&[(0., 0.), (1., 1.), (2., 0.)], Some(0), None);
        let packed = PackedMesh::pack(1, 10, &[short]);
        assert_eq!(packed.counts, [2]);
    }

    #[test]
    fn columns_that_do_not_fit_are_refused() {
        let mut packed = PackedMesh::pack(3, 10, &raw());
        packed.north.pop();
        assert!(packed.unpack().is_err());
    }
}
