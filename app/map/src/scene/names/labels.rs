//! The placement of labels: none over another, the more important first.
//!
//! The choice depends on the resolution alone and not on the part of the map on screen, so that names
//! neither come nor go while the map is dragged. It is to be kept until the resolution changes.

use crate::{MapBounds, MapPoint};
use std::cmp::Ordering;

/// The space that stays free between two names, beside and below, CSS pixels.
const GAP: (f64, f64) = (6.0, 2.0);

/// The height of a line of text, in sizes of its letters.
pub(super) const LINE: f64 = 1.2;

/// The most cells in a row or column of the grid: 256 KB for the whole country.
const MOST_CELLS: f64 = 256.0;

/// A name that may be written, centered on its point.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Label {
    /// The name.
    pub(crate) text: String,
    /// The middle of the text.
    pub(crate) at: MapPoint,
    /// Its importance; the smallest is the most important.
    pub(crate) rank: u32,
    /// The size of its letters, CSS pixels.
    pub(crate) size_px: f64,
    /// The kind of thing that it names.
    pub(crate) kind: LabelKind,
    /// The width of its label space, map metres: where the text is wider, it is left out. None for
    /// a text that may reach beyond its territory.
    pub(crate) max_width_m: Option<f64>,
    /// The width of its text, CSS pixels; 0 before it is written.
    pub(crate) width_px: f64,
}

/// The kind of thing that a label names.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) enum LabelKind {
    /// A department.
    Department,
    /// An intercommunality.
    Epci,
    /// A commune.
    Commune,
    /// The town of a prefecture.
    Prefecture,
    /// A symbol.
    Caption,
}

/// The indexes of the labels that are written at `resolution` (map metres per CSS pixel), the
/// most important first. `width_of` gives the width of a text at a size, all in CSS pixels.
///
/// Labels are taken by rank; each one is written unless it touches one before it. Equal ranks go by
/// kind, then from west to east, from south to north and by text: the order of `labels` does not matter.
/// O(n log n).
pub(super) fn choose_labels(
    labels: &[Label],
    resolution: f64,
    width_of: impl Fn(&str, f64) -> f64,
) -> Vec<usize> {
    let half = |label: &Label| {
        let width = width_of(&label.text, label.size_px);
        let fits = label.max_width_m.is_none_or(|widest| width * resolution <= widest);
        let half_width = (width + GAP.0) / 2.0 * resolution;
        let half_height = (label.size_px * LINE + GAP.1) / 2.0 * resolution;
        let is_sound = (label.at.x + label.at.y + half_width + half_height).is_finite();
        (fits && is_sound).then_some((half_width, half_height))
    };
    let mut boxes: Vec<TextBox> = (0..labels.len())
        .filter_map(|label| {
            Some(TextBox { label, at: labels[label].at, half: half(&labels[label])? })
        })
        .collect();
    boxes.sort_unstable_by(|a, b| by_importance(&labels[a.label], &labels[b.label]));
    let mut grid = Grid::around(&boxes);
    (0..boxes.len()).filter(|&one| grid.takes(&boxes, one)).map(|one| boxes[one].label).collect()
}

fn by_importance(a: &Label, b: &Label) -> Ordering {
    let ranks = (a.rank, a.kind).cmp(&(b.rank, b.kind));
    let points = a.at.x.total_cmp(&b.at.x).then(a.at.y.total_cmp(&b.at.y));
    ranks.then(points).then_with(|| a.text.cmp(&b.text))
}

/// The rectangle of a text, with its share of the gap around it; map metres.
struct TextBox {
    label: usize,
    at: MapPoint,
    /// Half its width and half its height.
    half: (f64, f64),
}

impl TextBox {
    fn touches(&self, other: &Self) -> bool {
        (self.at.x - other.at.x).abs() < self.half.0 + other.half.0
            && (self.at.y - other.at.y).abs() < self.half.1 + other.half.1
    }
}

/// The end of a list.
const END: u32 = u32::MAX;

/// The texts that are written, by the cell of their middle. A cell is as large as the largest text, so
/// that a text touches none beyond the cells around its own.
struct Grid {
    corner: MapPoint,
    cell: (f64, f64),
    columns: usize,
    rows: usize,
    /// The last box in each cell, and for each box the one before it in the same cell.
    last: Vec<u32>,
    before: Vec<u32>,
}

impl Grid {
    fn around(boxes: &[TextBox]) -> Self {
        let bounds = MapBounds::of(boxes.iter().map(|one| one.at));
        let widest = boxes.iter().fold(0.0, |most: f64, one| most.max(one.half.0));
        let highest = boxes.iter().fold(0.0, |most: f64, one| most.max(one.half.1));
        let width = (2.0 * widest).max(bounds.width() / MOST_CELLS);
        let height = (2.0 * highest).max(bounds.height() / MOST_CELLS);
        let (columns, rows) = (count(bounds.width() / width), count(bounds.height() / height));
        Self {
            corner: bounds.min,
            cell: (width, height),
            columns,
            rows,
            last: vec![END; columns * rows],
            before: vec![END; boxes.len()],
        }
    }

    /// Adds a text if it touches none of the others; false if it does.
    fn takes(&mut self, boxes: &[TextBox], one: usize) -> bool {
        let at = boxes[one].at;
        let column = count((at.x - self.corner.x) / self.cell.0).min(self.columns) - 1;
        let row = count((at.y - self.corner.y) / self.cell.1).min(self.rows) - 1;
        for row in row.saturating_sub(1)..(row + 2).min(self.rows) {
            for column in column.saturating_sub(1)..(column + 2).min(self.columns) {
                let mut other = self.last[row * self.columns + column];
                while other != END {
                    if boxes[one].touches(&boxes[other as usize]) {
                        return false;
                    }
                    other = self.before[other as usize];
                }
            }
        }
        let cell = &mut self.last[row * self.columns + column];
        self.before[one] = std::mem::replace(cell, one as u32);
        true
    }
}

/// The number of cells that cover so many cell lengths, at least one.
fn count(lengths: f64) -> usize {
    lengths as usize + 1
}

#[cfg(test)]
#[path = "labels_tests.rs"]
mod tests;
