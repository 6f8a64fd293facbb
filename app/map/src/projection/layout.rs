//! The layout of the map plane: overseas departments in five boxes in the Bay of Biscay.
//!
//! ```text
//! y km  x −15           170 180        298
//! 6600   ┌───────────────┐  ┌───────────┐
//!        │               │  │ Martinique│
//!        │  Guadeloupe   │  ├───────────┤ 6426
//! 6370   ├───────────────┤  ├───────────┤ 6416
//! 6360   ├───────────────┤  │ La Réunion│
//!        │               │  ├───────────┤ 6254
//!        │    Guyane     │  ├───────────┤ 6244
//!        │               │  │  Mayotte  │
//! 6070   └───────────────┘  └───────────┘
//! ```
//!
//! Read by rows, the boxes come in the order of the codes. The coast is at x = 288 km (Île d'Yeu,
//! y ≥ 6 634 km) and x = 311 km (Hendaye). A box has the name at its top, the scale bar at its
//! bottom, and 10 km around its territory, which is in the middle of the rest.

use super::point::ProjectedPoint;
use crate::{MapBounds, MapPoint};

/// Height of the band at the top of a box, for its name, in map metres.
pub const INSET_LABEL_HEIGHT: f64 = 35_000.0;

/// Height of the band at the bottom of a box, for its scale bar, in map metres.
pub const INSET_SCALE_BAR_HEIGHT: f64 = 20_000.0;

/// The mainland and Corsica in the map plane, rounded outwards to the kilometre: from Ushant to
/// Aléria and from Bonifacio to Bray-Dunes.
///
/// # Source
/// IGN, ADMIN EXPRESS COG, edition 2018: x 99 101.8 to 1 242 436.0, y 6 046 555.8 to 7 110 429.7
/// (edition 2025: 67 m more to the north).
pub const MAINLAND: MapBounds = bounds_km(99, 6_046, 1_243, 7_111);

/// The inset of one territory in the map plane.
pub(super) struct Inset {
    /// The box, in map metres.
    pub(super) bounds: MapBounds,
    /// Map metres per metre of the local projection.
    pub(super) scale: f64,
    /// The middle of the territory in its local projection, rounded to 100 m.
    center: ProjectedPoint,
}

pub(super) const GUADELOUPE: Inset = Inset {
    bounds: bounds_km(-15, 6_370, 170, 6_600),
    scale: 1.9,
    center: ProjectedPoint::new(670_300.0, 1_788_700.0),
};

pub(super) const MARTINIQUE: Inset = Inset {
    bounds: bounds_km(180, 6_426, 298, 6_600),
    scale: 1.8,
    center: ProjectedPoint::new(713_300.0, 1_618_700.0),
};

pub(super) const GUYANE: Inset = Inset {
    bounds: bounds_km(-15, 6_070, 170, 6_360),
    scale: 0.49,
    center: ProjectedPoint::new(265_300.0, 434_900.0),
};

pub(super) const LA_REUNION: Inset = Inset {
    bounds: bounds_km(180, 6_254, 298, 6_416),
    scale: 1.5,
    center: ProjectedPoint::new(347_000.0, 7_662_700.0),
};

pub(super) const MAYOTTE: Inset = Inset {
    bounds: bounds_km(180, 6_070, 298, 6_244),
    scale: 2.4,
    center: ProjectedPoint::new(517_300.0, 8_582_700.0),
};

impl Inset {
    pub(super) fn map_from_projected(&self, point: ProjectedPoint) -> MapPoint {
        let middle = self.middle();
        MapPoint::new(
            middle.x + self.scale * (point.east - self.center.east),
            middle.y + self.scale * (point.north - self.center.north),
        )
    }

    pub(super) fn projected_from_map(&self, map: MapPoint) -> ProjectedPoint {
        let middle = self.middle();
        ProjectedPoint::new(
            self.center.east + (map.x - middle.x) / self.scale,
            self.center.north + (map.y - middle.y) / self.scale,
        )
    }

    /// The middle of the box without the name and the scale bar.
    fn middle(&self) -> MapPoint {
        let center = self.bounds.center();
        MapPoint::new(center.x, center.y + (INSET_SCALE_BAR_HEIGHT - INSET_LABEL_HEIGHT) / 2.0)
    }
}

/// A rectangle from kilometres: west, south, east, north.
const fn bounds_km(west: i32, south: i32, east: i32, north: i32) -> MapBounds {
    MapBounds::new(
        MapPoint::new(west as f64 * 1_000.0, south as f64 * 1_000.0),
        MapPoint::new(east as f64 * 1_000.0, north as f64 * 1_000.0),
    )
}
