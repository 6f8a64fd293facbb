//! The worked examples of IOGP 373-7-2, in both directions.

use super::{assert_same_point, assert_same_position};
use crate::LonLat;
use crate::projection::conic::{ConformalConic, ConicParameters};
use crate::projection::ellipsoid::{Ellipsoid, GRS80};
use crate::projection::mercator::{MercatorParameters, TransverseMercator};
use crate::projection::point::ProjectedPoint;

const US_FOOT: f64 = 12.0 / 39.37;

/// Half a unit of the last published digit, and the rounding of the published angles.
const CENTIMETRE: f64 = 0.01;
const CENTIMETRE_IN_DEGREES: f64 = 1e-7;

#[test]
fn the_conic_agrees_with_the_texas_south_central_example() {
    let texas = ConformalConic::new(ConicParameters {
        ellipsoid: Ellipsoid { semi_major_axis_m: 6_378_206.4, inverse_flattening: 294.978_70 },
        false_origin: LonLat::new(-99.0, 27.0 + 50.0 / 60.0),
        standard_parallels: [28.0 + 23.0 / 60.0, 30.0 + 17.0 / 60.0],
        at_false_origin: ProjectedPoint::new(2_000_000.0 * US_FOOT, 0.0),
    });
    let lon_lat = LonLat::new(-96.0, 28.5);
    let point = ProjectedPoint::new(2_963_503.91 * US_FOOT, 254_759.80 * US_FOOT);
    assert_same_point(texas.forward(lon_lat), point, CENTIMETRE, "Texas");
    assert_same_position(texas.inverse(point), lon_lat, CENTIMETRE_IN_DEGREES, "Texas");
}

#[test]
fn the_transverse_mercator_agrees_with_the_british_grid_example() {
    let britain = TransverseMercator::new(MercatorParameters {
        ellipsoid: Ellipsoid { semi_major_axis_m: 6_377_563.396, inverse_flattening: 299.324_96 },
        natural_origin: LonLat::new(-2.0, 49.0),
        scale_factor: 0.999_601_271_7,
        at_natural_origin: ProjectedPoint::new(400_000.0, -100_000.0),
    });
    let lon_lat = LonLat::new(0.5, 50.5);
    let point = ProjectedPoint::new(577_274.99, 69_740.50);
    assert_same_point(britain.forward(lon_lat), point, CENTIMETRE, "Britain");
    assert_same_position(britain.inverse(point), lon_lat, CENTIMETRE_IN_DEGREES, "Britain");
}

#[test]
fn an_origin_falls_where_its_definition_says() {
    let origin =
        ConformalConic::new(crate::projection::system::LAMBERT_93).forward(LonLat::new(3.0, 46.5));
    assert_same_point(origin, ProjectedPoint::new(700_000.0, 6_600_000.0), 1e-6, "Lambert-93");
}

#[test]
fn the_derived_constants_of_grs80_are_those_of_its_definition() {
    // H. Moritz, Geodetic Reference System 1980, Journal of Geodesy 74 (2000).
    assert!((GRS80.e2() - 0.006_694_380_022_90).abs() < 1e-14);
    assert!((GRS80.third_flattening() - 0.001_679_220_395).abs() < 1e-12);
}

#[test]
fn the_isometric_latitude_is_undone_to_the_last_bits_away_from_the_poles() {
    for degrees in -89..=89 {
        let latitude = f64::from(degrees).to_radians();
        let back = GRS80.latitude(GRS80.isometric_latitude(latitude));
        assert!((back - latitude).abs() < 1e-14, "{degrees}°");
    }
}
