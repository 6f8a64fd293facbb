//! Where the map is in the window, and where the country is in the map: the same for everybody.
//!
//! Our page says how large its canvas is and how it fits the country; every peer gets the same
//! rectangle and fits the mainland into the same part of it, in its own projection.

use map::{LonLat, Projection, ScreenPoint, Viewport};
use serde::{Deserialize, Serialize};

/// A place on the ground that gestures go to.
#[derive(Clone, Copy, Debug)]
pub struct Place {
    /// Degrees east of Greenwich.
    pub lon: f64,
    /// Degrees north of the equator.
    pub lat: f64,
    /// A department that it is in, for its frame of the map plane.
    department: &'static str,
}

/// The town hall of Lyon.
pub const LYON: Place = Place { lon: 4.8357, lat: 45.7676, department: "69" };

/// The town hall of Paris.
pub const PARIS: Place = Place { lon: 2.3522, lat: 48.8566, department: "75" };

/// A place in the Channel, where no page draws anything.
pub const SEA: Place = Place { lon: -2.2, lat: 49.95, department: "50" };

/// The ends of the mainland and Corsica: west, north, east and south.
const ENDS: [Place; 4] = [
    Place { lon: -5.14, lat: 48.46, department: "29" },
    Place { lon: 2.545, lat: 51.089, department: "59" },
    Place { lon: 9.56, lat: 42.15, department: "2B" },
    Place { lon: 9.2, lat: 41.333, department: "2A" },
];

impl Place {
    /// A place on the mainland.
    pub const fn on_the_mainland(lon: f64, lat: f64) -> Self {
        Self { lon, lat, department: "75" }
    }
}

/// A rectangle of the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Area {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Area {
    /// The place that lies at these shares of width and height.
    pub fn at(self, across: f64, down: f64) -> (f64, f64) {
        (self.left + across * self.width, self.top + down * self.height)
    }
}

/// What every page is given.
#[derive(Clone, Copy, Debug)]
pub struct Stage {
    /// The map in the window.
    pub map: Area,
    /// The mainland in the map.
    pub mainland: Area,
}

impl Stage {
    /// The stage of a page whose map is at `map`, and which opens as ours does.
    pub fn of(map: Area) -> Self {
        let [west, north, east, south] = ENDS.map(|end| within(map, end));
        let mainland =
            Area { left: west.x, top: north.y, width: east.x - west.x, height: south.y - north.y };
        Self { map, mainland }
    }

    /// What tells a peer its stage: the end of its address.
    pub fn fragment(&self) -> String {
        let numbers = [self.map, self.mainland].map(|area| {
            let Area { left, top, width, height } = area;
            format!("{left:.2},{top:.2},{width:.2},{height:.2}")
        });
        format!("#{}", numbers.join(","))
    }

    /// Where our page shows a place at first, in the window.
    pub fn window_from_place(&self, place: Place) -> (f64, f64) {
        let ScreenPoint { x, y } = within(self.map, place);
        (self.map.left + x, self.map.top + y)
    }

    /// The mainland in the window.
    pub fn mainland_in_window(&self) -> Area {
        let (left, top) = (self.map.left + self.mainland.left, self.map.top + self.mainland.top);
        Area { left, top, ..self.mainland }
    }
}

/// Where our page shows a place at first, from the map's upper left corner.
fn within(map: Area, place: Place) -> ScreenPoint {
    let point = Projection::of_department(place.department)
        .map_from_lon_lat(LonLat::new(place.lon, place.lat));
    Viewport::country((map.width, map.height)).screen_from_map(point)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_mainland_lies_within_the_map_and_paris_is_north_west_of_lyon() {
        let map = Area { left: 0.0, top: 100.0, width: 900.0, height: 700.0 };
        let stage = Stage::of(map);
        let mainland = stage.mainland_in_window();
        assert!(mainland.left >= 0.0 && mainland.top >= 100.0, "{mainland:?}");
        assert!(mainland.left + mainland.width <= 900.0, "{mainland:?}");
        assert!(mainland.top + mainland.height <= 800.0, "{mainland:?}");
        let (paris, lyon) = (stage.window_from_place(PARIS), stage.window_from_place(LYON));
        assert!(paris.0 < lyon.0 && paris.1 < lyon.1, "{paris:?} {lyon:?}");
    }
}
