//! Positions on the ground: where the map shows them.

use super::model::Model;
use crate::{LonLat, MapPoint, Projection};

impl Model {
    /// The map point of a position, in the inset or on the mainland; none where neither has land there.
    /// Land is that of the overview, whose coasts are some hundred metres off: within `reach` map metres of
    /// them the point counts as land.
    pub fn point_of(&self, lon_lat: LonLat, reach: f64) -> Option<MapPoint> {
        let points = Projection::ALL.into_iter().filter_map(|projection| {
            let point = projection.map_from_lon_lat(lon_lat);
            // Elsewhere on earth a projection may lead into the box of another.
            (Projection::at(point) == projection).then_some(point)
        });
        points.into_iter().find(|&point| self.has_land_near(point, reach))
    }

    fn has_land_near(&self, point: MapPoint, reach: f64) -> bool {
        let around = [(0.0, 0.0), (reach, 0.0), (-reach, 0.0), (0.0, reach), (0.0, -reach)];
        let mut around = around.into_iter().map(|(x, y)| MapPoint::new(point.x + x, point.y + y));
        around.any(|point| self.cell_at(point).is_some())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::{km, model};

    #[test]
    fn a_position_is_found_where_there_is_land_or_land_is_near() {
        let model = model();
        let at = |point| Projection::Mainland.lon_lat_from_map(point);
        let inside = model.point_of(at(km(650.0, 6_550.0)), 0.0).unwrap();
        assert!(inside.squared_distance(km(650.0, 6_550.0)) < 1.0);
        let off_shore = at(km(599.5, 6_550.0));
        assert_eq!(model.point_of(off_shore, 0.0), None);
        assert!(model.point_of(off_shore, 1_000.0).is_some());
    }

    #[test]
    fn a_position_elsewhere_on_earth_is_nowhere() {
        let model = model();
        for (lon, lat) in [(-0.1, 51.5), (139.7, 35.7), (-74.0, 40.7), (0.0, -89.0), (4.9, 52.4)] {
            assert_eq!(model.point_of(LonLat::new(lon, lat), 1_000.0), None, "{lon} {lat}");
        }
    }
}
