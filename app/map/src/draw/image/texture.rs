//! Textures as lines: the marks of a pattern on the tiles that an area touches.

use crate::ScreenPoint;
use crate::lean::push_fixed;
use crate::scene::{Mark, Pattern, TILE};
use std::collections::BTreeMap;

/// Parts of a CSS pixel in which ends of marks are compared.
const PARTS: f64 = 100.0;

/// The marks of a pattern over an area with these rings, as the attribute `d` of a path. Lines that go on
/// from tile to tile are one.
pub(super) fn texture(
    pattern: Pattern,
    rings: &[Vec<ScreenPoint>],
    size: (f64, f64),
    origin: (f64, f64),
) -> String {
    let tiles = Tiles::under(rings, size, origin);
    let marks = pattern.marks();
    let mut lines = Lines::default();
    for (left, top) in tiles.corners() {
        for mark in &marks {
            lines.add(left, top, *mark);
        }
    }
    lines.path()
}

/// The tiles of a view, and which of them an area touches.
struct Tiles {
    columns: usize,
    rows: usize,
    /// The corner of the first, CSS pixels.
    corner: (f64, f64),
    is_touched: Vec<bool>,
}

impl Tiles {
    fn under(rings: &[Vec<ScreenPoint>], size: (f64, f64), origin: (f64, f64)) -> Self {
        let corner = (origin.0 - TILE, origin.1 - TILE);
        let count = |length: f64, from: f64| ((length - from) / TILE).ceil().max(0.0) as usize;
        let (columns, rows) = (count(size.0, corner.0), count(size.1, corner.1));
        let is_touched = vec![false; columns * rows];
        let mut tiles = Self { columns, rows, corner, is_touched };
        for ring in rings {
            let closing = [ring[ring.len() - 1], ring[0]];
            ring.windows(2).chain([&closing[..]]).for_each(|side| tiles.touch(side[0], side[1]));
        }
        (0..rows).for_each(|row| tiles.fill_row(row, rings));
        tiles
    }

    /// Marks the tiles along a side, as far as it is in sight.
    fn touch(&mut self, a: ScreenPoint, b: ScreenPoint) {
        let (dx, dy) = (b.x - a.x, b.y - a.y);
        let far = [self.columns, self.rows].map(|count| count as f64 * TILE);
        let [xs, ys] =
            [within(a.x - self.corner.0, dx, far[0]), within(a.y - self.corner.1, dy, far[1])];
        let (first, last) = (xs.0.max(ys.0), xs.1.min(ys.1));
        if first > last {
            return;
        }
        let length = (dx * dx + dy * dy).sqrt() * (last - first);
        let steps = (length / (TILE / 4.0)).ceil().max(1.0) as usize;
        for step in 0..=steps {
            let part = first + (last - first) * step as f64 / steps as f64;
            let column = ((a.x + part * dx - self.corner.0) / TILE) as usize;
            let row = ((a.y + part * dy - self.corner.1) / TILE) as usize;
            if column < self.columns && row < self.rows {
                self.is_touched[row * self.columns + column] = true;
            }
        }
    }

    /// Marks the tiles of a row whose middle is inside (even–odd rule).
    fn fill_row(&mut self, row: usize, rings: &[Vec<ScreenPoint>]) {
        let y = self.corner.1 + (row as f64 + 0.5) * TILE;
        let mut crossings = Vec::new();
        for ring in rings {
            let closing = [ring[ring.len() - 1], ring[0]];
            for side in ring.windows(2).chain([&closing[..]]) {
                let (a, b) = (side[0], side[1]);
                if (a.y > y) != (b.y > y) {
                    crossings.push((b.x - a.x) * (y - a.y) / (b.y - a.y) + a.x);
                }
            }
        }
        crossings.sort_by(f64::total_cmp);
        for ends in crossings.chunks_exact(2) {
            let column = |x: f64| ((x - self.corner.0) / TILE - 0.5).ceil().max(0.0) as usize;
            for at in column(ends[0])..column(ends[1]).min(self.columns) {
                self.is_touched[row * self.columns + at] = true;
            }
        }
    }

    /// The corners of the tiles that are touched, row by row.
    fn corners(&self) -> impl Iterator<Item = (f64, f64)> {
        let touched = self.is_touched.iter().enumerate().filter(|(_, touched)| **touched);
        touched.map(|(index, _)| {
            let (column, row) = (index % self.columns, index / self.columns);
            (self.corner.0 + column as f64 * TILE, self.corner.1 + row as f64 * TILE)
        })
    }
}

