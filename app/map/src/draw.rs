//! Drawing a scene on a canvas, through a viewport.

mod signs;

use crate::atlas::Atlas;
use crate::canvas::Canvas;
use crate::mesh::{Arc, Chains, Mesh};
use crate::model::Territory;
use crate::scene::{Item, Scene, selected_disc, selection_strokes};
use crate::{Layer, Look, MapBounds, MapPoint, Palette, PathText, ScreenPoint, Stroke, Viewport};

/// How far a stroke may reach beyond the shape that it follows, CSS pixels.
pub const REACH: f64 = 12.0;

/// How far a name may reach from its middle, CSS pixels.
const NAME_REACH: f64 = 180.0;

/// How far a symbol or its caption may reach from its place, CSS pixels.
const SYMBOL_REACH: f64 = 40.0;

/// The resolution, metres per CSS pixel, from which on lines get thinner.
const THINNING_RESOLUTION: f64 = 1_500.0;

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
            Item::Seam(ring, bounds, fill) => {
                if bounds.intersects(self.seen) {
                    self.ring(ring);
                    self.canvas.fill(*fill);
                }
            }
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

    /// A path with one ring.
    fn ring(&mut self, ring: &[MapPoint]) {
        self.canvas.begin();
        self.line.clear();
        self.line.extend(ring.iter().map(|point| self.viewport.screen_from_map(*point)));
        self.put(true, false);
        self.canvas.close();
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
}
