//! The map style: the schemes that are shown, and the colours.

use super::paint::Stroke;
use super::palette::Palette;
use crate::{Layer, Status};

/// The style of a map: the layers and statuses that are shown, and the colours.
#[derive(Clone, Debug, PartialEq)]
pub struct MapStyle {
    /// The layers that are shown.
    pub layers: Vec<Layer>,
    /// The statuses that are hidden although their layer is shown.
    pub hidden: Vec<(Layer, Status)>,
    /// The colours.
    pub palette: Palette,
}

impl MapStyle {
    /// Whether schemes of that layer and status are shown.
    pub fn shows(&self, layer: Layer, status: Status) -> bool {
        self.layers.contains(&layer) && !self.hidden.contains(&(layer, status))
    }
}

/// The outline of the selected territory: a dark double line on a light halo. The first stroke is
/// drawn first.
pub(crate) fn selection_strokes(palette: &Palette) -> [Stroke; 3] {
    [
        Stroke::full(palette.halo, 9.0),
        Stroke::full(palette.selection, 5.5),
        Stroke::full(palette.halo, 1.5),
    ]
}

/// The outline of the territory under the pointer: a lighter line on the same halo.
pub fn hover_strokes(palette: &Palette) -> [Stroke; 2] {
    [Stroke::full(palette.halo, 5.0), Stroke::full(palette.selection, 2.0)]
}
