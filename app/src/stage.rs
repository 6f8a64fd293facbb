//! The pictures of the map: what is painted when, and where it lies.
//!
//! | picture | shows | is painted anew |
//! | --- | --- | --- |
//! | `base` | the whole country, small | when the look changes; seen only where `sheet` does not reach |
//! | `sheet` | the view and some more around it | when the look changes, and when a zoom rests; its edges while it is dragged |
//! | `selection` | an outline | when it is another one, or `sheet` is |
//! | `hover` | an outline, as SVG: it changes too often for a canvas | the same |
//!
//! Between two paintings the pictures are moved and scaled, which costs next to nothing.

use crate::paint::{BrowserCanvas, pixels};
use crate::surface::Backing;
use leptos::prelude::*;
use map::{
    Atlas, Look, Painting, Part, REACH, Scene, Sheet, Territory, Viewport, country_bounds, draw,
    draw_part, draw_selection, hover_strokes, outline_path,
};
use web_sys::{Element, HtmlCanvasElement, HtmlElement, SvgElement};

/// How far the sheet reaches beyond the screen, CSS pixels. The very first one does not: what is on
/// screen comes before what may come there.
const MARGIN: f64 = 104.0;

/// How long a zoom must rest before it is painted anew, milliseconds.
pub(crate) const REST_MS: f64 = 110.0;

/// The width of the picture of the whole country, CSS pixels.
const BASE_WIDTH: f64 = 560.0;

/// The pictures, in the order in which they lie on each other.
pub(crate) struct Stage {
    base: Picture,
    sheet: Picture,
    selection: Outline,
    hover: Highlight,
    scene: Option<Scene>,
    /// When the view last changed its resolution, and to which.
    zoomed: (f64, f64),
    margin: f64,
}

/// A canvas and what is on it.
struct Picture {
    canvas: BrowserCanvas,
    shows: Option<Sheet>,
    style: Style,
}

/// A canvas with one outline.
struct Outline {
    picture: Picture,
    of: Option<Territory>,
}

/// The outline of what is under the pointer.
struct Highlight {
    svg: SvgElement,
    /// Its lines, the first to be drawn first; all of one path.
    lines: [Element; 2],
    of: Option<Territory>,
    place: Style,
}

/// How an element lies on the map, written only when it changes.
#[derive(Default)]
struct Style {
    display: &'static str,
    transform: String,
}

/// What a frame left undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Rest {
    /// Nothing: the picture is sharp.
    Sharp,
    /// The picture is scaled: it is to be painted when the zoom rests.
    Scaled,
}

impl Stage {
    /// The stage on its canvases, lowest first, and the element of the highlight; none where the
    /// browser gives no 2D context.
    pub(crate) fn new(
        [base, sheet, selection]: [HtmlCanvasElement; 3],
        svg: SvgElement,
    ) -> Option<Self> {
        Some(Self {
            base: Picture::new(base, Backing::Opaque)?,
            sheet: Picture::new(sheet, Backing::Opaque)?,
            selection: Outline { picture: Picture::new(selection, Backing::Clear)?, of: None },
            hover: Highlight::new(svg)?,
            scene: None,
            zoomed: (0.0, 0.0),
            margin: 0.0,
        })
    }

    /// Nothing moves: gives up what it takes to paint; from now on paints a little more than what is
    /// on screen.
    pub(crate) fn rest(&mut self) {
        self.margin = MARGIN;
        self.sheet.canvas.rest();
    }

    /// What to draw from now on; painted with the next frame.
    pub(crate) fn set_scene(&mut self, atlas: &Atlas, look: Look) {
        let is_same_look = self.scene.as_ref().is_some_and(|scene| scene.look == look);
        if !is_same_look {
            self.base.shows = None;
        }
        self.scene = Some(Scene::new(atlas.clone(), look));
        self.sheet.shows = None;
    }

