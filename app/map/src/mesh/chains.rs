//! Chains: arcs joined end to end into the rings around a set of faces, or into lines.

use super::{Arc, Face, Mesh};
use crate::MapBounds;

/// An arc seen from one side: as it is in the mesh, or reversed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DirectedArc(u32);

impl DirectedArc {
    fn forward(index: usize) -> Self {
        Self((index as u32) << 1)
    }

    fn reversed(index: usize) -> Self {
        Self((index as u32) << 1 | 1)
    }

    /// The index of the arc in the mesh.
    pub fn index(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether it runs from the last vertex of the arc to its first.
    pub fn is_reversed(self) -> bool {
        self.0 & 1 == 1
    }

    /// The node where it starts, and the one where it ends.
    fn nodes(self, mesh: &Mesh) -> [u32; 2] {
        let [from, to] = mesh.arcs[self.index()].nodes;
        if self.is_reversed() { [to, from] } else { [from, to] }
    }
}

/// Chains of arcs, in flat arrays. They hold indexes of arcs, not vertices.
///
/// # Example
/// ```
/// use map::MapPoint;
/// use map::mesh::{Chains, Mesh, RawArc};
///
/// let line = |points: &[(f64, f64)]| points.iter().map(|&(x, y)| MapPoint::new(x, y)).collect();
/// // Two triangles that share their longest side.
/// let mesh = Mesh::new(
///     2,
///     &[
///         RawArc { points: line(&[(0., 0.), (9., 9.)]), left: Some(0), right: Some(1) },
///         RawArc { points: line(&[(9., 9.), (0., 9.), (0., 0.)]), left: Some(0), right: None },
///         RawArc { points: line(&[(0., 0.), (9., 0.), (9., 9.)]), left: Some(1), right: None },
///     ],
/// );
/// let first = Chains::around(&mesh, |face| face == 0);
/// let (ring, _) = first.iter().next().unwrap();
/// assert_eq!(ring.len(), 2, "the shared side and the way back");
/// let borders = Chains::lines(&mesh, |arc| arc.left.is_some() && arc.right.is_some());
/// assert_eq!(borders.iter().count(), 1, "drawn once, whoever shares it");
/// ```
#[derive(Clone, Debug, Default)]
pub struct Chains {
    arcs: Vec<DirectedArc>,
    /// By chain, where its arcs end in `arcs`.
    ends: Vec<u32>,
    bounds: Vec<MapBounds>,
}

impl Chains {
    /// The rings around the faces for which `is_inside` holds, which lie on the left of each ring:
    /// outer rings turn counter-clockwise, holes clockwise. O(arcs).
    pub fn around(mesh: &Mesh, is_inside: impl Fn(Face) -> bool) -> Self {
        let is_in = |face: Option<Face>| face.is_some_and(&is_inside);
        let edges = mesh.arcs.iter().enumerate().filter_map(|(index, arc)| {
            match (is_in(arc.left), is_in(arc.right)) {
                (true, false) => Some(DirectedArc::forward(index)),
                (false, true) => Some(DirectedArc::reversed(index)),
                _ => None,
            }
        });
        Self::rings(mesh, &edges.collect::<Vec<_>>())
    }

    /// The lines along the arcs for which `is_drawn` holds, each arc once, joined where just two
    /// of them meet. O(arcs).
    pub fn lines(mesh: &Mesh, is_drawn: impl Fn(&Arc) -> bool) -> Self {
        let is_drawn = |&index: &u32| is_drawn(&mesh.arcs[index as usize]);
        Self::along(mesh, &(0..mesh.arcs.len() as u32).filter(is_drawn).collect::<Vec<_>>())
    }

    /// The lines along the arcs of those indexes, joined in the same way. O(these arcs + nodes).
    pub fn along(mesh: &Mesh, arcs: &[u32]) -> Self {
        let both = arcs
            .iter()
            .map(|&index| index as usize)
            .flat_map(|index| [DirectedArc::forward(index), DirectedArc::reversed(index)]);
        Walk::new(mesh, &both.collect::<Vec<_>>()).lines()
    }

    /// A chain for every arc of those indexes.
    pub fn each(mesh: &Mesh, arcs: impl Iterator<Item = u32>) -> Self {
        let mut chains = Self::default();
        for index in arcs {
            chains.arcs.push(DirectedArc::forward(index as usize));
            chains.end(mesh);
        }
        chains
    }

    /// Whether there is no chain.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Each chain with the rectangle around it.
    pub fn iter(&self) -> impl Iterator<Item = (&[DirectedArc], MapBounds)> {
        (0..self.ends.len()).map(|chain| {
            let first = if chain == 0 { 0 } else { self.ends[chain - 1] };
            (&self.arcs[first as usize..self.ends[chain] as usize], self.bounds[chain])
        })
    }

    /// The rectangle around all chains.
    pub fn bounds(&self) -> MapBounds {
        self.bounds.iter().fold(MapBounds::EMPTY, |all, &bounds| all.union(bounds))
    }

