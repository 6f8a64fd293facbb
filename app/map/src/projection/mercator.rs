//! Transverse Mercator, by Krüger's series.

use super::ellipsoid::Ellipsoid;
use super::point::ProjectedPoint;
use crate::LonLat;

/// The parameters of a transverse Mercator projection, as a registry writes them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct MercatorParameters {
    /// The figure of the Earth.
    pub ellipsoid: Ellipsoid,
    /// The point that the false easting and northing belong to, in degrees; its longitude is the
    /// central meridian.
    pub natural_origin: LonLat,
    /// Metres of the plane per metre on the ground, along the central meridian.
    pub scale_factor: f64,
    /// The false easting and northing, in metres.
    pub at_natural_origin: ProjectedPoint,
}

/// A transverse Mercator projection, ready to compute: to a micrometre within 4 000 km of its
/// central meridian.
///
/// # Source
/// EPSG method 9807, IOGP 373-7-2 §3.2.2.1 (the "JHS" formulae, to the fourth order); series of
/// L. Krüger, 1912; error bounds of C. F. F. Karney, *Transverse Mercator with an accuracy of a
/// few nanometers*, 2011.
#[derive(Clone, Copy, Debug)]
pub struct TransverseMercator {
    ellipsoid: Ellipsoid,
    central_meridian: f64,
    /// Metres of the plane per radian along the central meridian (k₀·B in the source).
    radius: f64,
    /// The plane at the crossing of the central meridian and the equator.
    equator: ProjectedPoint,
    to_plane: Series,
    to_sphere: Series,
}

/// The coefficients of Σ cₖ sin 2k(ξ + iη), k from 1 to 4.
type Series = [f64; 4];

impl TransverseMercator {
    /// The projection that `parameters` define.
    pub fn new(parameters: MercatorParameters) -> Self {
        let MercatorParameters { ellipsoid, natural_origin, scale_factor, at_natural_origin } =
            parameters;
        let n = ellipsoid.third_flattening();
        let n2 = n * n;
        let mean_radius =
            ellipsoid.semi_major_axis_m / (1.0 + n) * (1.0 + n2 / 4.0 + n2 * n2 / 64.0);
        let mut projection = Self {
            ellipsoid,
            central_meridian: natural_origin.lon.to_radians(),
            radius: scale_factor * mean_radius,
            equator: ProjectedPoint::new(at_natural_origin.east, 0.0),
            to_plane: series_to_plane(n),
            to_sphere: series_to_sphere(n),
        };
        projection.equator.north =
            at_natural_origin.north - projection.forward(natural_origin).north;
        projection
    }

    /// The point of `lon_lat` in the plane. Its longitude is within 90° of the central meridian.
    pub fn forward(&self, lon_lat: LonLat) -> ProjectedPoint {
        let q = self.ellipsoid.isometric_latitude(lon_lat.lat.to_radians());
        let angle = lon_lat.lon.to_radians() - self.central_meridian;
        let xi = q.sinh().atan2(angle.cos());
        let eta = (angle.sin() / q.cosh()).atanh();
        let (north, east) = sum(self.to_plane, xi, eta);
        ProjectedPoint::new(
            self.equator.east + self.radius * (eta + east),
            self.equator.north + self.radius * (xi + north),
        )
    }

    /// The position that `point` is the image of: the inverse of [`TransverseMercator::forward`].
    pub fn inverse(&self, point: ProjectedPoint) -> LonLat {
        let xi = (point.north - self.equator.north) / self.radius;
        let eta = (point.east - self.equator.east) / self.radius;
        let (north, east) = sum(self.to_sphere, xi, eta);
        let (xi, eta) = (xi - north, eta - east);
        let q = (xi.sin() / eta.cosh()).atanh();
        let lon = self.central_meridian + eta.sinh().atan2(xi.cos());
        LonLat::new(lon.to_degrees(), self.ellipsoid.latitude(q).to_degrees())
    }
}

/// The real and the imaginary part of `series` at `xi` + i `eta`.
fn sum(series: Series, xi: f64, eta: f64) -> (f64, f64) {
    let (mut real, mut imaginary, mut twice) = (0.0, 0.0, 0.0);
    for coefficient in series {
        twice += 2.0;
        let (along, across) = (twice * xi, twice * eta);
        real += coefficient * along.sin() * across.cosh();
        imaginary += coefficient * along.cos() * across.sinh();
    }
    (real, imaginary)
}

/// From the conformal sphere to the plane (h₁ to h₄ in the source, forward).
fn series_to_plane(n: f64) -> Series {
    let (n2, n3, n4) = (n.powi(2), n.powi(3), n.powi(4));
    [
        n / 2.0 - n2 * 2.0 / 3.0 + n3 * 5.0 / 16.0 + n4 * 41.0 / 180.0,
        n2 * 13.0 / 48.0 - n3 * 3.0 / 5.0 + n4 * 557.0 / 1440.0,
        n3 * 61.0 / 240.0 - n4 * 103.0 / 140.0,
        n4 * 49_561.0 / 161_280.0,
    ]
}

/// From the plane to the conformal sphere (h₁ to h₄ in the source, reverse).
fn series_to_sphere(n: f64) -> Series {
    let (n2, n3, n4) = (n.powi(2), n.powi(3), n.powi(4));
    [
        n / 2.0 - n2 * 2.0 / 3.0 + n3 * 37.0 / 96.0 - n4 / 360.0,
        n2 / 48.0 + n3 / 15.0 - n4 * 437.0 / 1440.0,
        n3 * 17.0 / 480.0 - n4 * 37.0 / 840.0,
        n4 * 4_397.0 / 161_280.0,
    ]
}