    /// Brings everything to where it should be for `view` at a time, and paints what has to be.
    pub(crate) fn frame(
        &mut self,
        view: &Viewport,
        [selection, hover]: [Option<Territory>; 2],
        now_ms: f64,
    ) -> Rest {
        if self.scene.is_none() {
            return Rest::Sharp;
        }
        if (self.zoomed.1 / view.resolution - 1.0).abs() > 1e-9 {
            self.zoomed = (now_ms, view.resolution);
        }
        let is_at_rest = now_ms - self.zoomed.0 >= REST_MS;
        let is_painted = self.paint(view, is_at_rest);
        self.place_base(view);
        self.sheet.place(view);
        if let (Some(scene), Some(sheet)) = (&self.scene, &self.sheet.shows) {
            self.selection.show(scene, sheet, selection, is_painted);
            self.hover.show(scene, sheet, hover, is_painted);
            self.hover.place(sheet, view);
        }
        self.selection.picture.place(view);
        let is_sharp = self.sheet.shows.is_some_and(|sheet| sheet.is_as_large_as(view));
        if is_sharp { Rest::Sharp } else { Rest::Scaled }
    }

    /// Outlines what is under the pointer, as it lies on the picture that is there.
    pub(crate) fn point(&mut self, view: &Viewport, hover: Option<Territory>) {
        if let (Some(scene), Some(sheet)) = (&self.scene, &self.sheet.shows) {
            self.hover.show(scene, sheet, hover, false);
            self.hover.place(sheet, view);
        }
    }

    /// Paints what of the sheet has to be; says whether anything was.
    fn paint(&mut self, view: &Viewport, is_at_rest: bool) -> bool {
        let Some(scene) = &mut self.scene else { return false };
        let ratio = window().device_pixel_ratio();
        let known = self.sheet.shows.filter(|sheet| (sheet.ratio - ratio).abs() < 1e-9);
        let painting = known.map_or(Painting::Anew, |sheet| sheet.painting(view, self.margin));
        match painting {
            Painting::Nothing => return false,
            Painting::Parts { sheet, shift, parts } => {
                self.sheet.canvas.shift(&sheet, shift);
                self.sheet.shows = Some(sheet);
                for part in parts {
                    self.sheet.paint(scene, &sheet, part);
                }
                // In a drag, the next part is not far.
                self.sheet.canvas.show();
            }
            // While a zoom goes on, the picture at hand is scaled.
            Painting::Anew if !is_at_rest && known.is_some_and(|it| !it.is_as_large_as(view)) => {
                return false;
            }
            Painting::Anew => {
                let sheet = Sheet::around(view, self.margin, ratio);
                self.sheet.canvas.prepare(&sheet);
                scene.write_names(view.resolution, |text, size| {
                    self.sheet.canvas.width_of(text, size)
                });
                self.sheet.shows = Some(sheet);
                self.sheet.paint(scene, &sheet, sheet.whole());
                self.sheet.canvas.finish();
            }
        }
        true
    }

    /// The whole country is seen where the sheet does not reach: in the midst of a zoom.
    fn place_base(&mut self, view: &Viewport) {
        let is_covered = self.sheet.shows.is_some_and(|sheet| sheet.covers(view));
        if is_covered {
            self.base.hide();
            return;
        }
        self.paint_base();
        self.base.place(view);
    }

    /// Paints the whole country, if it is not there already.
    pub(crate) fn paint_base(&mut self) {
        let (Some(scene), None) = (&self.scene, &self.base.shows) else { return };
        let bounds = country_bounds().grown(20_000.0);
        let resolution = bounds.width() / BASE_WIDTH;
        let size = (BASE_WIDTH, (bounds.height() / resolution).ceil());
        let sheet =
            Sheet { view: Viewport { center: bounds.center(), resolution, size }, ratio: 1.0 };
        self.base.canvas.prepare(&sheet);
        let plain = Scene::new(Atlas::new(scene.atlas.model.clone()), scene.look.clone());
        self.base.canvas.begin_part(sheet.whole(), plain.look.palette.outside);
        draw(&plain, &sheet.view, &mut self.base.canvas);
        self.base.canvas.end_part();
        self.base.canvas.finish();
        self.base.shows = Some(sheet);
    }
}

impl Picture {
    fn new(element: HtmlCanvasElement, backing: Backing) -> Option<Self> {
        let canvas = BrowserCanvas::new(element, backing)?;
        Some(Self { canvas, shows: None, style: Style::default() })
    }

