//! The index for hit tests: a grid of buckets over the rectangles of faces.

use super::{Face, Mesh};
use crate::{MapBounds, MapPoint};

/// The number of faces in a bucket, on average and without those that overlap it in part.
const FACES_PER_BUCKET: usize = 2;

/// An index of the faces of a mesh by position.
#[derive(Clone, Debug, Default)]
pub struct FaceIndex {
    bounds: Option<MapBounds>,
    columns: usize,
    rows: usize,
    /// By bucket, the end of its faces in `faces`; faces rise within a bucket.
    ends: Vec<u32>,
    faces: Vec<Face>,
}

impl FaceIndex {
    /// An index of the first `count` faces of `mesh`. O(faces + buckets that they touch).
    pub fn new(mesh: &Mesh, count: usize) -> Self {
        let boxes: Vec<MapBounds> = (0..count as Face).map(|face| mesh.bounds_of(face)).collect();
        let all = boxes.iter().fold(MapBounds::EMPTY, |all, &bounds| all.union(bounds));
        if all.is_empty() {
            return Self::default();
        }
        let side = (((count / FACES_PER_BUCKET) as f64).sqrt() as usize).max(1);
        let mut index = Self { bounds: Some(all), columns: side, rows: side, ..Self::default() };
        let mut buckets: Vec<Vec<Face>> = vec![Vec::new(); side * side];
        for (face, bounds) in boxes.iter().enumerate().filter(|(_, bounds)| !bounds.is_empty()) {
            let (low, high) = (index.bucket_of(bounds.min), index.bucket_of(bounds.max));
            for row in low.1..=high.1 {
                for column in low.0..=high.0 {
                    buckets[row * side + column].push(face as Face);
                }
            }
        }
        for bucket in &buckets {
            index.faces.extend_from_slice(bucket);
            index.ends.push(index.faces.len() as u32);
        }
        index
    }

    /// The face under `point` (map metres), or none. A point on a shared border belongs to one of
    /// its two faces, always the same one. O(vertices of the few faces nearby).
    pub fn at(&self, mesh: &Mesh, point: MapPoint) -> Option<Face> {
        if !self.bounds?.contains(point) {
            return None;
        }
        let (column, row) = self.bucket_of(point);
        let bucket = row * self.columns + column;
        let first = if bucket == 0 { 0 } else { self.ends[bucket - 1] };
        let near = &self.faces[first as usize..self.ends[bucket] as usize];
        near.iter().copied().find(|&face| mesh.contains(face, point))
    }

    fn bucket_of(&self, point: MapPoint) -> (usize, usize) {
        let bounds = self.bounds.unwrap_or(MapBounds::EMPTY);
        let bucket = |offset: f64, length: f64, count: usize| {
            ((offset / length * count as f64) as usize).min(count - 1)
        };
        let column = bucket(point.x - bounds.min.x, bounds.width(), self.columns);
        let row = bucket(point.y - bounds.min.y, bounds.height(), self.rows);
        (column, row)
    }
}

#[cfg(test)]
mod tests {
    use super::super::tests::{at, squares};
    use super::*;

    #[test]
    fn the_index_finds_what_a_search_through_all_faces_finds() {
        let mesh = squares();
        let index = FaceIndex::new(&mesh, mesh.face_count());
        for step in 0..1000 {
            let point = at(f64::from(step % 67) - 3.0, f64::from(step % 37) - 3.0);
            let all = (0..3).find(|&face| mesh.contains(face, point));
            assert_eq!(index.at(&mesh, point), all, "{point:?}");
        }
    }

    #[test]
    fn an_empty_mesh_has_nothing_anywhere() {
        let index = FaceIndex::new(&Mesh::default(), 0);
        assert_eq!(index.at(&Mesh::default(), at(0.0, 0.0)), None);
    }
}
