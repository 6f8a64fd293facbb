//! Patterns as textures of the browser.

use map::{Fill, Mark, TILE};
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
    /// The patterns of `fill` on its colour, for a canvas with `ratio` device pixels per CSS pixel;
    /// none where the browser gives no canvas to paint it on.
    pub(crate) fn new(fill: Fill, ratio: f64, target: &CanvasRenderingContext2d) -> Option<Self> {
        let side = (TILE * ratio).round();
        let tile = tile(side)?;
        let context: CanvasRenderingContext2d =
            tile.get_context("2d").ok().flatten()?.dyn_into().ok()?;
        context.set_fill_style_str(&fill.color.css());
        context.fill_rect(0.0, 0.0, side, side);
        context.set_line_cap("round");
        for (pattern, ink) in fill.patterns.into_iter().flatten() {
            context.set_stroke_style_str(&ink.css());
            context.set_line_width(pattern.width() * ratio);
            context.begin_path();
            for mark in pattern.marks() {
                trace(&context, mark, side / TILE);
            }
            context.stroke();
        }
        let pattern = target.create_pattern_with_html_canvas_element(&tile, "repeat");
        Some(Self { pattern: pattern.ok().flatten()?, side })
    }
}

/// Adds a mark to the path. Browsers draw nothing along a line without a length.
fn trace(context: &CanvasRenderingContext2d, mark: Mark, scale: f64) {
    let Mark { from, to } = mark;
    context.move_to(from.0 * scale, from.1 * scale);
    context.line_to(to.0 * scale + 0.01, to.1 * scale);
}

fn tile(side: f64) -> Option<HtmlCanvasElement> {
    let document = web_sys::window()?.document()?;
    let tile: HtmlCanvasElement = document.create_element("canvas").ok()?.dyn_into().ok()?;
    tile.set_width(side as u32);
    tile.set_height(side as u32);
    Some(tile)
}
