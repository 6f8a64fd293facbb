//! Drawing a scene on a canvas, through a viewport.

use crate::canvas::{Align, Canvas, TextStyle, Weight};
use crate::scene::{Item, Scene};
use crate::{
    Fill, Frame, INSET_LABEL_HEIGHT, INSET_SCALE_BAR_HEIGHT, MapBounds, MapPoint, Palette,
    ScreenPoint, Shapes, Stroke, Viewport,
};

/// How far a stroke may reach beyond the shape that it follows, CSS pixels.
const REACH: f64 = 12.0;

/// The narrowest screen whose lower corners are free, CSS pixels.
const ROOM_FOR_CORNERS: f64 = 700.0;

/// The resolution, metres per CSS pixel, from which on lines get thinner.
const THINNING_RESOLUTION: f64 = 1_500.0;

/// The narrowest box of an inset that has room for its full name, and for a scale bar, CSS pixels.
const ROOM_FOR_NAME: f64 = 62.0;

/// Draws `scene` as `viewport` sees it. What lies outside the screen is left out.
pub fn draw(scene: &Scene, viewport: &Viewport, canvas: &mut impl Canvas) {
    let mut pen = Pen {
        viewport,
        seen: viewport.bounds().grown(REACH * viewport.resolution),
        palette: &scene.palette,
        canvas,
    };
    for item in &scene.items {
        pen.item(item);
    }
    pen.scale_bar();
}

/// A canvas, seen through a viewport.
struct Pen<'a, C> {
    viewport: &'a Viewport,
    seen: MapBounds,
    palette: &'a Palette,
    canvas: &'a mut C,
}

