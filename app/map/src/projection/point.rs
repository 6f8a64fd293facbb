//! Positions in the plane of one coordinate system.

/// A position in the plane of one projection, in metres on the ground: not yet in the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct ProjectedPoint {
    /// Metres to the east, false easting included.
    pub(super) east: f64,
    /// Metres to the north, false northing included.
    pub(super) north: f64,
}

impl ProjectedPoint {
    /// A position from metres, east first.
    pub(super) const fn new(east: f64, north: f64) -> Self {
        Self { east, north }
    }
}
