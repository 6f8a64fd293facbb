//! Drawing a scene on a canvas, through a viewport.

use crate::atlas::Atlas;
use crate::canvas::{Align, Canvas, TextStyle, Weight};
use crate::labels::{Label, LabelKind};
use crate::mesh::{Arc, Chains, Mesh};
use crate::model::Territory;
use crate::names::dot_of;
use crate::scene::{Item, Scene, selected_disc, selection_strokes};
use crate::{
    Fill, Frame, INSET_LABEL_HEIGHT, INSET_SCALE_BAR_HEIGHT, Layer, Look, MapBounds, MapPoint,
    Palette, PathText, ScreenPoint, Stroke, Viewport,
};

/// How far a stroke may reach beyond the shape that it follows, CSS pixels.
pub const REACH: f64 = 12.0;

/// How far a name may reach from its middle, CSS pixels.
const NAME_REACH: f64 = 180.0;

/// How far a symbol or its caption may reach from its place, CSS pixels.
const SYMBOL_REACH: f64 = 40.0;

/// The resolution, metres per CSS pixel, from which on lines get thinner.
const THINNING_RESOLUTION: f64 = 1_500.0;

/// The narrowest box of an inset that has room for its full name, and for a scale bar, CSS pixels.
const ROOM_FOR_NAME: f64 = 62.0;

/// The square of the distance, CSS pixels, within which a vertex adds nothing to a line.
const FINEST_SQUARED: f64 = 0.25;

/// Draws `scene` as `viewport` sees it. What lies outside the screen is left out.
pub fn draw(scene: &Scene, viewport: &Viewport, canvas: &mut impl Canvas) {
    draw_part(scene, viewport, viewport.bounds(), canvas);
}

/// Draws what of `scene` lies in `part` of the map, as `viewport` sees it.
pub fn draw_part(scene: &Scene, viewport: &Viewport, part: MapBounds, canvas: &mut impl Canvas) {
    let mut pen = Pen::new(viewport, part, &scene.look.palette, canvas);
    for item in &scene.items(viewport.resolution) {
        pen.item(item);
    }
}

/// The outline of the territory under the pointer, as `viewport` sees it: the attribute `d` of an
/// SVG path, CSS pixels. To be drawn with the strokes of [`crate::hover_strokes`].
pub fn outline_path(atlas: &Atlas, territory: Territory, viewport: &Viewport) -> String {
    let mut path = PathText::default();
    let mut pen = Pen::new(viewport, viewport.bounds(), &Palette::LIGHT, &mut path);
    for (mesh, chains) in &atlas.outline(territory) {
        pen.lines(mesh, chains);
    }
    path.text
}

/// Draws the outline of the selected territory, as `viewport` sees it.
pub fn draw_selection(
    atlas: &Atlas,
    look: &Look,
    territory: Territory,
    viewport: &Viewport,
    canvas: &mut impl Canvas,
) {
    let mut pen = Pen::new(viewport, viewport.bounds(), &look.palette, canvas);
    let outline = atlas.outline(territory);
    for stroke in selection_strokes(&look.palette) {
        for (mesh, chains) in &outline {
            pen.item(&Item::Outline(mesh, chains, stroke));
        }
    }
    if look.layers.contains(&Layer::Projects)
        && let Some(disc) = selected_disc(atlas, territory)
    {
        pen.item(&disc);
    }
}

/// A canvas, seen through a viewport.
struct Pen<'a, C> {
    viewport: &'a Viewport,
    seen: MapBounds,
    palette: &'a Palette,
    canvas: &'a mut C,
    /// The vertices of the arc at hand that can be told apart on screen.
    line: Vec<ScreenPoint>,
}

impl<'a, C: Canvas> Pen<'a, C> {
    fn new(
        viewport: &'a Viewport,
        part: MapBounds,
        palette: &'a Palette,
        canvas: &'a mut C,
    ) -> Self {
        let seen = part.grown(REACH * viewport.resolution);
        Self { viewport, seen, palette, canvas, line: Vec::new() }
    }

    fn item(&mut self, item: &Item) {
        match item {
            Item::Areas(mesh, chains, fill) => {
                if self.rings(mesh, chains) {
                    self.canvas.fill(*fill);
                }
            }
            Item::Band(mesh, ground, edges, stroke) => self.band(mesh, ground, edges, *stroke),
            Item::Lines(mesh, chains, stroke) => {
                if self.lines(mesh, chains) {
                    self.canvas.stroke(self.thinned(*stroke));
                }
            }
            Item::Outline(mesh, chains, stroke) => {
                if self.lines(mesh, chains) {
                    self.canvas.stroke(*stroke);
                }
            }
            Item::Inset(frame, bounds) => self.inset(*frame, *bounds),
            Item::Disc { at, number, is_regional, is_selected } => {
                if self.may_show(*at) {
                    self.disc(*at, *number, *is_regional, *is_selected);
                }
            }
            Item::Name(label) => {
                let reach = NAME_REACH * self.viewport.resolution;
                if self.seen.grown(reach).contains(label.at) {
                    self.name(label);
                }
            }
            Item::Pin(at) => {
                if self.may_show(*at) {
                    self.pin(*at);
                }
            }
        }
    }

    /// Whether some of a symbol at that place may be in sight.
    fn may_show(&self, at: MapPoint) -> bool {
        self.seen.grown(SYMBOL_REACH * self.viewport.resolution).contains(at)
    }

    /// A line of the map's ground: thinner where the map is small, so that it does not clog.
    fn thinned(&self, stroke: Stroke) -> Stroke {
        let factor = (THINNING_RESOLUTION / self.viewport.resolution).clamp(0.4, 1.0);
        let dash = stroke.dash.map(|length| length * factor.max(0.6));
        Stroke { width: stroke.width * factor, dash, ..stroke }
    }