/// The part of a side, from 0 to 1, whose coordinate `start + part · length` lies between 0 and `far`.
fn within(start: f64, length: f64, far: f64) -> (f64, f64) {
    if length == 0.0 {
        return if (0.0..=far).contains(&start) { (0.0, 1.0) } else { (1.0, 0.0) };
    }
    let ends = [-start / length, (far - start) / length];
    (ends[0].min(ends[1]).max(0.0), ends[0].max(ends[1]).min(1.0))
}

/// Marks by their direction and the line that they lie on.
#[derive(Default)]
struct Lines(BTreeMap<(i64, i64, i64), Vec<(i64, i64)>>);

impl Lines {
    fn add(&mut self, left: f64, top: f64, mark: Mark) {
        let whole = |value: f64| (value * PARTS).round() as i64;
        let from = (whole(left + mark.from.0), whole(top + mark.from.1));
        let to = (whole(left + mark.to.0), whole(top + mark.to.1));
        let (dx, dy) = (whole(mark.to.0 - mark.from.0), whole(mark.to.1 - mark.from.1));
        // A point has no line of its own: its place stands for one.
        let (line, ends) = match (dx, dy) {
            (0, 0) => (from.0, (from.1, from.1)),
            (0, _) => (from.0, (from.1.min(to.1), from.1.max(to.1))),
            // The height at which the line crosses the left edge, scaled by its width.
            _ => (from.1 * dx - from.0 * dy, (from.0.min(to.0), from.0.max(to.0))),
        };
        self.0.entry((dx, dy, line)).or_default().push(ends);
    }

    fn path(self) -> String {
        let mut path = String::new();
        for ((dx, dy, line), mut all) in self.0 {
            all.sort_unstable();
            let mut joined: Vec<(i64, i64)> = Vec::new();
            for (from, to) in all {
                match joined.last_mut() {
                    Some(last) if from <= last.1 && (dx, dy) != (0, 0) => last.1 = last.1.max(to),
                    _ => joined.push((from, to)),
                }
            }
            joined.dedup();
            let at = |end: i64| match dx {
                0 => (line, end),
                _ => (end, (line + end * dy) / dx),
            };
            for (from, to) in joined {
                push_point(&mut path, 'M', at(from));
                push_point(&mut path, 'L', at(to));
            }
        }
        path
    }
}

fn push_point(path: &mut String, command: char, (x, y): (i64, i64)) {
    path.push(command);
    push_fixed(path, x as f64 / PARTS, 1);
    path.push(' ');
    push_fixed(path, y as f64 / PARTS, 1);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scene::Slant;

    fn square(low: f64, high: f64) -> Vec<ScreenPoint> {
        let corners = [(low, low), (high, low), (high, high), (low, high)];
        corners.map(|(x, y)| ScreenPoint::new(x, y)).into()
    }

    #[test]
    fn a_line_goes_on_from_tile_to_tile() {
        let path = texture(
            Pattern::Bars(Slant::Rising),
            &[square(1.0, 119.0)],
            (120.0, 120.0),
            (0.0, 0.0),
        );
        assert_eq!(path.matches('M').count(), 20, "two bars in each of ten rows of tiles: {path}");
        assert!(path.contains("M-1.0 3.0L121.0 3.0"), "{path}");
    }

    #[test]
    fn only_the_tiles_of_the_area_have_marks() {
        let dots = |ring: Vec<ScreenPoint>| {
            texture(Pattern::Dots(Slant::Rising), &[ring], (240.0, 240.0), (0.0, 0.0))
        };
        assert_eq!(dots(square(1.0, 11.0)).matches('M').count(), 4, "one tile");
        assert_eq!(dots(square(1.0, 23.0)).matches('M').count(), 16);
        assert_eq!(dots(square(500.0, 600.0)), "", "out of sight");
        let all = dots(square(-9_000.0, 9_000.0)).matches('M').count();
        assert_eq!(all, 21 * 21 * 4, "the view and one tile around its corner");
    }

    #[test]
    fn a_hole_has_no_marks() {
        let rings = [square(0.0, 120.0), square(24.0, 96.0)];
        let path = texture(Pattern::Pluses(Slant::Rising), &rings, (120.0, 120.0), (0.0, 0.0));
        assert!(!path.contains("M58.0 66.0"), "{path}");
        assert!(path.contains("M2.0 6.0"), "{path}");
    }
}
