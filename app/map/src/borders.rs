//! Borders: the lines that two territories share, each once.

use crate::{MapPoint, Shapes};
use std::collections::HashMap;

/// Polylines in flat arrays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    points: Vec<MapPoint>,
    ends: Vec<usize>,
}

impl Lines {
    /// The polylines.
    pub fn iter(&self) -> impl Iterator<Item = &[MapPoint]> {
        (0..self.ends.len()).map(|line| {
            let first = if line == 0 { 0 } else { self.ends[line - 1] };
            &self.points[first..self.ends[line]]
        })
    }

    /// How many polylines there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no polyline.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    fn push(&mut self, line: &[MapPoint]) {
        self.points.extend_from_slice(line);
        self.ends.push(self.points.len());
    }
}

/// Returns the borders between the features of `shapes`, each stroke once, sorted by kind.
///
/// `kind` names the border between two features, or between one and the outside (`None`).
/// Neighbours must share their vertices exactly, as the served files do.
pub fn borders<K: Copy + Eq + std::hash::Hash>(
    shapes: &Shapes,
    kind: impl Fn(usize, Option<usize>) -> K,
) -> HashMap<K, Lines> {
    let neighbours = neighbours_by_side(shapes);
    let mut borders: HashMap<K, Lines> = HashMap::new();
    for feature in 0..shapes.len() {
        for ring in shapes.rings(feature) {
            let neighbour = |side: &[MapPoint]| neighbours.get(&key(side[1], side[0])).copied();
            let mut start = 0;
            while start + 1 < ring.len() {
                let beyond = neighbour(&ring[start..start + 2]);
                let mut end = start + 1;
                while end + 1 < ring.len() && neighbour(&ring[end..end + 2]) == beyond {
                    end += 1;
                }
                // The other side draws the same line: the feature that comes first keeps it.
                if beyond.is_none_or(|other| feature < other) {
                    borders.entry(kind(feature, beyond)).or_default().push(&ring[start..=end]);
                }
                start = end;
            }
        }
    }
    borders
}

type Side = [u64; 4];

/// A directed side as bits, so that it can be a key.
fn key(from: MapPoint, to: MapPoint) -> Side {
    [from.x, from.y, to.x, to.y].map(f64::to_bits)
}

/// The feature of every directed side.
fn neighbours_by_side(shapes: &Shapes) -> HashMap<Side, usize> {
    let mut features = HashMap::new();
    for feature in 0..shapes.len() {
        for ring in shapes.rings(feature) {
            features.extend(ring.windows(2).map(|side| (key(side[0], side[1]), feature)));
        }
    }
    features
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::shapes::tests::square;

    #[test]
    fn a_shared_border_is_one_line_and_the_rest_is_coast() {
        let mut shapes = Shapes::default();
        shapes.push([square(0.0, 0.0, 10.0)]);
        shapes.push([square(10.0, 0.0, 10.0)]);
        let borders = borders(&shapes, |_, beyond| beyond.is_some());
        let length = |lines: &Lines| -> f64 {
            let sides = lines
                .iter()
                .flat_map(|line| line.windows(2).map(|s| s[0].squared_distance(s[1]).sqrt()));
            sides.sum()
        };
        assert_eq!(borders[&true].len(), 1);
        assert!((length(&borders[&true]) - 10.0).abs() < 1e-9);
        assert!((length(&borders[&false]) - 60.0).abs() < 1e-9);
    }
}
