//! The six systems against PROJ 9.5.1 (pyproj 3.7.2, from the geographic system of the same datum).

use super::{assert_same_point, assert_same_position};
use crate::LonLat;
use crate::projection::Projection;
use crate::projection::point::ProjectedPoint;

const MILLIMETRE: f64 = 1e-3;
const MILLIMETRE_IN_DEGREES: f64 = 1e-8;

/// Name, longitude and latitude in degrees, then metres to the east and to the north.
type Reference = (&'static str, f64, f64, f64, f64);

#[track_caller]
fn assert_agrees(projection: Projection, references: &[Reference]) {
    for &(name, lon, lat, east, north) in references {
        let (lon_lat, point) = (LonLat::new(lon, lat), ProjectedPoint::new(east, north));
        assert_same_point(projection.system().forward(lon_lat), point, MILLIMETRE, name);
        assert_same_position(
            projection.system().inverse(point),
            lon_lat,
            MILLIMETRE_IN_DEGREES,
            name,
        );
    }
}

#[test]
fn lambert_93_agrees_with_proj() {
    #[rustfmt::skip]
    assert_agrees(Projection::Mainland, &[
        ("definition point", 3.0, 46.5, 700000.0, 6600000.0),
        ("Brest", -4.4861, 48.3904, 146632.9785, 6836262.3267),
        ("Strasbourg", 7.7521, 48.5734, 1050362.6954, 6840899.6472),
        ("Bonifacio", 9.1591, 41.3874, 1216141.4695, 6051868.4960),
        ("Dunkerque", 2.3768, 51.0343, 656187.4293, 7104461.7744),
        ("Hendaye", -1.7741, 43.3586, 313013.7526, 6262753.4702),
        ("Lyon", 4.8357, 45.7640, 842666.6592, 6519924.3668),
        ("Paris", 2.3522, 48.8566, 652469.0227, 6862035.2594),
    ]);
}

#[test]
fn the_system_of_guadeloupe_agrees_with_proj() {
    #[rustfmt::skip]
    assert_agrees(Projection::Guadeloupe, &[
        ("Basse-Terre", -61.7261, 15.9958, 636308.9997, 1768888.4199),
        ("Pointe-à-Pitre", -61.5331, 16.2411, 656770.8974, 1796166.1758),
        ("La Désirade", -61.0765, 16.3026, 705518.4419, 1803376.4228),
    ]);
}

#[test]
fn the_system_of_martinique_agrees_with_proj() {
    #[rustfmt::skip]
    assert_agrees(Projection::Martinique, &[
        ("Fort-de-France", -61.0675, 14.6037, 708170.5606, 1615379.5992),
        ("Sainte-Anne", -60.8815, 14.4347, 728387.7633, 1596855.7059),
    ]);
}

#[test]
fn the_system_of_guyane_agrees_with_proj() {
    #[rustfmt::skip]
    assert_agrees(Projection::Guyane, &[
        ("Cayenne", -52.3261, 4.9372, 352969.1152, 545868.9445),
        ("Saint-Laurent-du-Maroni", -54.0325, 5.5039, 163948.9653, 609218.6494),
        ("Saint-Georges", -51.8031, 3.8908, 410836.7602, 430099.3394),
    ]);
}

#[test]
fn the_system_of_la_reunion_agrees_with_proj() {
    #[rustfmt::skip]
    assert_agrees(Projection::LaReunion, &[
        ("Saint-Denis", 55.4481, -20.8789, 338568.3150, 7690475.4366),
        ("Saint-Pierre", 55.4778, -21.3393, 342146.0997, 7639537.1899),
    ]);
}

#[test]
fn the_system_of_mayotte_agrees_with_proj() {
    #[rustfmt::skip]
    assert_agrees(Projection::Mayotte, &[
        ("Mamoudzou", 45.2278, -12.7806, 524724.5211, 8587115.8211),
        ("Mtsamboro", 45.0694, -12.6992, 507534.7927, 8596127.2321),
    ]);
}
