//! Lambert conformal conic with two standard parallels.

use super::ellipsoid::Ellipsoid;
use super::point::ProjectedPoint;
use crate::LonLat;

/// The parameters of a conformal conic projection, as a registry writes them.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ConicParameters {
    /// The figure of the Earth.
    pub ellipsoid: Ellipsoid,
    /// The point that the false easting and northing belong to, in degrees.
    pub false_origin: LonLat,
    /// The two latitudes without distortion, in degrees: both north of the equator, and distinct.
    pub standard_parallels: [f64; 2],
    /// The false easting and northing, in metres.
    pub at_false_origin: ProjectedPoint,
}

/// A Lambert conformal conic projection, ready to compute.
///
/// # Source
/// EPSG method 9802, IOGP 373-7-2 §3.1.1.1 (Lambert Conic Conformal, 2SP), written with the
/// isometric latitude q = −ln t.
#[derive(Clone, Copy, Debug)]
pub struct ConformalConic {
    ellipsoid: Ellipsoid,
    central_meridian: f64,
    /// Turns of the cone per turn of the Earth (n in the source).
    cone: f64,
    /// Distance from the apex to the image of the equator, in metres (a·F in the source).
    equator_radius: f64,
    apex: ProjectedPoint,
}

impl ConformalConic {
    /// The projection that `parameters` define.
    pub fn new(parameters: ConicParameters) -> Self {
        let ConicParameters { ellipsoid, false_origin, standard_parallels, at_false_origin } =
            parameters;
        let [south, north] = standard_parallels.map(f64::to_radians);
        let [south_q, north_q] = [south, north].map(|it| ellipsoid.isometric_latitude(it));
        let south_radius = parallel_radius(ellipsoid, south);
        let cone = (south_radius / parallel_radius(ellipsoid, north)).ln() / (north_q - south_q);
        let equator_radius = south_radius * (cone * south_q).exp() / cone;
        let origin_q = ellipsoid.isometric_latitude(false_origin.lat.to_radians());
        let origin_radius = equator_radius * (-cone * origin_q).exp();
        let apex = ProjectedPoint::new(at_false_origin.east, at_false_origin.north + origin_radius);
        let central_meridian = false_origin.lon.to_radians();
        Self { ellipsoid, central_meridian, cone, equator_radius, apex }
    }

    /// The point of `lon_lat` in the plane. Its longitude is within 180° of the central meridian.
    pub fn forward(&self, lon_lat: LonLat) -> ProjectedPoint {
        let q = self.ellipsoid.isometric_latitude(lon_lat.lat.to_radians());
        let radius = self.equator_radius * (-self.cone * q).exp();
        let angle = self.cone * (lon_lat.lon.to_radians() - self.central_meridian);
        ProjectedPoint::new(
            self.apex.east + radius * angle.sin(),
            self.apex.north - radius * angle.cos(),
        )
    }

    /// The position that `point` is the image of: the inverse of [`ConformalConic::forward`].
    pub fn inverse(&self, point: ProjectedPoint) -> LonLat {
        let (east, south) = (point.east - self.apex.east, self.apex.north - point.north);
        let radius = (east * east + south * south).sqrt();
        let q = (self.equator_radius / radius).ln() / self.cone;
        let lon = self.central_meridian + east.atan2(south) / self.cone;
        LonLat::new(lon.to_degrees(), self.ellipsoid.latitude(q).to_degrees())
    }
}

/// The radius of the parallel at `latitude` radians, in metres (a·m in the source).
fn parallel_radius(ellipsoid: Ellipsoid, latitude: f64) -> f64 {
    let sine = latitude.sin();
    ellipsoid.semi_major_axis_m * latitude.cos() / (1.0 - ellipsoid.e2() * sine * sine).sqrt()
}
