//! An index of the vertices that are left, in buckets: which of them lie in a box?

use crate::topology::bounds::GridBounds;
use crate::topology::grid::GridPoint;
use std::collections::HashMap;

/// Grid steps per bucket, as a power of two: 2¹¹ steps are about 2 km.
const BUCKET_BITS: u32 = 11;

/// The vertices that have not been left out, each distinct position once.
pub struct VertexIndex {
    buckets: HashMap<(i32, i32), Vec<(GridPoint, u32)>>,
}

fn bucket_of(point: GridPoint) -> (i32, i32) {
    (point.lon >> BUCKET_BITS, point.lat >> BUCKET_BITS)
}

impl VertexIndex {
    /// An index of `points`; a position that occurs twice (a node) goes when it was removed twice.
    pub fn new(points: impl Iterator<Item = GridPoint>) -> Self {
        let mut index = Self { buckets: HashMap::new() };
        points.for_each(|point| index.insert(point));
        index
    }

    /// Adds one occurrence of `point`.
    pub fn insert(&mut self, point: GridPoint) {
        let bucket = self.buckets.entry(bucket_of(point)).or_default();
        match bucket.iter_mut().find(|(known, _)| *known == point) {
            Some((_, count)) => *count += 1,
            None => bucket.push((point, 1)),
        }
    }

    /// Takes one occurrence of `point` away.
    pub fn remove(&mut self, point: GridPoint) {
        let position = bucket_of(point);
        let Some(bucket) = self.buckets.get_mut(&position) else {
            return;
        };
        if let Some(entry) = bucket.iter().position(|&(known, _)| known == point) {
            bucket[entry].1 -= 1;
            if bucket[entry].1 == 0 {
                bucket.swap_remove(entry);
            }
        }
        if bucket.is_empty() {
            self.buckets.remove(&position);
        }
    }

    /// Whether `holds` for any vertex in the bounding box of `corners`, edges included.
    pub fn any_in_box_of(
        &self,
        corners: [GridPoint; 3],
        holds: impl Fn(GridPoint) -> bool,
    ) -> bool {
        let bounds = GridBounds::of(corners);
        let GridBounds { west, south, east, north } = bounds;
        (west >> BUCKET_BITS..=east >> BUCKET_BITS).any(|column| {
            (south >> BUCKET_BITS..=north >> BUCKET_BITS).any(|row| {
                self.buckets.get(&(column, row)).is_some_and(|bucket| {
                    bucket.iter().any(|&(p, _)| bounds.contains(p) && holds(p))
                })
            })
        })
    }
}
