//! The browser's 2D context as a canvas of the core.
//!
//! The device-pixel ratio is handled here and nowhere else: what comes in is CSS pixels, what goes
//! out is device pixels.

use map::{Align, Canvas, Color, Fill, Pattern, ScreenPoint, Stroke, TextStyle, Weight};
use std::collections::HashMap;
use wasm_bindgen::JsCast;
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

/// The families of the page, as in the style sheet.
const FONT_FAMILY: &str = "system-ui, sans-serif";

/// A 2D context with the textures that it has made so far.
pub(crate) struct BrowserCanvas {
    element: HtmlCanvasElement,
    context: CanvasRenderingContext2d,
    ratio: f64,
    textures: HashMap<Fill, CanvasPattern>,
}

impl BrowserCanvas {
    /// The 2D context of `element`; none where the browser gives none.
    pub(crate) fn new(element: HtmlCanvasElement) -> Option<Self> {
        let context = context_of(&element)?;
        Some(Self { element, context, ratio: 1.0, textures: HashMap::new() })
    }

    /// Sets the size in CSS pixels and the ratio, and covers everything with `ground`.
    pub(crate) fn clear(&mut self, size: (f64, f64), ratio: f64, ground: Color) {
        let device = |length: f64| (length * ratio).round() as u32;
        let (width, height) = (device(size.0), device(size.1));
        if (self.element.width(), self.element.height()) != (width, height) {
            self.element.set_width(width);
            self.element.set_height(height);
        }
        if (self.ratio - ratio).abs() > f64::EPSILON {
            self.textures.clear();
            self.ratio = ratio;
        }
        self.context.set_line_join("round");
        self.context.set_fill_style_str(&ground.css());
        self.context.fill_rect(0.0, 0.0, f64::from(width), f64::from(height));
    }

    fn apply(&self, stroke: Stroke) {
        self.context.set_stroke_style_str(&stroke.color.css());
        self.context.set_line_width(stroke.width * self.ratio);
        let dash = stroke.dash.map(|length| length * self.ratio);
        let dash: &[f64] = if dash[1] > 0.0 { &dash } else { &[] };
        let lengths: js_sys::Array =
            dash.iter().map(|&length| wasm_bindgen::JsValue::from_f64(length)).collect();
        // Fails only for what is not a list of numbers.
        let _ = self.context.set_line_dash(&lengths);
    }

    fn texture(&mut self, fill: Fill) -> Option<&CanvasPattern> {
        if !self.textures.contains_key(&fill) {
            let (pattern, ink) = fill.pattern?;
            let texture = texture(fill.color, pattern, ink, self.ratio, &self.context)?;
            self.textures.insert(fill, texture);
        }
        self.textures.get(&fill)
    }
}

impl Canvas for BrowserCanvas {
    fn begin(&mut self) {
        self.context.begin_path();
    }

    fn move_to(&mut self, point: ScreenPoint) {
        self.context.move_to(point.x * self.ratio, point.y * self.ratio);
    }

    fn line_to(&mut self, point: ScreenPoint) {
        self.context.line_to(point.x * self.ratio, point.y * self.ratio);
    }

    fn close(&mut self) {
        self.context.close_path();
    }

    fn circle(&mut self, center: ScreenPoint, radius: f64) {
        let ratio = self.ratio;
        // Fails only for a negative radius.
        let _ = self.context.arc(
            center.x * ratio,
            center.y * ratio,
            radius * ratio,
            0.0,
            std::f64::consts::TAU,
        );
    }

    fn fill(&mut self, fill: Fill) {
        let context = self.context.clone();
        match self.texture(fill) {
            Some(texture) => context.set_fill_style_canvas_pattern(texture),
            None => context.set_fill_style_str(&fill.color.css()),
        }
        context.fill();
    }

    fn stroke(&mut self, stroke: Stroke) {
        self.apply(stroke);
        self.context.stroke();
    }

    fn stroke_inside(&mut self, stroke: Stroke) {
        self.context.save();
        self.context.clip();
        // Half of the line falls outside and is clipped.
        self.apply(Stroke { width: stroke.width * 2.0, ..stroke });
        self.context.stroke();
        self.context.restore();
    }

    fn text(&mut self, text: &str, at: ScreenPoint, style: TextStyle) {
        let weight = if style.weight == Weight::Bold { "700" } else { "400" };
        let size = (style.size * self.ratio * 10.0).round() as u32;
        let font = format!("{weight} {}.{}px {FONT_FAMILY}", size / 10, size % 10);
        self.context.set_font(&font);
        self.context.set_text_baseline("middle");
        self.context.set_text_align(if style.align == Align::Middle { "center" } else { "left" });
        let (x, y) = (at.x * self.ratio, at.y * self.ratio);
        if let Some(halo) = style.halo {
            self.apply(Stroke::full(halo, 3.0));
            let _ = self.context.stroke_text(text, x, y);
        }
        self.context.set_fill_style_str(&style.color.css());
        let _ = self.context.fill_text(text, x, y);
    }
}

fn context_of(element: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    element.get_context("2d").ok().flatten()?.dyn_into().ok()
}

/// A small tile of `ink` on `ground`, repeated.
fn texture(
    ground: Color,
    pattern: Pattern,
    ink: Color,
    ratio: f64,
    target: &CanvasRenderingContext2d,
) -> Option<CanvasPattern> {
    let side = match pattern {
        Pattern::Hatch => 6.0,
        Pattern::SparseHatch => 9.0,
        Pattern::Dots => 5.0,
    };
    let side = (side * ratio).round();
    let document = web_sys::window()?.document()?;
    let tile: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    tile.set_width(side as u32);
    tile.set_height(side as u32);
    let context = context_of(&tile)?;
    context.set_fill_style_str(&ground.css());
    context.fill_rect(0.0, 0.0, side, side);
    context.set_stroke_style_str(&ink.css());
    context.set_fill_style_str(&ink.css());
    context.begin_path();
    match pattern {
        Pattern::Dots => {
            context.arc(side / 2.0, side / 2.0, 1.1 * ratio, 0.0, std::f64::consts::TAU).ok()?;
            context.fill();
        }
        Pattern::Hatch | Pattern::SparseHatch => {
            context.set_line_width(if pattern == Pattern::Hatch { 1.5 } else { 0.9 } * ratio);
            // Three parallels, so that the corners of neighbouring tiles meet.
            let (from, to) = if pattern == Pattern::Hatch { (side, 0.0) } else { (0.0, side) };
            for shift in [-side, 0.0, side] {
                context.move_to(shift - 1.0, from + if from > to { 1.0 } else { -1.0 });
                context.line_to(shift + side + 1.0, to + if from > to { -1.0 } else { 1.0 });
            }
            context.stroke();
        }
    }
    target.create_pattern_with_html_canvas_element(&tile, "repeat").ok().flatten()
}
