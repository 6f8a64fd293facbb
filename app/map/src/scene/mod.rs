//! The scene: the ordered list of items to draw, made from the atlas and the map style.

// The style, and the list of items.
mod choropleth;
pub(crate) mod item;
mod items;
mod overlay;
mod style;
mod styled_piece;

// Symbols, names and scale bars.
mod marked;
pub(crate) mod names;
pub(crate) mod scale_bar;
pub(crate) mod symbols;

// Colours.
mod paint;
mod palette;

pub(crate) use items::LETTER;
pub(crate) use items::selected_disc;
pub use items::{COMMUNE_BORDERS_BELOW, Scene};
pub use marked::{Marked, Symbols};
pub use overlay::backdrop;
pub use paint::{Align, Color, Fill, Mark, Pattern, Slant, Stroke, TILE, TextStyle, Weight};
pub use palette::{Backdrop, Overlay, Palette};
pub use scale_bar::{ScaleBar, shown_width_m};
pub(crate) use style::selection_strokes;
pub use style::{Choropleth, EPCI_SHARES_BELOW, MapStyle, hover_strokes};
