//! The browser's 2D context as a canvas of the core.
//!
//! The device-pixel ratio is handled here and nowhere else: what comes in is CSS pixels, what goes
//! out is device pixels.

use crate::surface::{Backing, Surface};
use crate::texture::texture;
use map::{
    Align, Canvas, Color, Fill, PixelRect, Raster, Scene, ScreenPoint, Stroke, TextStyle, Weight,
    draw_within,
};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsValue;
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

/// The families of the page, as in the style sheet.
const FONT_FAMILY: &str = "system-ui, sans-serif";

/// Lines below this width have no round ends and corners, device pixels.
const THIN: f64 = 2.0;

/// The size at which letters are measured, CSS pixels: their widths grow with it.
const MEASURED: f64 = 20.0;

/// A 2D context with the textures that it has made so far.
pub(crate) struct BrowserCanvas {
    surface: Surface,
    /// That of what is painted.
    ratio: f64,
    /// Width and height of what is seen, device pixels, and its ratio.
    seen: ((u32, u32), f64),
    /// Where the textures start, so that they lie on the map and not on the picture: device pixels.
    phase: (f64, f64),
    textures: HashMap<Fill, (CanvasPattern, f64)>,
    /// The widths of letters at the size of [`MEASURED`].
    widths: RefCell<HashMap<char, f64>>,
}

impl BrowserCanvas {
    /// What paints on `element`; none where the browser gives no 2D context.
    pub(crate) fn new(element: HtmlCanvasElement, backing: Backing) -> Option<Self> {
        Some(Self {
            surface: Surface::new(element, backing)?,
            ratio: 1.0,
            seen: ((0, 0), 1.0),
            phase: (0.0, 0.0),
            textures: HashMap::new(),
            widths: RefCell::default(),
        })
    }

    /// The element.
    pub(crate) fn element(&self) -> &HtmlCanvasElement {
        &self.surface.element
    }

    fn context(&self) -> &CanvasRenderingContext2d {
        &self.surface.context
    }

    /// Whether what is seen stays while something else is painted.
    pub(crate) fn is_out_of_sight(&self) -> bool {
        self.surface.is_out_of_sight()
    }

    /// Shows what was painted since it was last shown.
    pub(crate) fn show(&mut self) {
        self.surface.show();
        let (width, height) = self.surface.size();
        let seen = ((width, height), self.ratio);
        if self.seen != seen {
            self.seen = seen;
            let style = self.element().style();
            // Fail only for sheets of style that cannot be written to.
            let _ = style.set_property("width", &pixels(f64::from(width) / self.ratio));
            let _ = style.set_property("height", &pixels(f64::from(height) / self.ratio));
        }
    }

    /// Shows what was painted, and gives up what it takes to paint.
    pub(crate) fn finish(&mut self) {
        self.show();
        self.rest();
    }

    /// Gives up what it takes to paint, until that is done again; what is shown stays.
    pub(crate) fn rest(&self) {
        self.surface.close();
    }

    /// Gets ready for the picture of `raster`, on which nothing is yet.
    pub(crate) fn prepare(&mut self, raster: &Raster) {
        self.surface.prepare(raster.device_size());
        if (self.ratio - raster.ratio).abs() > f64::EPSILON {
            self.ratio = raster.ratio;
            self.textures.clear();
        }
        self.follow(raster);
    }

    /// Moves the picture by so many device pixels, which then is that of `raster`.
    pub(crate) fn shift(&mut self, raster: &Raster, (right, down): (i32, i32)) {
        self.surface.open();
        let context = self.context();
        // « copy » puts nothing where nothing comes from, and so needs no second canvas. The calls
        // fail only for canvases without a size.
        let _ = context.set_global_composite_operation("copy");
        let _ = context.draw_image_with_html_canvas_element(
            self.element(),
            f64::from(right),
            f64::from(down),
        );
        let _ = context.set_global_composite_operation("source-over");
        self.follow(raster);
    }

    /// Paints `part` of `raster`, and nothing beside it.
    pub(crate) fn paint(&mut self, scene: &Scene, raster: &Raster, part: PixelRect) {
        self.begin_part(part, scene.style.palette.outside);
        draw_within(scene, &raster.view, raster.bounds_of(part), self);
        self.end_part();
    }

    /// Until [`Self::end_part`], draws inside `part` only, over `ground`.
    pub(crate) fn begin_part(&mut self, part: PixelRect, ground: Color) {
        let [left, top, width, height] =
            [part.left, part.top, part.width, part.height].map(f64::from);
        self.context().save();
        self.context().begin_path();
        self.context().rect(left, top, width, height);
        self.context().clip();
        self.context().set_fill_style_str(&ground.css());
        self.context().fill_rect(left, top, width, height);
    }

    /// Ends what [`Self::begin_part`] began.
    pub(crate) fn end_part(&mut self) {
        self.context().restore();
    }