    /// A line along `edges` of which only what falls on `ground` is seen: half of it.
    fn band(&mut self, mesh: &Mesh, ground: &Chains, edges: &Chains, stroke: Stroke) {
        if !self.rings(mesh, ground) {
            return;
        }
        self.canvas.clip();
        if self.lines(mesh, edges) {
            let stroke = self.thinned(stroke);
            self.canvas.stroke(Stroke { width: stroke.width * 2.0, ..stroke });
        }
        self.canvas.unclip();
    }

    /// Starts a path with rings; false when none is in sight. An arc out of sight is replaced by
    /// its chord, which is out of sight too: what is inside stays inside.
    fn rings(&mut self, mesh: &Mesh, chains: &Chains) -> bool {
        self.canvas.begin();
        let mut is_seen = false;
        for (steps, bounds) in chains.iter() {
            if !bounds.intersects(self.seen) {
                continue;
            }
            is_seen = true;
            for (place, step) in steps.iter().enumerate() {
                let arc = &mesh.arcs()[step.arc()];
                self.trace(mesh, arc, arc.bounds.intersects(self.seen));
                self.put(place == 0, step.is_against());
            }
            self.canvas.close();
        }
        is_seen
    }

    /// Starts a path with lines; false when none is in sight. Arcs out of sight are left out.
    fn lines(&mut self, mesh: &Mesh, chains: &Chains) -> bool {
        self.canvas.begin();
        let mut is_seen = false;
        for (steps, bounds) in chains.iter() {
            if !bounds.intersects(self.seen) {
                continue;
            }
            let mut is_broken = true;
            for step in steps {
                let arc = &mesh.arcs()[step.arc()];
                if arc.bounds.intersects(self.seen) {
                    is_seen = true;
                    self.trace(mesh, arc, true);
                    self.put(is_broken, step.is_against());
                    is_broken = false;
                } else {
                    is_broken = true;
                }
            }
        }
        is_seen
    }

    /// Reads the vertices of an arc that can be told apart, always from its first to its last, so
    /// that both its sides see the same line; its ends only where it is `out of sight`.
    fn trace(&mut self, mesh: &Mesh, arc: &Arc, is_seen: bool) {
        self.line.clear();
        let points = mesh.points(arc);
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
        self.line.push(self.viewport.screen_from_map(first));
        if is_seen {
            let mut before = self.line[0];
            for &point in &points[1..points.len() - 1] {
                let screen = self.viewport.screen_from_map(point);
                let (x, y) = (screen.x - before.x, screen.y - before.y);
                if x * x + y * y > FINEST_SQUARED {
                    self.line.push(screen);
                    before = screen;
                }
            }
        }
        self.line.push(self.viewport.screen_from_map(last));
    }

    /// Puts what was traced on the path; the first vertex is the last of the step before.
    fn put(&mut self, is_start: bool, is_against: bool) {
        let count = self.line.len();
        for place in 0..count {
            let point = self.line[if is_against { count - 1 - place } else { place }];
            if place > 0 {
                self.canvas.line_to(point);
            } else if is_start {
                self.canvas.move_to(point);
            }
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

    fn disc(&mut self, at: MapPoint, number: u32, is_regional: bool, is_selected: bool) {
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
        self.canvas.circle(top, size);
        self.canvas.stroke(Stroke::full(self.palette.project_ground, 2.5));
        self.canvas.fill(Fill { color: self.palette.project, pattern: None });
        self.circle(top, size, self.palette.project);
        self.circle(top, size * 0.4, self.palette.project_ground);
    }

    /// A name; that of a town under its dot.
    fn name(&mut self, label: &Label) {
        let at = self.viewport.screen_from_map(label.at);
        if label.kind == LabelKind::Prefecture {
            let dot = self.viewport.screen_from_map(dot_of(label, self.viewport.resolution));
            self.canvas.begin();
            self.canvas.circle(dot, 2.5);
            self.canvas.stroke(Stroke::full(self.palette.halo, 2.0));
            self.canvas.fill(Fill { color: self.palette.text, pattern: None });
        }
        let weight = match label.kind {
            LabelKind::Department => Weight::Bold,
            LabelKind::Epci | LabelKind::Commune | LabelKind::Prefecture => Weight::Regular,
        };
        let (color, halo) = (self.palette.text, Some(self.palette.halo));
        let style = TextStyle { color, halo, size: label.size_px, weight, align: Align::Middle };
        self.canvas.text(&label.text, at, style);
    }

    fn text(&mut self, text: &str, at: ScreenPoint, size: f64, align: Align) {
        let (color, halo) = (self.palette.text, Some(self.palette.halo));
        self.canvas.text(text, at, TextStyle { color, halo, size, weight: Weight::Regular, align });
    }
}

/// The scale of what is in the middle of the screen, for a bar that does not move with the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// The length on the ground, kilometres.
    pub kilometres: u32,
    /// The length on screen, CSS pixels.
    pub length: f64,
}

impl ScaleBar {
    /// The bar of a round length on the ground, `longest` CSS pixels at the most.
    pub fn of(viewport: &Viewport, longest: f64) -> Self {
        let ground_per_map = Frame::at(viewport.center).ground_metres_per_map_metre();
        let ground_per_pixel = viewport.resolution * ground_per_map;
        let metres = round_length(longest * ground_per_pixel);
        Self { kilometres: metres / 1000, length: f64::from(metres) / ground_per_pixel }
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
