//! The coordinate systems that France legally uses, one per projection of the map.

use super::conic::{ConformalConic, ConicParameters};
use super::ellipsoid::GRS80;
use super::mercator::{MercatorParameters, TransverseMercator};
use super::point::ProjectedPoint;
use crate::LonLat;

/// Lambert-93, the system of the mainland and Corsica.
///
/// # Source
/// EPSG:2154; IGN, note NT/G 71 for the conic, EPSG conversion 18085 for the numbers.
pub(super) const LAMBERT_93: ConicParameters = ConicParameters {
    ellipsoid: GRS80,
    false_origin: LonLat::new(3.0, 46.5),
    standard_parallels: [44.0, 49.0],
    at_false_origin: ProjectedPoint::new(700_000.0, 6_600_000.0),
};

/// The northing of the equator in the zones of each hemisphere, in metres.
pub(super) const NORTH: f64 = 0.0;
pub(super) const SOUTH: f64 = 10_000_000.0;

/// A coordinate system: from degrees to metres on the ground.
pub(super) enum System {
    Conic(ConformalConic),
    Mercator(TransverseMercator),
}

impl System {
    pub(super) fn lambert_93() -> Self {
        Self::Conic(ConformalConic::new(LAMBERT_93))
    }

    /// Universal transverse Mercator on GRS80: `zone` from 1 to 60, `hemisphere` [`NORTH`] or
    /// [`SOUTH`].
    ///
    /// # Source
    /// EPSG conversions 16001 to 16060 (north) and 16101 to 16160 (south).
    pub(super) fn utm(zone: u8, hemisphere: f64) -> Self {
        Self::Mercator(TransverseMercator::new(MercatorParameters {
            ellipsoid: GRS80,
            natural_origin: LonLat::new(f64::from(zone) * 6.0 - 183.0, 0.0),
            scale_factor: 0.9996,
            at_natural_origin: ProjectedPoint::new(500_000.0, hemisphere),
        }))
    }

    pub(super) fn forward(&self, lon_lat: LonLat) -> ProjectedPoint {
        match self {
            Self::Conic(projection) => projection.forward(lon_lat),
            Self::Mercator(projection) => projection.forward(lon_lat),
        }
    }

    pub(super) fn inverse(&self, point: ProjectedPoint) -> LonLat {
        match self {
            Self::Conic(projection) => projection.inverse(point),
            Self::Mercator(projection) => projection.inverse(point),
        }
    }
}
