//! The scene: the ordered list of what to draw, made from the data and the map style.

// What is shown, and the list of what to draw.
pub(crate) mod item;
mod items;
mod style;
mod styled_piece;

// What stands on it.
pub(crate) mod labels;
pub(crate) mod names;
pub(crate) mod scale_bar;
pub(crate) mod symbols;

// Colours.
mod paint;
mod palette;

pub(crate) use items::selected_disc;
pub use items::{COMMUNE_BORDERS_BELOW, Scene};
pub use paint::{Align, Color, Fill, Pattern, Stroke, TextStyle, Weight};
pub use palette::Palette;
pub use scale_bar::ScaleBar;
pub(crate) use style::selection_strokes;
pub use style::{MapStyle, hover_strokes};