    fn paint(&mut self, scene: &Scene, sheet: &Sheet, part: Part) {
        self.canvas.begin_part(part, scene.look.palette.outside);
        draw_part(scene, &sheet.view, sheet.bounds_of(part), &mut self.canvas);
        self.canvas.end_part();
    }

    /// Brings the picture to where it lies when `view` is on screen.
    fn place(&mut self, view: &Viewport) {
        match self.shows {
            Some(sheet) => self.style.show(self.canvas.element(), transform(&sheet, view)),
            None => self.hide(),
        }
    }

    fn hide(&mut self) {
        self.style.hide(self.canvas.element());
    }
}

impl Outline {
    /// Shows the outline of a territory, painted anew if it is another one or `is_new` says so.
    fn show(&mut self, scene: &Scene, sheet: &Sheet, territory: Option<Territory>, is_new: bool) {
        if self.of == territory && !(is_new && territory.is_some()) {
            return;
        }
        self.of = territory;
        let bounds = territory.map(|territory| scene.atlas.bounds(territory));
        self.picture.shows = bounds.and_then(|bounds| sheet.cut(bounds, REACH));
        if let (Some(cut), Some(territory)) = (self.picture.shows, territory) {
            let canvas = &mut self.picture.canvas;
            canvas.prepare(&cut);
            draw_selection(&scene.atlas, &scene.look, territory, &cut.view, canvas);
            canvas.finish();
        }
    }
}

impl Highlight {
    fn new(svg: SvgElement) -> Option<Self> {
        let line = |place| svg.children().item(place);
        Some(Self { lines: [line(0)?, line(1)?], svg, of: None, place: Style::default() })
    }

    /// Shows the outline of a territory, drawn anew if it is another one or `is_new` says so.
    fn show(&mut self, scene: &Scene, sheet: &Sheet, territory: Option<Territory>, is_new: bool) {
        if self.of == territory && !(is_new && territory.is_some()) {
            return;
        }
        self.of = territory;
        let Some(territory) = territory else { return };
        let path = outline_path(&scene.atlas, territory, &sheet.view);
        for (line, stroke) in self.lines.iter().zip(hover_strokes(&scene.look.palette)) {
            // Fail only for names that are no names.
            let _ = line.set_attribute("d", &path);
            let _ = line.set_attribute("stroke", &stroke.color.css());
            let _ = line.set_attribute("stroke-width", &pixels(stroke.width));
        }
    }

    fn place(&mut self, sheet: &Sheet, view: &Viewport) {
        match self.of {
            Some(_) => self.place.show(&self.svg, transform(sheet, view)),
            None => self.place.hide(&self.svg),
        }
    }
}

impl Style {
    fn show(&mut self, element: &impl Styled, transform: String) {
        self.set_display(element, "block");
        if self.transform != transform {
            element.set("transform", &transform);
            self.transform = transform;
        }
    }

    fn hide(&mut self, element: &impl Styled) {
        self.set_display(element, "none");
    }

    fn set_display(&mut self, element: &impl Styled, display: &'static str) {
        if self.display != display {
            element.set("display", display);
            self.display = display;
        }
    }
}

/// What has a style: elements of HTML and of SVG.
trait Styled {
    fn set(&self, name: &str, value: &str);
}

impl Styled for HtmlCanvasElement {
    fn set(&self, name: &str, value: &str) {
        let element: &HtmlElement = self;
        // Fails only for sheets of style that cannot be written to.
        let _ = element.style().set_property(name, value);
    }
}

impl Styled for SvgElement {
    fn set(&self, name: &str, value: &str) {
        // The same.
        let _ = SvgElement::style(self).set_property(name, value);
    }
}

/// Where a picture of `sheet` lies when `view` is on screen, as CSS writes it.
fn transform(sheet: &Sheet, view: &Viewport) -> String {
    let place = sheet.placement(view);
    let (left, top) = (pixels(place.left), pixels(place.top));
    let at = format!("translate({left},{top})");
    if place.scale == 1.0 { at } else { format!("{at} scale({})", number(place.scale)) }
}

/// A number of at most six decimals, as CSS writes it; by whole numbers, see `pixels`.
fn number(value: f64) -> String {
    let millionths = (value * 1e6).round() as u64;
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}
