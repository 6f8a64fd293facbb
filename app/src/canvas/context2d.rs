//! The browser's 2D context as a canvas of the core.
//!
//! The device-pixel ratio is handled here and nowhere else: what comes in is CSS pixels, what goes
//! out is device pixels.

use super::offscreen::{Backing, BufferedCanvas, DeviceSize};
use super::texture::Texture;
use crate::browser::pixels;
use map::{
    Align, Canvas, Color, Fill, PixelRect, Raster, Scene, ScreenPoint, Stroke, TextStyle, Weight,
    draw_within,
};
use std::cell::RefCell;
use std::collections::HashMap;
use wasm_bindgen::JsValue;
use web_sys::{CanvasRenderingContext2d, HtmlCanvasElement};

/// The families of the page, as in the style sheet.
const FONT_FAMILY: &str = "system-ui, sans-serif";

/// Lines below this width have no round ends and corners, device pixels.
const THIN: f64 = 2.0;

/// The size at which letters are measured, CSS pixels: their widths grow with it.
const MEASURED: f64 = 20.0;

/// The width of the halo of a text, CSS pixels.
const HALO: f64 = 3.0;

/// A 2D context with the textures that it has made so far.
pub(crate) struct Context2dCanvas {
    buffered: BufferedCanvas,
    /// The ratio of the raster that is painted.
    ratio: f64,
    shown: Shown,
    origin: Origin,
    textures: HashMap<Fill, Texture>,
    /// The widths of letters at the size of [`MEASURED`].
    widths: RefCell<HashMap<char, f64>>,
}

/// The size of the picture that is shown, and its ratio.
#[derive(PartialEq)]
struct Shown {
    size: DeviceSize,
    ratio: f64,
}

/// The origin of the textures, device pixels: it moves with the map, so that they lie on the map and
/// not on the raster.
#[derive(Clone, Copy, Default)]
struct Origin {
    x: f64,
    y: f64,
}

impl Context2dCanvas {
    /// A canvas that shows its pictures in `element`; none where the browser gives no 2D context.
    pub(crate) fn new(element: HtmlCanvasElement, backing: Backing) -> Option<Self> {
        Some(Self {
            buffered: BufferedCanvas::new(element, backing)?,
            ratio: 1.0,
            shown: Shown { size: DeviceSize::default(), ratio: 1.0 },
            origin: Origin::default(),
            textures: HashMap::new(),
            widths: RefCell::default(),
        })
    }

    /// The element that shows the pictures.
    pub(crate) fn element(&self) -> &HtmlCanvasElement {
        &self.buffered.element
    }

    fn context(&self) -> &CanvasRenderingContext2d {
        &self.buffered.context
    }

    /// Whether the picture that is shown stays while another is painted.
    pub(crate) fn is_buffered(&self) -> bool {
        self.buffered.is_buffered()
    }

    /// Shows the picture that was painted.
    pub(crate) fn show(&mut self) {
        self.buffered.show();
        let shown = Shown { size: self.buffered.size(), ratio: self.ratio };
        if self.shown != shown {
            let css = |length: u32| pixels(f64::from(length) / shown.ratio);
            let style = self.element().style();
            // Fail only for style sheets that cannot be changed.
            let _ = style.set_property("width", &css(shown.size.width));
            let _ = style.set_property("height", &css(shown.size.height));
            self.shown = shown;
        }
    }

    /// Shows the picture that was painted, and gives up the memory to paint another.
    pub(crate) fn finish(&mut self) {
        self.show();
        self.release();
    }

    /// Gives up the memory to paint, until something is painted again.
    pub(crate) fn release(&self) {
        self.buffered.release();
    }

    /// Makes an empty canvas for `raster`.
    pub(crate) fn prepare(&mut self, raster: &Raster) {
        let (width, height) = raster.device_size();
        self.buffered.prepare(DeviceSize { width, height });
        if (self.ratio - raster.ratio).abs() > f64::EPSILON {
            self.ratio = raster.ratio;
            self.textures.clear();
        }
        self.move_origin(raster);
    }

    /// Moves the picture by so many device pixels; then it is that of `raster`.
    pub(crate) fn shift(&mut self, raster: &Raster, (right, down): (i32, i32)) {
        self.buffered.reopen();
        let context = self.context();
        // « copy » clears the rest, and so needs no second canvas. The calls fail only for canvases
        // without a size.
        let _ = context.set_global_composite_operation("copy");
        let _ = context.draw_image_with_html_canvas_element(
            self.element(),
            f64::from(right),
            f64::from(down),
        );
        let _ = context.set_global_composite_operation("source-over");
        self.move_origin(raster);
    }

