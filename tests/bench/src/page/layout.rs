//! The layout of every page: the map in the window, and the country in the map.
//!
//! Our page says how large its canvas is and how it fits the country; every peer gets the same
//! rectangle and fits the mainland into the same part of it, in its own projection.

use map::{ScreenPoint, Viewport};

use super::geometry::{Rect, WindowPoint};
use super::landmark::{ENDS, Landmark};

/// The layout of a page.
#[derive(Clone, Copy, Debug)]
pub struct Layout {
    /// The map in the window.
    pub map: Rect,
    /// The mainland in the map.
    pub mainland: Rect,
}

impl Layout {
    /// The layout of a page whose map is at `map`, and which opens as ours does.
    pub fn of(map: Rect) -> Self {
        let [west, north, east, south] = ENDS.map(|end| within(map, end));
        let mainland =
            Rect { left: west.x, top: north.y, width: east.x - west.x, height: south.y - north.y };
        Self { map, mainland }
    }

    /// The end of the address of a peer, from which it reads its layout.
    pub fn fragment(&self) -> String {
        let numbers = [self.map, self.mainland].map(|area| {
            let Rect { left, top, width, height } = area;
            format!("{left:.2},{top:.2},{width:.2},{height:.2}")
        });
        format!("#{}", numbers.join(","))
    }

    /// The point of the window where our page shows a landmark at first.
    pub fn window_from_landmark(&self, landmark: Landmark) -> WindowPoint {
        let ScreenPoint { x, y } = within(self.map, landmark);
        WindowPoint::new(self.map.left + x, self.map.top + y)
    }

    /// The mainland in the window.
    pub fn mainland_in_window(&self) -> Rect {
        let (left, top) = (self.map.left + self.mainland.left, self.map.top + self.mainland.top);
        Rect { left, top, ..self.mainland }
    }
}

/// The point where our page shows a landmark at first, from the map's upper left corner.
fn within(map: Rect, landmark: Landmark) -> ScreenPoint {
    Viewport::country((map.width, map.height)).screen_from_map(landmark.map_point())
}

#[cfg(test)]
mod tests {
    use super::super::landmark::{LYON, PARIS};
    use super::*;

    #[test]
    fn the_mainland_lies_within_the_map_and_paris_is_north_west_of_lyon() {
        let map = Rect { left: 0.0, top: 100.0, width: 900.0, height: 700.0 };
        let layout = Layout::of(map);
        let mainland = layout.mainland_in_window();
        assert!(mainland.left >= 0.0 && mainland.top >= 100.0, "{mainland:?}");
        assert!(mainland.left + mainland.width <= 900.0, "{mainland:?}");
        assert!(mainland.top + mainland.height <= 800.0, "{mainland:?}");
        let (paris, lyon) = (layout.window_from_landmark(PARIS), layout.window_from_landmark(LYON));
        assert!(paris.x < lyon.x && paris.y < lyon.y, "{paris:?} {lyon:?}");
    }
}
