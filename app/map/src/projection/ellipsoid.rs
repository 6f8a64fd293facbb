//! The figure of the Earth, and the one latitude that both projections are built on.

/// The ellipsoid of all the French datums since 1993.
///
/// # Source
/// EPSG:7019, Geodetic Reference System 1980.
pub const GRS80: Ellipsoid =
    Ellipsoid { semi_major_axis_m: 6_378_137.0, inverse_flattening: 298.257_222_101 };

/// Rounds of the search in [`Ellipsoid::latitude`]: each divides the error by 150 at least, from
/// 0.004 radians at first, so that the sixth reaches the last bit.
const ROUNDS: usize = 6;

/// An ellipsoid of revolution, flattened at the poles.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Ellipsoid {
    /// Radius of the equator, in metres.
    pub semi_major_axis_m: f64,
    /// 1 / f, where f is the share of its radius that the pole lacks.
    pub inverse_flattening: f64,
}

impl Ellipsoid {
    /// The square of the first eccentricity, e² = f (2 − f).
    pub const fn e2(self) -> f64 {
        let flattening = 1.0 / self.inverse_flattening;
        flattening * (2.0 - flattening)
    }

    /// The first eccentricity, e.
    pub fn e(self) -> f64 {
        self.e2().sqrt()
    }

    /// The third flattening, n = f / (2 − f): the variable of Krüger's series.
    pub const fn third_flattening(self) -> f64 {
        let flattening = 1.0 / self.inverse_flattening;
        flattening / (2.0 - flattening)
    }

    /// The isometric latitude q of the geodetic `latitude`, both in radians: the height on a
    /// Mercator map of unit radius. `latitude` is away from the poles, where q is infinite.
    pub fn isometric_latitude(self, latitude: f64) -> f64 {
        let sine = latitude.sin();
        sine.atanh() - self.stretch(sine)
    }

    /// The geodetic latitude of the `isometric` one, both in radians: the inverse of
    /// [`Ellipsoid::isometric_latitude`], to the last bit for an ellipsoid like the Earth's.
    pub fn latitude(self, isometric: f64) -> f64 {
        let mut latitude = isometric.sinh().atan();
        for _ in 0..ROUNDS {
            latitude = (isometric + self.stretch(latitude.sin())).sinh().atan();
        }
        latitude
    }

    /// The part of the isometric latitude that the flattening takes away, for the sine of a latitude.
    fn stretch(self, sine: f64) -> f64 {
        let e = self.e();
        e * (e * sine).atanh()
    }
}