    /// Paints a part of `raster`, and nothing beside it.
    pub(crate) fn paint(&mut self, scene: &Scene, raster: &Raster, part: PixelRect) {
        self.begin_part(part, scene.style.palette.outside);
        draw_within(scene, &raster.view, raster.bounds_of(part), self);
        self.context().restore();
    }

    /// From now on draws inside `part` only, over a plain background.
    fn begin_part(&self, part: PixelRect, background: Color) {
        let [left, top, width, height] =
            [part.left, part.top, part.width, part.height].map(f64::from);
        let context = self.context();
        context.save();
        context.begin_path();
        context.rect(left, top, width, height);
        context.clip();
        context.set_fill_style_str(&background.css());
        context.fill_rect(left, top, width, height);
    }

    /// The width of a text, CSS pixels, taken as bold: names are a little smaller than their space.
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

    fn move_origin(&mut self, raster: &Raster) {
        let corner = raster.view.map_from_screen(ScreenPoint::new(0.0, 0.0));
        let device = |metres: f64| -(metres / raster.view.resolution * raster.ratio).round();
        self.origin = Origin { x: device(corner.x), y: device(-corner.y) };
    }

    fn apply(&self, stroke: Stroke) {
        let context = self.context();
        context.set_stroke_style_str(&stroke.color.css());
        context.set_line_width(stroke.width * self.ratio);
        let dash = stroke.dash.map(|length| length * self.ratio);
        let is_dashed = dash[1] > 0.0;
        // Arcs that follow each other are not always one line. Nobody sees whether the ends of thin
        // ones are round, which takes a third more time.
        let is_thin = stroke.width * self.ratio < THIN;
        context.set_line_cap(match (is_dashed, is_thin) {
            (true, _) => "butt",
            (false, true) => "square",
            (false, false) => "round",
        });
        context.set_line_join(if is_thin { "bevel" } else { "round" });
        let dash: &[f64] = if is_dashed { &dash } else { &[] };
        let lengths: js_sys::Array = dash.iter().map(|&length| JsValue::from_f64(length)).collect();
        // Fails only for what is not a list of numbers.
        let _ = context.set_line_dash(&lengths);
    }

    fn texture(&mut self, fill: Fill) -> Option<Texture> {
        if !self.textures.contains_key(&fill) {
            fill.patterns.iter().flatten().next()?;
            let texture = Texture::new(fill, self.ratio, self.context())?;
            self.textures.insert(fill, texture);
        }
        self.textures.get(&fill).cloned()
    }
}

impl Canvas for Context2dCanvas {
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
        let [x, y, radius] = [center.x, center.y, radius].map(|length| length * self.ratio);
        // Fails only for a negative radius.
        let _ = self.context().arc(x, y, radius, 0.0, std::f64::consts::TAU);
    }

    fn fill(&mut self, fill: Fill) {
        let texture = self.texture(fill);
        let context = self.context();
        match texture {
            Some(Texture { pattern, side }) => {
                // The path stays where it is; only the texture moves.
                let (x, y) = (self.origin.x.rem_euclid(side), self.origin.y.rem_euclid(side));
                context.set_fill_style_canvas_pattern(&pattern);
                // Fail only for what is not a number.
                let _ = context.translate(x, y);
                context.fill();
                let _ = context.translate(-x, -y);
            }
            None => {
                context.set_fill_style_str(&fill.color.css());
                context.fill();
            }
        }
    }

    fn stroke(&mut self, stroke: Stroke) {
        self.apply(stroke);
        self.context().stroke();
    }

    fn text(&mut self, text: &str, at: ScreenPoint, style: TextStyle) {
        let context = self.context();
        context.set_font(&font(style.weight, style.size * self.ratio));
        context.set_text_baseline("middle");
        context.set_text_align(if style.align == Align::Middle { "center" } else { "left" });
        let (x, y) = (at.x * self.ratio, at.y * self.ratio);
        if let Some(halo) = style.halo {
            self.apply(Stroke::full(halo, HALO));
            let _ = context.stroke_text(text, x, y);
        }
        context.set_fill_style_str(&style.color.css());
        let _ = context.fill_text(text, x, y);
    }
}

/// A font of a size in pixels of the canvas, as CSS writes it.
fn font(weight: Weight, size: f64) -> String {
    let weight = if weight == Weight::Bold { "700" } else { "400" };
    format!("{weight} {} {FONT_FAMILY}", pixels(size))
}
