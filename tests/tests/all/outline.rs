//! Lines on screen, and how far a pixel is from them.

use map::{Lines, MapPoint, ScreenPoint, Shapes, Viewport};

/// How far outside the screen a line still counts, CSS pixels.
const MARGIN: f64 = 20.0;

/// The sides of some lines that are on screen.
pub struct Outline {
    sides: Vec<[ScreenPoint; 2]>,
}

impl Outline {
    /// The outlines of every feature of `shapes`.
    pub fn of_shapes(shapes: &Shapes, view: &Viewport) -> Self {
        let mut outline = Self { sides: Vec::new() };
        for feature in 0..shapes.len() {
            if shapes.bounds(feature).intersects(view.bounds()) {
                shapes.rings(feature).for_each(|ring| outline.push(ring, view));
            }
        }
        outline
    }

    /// The lines of a kind of border.
    pub fn of_lines(lines: &Lines, view: &Viewport) -> Self {
        let mut outline = Self { sides: Vec::new() };
        lines.iter().for_each(|line| outline.push(line, view));
        outline
    }

    /// The sides that are on screen.
    pub fn sides(&self) -> &[[ScreenPoint; 2]] {
        &self.sides
    }

    /// Whether `point` is at least `clearance` CSS pixels away from every side.
    pub fn is_clear_of(&self, point: ScreenPoint, clearance: f64) -> bool {
        self.sides.iter().all(|side| distance(point, *side) >= clearance)
    }

    fn push(&mut self, line: &[MapPoint], view: &Viewport) {
        let screen = view.bounds().grown(MARGIN * view.resolution);
        let sides = line.windows(2).map(|side| [side[0], side[1]]);
        let seen = sides.filter(|side| map::MapBounds::of(*side).intersects(screen));
        self.sides.extend(seen.map(|side| side.map(|end| view.screen_from_map(end))));
    }
}

/// The middles of the pixels of a rectangle of the map plane that are on screen.
pub fn pixels(bounds: map::MapBounds, view: &Viewport) -> impl Iterator<Item = ScreenPoint> {
    let [one, other] = [bounds.min, bounds.max].map(|corner| view.screen_from_map(corner));
    let columns = whole(one.x, view.size.0)..whole(other.x, view.size.0);
    let rows = whole(other.y, view.size.1)..whole(one.y, view.size.1);
    let middle = |pixel: i32| f64::from(pixel) + 0.5;
    rows.flat_map(move |row| {
        columns.clone().map(move |column| ScreenPoint::new(middle(column), middle(row)))
    })
}

fn whole(place: f64, size: f64) -> i32 {
    place.clamp(0.0, size) as i32
}

fn distance(point: ScreenPoint, [from, to]: [ScreenPoint; 2]) -> f64 {
    let (x, y) = (to.x - from.x, to.y - from.y);
    let along = (point.x - from.x) * x + (point.y - from.y) * y;
    let share = (along / (x * x + y * y).max(f64::MIN_POSITIVE)).clamp(0.0, 1.0);
    (point.x - from.x - share * x).hypot(point.y - from.y - share * y)
}
