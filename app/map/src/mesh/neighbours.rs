//! Neighbours: the groups of faces that share a border.

use super::{Face, Mesh};
use crate::lean::{pack, sorted_by_key};

/// The neighbours of every group, each once, rising.
#[derive(Clone, Debug, Default)]
pub struct Neighbours {
    /// Both directions of every pair, sorted.
    pairs: Vec<(u32, u32)>,
}

impl Neighbours {
    /// The neighbours among the groups that `group_of` gives the faces of `mesh`; a face without a
    /// group has none. O(arcs log arcs).
    pub fn new(mesh: &Mesh, group_of: impl Fn(Face) -> Option<u32>) -> Self {
        let mut pairs: Vec<(u32, u32)> = Vec::new();
        for arc in mesh.arcs() {
            let sides = (arc.left.and_then(&group_of), arc.right.and_then(&group_of));
            if let (Some(one), Some(other)) = sides
                && one != other
            {
                pairs.extend([(one, other), (other, one)]);
            }
        }
        let mut pairs = sorted_by_key(&pairs, |&(one, other)| pack(one.into(), other.into()));
        pairs.dedup();
        Self { pairs }
    }

    /// The neighbours of a group. O(log pairs + answer).
    pub fn of(&self, group: u32) -> impl Iterator<Item = u32> {
        let first = self.pairs.partition_point(|&(one, _)| one < group);
        let own = self.pairs[first..].iter().take_while(move |&&(one, _)| one == group);
        own.map(|&(_, other)| other)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::squares;
    use super::*;

    #[test]
    fn neighbours_are_mutual_and_counted_once() {
        let neighbours = Neighbours::new(&squares(), Some);
        assert_eq!(neighbours.of(0).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(neighbours.of(1).collect::<Vec<_>>(), [0]);
        let merged = Neighbours::new(&squares(), |face| Some(face / 2));
        assert_eq!(
            merged.of(0).collect::<Vec<_>>(),
            [0, 1].into_iter().filter(|&it| it != 0).collect::<Vec<_>>()
        );
    }
}
