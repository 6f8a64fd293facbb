//! Borders: the lines that two territories share, each once.

use crate::{MapBounds, MapPoint, Shapes};
use std::collections::HashMap;

/// Polylines in flat arrays.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lines {
    points: Vec<MapPoint>,
    ends: Vec<usize>,
    bounds: Vec<MapBounds>,
}

impl Lines {
    /// The polylines.
    pub fn iter(&self) -> impl Iterator<Item = &[MapPoint]> {
        (0..self.ends.len()).map(|line| {
            let first = if line == 0 { 0 } else { self.ends[line - 1] };
            &self.points[first..self.ends[line]]
        })
    }

    /// The polylines whose rectangle shares a point with `seen`.
    pub fn near(&self, seen: MapBounds) -> impl Iterator<Item = &[MapPoint]> {
        let lines = self.iter().zip(&self.bounds);
        lines.filter(move |(_, bounds)| bounds.intersects(seen)).map(|(line, _)| line)
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
        self.bounds.push(MapBounds::of(line.iter().copied()));
    }
}

/// Returns the borders of the features of `shapes`, each stroke once, sorted by kind.
///
/// `kind` names the border of a feature with another one, or with the outside (`None`).
/// Neighbours must share their vertices exactly, as the served files do. Features may overlap:
/// where more than two share a line, `kind` sees two of them.
pub fn borders<K: Copy + Eq + std::hash::Hash>(
    shapes: &Shapes,
    kind: impl Fn(usize, Option<usize>) -> K,
) -> HashMap<K, Lines> {
    let owners = owners_by_side(shapes);
    let mut borders: HashMap<K, Lines> = HashMap::new();
    for feature in 0..shapes.len() {
        for ring in shapes.rings(feature) {
            let is_own = |side: &[MapPoint]| {
                let key = side_of(side[0], side[1]);
                owners.get(&key).copied().filter(|owners| owners.first == feature)
            };
            let mut start = 0;
            while start + 1 < ring.len() {
                let owners = is_own(&ring[start..start + 2]);
                let mut end = start + 1;
                while end + 1 < ring.len() && is_own(&ring[end..end + 2]) == owners {
                    end += 1;
                }
                // The other side sees the same line: the feature that comes first draws it.
                if let Some(Owners { first, other }) = owners {
                    borders.entry(kind(first, other)).or_default().push(&ring[start..=end]);
                }
                start = end;
            }
        }
    }
    borders
}

/// The features on the two sides of a line.
#[derive(Clone, Copy, PartialEq)]
struct Owners {
    first: usize,
    other: Option<usize>,
}

type Side = [u64; 4];

/// An undirected side as bits, so that it can be a key.
fn side_of(a: MapPoint, b: MapPoint) -> Side {
    let bits = |point: MapPoint| [point.x.to_bits(), point.y.to_bits()];
    let (a, b) = (bits(a).min(bits(b)), bits(a).max(bits(b)));
    [a[0], a[1], b[0], b[1]]
}

fn owners_by_side(shapes: &Shapes) -> HashMap<Side, Owners> {
    let mut owners: HashMap<Side, Owners> = HashMap::new();
    for feature in 0..shapes.len() {
        for side in shapes.rings(feature).flat_map(|ring| ring.windows(2)) {
            let known = owners.entry(side_of(side[0], side[1]));
            let known = known.or_insert(Owners { first: feature, other: None });
            if known.first != feature {
                known.other = Some(feature);
            }
        }
    }
    owners
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

    #[test]
    fn a_line_that_three_overlapping_features_share_is_drawn_once() {
        let mut shapes = Shapes::default();
        for west in [0.0, 0.0, 10.0] {
            shapes.push([square(west, 0.0, 10.0)]);
        }
        let borders = borders(&shapes, |_, _| ());
        let sides: usize = borders[&()].iter().map(|line| line.len() - 1).sum();
        assert_eq!(sides, 7);
    }
}
