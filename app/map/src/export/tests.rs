use super::outline::outline;
use super::ring::{Polygon, polygons};
use crate::data::model::tests::{km, model};
use crate::{Atlas, MapPoint, Projection, SchemeIndex, Subject, Territory};
use std::sync::Arc;

fn atlas() -> Atlas {
    Atlas::new(Arc::new(model()))
}

/// Twice the area of a ring, square degrees; positive where it turns counter-clockwise.
fn twice_area(ring: &[(i32, i32)]) -> f64 {
    let degrees = |(lon, lat): (i32, i32)| (f64::from(lon) / 1e5, f64::from(lat) / 1e5);
    let sides = ring.windows(2).map(|side| (degrees(side[0]), degrees(side[1])));
    sides.map(|((ax, ay), (bx, by))| ax * by - bx * ay).sum()
}

fn square(low: f64, high: f64) -> Vec<MapPoint> {
    let corners = [(low, low), (high, low), (high, high), (low, high), (low, low)];
    corners.map(|(x, y)| km(700.0 + x, 6_600.0 + y)).into()
}

#[test]
fn a_territory_is_one_closed_ring_around_its_cells_counter_clockwise() {
    let polygons: Vec<Polygon> = outline(&atlas(), &Territory::Department(0).into());
    assert_eq!(polygons.len(), 1);
    let [ring] = &polygons[0][..] else { panic!("{polygons:?}") };
    assert_eq!(ring.first(), ring.last());
    assert!(twice_area(ring) > 0.0, "RFC 7946 §3.1.6: {ring:?}");
    let corner = Projection::Mainland.lon_lat_from_map(km(700.0, 6_500.0));
    let corner = ((corner.lon * 1e5).round() as i32, (corner.lat * 1e5).round() as i32);
    assert!(ring.contains(&corner), "{corner:?} in {ring:?}");
    let inner = Projection::Mainland.lon_lat_from_map(km(650.0, 6_550.0));
    let inner = ((inner.lon * 1e5).round() as i32, (inner.lat * 1e5).round() as i32);
    assert!(!ring.contains(&inner), "the border between its cells is no outline");
}

#[test]
fn a_scheme_is_its_perimeter_and_what_is_not_drawn_is_nothing() {
    let scheme = |layer, index| Subject::Scheme(SchemeIndex { layer, index });
    assert_eq!(outline(&atlas(), &scheme(crate::Layer::Cls, 0)).len(), 1);
    assert!(outline(&atlas(), &scheme(crate::Layer::Projects, 0)).is_empty());
    assert!(outline(&atlas(), &Subject::Venue(0)).is_empty());
}

#[test]
fn a_hole_lies_in_the_polygon_around_it_and_an_island_in_the_hole_is_its_own() {
    let hole: Vec<MapPoint> = square(20.0, 80.0).into_iter().rev().collect();
    let polygons = polygons(&[square(0.0, 100.0), hole, square(40.0, 60.0), square(200.0, 210.0)]);
    assert_eq!(polygons.len(), 3);
    assert_eq!(polygons[0].len(), 2, "an outer ring and its hole");
    assert!(twice_area(&polygons[0][1]) < 0.0, "a hole turns clockwise");
    assert!(polygons[1..].iter().all(|polygon| polygon.len() == 1));
}

#[test]
fn a_territory_overseas_lies_where_it_is_and_not_in_its_inset() {
    let cayenne = crate::LonLat::new(-52.3261, 4.9372);
    let corner = Projection::Guyane.map_from_lon_lat(cayenne);
    let at = |x: f64, y: f64| MapPoint::new(corner.x + x, corner.y + y);
    let ring = vec![at(0., 0.), at(900., 0.), at(900., 900.), at(0., 900.), at(0., 0.)];
    let polygons = polygons(&[ring]);
    assert_eq!(polygons[0][0][0], (-5_232_610, 493_720));
}
