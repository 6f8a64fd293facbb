//! Towns and other points on the ground that gestures go to.

use map::{LonLat, MapPoint, Projection};

/// A point on the ground.
#[derive(Clone, Copy, Debug)]
pub struct Landmark {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
    /// The department around it, for its frame of the map plane.
    department: &'static str,
}

/// The town hall of Lyon.
pub const LYON: Landmark = Landmark { lon: 4.8357, lat: 45.7676, department: "69" };

/// The town hall of Paris.
pub const PARIS: Landmark = Landmark { lon: 2.3522, lat: 48.8566, department: "75" };

/// A point in the Channel, where no page draws anything.
pub const SEA: Landmark = Landmark { lon: -2.2, lat: 49.95, department: "50" };

/// The ends of the mainland and Corsica: west, north, east and south.
pub const ENDS: [Landmark; 4] = [
    Landmark { lon: -5.14, lat: 48.46, department: "29" },
    Landmark { lon: 2.545, lat: 51.089, department: "59" },
    Landmark { lon: 9.56, lat: 42.15, department: "2B" },
    Landmark { lon: 9.2, lat: 41.333, department: "2A" },
];

impl Landmark {
    /// A point of the mainland.
    pub const fn on_the_mainland(lon: f64, lat: f64) -> Self {
        Self { lon, lat, department: "75" }
    }

    /// The point on the map plane.
    pub fn map_point(self) -> MapPoint {
        Projection::of_department(self.department).map_from_lon_lat(LonLat::new(self.lon, self.lat))
    }
}
