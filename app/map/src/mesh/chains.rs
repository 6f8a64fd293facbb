//! Arcs joined end to end: the rings around a set of faces, or lines through passages.

use super::{Arc, Face, Mesh};
use crate::MapBounds;

/// One arc of a chain, along or against its direction.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step(u32);

impl Step {
    fn new(arc: usize, is_against: bool) -> Self {
        Self((arc as u32) << 1 | u32::from(is_against))
    }

    /// The number of the arc.
    pub fn arc(self) -> usize {
        (self.0 >> 1) as usize
    }

    /// Whether the chain runs from the last vertex of the arc to its first.
    pub fn is_against(self) -> bool {
        self.0 & 1 == 1
    }

    /// The node where it starts, and the one where it ends.
    fn nodes(self, mesh: &Mesh) -> [u32; 2] {
        let [from, to] = mesh.arcs[self.arc()].nodes;
        if self.is_against() { [to, from] } else { [from, to] }
    }
}

/// Chains of arcs, in flat arrays. They hold numbers of arcs, not vertices.
#[derive(Clone, Debug, Default)]
pub struct Chains {
    steps: Vec<Step>,
    ends: Vec<u32>,
    bounds: Vec<MapBounds>,
}

impl Chains {
    /// The rings around the faces for which `is_inside` holds, which lie on the left of each ring:
    /// outer rings turn counter-clockwise, holes clockwise. O(arcs).
    pub fn around(mesh: &Mesh, is_inside: impl Fn(Face) -> bool) -> Self {
        let is_in = |face: Option<Face>| face.is_some_and(&is_inside);
        let arcs = mesh.arcs.iter().enumerate();
        let steps = arcs.filter_map(|(number, arc)| match (is_in(arc.left), is_in(arc.right)) {
            (true, false) => Some(Step::new(number, false)),
            (false, true) => Some(Step::new(number, true)),
            _ => None,
        });
        Self::rings(mesh, &steps.collect::<Vec<_>>())
    }

    /// The lines along the arcs for which `is_drawn` holds, each arc once, joined where just two
    /// of them meet. O(arcs).
    pub fn lines(mesh: &Mesh, is_drawn: impl Fn(&Arc) -> bool) -> Self {
        let arcs = mesh.arcs.iter().enumerate();
        let drawn = arcs.filter(|(_, arc)| is_drawn(arc)).map(|(number, _)| number as u32);
        Self::along(mesh, &drawn.collect::<Vec<_>>())
    }

    /// The lines along the arcs of those numbers, joined in the same way. O(these arcs + nodes).
    pub fn along(mesh: &Mesh, arcs: &[u32]) -> Self {
        let both = arcs.iter().map(|&arc| arc as usize);
        let both = both.flat_map(|arc| [Step::new(arc, false), Step::new(arc, true)]);
        let walk = Walk::new(mesh, &both.collect::<Vec<_>>());
        walk.lines()
    }

    /// A chain for every arc of those numbers.
    pub fn each(mesh: &Mesh, arcs: impl Iterator<Item = u32>) -> Self {
        let mut chains = Self::default();
        for arc in arcs {
            chains.steps.push(Step::new(arc as usize, false));
            chains.end(mesh);
        }
        chains
    }

    /// Whether there is nothing.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// Each chain with the rectangle around it.
    pub fn iter(&self) -> impl Iterator<Item = (&[Step], MapBounds)> {
        (0..self.ends.len()).map(|chain| {
            let first = if chain == 0 { 0 } else { self.ends[chain - 1] };
            (&self.steps[first as usize..self.ends[chain] as usize], self.bounds[chain])
        })
    }

    /// The rectangle around all of them.
    pub fn bounds(&self) -> MapBounds {
        self.bounds.iter().fold(MapBounds::EMPTY, |all, &bounds| all.union(bounds))
    }

