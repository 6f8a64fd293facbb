//! The insets are inside their boxes, the boxes in the sea, and every projection finds its own points.

use super::{assert_same_map, assert_same_position};
use crate::projection::{
    INSET_LABEL_HEIGHT, INSET_SCALE_BAR_HEIGHT, MAINLAND, Projection, country_bounds,
};
use crate::{LonLat, MapBounds, MapPoint};

/// What is left around a territory in its box, in map metres, at the least.
const PADDING: f64 = 8_000.0;

/// Projection, then its lowest and highest longitude and latitude (west, south, east, north), degrees
/// rounded outwards. Source: ADMIN EXPRESS COG, editions 2018 and 2025.
const EXTENTS: [(Projection, f64, f64, f64, f64); 6] = [
    (Projection::Mainland, -5.141, 41.333, 9.561, 51.089),
    (Projection::Guadeloupe, -61.810, 15.832, -61.001, 16.515),
    (Projection::Martinique, -61.230, 14.388, -60.809, 14.879),
    (Projection::Guyane, -54.602, 2.111, -51.619, 5.749),
    (Projection::LaReunion, 55.216, -21.390, 55.837, -20.871),
    (Projection::Mayotte, 45.018, -13.006, 45.300, -12.636),
];

/// The coast that faces the boxes, and the four ends of the mainland.
const MAINLAND_POINTS: [(&str, f64, f64); 14] = [
    ("Hendaye", -1.7741, 43.3586),
    ("Pointe Sainte-Anne, Hendaye", -1.7903, 43.3860),
    ("Biarritz", -1.5676, 43.4846),
    ("Cap Ferret", -1.2497, 44.6281),
    ("Chassiron, Oléron", -1.4104, 46.0467),
    ("Les Baleines, Ré", -1.5611, 46.2443),
    ("Pointe du But, Yeu", -2.3986, 46.7297),
    ("Pointe des Corbeaux, Yeu", -2.2858, 46.6907),
    ("L'Herbaudière, Noirmoutier", -2.3006, 47.0228),
    ("Pointe des Poulains, Belle-Île", -3.2520, 47.3886),
    ("Ushant", -5.140_26, 48.448_04),
    ("Bray-Dunes", 2.543_03, 51.088_54),
    ("Lavezzi", 9.258_96, 41.333_63),
    ("Aléria", 9.554_83, 42.123_38),
];

/// Nine positions of an extent: corners, middles of the sides, centre.
fn grid(west: f64, south: f64, east: f64, north: f64) -> impl Iterator<Item = LonLat> {
    (0..9).map(move |step| {
        let (right, up) = (f64::from(step % 3) / 2.0, f64::from(step / 3) / 2.0);
        LonLat::new(west + (east - west) * right, south + (north - south) * up)
    })
}

fn boxes() -> impl Iterator<Item = (Projection, MapBounds)> {
    Projection::ALL
        .into_iter()
        .filter_map(|projection| projection.inset_bounds().map(|bounds| (projection, bounds)))
}

#[test]
fn every_overseas_territory_is_inside_its_box_clear_of_its_name_and_of_its_scale_bar() {
    for (projection, west, south, east, north) in EXTENTS {
        let Some(bounds) = projection.inset_bounds() else {
            continue;
        };
        let free = MapBounds::new(
            MapPoint::new(bounds.min.x, bounds.min.y + INSET_SCALE_BAR_HEIGHT),
            MapPoint::new(bounds.max.x, bounds.max.y - INSET_LABEL_HEIGHT),
        );
        for lon_lat in grid(west, south, east, north) {
            let map = projection.map_from_lon_lat(lon_lat);
            assert!(free.grown(-PADDING).contains(map), "{projection:?}: {lon_lat:?} at {map:?}");
        }
    }
}

#[test]
fn no_box_meets_another_and_all_are_in_the_country() {
    assert_eq!(boxes().count(), 5);
    for (projection, bounds) in boxes() {
        assert_eq!(country_bounds().union(bounds), country_bounds());
        for (other, other_bounds) in boxes().filter(|(other, _)| *other != projection) {
            assert!(!bounds.intersects(other_bounds), "{projection:?} and {other:?}");
        }
    }
}

#[test]
fn no_box_comes_within_ten_kilometres_of_the_coast() {
    for (name, lon, lat) in MAINLAND_POINTS {
        let map = Projection::Mainland.map_from_lon_lat(LonLat::new(lon, lat));
        for (projection, bounds) in boxes() {
            assert!(!bounds.grown(10_000.0).contains(map), "{name} at {map:?}, {projection:?}");
        }
        assert_eq!(Projection::at(map), Projection::Mainland, "{name}");
    }
}

#[test]
fn the_bounds_of_the_mainland_fit_its_four_ends_to_the_kilometre() {
    let map = |(_, lon, lat): (&str, f64, f64)| {
        Projection::Mainland.map_from_lon_lat(LonLat::new(lon, lat))
    };
    let found = MapBounds::of(MAINLAND_POINTS.map(map));
    assert_eq!(found.union(MAINLAND), MAINLAND);
    assert_eq!(found.grown(1_000.0).union(MAINLAND), found.grown(1_000.0));
}

#[test]
fn a_projection_finds_its_own_points_and_undoes_itself() {
    for (projection, west, south, east, north) in EXTENTS {
        for lon_lat in grid(west, south, east, north) {
            let map = projection.map_from_lon_lat(lon_lat);
            let back = projection.lon_lat_from_map(map);
            assert_same_position(back, lon_lat, 1e-11, projection.name());
            assert_same_map(projection.map_from_lon_lat(back), map, 1e-6, projection.name());
            if projection != Projection::Mainland {
                assert_eq!(Projection::at(map), projection);
            }
        }
    }
}

#[test]
fn a_kilometre_of_an_inset_is_a_kilometre_of_its_scale_bar() {
    // One minute of the meridian on GRS80, at 4° and at 21.1°.
    for (projection, lon, lat, metres) in
        [(Projection::Guyane, -53.0, 4.0, 1_843.00), (Projection::LaReunion, 55.5, -21.1, 1_845.33)]
    {
        let from = projection.map_from_lon_lat(LonLat::new(lon, lat));
        let to = projection.map_from_lon_lat(LonLat::new(lon, lat + 1.0 / 60.0));
        let bar = from.squared_distance(to).sqrt() * projection.ground_metres_per_map_metre();
        assert!((bar / metres - 1.0).abs() < 3e-3, "{projection:?}: {bar}");
    }
}

#[test]
fn a_department_has_the_projection_of_its_code() {
    let projections =
        ["01", "2A", "971", "972", "973", "974", "976"].map(Projection::of_department);
    assert_eq!(projections[0], Projection::Mainland);
    assert_eq!(projections[1..], Projection::ALL);
}

#[test]
fn the_projections_are_numbered_in_the_order_of_their_list() {
    for (index, projection) in Projection::ALL.into_iter().enumerate() {
        assert_eq!(projection as usize, index);
    }
}
