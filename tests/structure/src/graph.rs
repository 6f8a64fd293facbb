//! Circles in a graph.

use petgraph::algo::tarjan_scc;
use petgraph::graphmap::DiGraphMap;
use std::hash::Hash;

/// Lists the largest sets of nodes in which each leads to each other one by `edges`, in order and each
/// in order. A node with an edge to itself makes no circle.
pub fn circles<N: Copy + Ord + Hash>(edges: impl IntoIterator<Item = (N, N)>) -> Vec<Vec<N>> {
    let graph: DiGraphMap<N, ()> = edges.into_iter().collect();
    let mut circles: Vec<_> = tarjan_scc(&graph);
    circles.retain(|nodes| nodes.len() > 1);
    circles.iter_mut().for_each(|nodes| nodes.sort());
    circles.sort();
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn circles_that_share_a_node_are_one_and_a_way_out_is_none() {
        let edges = [(5, 6), (3, 1), (1, 2), (2, 1), (2, 3), (3, 7), (6, 5), (4, 4)];
        assert_eq!(circles(edges), [vec![1, 2, 3], vec![5, 6]]);
    }
}