    /// Joins directed steps, as many into each node as out of it. Which way is taken at a node
    /// where several go on makes no difference to what is inside.
    fn rings(mesh: &Mesh, steps: &[Step]) -> Self {
        let mut walk = Walk::new(mesh, steps);
        for &first in steps {
            if walk.take(first) {
                let [start, mut here] = first.nodes(mesh);
                walk.chains.steps.push(first);
                while here != start {
                    let Some(next) = walk.way_out(here) else { break };
                    walk.take(next);
                    walk.chains.steps.push(next);
                    here = next.nodes(mesh)[1];
                }
                walk.end_chain();
            }
        }
        walk.chains
    }

    fn end(&mut self, mesh: &Mesh) {
        let first = self.ends.last().copied().unwrap_or(0) as usize;
        let steps = self.steps[first..].iter();
        let bounds = steps.map(|step| mesh.arcs[step.arc()].bounds);
        self.bounds.push(bounds.fold(MapBounds::EMPTY, MapBounds::union));
        self.ends.push(self.steps.len() as u32);
    }
}

/// A walk over steps, each arc once.
struct Walk<'a> {
    mesh: &'a Mesh,
    /// The steps in the order of the nodes where they start.
    by_start: Vec<Step>,
    /// By node, where in `by_start` its steps begin; then the number of all.
    first_of: Vec<u32>,
    is_used: Vec<bool>,
    chains: Chains,
}

impl<'a> Walk<'a> {
    /// Counts the steps of each node and puts them side by side. O(steps + nodes).
    fn new(mesh: &'a Mesh, steps: &[Step]) -> Self {
        let start = |step: Step| step.nodes(mesh)[0] as usize;
        let mut first_of = vec![0; mesh.node_count + 1];
        for &step in steps {
            first_of[start(step) + 1] += 1;
        }
        for node in 0..mesh.node_count {
            first_of[node + 1] += first_of[node];
        }
        let mut free = first_of.clone();
        let mut by_start = steps.to_vec();
        for &step in steps {
            let place = &mut free[start(step)];
            by_start[*place as usize] = step;
            *place += 1;
        }
        let is_used = vec![false; mesh.arcs.len()];
        Self { mesh, by_start, first_of, is_used, chains: Chains::default() }
    }

    fn leaving(&self, node: u32) -> &[Step] {
        let node = node as usize;
        &self.by_start[self.first_of[node] as usize..self.first_of[node + 1] as usize]
    }

    fn way_out(&self, node: u32) -> Option<Step> {
        self.leaving(node).iter().copied().find(|step| !self.is_used[step.arc()])
    }

    /// Uses the arc of a step; false when it was used before.
    fn take(&mut self, step: Step) -> bool {
        !std::mem::replace(&mut self.is_used[step.arc()], true)
    }

    fn end_chain(&mut self) {
        self.chains.end(self.mesh);
    }

    /// Lines start where one arc ends or more than two meet; what is left then are loops.
    fn lines(mut self) -> Chains {
        let starts = self.by_start.iter().copied();
        let (loops, ends): (Vec<Step>, Vec<Step>) =
            starts.partition(|step| self.leaving(step.nodes(self.mesh)[0]).len() == 2);
        for first in ends.into_iter().chain(loops) {
            if self.take(first) {
                self.chains.steps.push(first);
                let mut here = first.nodes(self.mesh)[1];
                while self.leaving(here).len() == 2 {
                    let Some(next) = self.way_out(here) else { break };
                    self.take(next);
                    self.chains.steps.push(next);
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
        let mut lengths: Vec<usize> = chains.iter().map(|(steps, _)| steps.len()).collect();
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
        assert_eq!(all.iter().map(|(steps, _)| steps.len()).sum::<usize>(), mesh.arcs().len());
        assert_eq!(shape(&all), [1, 1, 1, 1], "three arcs meet at both nodes");
    }

    #[test]
    fn inner_ground_is_on_the_left() {
        let mesh = squares();
        let right = Chains::around(&mesh, |face| face == 1);
        let (steps, bounds) = right.iter().next().unwrap();
        assert_eq!(bounds, mesh.bounds_of(1));
        let left_of = |step: &Step| {
            let arc = &mesh.arcs()[step.arc()];
            if step.is_against() { arc.right } else { arc.left }
        };
        assert!(steps.iter().all(|step| left_of(step) == Some(1)));
    }
}
