//! Lines on screen, and the distance of a pixel from them.

use map::mesh::Arc;
use map::{Atlas, MapBounds, MapPoint, Piece, ScreenPoint, Viewport};
use std::collections::HashMap;

/// The distance from the screen at which a line still counts, in CSS pixels.
const MARGIN: f64 = 20.0;

/// The side of a bucket, CSS pixels: no clearance may be greater.
const BUCKET: f64 = 16.0;

/// The sides of some lines that are on screen.
#[derive(Default)]
pub struct Lines {
    sides: Vec<[ScreenPoint; 2]>,
    /// By bucket, the sides that come through it.
    near: HashMap<(i32, i32), Vec<usize>>,
}

impl Lines {
    /// The borders of `atlas` for which `is_it` holds.
    pub fn of(atlas: &Atlas, view: &Viewport, is_it: impl Fn(Piece<'_>, &Arc) -> bool) -> Self {
        let mut lines = Self::default();
        let screen = view.bounds().grown(MARGIN * view.resolution);
        for piece in atlas.pieces() {
            let drawn = piece.mesh.arcs().iter().filter(|arc| {
                arc.bounds.intersects(screen) && piece.is_own_arc(arc) && is_it(piece, arc)
            });
            drawn.for_each(|arc| lines.push(piece.mesh.points(arc), view, screen));
        }
        lines
    }

    /// Every border.
    pub fn of_all(atlas: &Atlas, view: &Viewport) -> Self {
        Self::of(atlas, view, |_, _| true)
    }

    /// Coasts and frontiers.
    pub fn of_coasts(atlas: &Atlas, view: &Viewport) -> Self {
        Self::of(atlas, view, |_, arc| arc.left.is_none() || arc.right.is_none())
    }

    /// The borders between intercommunalities.
    pub fn of_epci(atlas: &Atlas, view: &Viewport) -> Self {
        Self::of(atlas, view, |piece, arc| {
            let epci = |face| atlas.model.cells[piece.cell_of(face) as usize].epci;
            matches!((arc.left, arc.right), (Some(left), Some(right)) if epci(left) != epci(right))
        })
    }

    /// The sides that are on screen.
    pub fn sides(&self) -> &[[ScreenPoint; 2]] {
        &self.sides
    }

    /// Whether `point` is at least `clearance` CSS pixels away from every side.
    pub fn is_clear_of(&self, point: ScreenPoint, clearance: f64) -> bool {
        assert!(clearance <= BUCKET, "buckets are too small for {clearance}");
        let around = buckets([point, point]);
        let near = around.filter_map(|bucket| self.near.get(&bucket)).flatten();
        near.map(|&side| self.sides[side]).all(|side| distance(point, side) >= clearance)
    }

    fn push(&mut self, line: &[MapPoint], view: &Viewport, screen: MapBounds) {
        let sides = line.windows(2).map(|side| [side[0], side[1]]);
        for side in sides.filter(|side| MapBounds::of(*side).intersects(screen)) {
            let side = side.map(|end| view.screen_from_map(end));
            for bucket in buckets(side) {
                self.near.entry(bucket).or_default().push(self.sides.len());
            }
            self.sides.push(side);
        }
    }
}

/// The buckets that a point less than a bucket away from `side` may be in, or the side itself; on
/// the screen and just around it.
fn buckets([one, other]: [ScreenPoint; 2]) -> impl Iterator<Item = (i32, i32)> {
    let low = |a: f64, b: f64| ((a.min(b).max(-MARGIN)) / BUCKET).floor() as i32;
    let high = |a: f64, b: f64| ((a.max(b).min(4_000.0)) / BUCKET).floor() as i32;
    let columns = low(one.x, other.x)..=high(one.x, other.x);
    let rows = low(one.y, other.y)..=high(one.y, other.y);
    let mut around = Vec::new();
    for row in rows.start() - 1..=rows.end() + 1 {
        around.extend((columns.start() - 1..=columns.end() + 1).map(|column| (column, row)));
    }
    around.into_iter()
}

/// The middles of the pixels of a rectangle of the map plane that are on screen.
pub fn pixels(bounds: MapBounds, view: &Viewport) -> impl Iterator<Item = ScreenPoint> {
    let [one, other] = [bounds.min, bounds.max].map(|corner| view.screen_from_map(corner));
    let columns = whole(one.x, view.size.0)..whole(other.x, view.size.0);
    let rows = whole(other.y, view.size.1)..whole(one.y, view.size.1);
    let middle = |pixel: i32| f64::from(pixel) + 0.5;
    rows.flat_map(move |row| {
        columns.clone().map(move |column| ScreenPoint::new(middle(column), middle(row)))
    })
}

/// Points on both sides of `lines` and on them, `step` CSS pixels apart, far from `other` lines.
pub fn beside(lines: &Lines, other: &Lines, view: &Viewport, step: f64) -> Vec<ScreenPoint> {
    /// The distance from the other lines, in CSS pixels.
    const CLEARANCE: f64 = 4.0;
    let mut points = Vec::new();
    for [from, to] in lines.sides() {
        let (x, y) = (to.x - from.x, to.y - from.y);
        let length = x.hypot(y);
        let steps = (length / step).ceil().max(1.0) as u32;
        for step in 0..steps {
            let share = (f64::from(step) + 0.5) / f64::from(steps);
            let on = ScreenPoint::new(from.x + share * x, from.y + share * y);
            points.extend([-2.0, -1.0, 0.0, 1.0, 2.0].map(|aside| {
                ScreenPoint::new(on.x - aside * y / length, on.y + aside * x / length)
            }));
        }
    }
    let is_on_screen = |point: &ScreenPoint| {
        (0.0..view.size.0).contains(&point.x) && (0.0..view.size.1).contains(&point.y)
    };
    points.retain(|point| is_on_screen(point) && other.is_clear_of(*point, CLEARANCE));
    points
}

fn whole(length: f64, size: f64) -> i32 {
    length.clamp(0.0, size) as i32
}

fn distance(point: ScreenPoint, [from, to]: [ScreenPoint; 2]) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let along = (point.x - from.x) * x + (point.y - from.y) * y;
    let share = (along / (x * x + y * y).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
    (point.x - from.x - share * x).hypot(point.y - from.y - share * y)
}
