//! The canvases that lie on each other on the map: rasters, the selection, the outline under the
//! pointer. Each knows what it shows, and is moved and scaled to where that lies.

use super::context2d::Context2dCanvas;
use super::offscreen::Backing;
use crate::browser::pixels;
use map::text::fixed;
use map::{
    MapBounds, REACH, Raster, Scene, Subject, Viewport, draw_selection, hover_strokes, outline_path,
};
use web_sys::{CssStyleDeclaration, Element, HtmlCanvasElement, SvgElement};

/// A canvas that shows a raster.
pub(crate) struct CanvasLayer {
    pub(crate) canvas: Context2dCanvas,
    /// The raster on the canvas; none before it is painted.
    pub(crate) raster: Option<Raster>,
    position: Position,
}

/// A canvas that shows the selection, as large as its outline.
pub(crate) struct SelectionLayer {
    layer: CanvasLayer,
    outlined: Outlined,
}

/// An SVG that shows the outline of what is under the pointer, which changes too often for a
/// canvas.
pub(crate) struct HoverLayer {
    /// Two lines of one path, the first drawn first.
    lines: [Element; 2],
    outlined: Outlined,
    position: Position,
}

/// A request to outline subjects, or none, on a raster of a scene.
pub(crate) struct OutlineRequest<'a> {
    pub(crate) scene: &'a Scene,
    pub(crate) raster: &'a Raster,
    pub(crate) subjects: &'a [Subject],
    pub(crate) change: RasterChange,
}

/// The change of a raster since the last frame: painted again, wholly or in part, or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum RasterChange {
    Kept,
    Repainted,
}

/// The subjects that a layer outlines.
#[derive(Default)]
struct Outlined(Vec<Subject>);

/// The position of an element on the map, written to its style only when it changes.
struct Position {
    style: CssStyleDeclaration,
    display: &'static str,
    transform: String,
}

impl CanvasLayer {
    /// An empty layer on `element`; none where the browser gives no 2D context.
    pub(crate) fn new(element: HtmlCanvasElement, backing: Backing) -> Option<Self> {
        let position = Position::new(element.style());
        Some(Self { canvas: Context2dCanvas::new(element, backing)?, raster: None, position })
    }

    /// Moves and scales the raster to where it lies when `view` is on screen.
    pub(crate) fn follow(&mut self, view: &Viewport) {
        match self.raster {
            Some(raster) => self.position.set(transform(&raster, view)),
            None => self.position.hide(),
        }
    }

    /// Takes the layer off the screen.
    pub(crate) fn hide(&mut self) {
        self.position.hide();
    }
}

impl SelectionLayer {
    /// An empty layer on `element`; none where the browser gives no 2D context.
    pub(crate) fn new(element: HtmlCanvasElement) -> Option<Self> {
        let layer = CanvasLayer::new(element, Backing::Clear)?;
        Some(Self { layer, outlined: Outlined::default() })
    }

    /// Shows an outline.
    pub(crate) fn show(&mut self, outline: &OutlineRequest) {
        if !self.outlined.is_due(outline) {
            return;
        }
        let OutlineRequest { scene, raster, subjects, .. } = *outline;
        let each = subjects.iter().map(|subject| scene.atlas.bounds(subject));
        let bounds = each.fold(MapBounds::EMPTY, MapBounds::union);
        self.layer.raster = (!bounds.is_empty()).then(|| raster.cut(bounds, REACH)).flatten();
        if let Some(cut) = self.layer.raster {
            let canvas = &mut self.layer.canvas;
            canvas.prepare(&cut);
            draw_selection(scene, subjects, &cut.view, canvas);
            canvas.finish();
        }
    }

    /// Moves and scales the outline to where it lies when `view` is on screen.
    pub(crate) fn follow(&mut self, view: &Viewport) {
        self.layer.follow(view);
    }
}

impl HoverLayer {
    /// An empty layer in `svg`; none unless that has two lines.
    pub(crate) fn new(svg: &SvgElement) -> Option<Self> {
        let children = svg.children();
        Some(Self {
            lines: [children.item(0)?, children.item(1)?],
            outlined: Outlined::default(),
            position: Position::new(svg.style()),
        })
    }

    /// Shows an outline where it lies when `view` is on screen.
    pub(crate) fn show(&mut self, outline: &OutlineRequest, view: &Viewport) {
        if self.outlined.is_due(outline) {
            self.draw(outline);
        }
        if self.outlined.0.is_empty() {
            self.position.hide();
        } else {
            self.position.set(transform(outline.raster, view));
        }
    }

    fn draw(&self, outline: &OutlineRequest) {
        let OutlineRequest { scene, raster, subjects, .. } = *outline;
        if subjects.is_empty() {
            return;
        }
        let path = outline_path(&scene.atlas, subjects, &raster.view);
        for (line, stroke) in self.lines.iter().zip(hover_strokes(&scene.style.palette)) {
            // Fail only for names that are no names.
            let _ = line.set_attribute("d", &path);
            let _ = line.set_attribute("stroke", &stroke.color.css());
            let _ = line.set_attribute("stroke-width", &pixels(stroke.width));
        }
    }
}

impl Outlined {
    /// Takes the subjects of a request. Returns whether something is to be drawn: they are others, or
    /// the raster below them has changed.
    fn is_due(&mut self, outline: &OutlineRequest) -> bool {
        let is_same = self.0 == outline.subjects;
        if !is_same {
            self.0 = outline.subjects.to_vec();
        }
        !is_same || outline.change == RasterChange::Repainted && !self.0.is_empty()
    }
}

impl Position {
    fn new(style: CssStyleDeclaration) -> Self {
        Self { style, display: "", transform: String::new() }
    }

    fn set(&mut self, transform: String) {
        self.set_display("block");
        if self.transform != transform {
            // Fails only for style sheets that cannot be changed.
            let _ = self.style.set_property("transform", &transform);
            self.transform = transform;
        }
    }

    fn hide(&mut self) {
        self.set_display("none");
    }

    fn set_display(&mut self, display: &'static str) {
        if self.display != display {
            // The same.
            let _ = self.style.set_property("display", display);
            self.display = display;
        }
    }
}

/// The position of `raster` when `view` is on screen, as CSS writes it.
fn transform(raster: &Raster, view: &Viewport) -> String {
    let placement = raster.placement(view);
    let (left, top) = (pixels(placement.left), pixels(placement.top));
    let at = format!("translate({left},{top})");
    if placement.scale == 1.0 { at } else { format!("{at} scale({})", fixed(placement.scale, 6)) }
}
