//! The scene: the ordered list of what to draw, made from the data and the map style.

// The list.
pub(crate) mod items;
mod plate;

// What stands on it.
pub(crate) mod labels;
pub(crate) mod names;
pub(crate) mod scale_bar;
pub(crate) mod symbols;

// Colours.
mod paint;
mod palette;

pub use items::{COMMUNES_BELOW, Item, Look, Scene, hover_strokes};
pub(crate) use items::{selected_disc, selection_strokes};
pub use labels::{Label, LabelKind, place_labels};
pub use names::names;
pub use paint::{Align, Color, Fill, Pattern, Stroke, TextStyle, Weight};
pub use palette::Palette;
pub use scale_bar::ScaleBar;
pub use symbols::{Symbol, SymbolKind, symbols};
