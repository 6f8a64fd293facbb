//! Patterns as textures of the browser.

use map::{Color, Pattern};
use wasm_bindgen::JsCast;
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

/// A small square tile, repeated.
#[derive(Clone)]
pub(crate) struct Texture {
    pub(crate) pattern: CanvasPattern,
    /// The side of the tile, device pixels.
    pub(crate) side: f64,
}

impl Texture {
    /// A pattern of `ink` on `background`, for a canvas with `ratio` device pixels per CSS pixel; none
    /// where the browser gives no canvas to paint it on.
    pub(crate) fn new(
        background: Color,
        pattern: Pattern,
        ink: Color,
        ratio: f64,
        target: &CanvasRenderingContext2d,
    ) -> Option<Self> {
        let side = match pattern {
            Pattern::Hatch => 6.0,
            Pattern::SparseHatch => 9.0,
            Pattern::Dots => 5.0,
        };
        let side = (side * ratio).round();
        let tile = tile(side)?;
        let context: CanvasRenderingContext2d =
            tile.get_context("2d").ok().flatten()?.dyn_into().ok()?;
        context.set_fill_style_str(&background.css());
        context.fill_rect(0.0, 0.0, side, side);
        context.set_stroke_style_str(&ink.css());
        context.set_fill_style_str(&ink.css());
        context.begin_path();
        match pattern {
            Pattern::Dots => dot(&context, side, ratio)?,
            Pattern::Hatch => hatch(&context, side, 1.5 * ratio, Slope::Rising),
            Pattern::SparseHatch => hatch(&context, side, 0.9 * ratio, Slope::Falling),
        }
        let pattern = target.create_pattern_with_html_canvas_element(&tile, "repeat");
        Some(Self { pattern: pattern.ok().flatten()?, side })
    }
}

fn tile(side: f64) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let tile: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    tile.set_width(side as u32);
    tile.set_height(side as u32);
    Some(tile)
}

fn dot(context: &CanvasRenderingContext2d, side: f64, ratio: f64) -> Option<()> {
    context.arc(side / 2.0, side / 2.0, 1.1 * ratio, 0.0, std::f64::consts::TAU).ok()?;
    context.fill();
    Some(())
}

/// The way of a line from left to right.
#[derive(Clone, Copy)]
enum Slope {
    Rising,
    Falling,
}

/// Three parallels, so that the corners of neighbouring tiles meet.
fn hatch(context: &CanvasRenderingContext2d, side: f64, width: f64, slope: Slope) {
    context.set_line_width(width);
    // One pixel beyond the tile on both ends.
    let (start, end) = match slope {
        Slope::Rising => (side + 1.0, -1.0),
        Slope::Falling => (-1.0, side + 1.0),
    };
    for shift in [-side, 0.0, side] {
        context.move_to(shift - 1.0, start);
        context.line_to(shift + side + 1.0, end);
    }
    context.stroke();
}