    /// Joins directed arcs, as many into each node as out of it. Which one is taken at a node
    /// where several go on makes no difference to what is inside.
    fn rings(mesh: &Mesh, arcs: &[DirectedArc]) -> Self {
        let mut walk = Walk::new(mesh, arcs);
        for &first in arcs {
            if walk.take(first) {
                let [start, mut here] = first.nodes(mesh);
                walk.chains.arcs.push(first);
                while here != start {
                    let Some(next) = walk.way_out(here) else { break };
                    walk.take(next);
                    walk.chains.arcs.push(next);
                    here = next.nodes(mesh)[1];
                }
                walk.end_chain();
            }
        }
        walk.chains
    }

    fn end(&mut self, mesh: &Mesh) {
        let first = self.ends.last().copied().unwrap_or(0) as usize;
        let bounds = self.arcs[first..].iter().map(|arc| mesh.arcs[arc.index()].bounds);
        self.bounds.push(bounds.fold(MapBounds::EMPTY, MapBounds::union));
        self.ends.push(self.arcs.len() as u32);
    }
}

/// A walk over directed arcs that uses each arc once.
struct Walk<'a> {
    mesh: &'a Mesh,
    /// The arcs in the order of the nodes where they start.
    by_start: Vec<DirectedArc>,
    /// By node, where in `by_start` its arcs begin; then the number of all.
    first_of: Vec<u32>,
    is_used: Vec<bool>,
    chains: Chains,
}

impl<'a> Walk<'a> {
    /// Sorts the arcs by the node where they start, by counting. O(arcs + nodes).
    fn new(mesh: &'a Mesh, arcs: &[DirectedArc]) -> Self {
        let start = |arc: DirectedArc| arc.nodes(mesh)[0] as usize;
        let mut first_of = vec![0; mesh.node_count + 1];
        for &arc in arcs {
            first_of[start(arc) + 1] += 1;
        }
        for node in 0..mesh.node_count {
            first_of[node + 1] += first_of[node];
        }
        let mut free = first_of.clone();
        let mut by_start = arcs.to_vec();
        for &arc in arcs {
            let index = &mut free[start(arc)];
            by_start[*index as usize] = arc;
            *index += 1;
        }
        let is_used = vec![false; mesh.arcs.len()];
        Self { mesh, by_start, first_of, is_used, chains: Chains::default() }
    }

    fn leaving(&self, node: u32) -> &[DirectedArc] {
        let node = node as usize;
        &self.by_start[self.first_of[node] as usize..self.first_of[node + 1] as usize]
    }

    fn way_out(&self, node: u32) -> Option<DirectedArc> {
        self.leaving(node).iter().copied().find(|arc| !self.is_used[arc.index()])
    }

    /// Uses an arc; false when it was used before.
    fn take(&mut self, arc: DirectedArc) -> bool {
        !std::mem::replace(&mut self.is_used[arc.index()], true)
    }

    fn end_chain(&mut self) {
        self.chains.end(self.mesh);
    }

    /// Lines start where one arc ends or more than two meet; what is left then are loops.
    fn lines(mut self) -> Chains {
        let (loops, ends): (Vec<DirectedArc>, Vec<DirectedArc>) =
            self.by_start.iter().partition(|arc| self.leaving(arc.nodes(self.mesh)[0]).len() == 2);
        for first in ends.into_iter().chain(loops) {
            if self.take(first) {
                self.chains.arcs.push(first);
                let mut here = first.nodes(self.mesh)[1];
                while self.leaving(here).len() == 2 {
                    let Some(next) = self.way_out(here) else { break };
                    self.take(next);
                    self.chains.arcs.push(next);
                    here = next.nodes(self.mesh)[1];
                }
                self.end_chain();
            }
        }
        self.chains
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::squares;
    use super::*;

    fn shape(chains: &Chains) -> Vec<usize> {
        let mut lengths: Vec<usize> = chains.iter().map(|(arcs, _)| arcs.len()).collect();
        lengths.sort_unstable();
        lengths
    }

    #[test]
    fn a_border_between_two_inner_faces_is_in_no_ring() {
        let mesh = squares();
        let all = Chains::around(&mesh, |_| true);
        assert_eq!(shape(&all), [2], "the coast, in one ring of two arcs");
        let left = Chains::around(&mesh, |face| face == 0);
        assert_eq!(shape(&left), [1, 2], "a ring of two arcs, and the hole");
    }

    #[test]
    fn every_arc_is_in_one_line_and_lines_go_on_through_passages() {
        let mesh = squares();
        let coast = Chains::lines(&mesh, |arc| arc.right.is_none());
        assert_eq!(shape(&coast), [2], "two arcs, one loop");
        let all = Chains::lines(&mesh, |_| true);
        assert_eq!(all.iter().map(|(arcs, _)| arcs.len()).sum::<usize>(), mesh.arcs().len());
        assert_eq!(shape(&all), [1, 1, 1, 1], "three arcs meet at both nodes");
    }

    #[test]
    fn the_inside_is_on_the_left() {
        let mesh = squares();
        let right = Chains::around(&mesh, |face| face == 1);
        let (arcs, bounds) = right.iter().next().unwrap();
        assert_eq!(bounds, mesh.bounds_of(1));
        let left_of = |directed: &DirectedArc| {
            let arc = &mesh.arcs()[directed.index()];
            if directed.is_reversed() { arc.right } else { arc.left }
        };
        assert!(arcs.iter().all(|arc| left_of(arc) == Some(1)));
    }
}
