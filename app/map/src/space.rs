//! The spaces of the map, as types that never mix.
//!
//! | type | space | unit | y axis |
//! | --- | --- | --- | --- |
//! | [`LonLat`] | geographic, RGF93 or its overseas sisters (WGS84 within 1 m) | degrees | north |
//! | [`MapPoint`] | the map plane: Lambert-93, with the insets placed in it | metres | north |
//! | [`ScreenPoint`] | the canvas | CSS pixels | down |
//! | [`WindowPoint`] | the browser's window | CSS pixels | down |

use crate::lean::clamped;
use serde::{Deserialize, Serialize};

/// A geographic position in degrees, longitude first as in GeoJSON (RFC 7946 §3.1.1).
///
/// # Example
/// ```
/// use map::{LonLat, MapPoint, Padding, Projection, Viewport, country_bounds};
///
/// // From degrees to metres of the map plane, which is Lambert-93 for the mainland …
/// let lyon = Projection::Mainland.map_from_lon_lat(LonLat::new(4.8357, 45.7640));
/// assert!(lyon.squared_distance(MapPoint::new(842_666.7, 6_519_924.4)) < 1.0);
/// // … and from there to CSS pixels of the canvas, where y goes down.
/// let view = Viewport::fit(country_bounds(), (800.0, 600.0), Padding::even(10.0));
/// let on_screen = view.screen_from_map(lyon);
/// assert!(on_screen.x > 400.0 && on_screen.y > 300.0, "in the south-east");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct LonLat {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
}

/// A position in the map plane, in metres: x to the east, y to the north.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct MapPoint {
    /// Metres to the east.
    pub x: f64,
    /// Metres to the north.
    pub y: f64,
}

/// A position on the canvas, in CSS pixels from its top left corner: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct ScreenPoint {
    /// CSS pixels to the right.
    pub x: f64,
    /// CSS pixels down.
    pub y: f64,
}

/// A position in the browser's window, in CSS pixels from its top left corner: where pointer events
/// are, wherever the canvas lies in the page.
#[derive(Clone, Copy, Debug, PartialEq, Default)]
pub struct WindowPoint {
    /// CSS pixels to the right.
    pub x: f64,
    /// CSS pixels down.
    pub y: f64,
}

impl LonLat {
    /// A position from degrees, longitude first.
    pub const fn new(lon: f64, lat: f64) -> Self {
        Self { lon, lat }
    }
}

impl MapPoint {
    /// A position from metres, east first.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The squared distance to `other`, in square metres.
    pub fn squared_distance(self, other: Self) -> f64 {
        (self.x - other.x).powi(2) + (self.y - other.y).powi(2)
    }
}

impl ScreenPoint {
    /// A position from CSS pixels, rightwards first.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

impl WindowPoint {
    /// A position from CSS pixels, rightwards first.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }
}

/// A rectangle of the map plane, in metres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MapBounds {
    /// The south-western corner.
    pub min: MapPoint,
    /// The north-eastern corner.
    pub max: MapPoint,
}

impl MapBounds {
    /// The rectangle that contains nothing.
    pub const EMPTY: Self = Self {
        min: MapPoint::new(f64::INFINITY, f64::INFINITY),
        max: MapPoint::new(f64::NEG_INFINITY, f64::NEG_INFINITY),
    };

    /// A rectangle from its south-western and north-eastern corners.
    pub const fn new(min: MapPoint, max: MapPoint) -> Self {
        Self { min, max }
    }

    /// The smallest rectangle that contains every one of `points`.
    pub fn of(points: impl IntoIterator<Item = MapPoint>) -> Self {
        points.into_iter().fold(Self::EMPTY, Self::with)
    }

    /// This rectangle, grown to contain `point`.
    #[must_use]
    pub fn with(self, point: MapPoint) -> Self {
        Self {
            min: MapPoint::new(self.min.x.min(point.x), self.min.y.min(point.y)),
            max: MapPoint::new(self.max.x.max(point.x), self.max.y.max(point.y)),
        }
    }

    /// The smallest rectangle that contains both rectangles.
    #[must_use]
    pub fn union(self, other: Self) -> Self {
        self.with(other.min).with(other.max)
    }

    /// This rectangle with `margin` metres more on every side.
    #[must_use]
    pub fn grown(self, margin: f64) -> Self {
        Self {
            min: MapPoint::new(self.min.x - margin, self.min.y - margin),
            max: MapPoint::new(self.max.x + margin, self.max.y + margin),
        }
    }

    /// Whether no point is inside.
    pub fn is_empty(self) -> bool {
        self.min.x > self.max.x || self.min.y > self.max.y
    }

    /// Whether `point` is inside or on the edge.
    pub fn contains(self, point: MapPoint) -> bool {
        (self.min.x..=self.max.x).contains(&point.x) && (self.min.y..=self.max.y).contains(&point.y)
    }

    /// The point inside or on the edge that is nearest to `point`; not checked for empty bounds.
    pub fn nearest_to(self, point: MapPoint) -> MapPoint {
        MapPoint::new(
            clamped(point.x, self.min.x, self.max.x),
            clamped(point.y, self.min.y, self.max.y),
        )
    }

    /// Whether the two rectangles share a point.
    pub fn intersects(self, other: Self) -> bool {
        self.min.x <= other.max.x
            && other.min.x <= self.max.x
            && self.min.y <= other.max.y
            && other.min.y <= self.max.y
    }

    /// Metres from west to east.
    pub fn width(self) -> f64 {
        self.max.x - self.min.x
    }

    /// Metres from south to north.
    pub fn height(self) -> f64 {
        self.max.y - self.min.y
    }

    /// The middle of the rectangle.
    pub fn center(self) -> MapPoint {
        MapPoint::new((self.min.x + self.max.x) / 2.0, (self.min.y + self.max.y) / 2.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_bounds_contain_nothing_and_grow_to_their_points() {
        assert!(MapBounds::EMPTY.is_empty());
        let bounds = MapBounds::of([MapPoint::new(3.0, 1.0), MapPoint::new(-1.0, 4.0)]);
        assert_eq!(bounds, MapBounds::new(MapPoint::new(-1.0, 1.0), MapPoint::new(3.0, 4.0)));
        assert!(bounds.contains(MapPoint::new(0.0, 2.0)));
        assert!(!bounds.contains(MapPoint::new(0.0, 0.0)));
        assert_eq!(MapBounds::EMPTY.union(bounds), bounds);
        assert_eq!(bounds.nearest_to(MapPoint::new(9.0, 2.0)), MapPoint::new(3.0, 2.0));
        assert_eq!(bounds.nearest_to(MapPoint::new(-9.0, 0.0)), bounds.min);
    }
}