    /// The width of a text, CSS pixels, taken as bold: names are a little smaller than their room.
    /// The sum of its letters, each measured once: there are thousands of names, and less than a
    /// hundred letters.
    pub(crate) fn width_of(&self, text: &str, size: f64) -> f64 {
        if text.is_empty() {
            return size;
        }
        let mut widths = self.widths.borrow_mut();
        let letters = text.chars().map(|letter| {
            *widths.entry(letter).or_insert_with(|| {
                self.context().set_font(&font(Weight::Bold, MEASURED));
                let metrics = self.context().measure_text(letter.encode_utf8(&mut [0; 4]));
                metrics.map_or(0.0, |metrics| metrics.width())
            })
        });
        letters.sum::<f64>() * size / MEASURED
    }

    fn follow(&mut self, raster: &Raster) {
        let corner = raster.view.map_from_screen(ScreenPoint::new(0.0, 0.0));
        let device = |metres: f64| -(metres / raster.view.resolution * raster.ratio).round();
        self.phase = (device(corner.x), device(-corner.y));
    }

    fn apply(&self, stroke: Stroke) {
        self.context().set_stroke_style_str(&stroke.color.css());
        self.context().set_line_width(stroke.width * self.ratio);
        let dash = stroke.dash.map(|length| length * self.ratio);
        let is_dashed = dash[1] > 0.0;
        // Arcs that follow each other are not always one line. Nobody sees whether the ends of thin ones
        // are round, which takes a third more time.
        let is_thin = stroke.width * self.ratio < THIN;
        self.context().set_line_cap(match (is_dashed, is_thin) {
            (true, _) => "butt",
            (false, true) => "square",
            (false, false) => "round",
        });
        self.context().set_line_join(if is_thin { "bevel" } else { "round" });
        let dash: &[f64] = if is_dashed { &dash } else { &[] };
        let lengths: js_sys::Array = dash.iter().map(|&length| JsValue::from_f64(length)).collect();
        // Fails only for what is not a list of numbers.
        let _ = self.context().set_line_dash(&lengths);
    }

    fn texture(&mut self, fill: Fill) -> Option<(CanvasPattern, f64)> {
        if !self.textures.contains_key(&fill) {
            let (pattern, ink) = fill.pattern?;
            let texture = texture(fill.color, pattern, ink, self.ratio, self.context())?;
            self.textures.insert(fill, texture);
        }
        self.textures.get(&fill).cloned()
    }
}

impl Canvas for BrowserCanvas {
    fn begin(&mut self) {
        self.context().begin_path();
    }

    fn move_to(&mut self, point: ScreenPoint) {
        self.context().move_to(point.x * self.ratio, point.y * self.ratio);
    }

    fn line_to(&mut self, point: ScreenPoint) {
        self.context().line_to(point.x * self.ratio, point.y * self.ratio);
    }

    fn close(&mut self) {
        self.context().close_path();
    }

    fn circle(&mut self, center: ScreenPoint, radius: f64) {
        let ratio = self.ratio;
        // Fails only for a negative radius.
        let _ = self.context().arc(
            center.x * ratio,
            center.y * ratio,
            radius * ratio,
            0.0,
            std::f64::consts::TAU,
        );
    }

    fn fill(&mut self, fill: Fill) {
        match self.texture(fill) {
            Some((texture, side)) => {
                // The path stays where it is; only the texture moves.
                let (x, y) = (self.phase.0.rem_euclid(side), self.phase.1.rem_euclid(side));
                self.context().set_fill_style_canvas_pattern(&texture);
                // Fail only for what is not a number.
                let _ = self.context().translate(x, y);
                self.context().fill();
                let _ = self.context().translate(-x, -y);
            }
            None => {
                self.context().set_fill_style_str(&fill.color.css());
                self.context().fill();
            }
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        self.apply(stroke);
        self.context().stroke();
    }

    fn clip(&mut self) {
        self.context().save();
        self.context().clip();
    }

    fn unclip(&mut self) {
        self.context().restore();
    }

    fn text(&mut self, text: &str, at: ScreenPoint, style: TextStyle) {
        self.context().set_font(&font(style.weight, style.size * self.ratio));
        self.context().set_text_baseline("middle");
        self.context().set_text_align(if style.align == Align::Middle { "center" } else { "left" });
        let (x, y) = (at.x * self.ratio, at.y * self.ratio);
        if let Some(halo) = style.halo {
            self.apply(Stroke::full(halo, 3.0));
            let _ = self.context().stroke_text(text, x, y);
        }
        self.context().set_fill_style_str(&style.color.css());
        let _ = self.context().fill_text(text, x, y);
    }
}

/// A font of a size in pixels of the canvas, as CSS writes it.
fn font(weight: Weight, size: f64) -> String {
    let weight = if weight == Weight::Bold { "700" } else { "400" };
    format!("{weight} {} {FONT_FAMILY}", pixels(size))
}

/// A length with a thousandth of a pixel, as CSS writes it; by whole numbers, since writing an `f64`
/// costs the page 10 KB.
pub(crate) fn pixels(length: f64) -> String {
    let thousandths = (length * 1000.0).round() as i32;
    let sign = if thousandths < 0 { "-" } else { "" };
    let thousandths = thousandths.unsigned_abs();
    format!("{sign}{}.{:03}px", thousandths / 1000, thousandths % 1000)
}
