//! Cycles of arrows.

use super::arrows::Arrow;
use crate::graph::circles;
use std::hash::Hash;

/// A set of nodes each of which leads to each other one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cycle<'a, N> {
    /// The nodes, in order.
    pub nodes: Vec<N>,
    /// The arrows between them.
    pub arrows: Vec<&'a Arrow<'a>>,
}

/// Lists the cycles that `arrows` make between the nodes that `ends` says they join. An arrow without
/// ends, or with twice the same, joins nothing.
pub fn cycles<'a, N: Copy + Ord + Hash>(
    arrows: &'a [Arrow<'a>],
    ends: impl Fn(&Arrow<'a>) -> Option<(N, N)>,
) -> Vec<Cycle<'a, N>> {
    let cycle = |nodes: Vec<N>| {
        let is_inside = |arrow: &&Arrow<'a>| {
            let ends = ends(arrow);
            ends.is_some_and(|(from, to)| {
                from != to && nodes.contains(&from) && nodes.contains(&to)
            })
        };
        Cycle { arrows: arrows.iter().filter(is_inside).collect(), nodes }
    };
    circles(arrows.iter().filter_map(&ends)).into_iter().map(cycle).collect()
}
