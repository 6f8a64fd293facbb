//! A canvas seen through a viewport: rings and lines of a mesh as paths.

use super::canvas::Canvas;
use crate::mesh::{Chains, DirectedArc, Mesh};
use crate::scene::{Palette, Stroke};
use crate::space::{MapBounds, MapPoint, ScreenPoint};
use crate::view::Viewport;

/// The farthest that a stroke reaches beyond the shape that it follows, CSS pixels.
pub const REACH: f64 = 12.0;

/// The resolution, metres per CSS pixel, from which on lines get thinner.
const THINNING_RESOLUTION: f64 = 1_500.0;

/// The square of the distance, CSS pixels, within which a vertex adds nothing to a line.
const FINEST_SQUARED: f64 = 0.25;

/// The part of an arc that is traced.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Trace {
    /// The vertices that can be told apart.
    Line,
    /// The first and the last vertex.
    Chord,
}

/// The way a traced arc joins the path.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Join {
    /// It starts a line.
    Start,
    /// It goes on from the last point, which is its first.
    Continue,
}

/// A canvas, seen through a viewport.
pub(super) struct Pen<'a, C> {
    pub(super) viewport: &'a Viewport,
    pub(super) seen: MapBounds,
    pub(super) palette: &'a Palette,
    pub(super) canvas: &'a mut C,
    /// The vertices of the arc at hand that can be told apart on screen.
    line: Vec<ScreenPoint>,
}

impl<'a, C: Canvas> Pen<'a, C> {
    pub(super) fn new(
        viewport: &'a Viewport,
        bounds: MapBounds,
        palette: &'a Palette,
        canvas: &'a mut C,
    ) -> Self {
        let seen = bounds.grown(REACH * viewport.resolution);
        Self { viewport, seen, palette, canvas, line: Vec::new() }
    }

    /// A stroke that gets thinner where the map is small, so that lines do not clog.
    pub(super) fn thinned(&self, stroke: Stroke) -> Stroke {
        let factor = (THINNING_RESOLUTION / self.viewport.resolution).clamp(0.4, 1.0);
        let dash = stroke.dash.map(|length| length * factor.max(0.6));
        Stroke { width: stroke.width * factor, dash, ..stroke }
    }

    /// A path with one ring.
    pub(super) fn ring(&mut self, ring: &[MapPoint]) {
        self.canvas.begin();
        self.line.clear();
        self.line.extend(ring.iter().map(|point| self.viewport.screen_from_map(*point)));
        self.put(Join::Start);
        self.canvas.close();
    }

    /// Starts a path with rings; false when none is in sight. An arc out of sight is replaced by
    /// its chord, which is out of sight too: what is inside stays inside.
    pub(super) fn rings(&mut self, mesh: &Mesh, chains: &Chains) -> bool {
        self.canvas.begin();
        self.add_rings(mesh, chains)
    }

    /// Adds rings to the path at hand; false when none is in sight.
    pub(super) fn add_rings(&mut self, mesh: &Mesh, chains: &Chains) -> bool {
        let mut is_seen = false;
        for (arcs, bounds) in chains.iter() {
            if !bounds.intersects(self.seen) {
                continue;
            }
            is_seen = true;
            let mut join = Join::Start;
            for &arc in arcs {
                let is_in_sight = mesh.arcs()[arc.index()].bounds.intersects(self.seen);
                self.trace(mesh, arc, if is_in_sight { Trace::Line } else { Trace::Chord });
                self.put(join);
                join = Join::Continue;
            }
            self.canvas.close();
        }
        is_seen
    }

    /// Starts a path with lines; false when none is in sight. Arcs out of sight are left out.
    pub(super) fn lines(&mut self, mesh: &Mesh, chains: &Chains) -> bool {
        self.canvas.begin();
        let mut is_seen = false;
        for (arcs, bounds) in chains.iter() {
            if !bounds.intersects(self.seen) {
                continue;
            }
            let mut join = Join::Start;
            for &arc in arcs {
                if mesh.arcs()[arc.index()].bounds.intersects(self.seen) {
                    is_seen = true;
                    self.trace(mesh, arc, Trace::Line);
                    self.put(join);
                    join = Join::Continue;
                } else {
                    join = Join::Start;
                }
            }
        }
        is_seen
    }

    /// Reads the vertices of an arc that can be told apart on screen. They are always chosen from the
    /// first to the last of the mesh, so that both sides of an arc have the same line.
    fn trace(&mut self, mesh: &Mesh, arc: DirectedArc, trace: Trace) {
        self.line.clear();
        let points = mesh.points(&mesh.arcs()[arc.index()]);
        let (Some(&first), Some(&last)) = (points.first(), points.last()) else { return };
        self.line.push(self.viewport.screen_from_map(first));
        if trace == Trace::Line {
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
        self.canvas.simplify(&mut self.line);
        if arc.is_reversed() {
            self.line.reverse();
        }
    }

    /// Puts the traced vertices on the path.
    fn put(&mut self, join: Join) {
        if let (Join::Start, Some(&first)) = (join, self.line.first()) {
            self.canvas.move_to(first);
        }
        for &point in self.line.iter().skip(1) {
            self.canvas.line_to(point);
        }
    }
}