impl<C: Canvas> Pen<'_, C> {
    fn item(&mut self, item: &Item) {
        match item {
            Item::Areas(shapes, features, fill) => self.areas(shapes, features, *fill),
            Item::Band(shapes, feature, stroke) => {
                if self.feature(shapes, *feature) {
                    self.canvas.stroke_inside(self.thinned(*stroke));
                }
            }
            Item::Outline(shapes, feature, stroke) => {
                if self.feature(shapes, *feature) {
                    self.canvas.stroke(*stroke);
                }
            }
            Item::Borders(lines, stroke) => {
                self.canvas.begin();
                for line in lines.near(self.seen) {
                    self.line(line);
                }
                self.canvas.stroke(self.thinned(*stroke));
            }
            Item::Inset(frame, bounds) => self.inset(*frame, *bounds),
            Item::Disc { at, number, is_regional, is_selected } => {
                self.disc(*at, *number, *is_regional, *is_selected);
            }
            Item::Pin(at) => self.pin(*at),
        }
    }

    /// A line of the map's ground: thinner where the map is small, so that it does not clog.
    fn thinned(&self, stroke: Stroke) -> Stroke {
        let factor = (THINNING_RESOLUTION / self.viewport.resolution).clamp(0.4, 1.0);
        let dash = stroke.dash.map(|length| length * factor.max(0.6));
        Stroke { width: stroke.width * factor, dash, ..stroke }
    }

    fn areas(&mut self, shapes: &Shapes, features: &[usize], fill: Fill) {
        self.canvas.begin();
        for &feature in features {
            self.rings(shapes, feature);
        }
        self.canvas.fill(fill);
    }

    /// Starts a path with one feature; false when it is out of sight.
    fn feature(&mut self, shapes: &Shapes, feature: usize) -> bool {
        self.canvas.begin();
        self.rings(shapes, feature)
    }

    fn rings(&mut self, shapes: &Shapes, feature: usize) -> bool {
        let is_seen = shapes.bounds(feature).intersects(self.seen);
        if is_seen {
            for ring in shapes.rings(feature) {
                self.line(&ring[..ring.len() - 1]);
                self.canvas.close();
            }
        }
        is_seen
    }

    fn line(&mut self, points: &[MapPoint]) {
        for (index, &point) in points.iter().enumerate() {
            let screen = self.viewport.screen_from_map(point);
            if index == 0 { self.canvas.move_to(screen) } else { self.canvas.line_to(screen) }
        }
    }

    fn rectangle(&mut self, min: ScreenPoint, max: ScreenPoint) {
        self.canvas.begin();
        self.canvas.move_to(min);
        self.canvas.line_to(ScreenPoint::new(max.x, min.y));
        self.canvas.line_to(max);
        self.canvas.line_to(ScreenPoint::new(min.x, max.y));
        self.canvas.close();
    }

    fn inset(&mut self, frame: Frame, bounds: MapBounds) {
        if !bounds.intersects(self.seen) {
            return;
        }
        let top_left = MapPoint::new(bounds.min.x, bounds.max.y);
        let bottom_right = MapPoint::new(bounds.max.x, bounds.min.y);
        let corners = [top_left, bottom_right].map(|corner| self.viewport.screen_from_map(corner));
        self.rectangle(corners[0], corners[1]);
        self.canvas.stroke(Stroke::full(self.palette.department_border, 0.75));

        let has_room = corners[1].x - corners[0].x >= ROOM_FOR_NAME;
        let band = INSET_LABEL_HEIGHT / self.viewport.resolution;
        let name_at =
            ScreenPoint::new(f64::midpoint(corners[0].x, corners[1].x), corners[0].y + band / 2.0);
        let name = if has_room { frame.name() } else { frame.department().unwrap_or_default() };
        self.text(name, name_at, (band * 0.55).clamp(9.0, 13.0), Align::Middle);
        if has_room {
            let bar_band = INSET_SCALE_BAR_HEIGHT / self.viewport.resolution;
            let longest = (corners[1].x - corners[0].x) * 0.38;
            let start = ScreenPoint::new(
                corners[0].x + 8.0,
                corners[1].y - (bar_band / 2.0).clamp(5.0, 10.0),
            );
            self.bar(start, longest, frame.ground_metres_per_map_metre());
        }
    }

    /// The scale bar of what is in the middle of the screen, in the lower left corner; in the upper
    /// one of a small screen, whose lower corners are under the thumb.
    fn scale_bar(&mut self) {
        let (width, height) = self.viewport.size;
        let y = if width < ROOM_FOR_CORNERS { 18.0 } else { height - 18.0 };
        let start = ScreenPoint::new(16.0, y);
        let frame = Frame::at(self.viewport.center);
        self.bar(start, 110.0, frame.ground_metres_per_map_metre());
    }

    /// A bar of a round length on the ground, `longest` CSS pixels at the most, with its length.
    fn bar(&mut self, start: ScreenPoint, longest: f64, ground_per_map: f64) {
        let ground_per_pixel = self.viewport.resolution * ground_per_map;
        let metres = round_length(longest * ground_per_pixel);
        let end = ScreenPoint::new(start.x + f64::from(metres) / ground_per_pixel, start.y);
        self.canvas.begin();
        for (x, y) in
            [(start.x, start.y - 4.0), (start.x, start.y), (end.x, end.y), (end.x, end.y - 4.0)]
        {
            let point = ScreenPoint::new(x, y);
            if x <= start.x && y < start.y {
                self.canvas.move_to(point);
            } else {
                self.canvas.line_to(point);
            }
        }
        self.canvas.stroke(Stroke::full(self.palette.halo, 4.0));
        self.canvas.stroke(Stroke::full(self.palette.text, 1.2));
        let label = format!("{}\u{a0}km", metres / 1000);
        self.text(&label, ScreenPoint::new(end.x + 5.0, start.y - 2.0), 10.5, Align::Start);
    }

    fn disc(&mut self, at: MapPoint, number: usize, is_regional: bool, is_selected: bool) {
        let palette = self.palette;
        let radius = self.disc_radius();
        let at = self.viewport.screen_from_map(at);
        if is_regional {
            self.circle(at, radius + 3.5, palette.project_ground);
            self.canvas.stroke(Stroke::full(palette.project, 1.5));
        }
        let is_hollow = number == 0;
        let (ground, letters) = match is_hollow {
            true => (palette.project_ground, palette.project),
            false => (palette.project, palette.project_ground),
        };
        self.circle(at, radius, ground);
        let edge = if is_selected {
            palette.selection
        } else if is_hollow {
            palette.project
        } else {
            palette.project_ground
        };
        self.canvas.stroke(Stroke::full(edge, if is_selected { 2.5 } else { 1.5 }));
        let style = TextStyle {
            color: letters,
            halo: None,
            size: radius * 1.25,
            weight: Weight::Bold,
            align: Align::Middle,
        };
        self.canvas.text(&number.to_string(), at, style);
        if is_regional && self.viewport.resolution < 1_800.0 {
            let below = ScreenPoint::new(at.x, at.y + radius + 13.0);
            self.text("régionaux", below, 11.0, Align::Middle);
        }
    }

    fn disc_radius(&self) -> f64 {
        match self.viewport.resolution {
            resolution if resolution > 2_600.0 => 6.5,
            resolution if resolution > 1_500.0 => 8.5,
            _ => 11.0,
        }
    }

    fn circle(&mut self, at: ScreenPoint, radius: f64, color: crate::Color) {
        self.canvas.begin();
        self.canvas.circle(at, radius);
        self.canvas.fill(Fill { color, pattern: None });
    }

    /// A small drop that points at its commune.
    fn pin(&mut self, at: MapPoint) {
        let tip = self.viewport.screen_from_map(at);
        let size = self.disc_radius() * 0.5;
        let top = ScreenPoint::new(tip.x, tip.y - size * 2.4);
        self.canvas.begin();
        self.canvas.move_to(tip);
        self.canvas.line_to(ScreenPoint::new(tip.x - size * 0.85, top.y + size * 0.5));
        self.canvas.line_to(ScreenPoint::new(tip.x + size * 0.85, top.y + size * 0.5));
        self.canvas.close();
        self.canvas.fill(Fill { color: self.palette.project, pattern: None });
        self.circle(top, size, self.palette.project);
        self.circle(top, size * 0.4, self.palette.project_ground);
    }

    fn text(&mut self, text: &str, at: ScreenPoint, size: f64, align: Align) {
        let (color, halo) = (self.palette.text, Some(self.palette.halo));
        self.canvas.text(text, at, TextStyle { color, halo, size, weight: Weight::Regular, align });
    }
}

/// The longest of 1, 2, 5, 10, 20, 50 … kilometres that is at most `longest_m` metres.
fn round_length(longest_m: f64) -> u32 {
    let lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500].map(|kilometres| kilometres * 1000);
    lengths.into_iter().rev().find(|&length| f64::from(length) <= longest_m).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_bar_has_a_round_length_that_fits() {
        assert_eq!(round_length(130_000.0), 100_000);
        assert_eq!(round_length(19_000.0), 10_000);
        assert_eq!(round_length(500.0), 1_000, "the shortest there is");
    }
}
