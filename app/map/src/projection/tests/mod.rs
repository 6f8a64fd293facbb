//! Published examples, PROJ's numbers, and the layout of the map plane.

mod layout;
mod published;
mod reference;

use super::point::ProjectedPoint;
use crate::{LonLat, MapPoint};

#[track_caller]
fn assert_same_position(found: LonLat, expected: LonLat, degrees: f64, what: &str) {
    let error = (found.lon - expected.lon).abs().max((found.lat - expected.lat).abs());
    assert!(error < degrees, "{what}: {found:?}, expected {expected:?}");
}

#[track_caller]
fn assert_same_point(found: ProjectedPoint, expected: ProjectedPoint, metres: f64, what: &str) {
    let error = (found.east - expected.east).abs().max((found.north - expected.north).abs());
    assert!(error < metres, "{what}: {found:?}, expected {expected:?}");
}

#[track_caller]
fn assert_same_map(found: MapPoint, expected: MapPoint, metres: f64, what: &str) {
    let error = found.squared_distance(expected).sqrt();
    assert!(error < metres, "{what}: {found:?}, expected {expected:?}");
}
