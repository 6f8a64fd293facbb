//! Drawing a scene on a canvas, through a viewport.

use super::canvas::Canvas;
use super::pen::Pen;
use super::signs::RING_RADIUS;
use super::svg::PathText;
use crate::data::{Atlas, Subject};
use crate::scene::item::Item;
use crate::scene::{Palette, Scene, selected_disc, selection_strokes};
use crate::space::{MapBounds, MapPoint};
use crate::territory::Layer;
use crate::view::Viewport;

/// The farthest that a name reaches from its middle, CSS pixels.
const NAME_REACH: f64 = 180.0;

/// The farthest that a symbol or its caption reaches from its point, CSS pixels.
const SYMBOL_REACH: f64 = 40.0;

/// Draws `scene` as `viewport` sees it. Items outside the screen are left out.
///
/// # Example
/// ```
/// use map::served::MapFile;
/// use map::{
///     Atlas, Canvas, Layer, MapStyle, Model, Palette, Scene, ScreenPoint, TextStyle, Viewport, draw,
/// };
/// use std::sync::Arc;
///
/// /// A canvas that keeps the texts.
/// #[derive(Default)]
/// struct Recorder(Vec<String>);
///
/// impl Canvas for Recorder {
///     fn text(&mut self, text: &str, _: ScreenPoint, _: TextStyle) {
///         self.0.push(text.to_owned());
///     }
/// }
///
/// // A map without territories: only the insets are left.
/// let model = Model::new(MapFile::default())?;
/// let style = MapStyle {
///     layers: Layer::ALL.to_vec(),
///     hidden: Vec::new(),
///     choropleth: None,
///     palette: Palette::LIGHT,
/// };
/// let scene = Scene::new(Atlas::new(Arc::new(model)), style);
/// let mut recorder = Recorder::default();
/// draw(&scene, &Viewport::country((800.0, 600.0)), &mut recorder);
/// assert!(recorder.0.contains(&"Mayotte".to_owned()) || recorder.0.contains(&"976".to_owned()));
/// # Ok::<(), map::DataError>(())
/// ```
pub fn draw(scene: &Scene, viewport: &Viewport, canvas: &mut impl Canvas) {
    draw_within(scene, viewport, viewport.bounds(), canvas);
}

/// Draws the items of `scene` that touch `bounds`, as `viewport` sees them.
pub fn draw_within(
    scene: &Scene,
    viewport: &Viewport,
    bounds: MapBounds,
    canvas: &mut impl Canvas,
) {
    let mut pen = Pen::new(viewport, bounds, &scene.style.palette, canvas);
    for item in scene.items(viewport.resolution) {
        pen.item(item);
    }
}

/// The outlines of subjects as `viewport` sees them: the attribute `d` of an SVG path, in CSS pixels. For what
/// is under the pointer, with the strokes of [`crate::hover_strokes`].
pub fn outline_path(atlas: &Atlas, subjects: &[Subject], viewport: &Viewport) -> String {
    let mut path = PathText::default();
    let mut pen = Pen::new(viewport, viewport.bounds(), &Palette::LIGHT, &mut path);
    for (mesh, chains) in subjects.iter().flat_map(|subject| atlas.outline(subject)) {
        pen.lines(mesh, &chains);
    }
    for at in subjects.iter().flat_map(|subject| atlas.model.signs_of(subject)) {
        path.circle(viewport.screen_from_map(at), RING_RADIUS);
    }
    path.text
}

/// Draws the outlines of the selected subjects, as `viewport` sees it, and above it the symbols and
/// names of `scene` around there: a line never hides a name.
pub fn draw_selection(
    scene: &Scene,
    subjects: &[Subject],
    viewport: &Viewport,
    canvas: &mut impl Canvas,
) {
    let Scene { atlas, style, .. } = scene;
    let mut pen = Pen::new(viewport, viewport.bounds(), &style.palette, canvas);
    let outline: Vec<_> = subjects.iter().flat_map(|subject| atlas.outline(subject)).collect();
    for stroke in selection_strokes(&style.palette) {
        for (mesh, lines) in &outline {
            pen.item(Item::Outline { mesh, lines, stroke });
        }
        for at in subjects.iter().flat_map(|subject| atlas.model.signs_of(subject)) {
            pen.item(Item::Ring(at, stroke));
        }
    }
    for sign in scene.signs(viewport.resolution) {
        pen.item(sign);
    }
    if style.choropleth.is_none() && style.layers.contains(&Layer::Projects) {
        for disc in subjects.iter().filter_map(|subject| selected_disc(atlas, subject)) {
            pen.item(disc);
        }
    }
}

impl<C: Canvas> Pen<'_, C> {
    pub(super) fn item(&mut self, item: Item) {
        match item {
            Item::Sliver { ring, bounds, fill } => {
                if bounds.intersects(self.seen) {
                    self.ring(ring);
                    self.canvas.fill(fill);
                }
            }
            Item::Areas { mesh, rings, fill } => {
                if self.rings(mesh, rings) {
                    self.canvas.fill(fill);
                }
            }
            Item::Lines { mesh, lines, stroke } => {
                if self.lines(mesh, lines) {
                    self.canvas.stroke(self.thinned(stroke));
                }
            }
            Item::Outline { mesh, lines, stroke } => {
                if self.lines(mesh, lines) {
                    self.canvas.stroke(stroke);
                }
            }
            Item::Inset(projection, bounds) => self.inset(projection, bounds),
            Item::Disc(disc, emphasis) => {
                if self.may_show(disc.at) {
                    self.disc(disc, emphasis);
                }
            }
            Item::Name(label) => {
                let reach = NAME_REACH * self.viewport.resolution;
                if self.seen.grown(reach).contains(label.at) {
                    self.name(label);
                }
            }
            Item::Pin(at) => {
                if self.may_show(at) {
                    self.pin(at);
                }
            }
            Item::Venue(at) => {
                if self.may_show(at) {
                    self.venue(at);
                }
            }
            Item::Ring(at, stroke) => self.ring_around(at, stroke),
            Item::Seat(layer, at) => {
                if self.may_show(at) {
                    self.seat(layer, at);
                }
            }
        }
    }

    /// Whether some of a symbol at that point may be in sight.
    fn may_show(&self, at: MapPoint) -> bool {
        self.seen.grown(SYMBOL_REACH * self.viewport.resolution).contains(at)
    }
}
