//! Patterns as textures of the browser.

use map::{Color, Pattern};
use wasm_bindgen::JsCast;
use web_sys::{CanvasPattern, CanvasRenderingContext2d, HtmlCanvasElement};

/// A small tile of `ink` on `ground`, repeated; and its side, device pixels.
pub(crate) fn texture(
    ground: Color,
    pattern: Pattern,
    ink: Color,
    ratio: f64,
    target: &CanvasRenderingContext2d,
) -> Option<(CanvasPattern, f64)> {
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
    let texture = target.create_pattern_with_html_canvas_element(&tile, "repeat").ok().flatten()?;
    Some((texture, side))
}

fn context_of(element: &HtmlCanvasElement) -> Option<CanvasRenderingContext2d> {
    element.get_context("2d").ok().flatten()?.dyn_into().ok()
}
