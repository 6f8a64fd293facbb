//! The map style: the schemes or the shares that are shown, and the colours.

use super::paint::Stroke;
use super::palette::Palette;
use crate::served::SharesFile;
use crate::{Layer, Level, Status};
use std::sync::Arc;

/// The style of a map: the layers and statuses that are shown, and the colours.
#[derive(Clone, Debug, PartialEq)]
pub struct MapStyle {
    /// The layers that are shown.
    pub layers: Vec<Layer>,
    /// The statuses that are hidden although their layer is shown.
    pub hidden: Vec<(Layer, Status)>,
    /// The shares that areas show in place of schemes.
    pub choropleth: Option<Choropleth>,
    /// The colours.
    pub palette: Palette,
}

impl MapStyle {
    /// Whether schemes of that layer and status are shown.
    pub fn shows(&self, layer: Layer, status: Status) -> bool {
        self.layers.contains(&layer) && !self.hidden.contains(&(layer, status))
    }
}

/// The resolution, metres per CSS pixel, below which shares are those of intercommunalities, above
/// which those of departments.
pub const EPCI_SHARES_BELOW: f64 = 600.0;

/// A choropleth: the shares of one layer as colours of territories.
#[derive(Clone, Debug, PartialEq)]
pub struct Choropleth {
    /// CLS or CPTS.
    pub layer: Layer,
    /// The shares of both.
    pub shares: Arc<SharesFile>,
}

impl Choropleth {
    /// The level of the territories that have a colour at a resolution.
    pub const fn level(resolution: f64) -> Level {
        if resolution < EPCI_SHARES_BELOW { Level::Epci } else { Level::Department }
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
