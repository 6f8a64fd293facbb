//! The pictures that lie on each other on the map: a canvas, a canvas with one outline, an outline as
//! SVG. Each knows what it shows, and is moved and scaled to where that lies.

use crate::paint::{BrowserCanvas, pixels};
use crate::surface::Backing;
use map::{REACH, Raster, Scene, Territory, Viewport, draw_selection, hover_strokes, outline_path};
use web_sys::{Element, HtmlCanvasElement, HtmlElement, SvgElement};

/// A canvas and what is on it.
pub(crate) struct Picture {
    /// What paints it.
    pub(crate) canvas: BrowserCanvas,
    /// What is on it; none before it is painted.
    pub(crate) shows: Option<Raster>,
    style: Style,
}

/// A canvas with one outline.
pub(crate) struct Outline {
    /// As large as the outline.
    pub(crate) picture: Picture,
    of: Subject,
}

/// The outline of what is under the pointer.
pub(crate) struct Highlight {
    svg: SvgElement,
    /// Its lines, the first to be drawn first; all of one path.
    lines: [Element; 2],
    of: Subject,
    place: Style,
}

/// What an outline is of.
#[derive(Default)]
struct Subject(Option<Territory>);

/// How an element lies on the map, written only when it changes.
#[derive(Default)]
struct Style {
    display: &'static str,
    transform: String,
}

impl Picture {
    /// Nothing yet, on `element`; none where the browser gives no 2D context.
    pub(crate) fn new(element: HtmlCanvasElement, backing: Backing) -> Option<Self> {
        let canvas = BrowserCanvas::new(element, backing)?;
        Some(Self { canvas, shows: None, style: Style::default() })
    }

    /// Brings the picture to where it lies when `view` is on screen.
    pub(crate) fn place(&mut self, view: &Viewport) {
        match self.shows {
            Some(raster) => self.style.show(self.canvas.element(), transform(&raster, view)),
            None => self.hide(),
        }
    }

    /// Takes it off the screen.
    pub(crate) fn hide(&mut self) {
        self.style.hide(self.canvas.element());
    }
}

impl Outline {
    /// No outline yet, on `element`; none where the browser gives no 2D context.
    pub(crate) fn new(element: HtmlCanvasElement) -> Option<Self> {
        Some(Self { picture: Picture::new(element, Backing::Clear)?, of: Subject::default() })
    }

    /// Shows the outline of a territory, painted anew if it is another one or `is_new` says so.
    pub(crate) fn show(
        &mut self,
        scene: &Scene,
        raster: &Raster,
        territory: Option<Territory>,
        is_new: bool,
    ) {
        if !self.of.turn_to(territory, is_new) {
            return;
        }
        let bounds = territory.map(|territory| scene.atlas.bounds(territory));
        self.picture.shows = bounds.and_then(|bounds| raster.cut(bounds, REACH));
        if let (Some(cut), Some(territory)) = (self.picture.shows, territory) {
            let canvas = &mut self.picture.canvas;
            canvas.prepare(&cut);
            draw_selection(&scene.atlas, &scene.style, territory, &cut.view, canvas);
            canvas.finish();
        }
    }
}

impl Highlight {
    /// No outline yet, in `svg`; none unless that has two lines.
    pub(crate) fn new(svg: SvgElement) -> Option<Self> {
        let line = |place| svg.children().item(place);
        Some(Self {
            lines: [line(0)?, line(1)?],
            svg,
            of: Subject::default(),
            place: Style::default(),
        })
    }

    /// Shows the outline of a territory, drawn anew if it is another one or `is_new` says so.
    pub(crate) fn show(
        &mut self,
        scene: &Scene,
        raster: &Raster,
        territory: Option<Territory>,
        is_new: bool,
    ) {
        if !self.of.turn_to(territory, is_new) {
            return;
        }
        let Some(territory) = territory else { return };
        let path = outline_path(&scene.atlas, territory, &raster.view);
        for (line, stroke) in self.lines.iter().zip(hover_strokes(&scene.style.palette)) {
            // Fail only for names that are no names.
            let _ = line.set_attribute("d", &path);
            let _ = line.set_attribute("stroke", &stroke.color.css());
            let _ = line.set_attribute("stroke-width", &pixels(stroke.width));
        }
    }

    /// Brings it to where it lies when `view` is on screen; it was drawn on `raster`.
    pub(crate) fn place(&mut self, raster: &Raster, view: &Viewport) {
        match self.of {
            Subject(Some(_)) => self.place.show(&self.svg, transform(raster, view)),
            Subject(None) => self.place.hide(&self.svg),
        }
    }
}

impl Subject {
    /// Turns to a territory, and says whether there is something to do: it is another one, or the
    /// map below it `is_new`.
    fn turn_to(&mut self, territory: Option<Territory>, is_new: bool) -> bool {
        std::mem::replace(&mut self.0, territory) != territory || is_new && territory.is_some()
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

/// Where a picture of `raster` lies when `view` is on screen, as CSS writes it.
fn transform(raster: &Raster, view: &Viewport) -> String {
    let place = raster.placement(view);
    let (left, top) = (pixels(place.left), pixels(place.top));
    let at = format!("translate({left},{top})");
    if place.scale == 1.0 { at } else { format!("{at} scale({})", number(place.scale)) }
}

/// A number of at most six decimals, as CSS writes it; by whole numbers, see `pixels`.
fn number(value: f64) -> String {
    let millionths = (value * 1e6).round() as u64;
    format!("{}.{:06}", millionths / 1_000_000, millionths % 1_000_000)
}
