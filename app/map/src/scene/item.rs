//! The items of a scene: areas, lines, symbols and names, each drawn in one go.

use super::names::Label;
use super::paint::{Fill, Stroke};
use super::symbols::Disc;
use crate::mesh::{Chains, Mesh};
use crate::{Layer, MapBounds, MapPoint, Projection};

/// One thing to draw. Sizes are CSS pixels, positions map metres.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Item<'a> {
    /// A ring of vertices, filled.
    Sliver { ring: &'a [MapPoint], bounds: MapBounds, fill: Fill },
    /// Rings, filled in one go.
    Areas { mesh: &'a Mesh, rings: &'a Chains, fill: Fill },
    /// Lines, each once; thinner where the map is small.
    Lines { mesh: &'a Mesh, lines: &'a Chains, stroke: Stroke },
    /// The outline of the selected or hovered territory; of the same width on every map.
    Outline { mesh: &'a Mesh, lines: &'a Chains, stroke: Stroke },
    /// The box of an inset, with its name and its scale bar.
    Inset(Projection, MapBounds),
    /// A numbered disc; hollow for zero, ringed for a region.
    Disc(Disc, Emphasis),
    /// A pin on a commune.
    Pin(MapPoint),
    /// The seat of a scheme of that layer.
    Seat(Layer, MapPoint),
    /// A named place.
    Venue(MapPoint),
    /// A ring around the sign of what is selected.
    Ring(MapPoint, Stroke),
    /// A name; that of a town with a dot.
    Name(&'a Label),
}

impl Item<'_> {
    /// Whether it is a symbol or a name, above every line.
    pub(crate) const fn is_sign(&self) -> bool {
        matches!(
            self,
            Self::Disc(..) | Self::Pin(_) | Self::Seat(..) | Self::Venue(_) | Self::Name(_)
        )
    }
}

/// The emphasis of a disc.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Emphasis {
    None,
    /// The department of the disc is selected.
    Selected,
}
