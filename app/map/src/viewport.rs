//! The part of the map that is seen, as a value: changing it gives a new one.

use crate::{MapBounds, MapPoint, ScreenPoint};

/// The finest resolution: at 20 metres per CSS pixel a commune fills the screen.
const FINEST_RESOLUTION: f64 = 20.0;

/// Which part of the map plane is on screen, and how large.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Viewport {
    /// The map point in the middle of the screen.
    pub center: MapPoint,
    /// Map metres per CSS pixel.
    pub resolution: f64,
    /// Width and height of the screen, CSS pixels.
    pub size: (f64, f64),
}

impl Viewport {
    /// The closest view of all of `bounds` that leaves `margin` CSS pixels free on every side.
    pub fn fit(bounds: MapBounds, size: (f64, f64), margin: f64) -> Self {
        let free = |length: f64| (length - 2.0 * margin).max(1.0);
        let resolution = (bounds.width() / free(size.0)).max(bounds.height() / free(size.1));
        Self { center: bounds.center(), resolution: resolution.max(FINEST_RESOLUTION), size }
    }

    /// Where a map point is on screen.
    pub fn screen_from_map(&self, map: MapPoint) -> ScreenPoint {
        ScreenPoint::new(
            self.size.0 / 2.0 + (map.x - self.center.x) / self.resolution,
            self.size.1 / 2.0 - (map.y - self.center.y) / self.resolution,
        )
    }

    /// Which map point is at a place of the screen.
    pub fn map_from_screen(&self, screen: ScreenPoint) -> MapPoint {
        MapPoint::new(
            self.center.x + (screen.x - self.size.0 / 2.0) * self.resolution,
            self.center.y - (screen.y - self.size.1 / 2.0) * self.resolution,
        )
    }

    /// The map rectangle on screen.
    pub fn bounds(&self) -> MapBounds {
        let (width, height) = self.size;
        MapBounds::of([
            self.map_from_screen(ScreenPoint::new(0.0, 0.0)),
            self.map_from_screen(ScreenPoint::new(width, height)),
        ])
    }

    /// The view after the map was dragged by so many CSS pixels to the right and down.
    #[must_use]
    pub fn panned(self, right: f64, down: f64) -> Self {
        let center = MapPoint::new(
            self.center.x - right * self.resolution,
            self.center.y + down * self.resolution,
        );
        Self { center, ..self }
    }

    /// The view `factor` times closer (or farther, below 1), with the map point at `fixed` staying
    /// where it is on screen.
    #[must_use]
    pub fn zoomed(self, factor: f64, fixed: ScreenPoint) -> Self {
        let resolution = (self.resolution / factor).max(FINEST_RESOLUTION);
        let held = self.map_from_screen(fixed);
        let moved = Self { resolution, ..self };
        let now_there = moved.map_from_screen(fixed);
        let center = MapPoint::new(
            moved.center.x + held.x - now_there.x,
            moved.center.y + held.y - now_there.y,
        );
        Self { center, ..moved }
    }

    /// The same view on a screen of another size, its middle held.
    #[must_use]
    pub fn resized(self, size: (f64, f64)) -> Self {
        Self { size, ..self }
    }

    /// The nearest view that neither leaves `country` nor shows it smaller than its fit.
    #[must_use]
    pub fn kept_to(self, country: MapBounds, margin: f64) -> Self {
        let farthest = Self::fit(country, self.size, margin).resolution;
        let resolution = self.resolution.min(farthest);
        let hold = |center: f64, min: f64, max: f64, half_screen: f64| {
            let slack = half_screen.min((max - min) / 2.0);
            center.clamp(min + slack, max - slack)
        };
        let half = |length: f64| length * resolution / 2.0 * 0.75;
        let center = MapPoint::new(
            hold(self.center.x, country.min.x, country.max.x, half(self.size.0)),
            hold(self.center.y, country.min.y, country.max.y, half(self.size.1)),
        );
        Self { center, resolution, ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SIZE: (f64, f64) = (800.0, 600.0);

    fn bounds() -> MapBounds {
        MapBounds::new(MapPoint::new(0.0, 0.0), MapPoint::new(1e6, 1e6))
    }

    fn view() -> Viewport {
        Viewport::fit(bounds(), SIZE, 10.0)
    }

    #[test]
    fn screen_and_map_round_trip() {
        let screen = ScreenPoint::new(123.0, 456.0);
        let back = view().screen_from_map(view().map_from_screen(screen));
        assert!((back.x - screen.x).abs() < 1e-9 && (back.y - screen.y).abs() < 1e-9);
    }

    #[test]
    fn a_fit_contains_its_bounds_with_the_margin() {
        for corner in [bounds().min, bounds().max] {
            let screen = view().screen_from_map(corner);
            assert!((9.999..=790.001).contains(&screen.x), "{screen:?}");
            assert!((9.999..=590.001).contains(&screen.y), "{screen:?}");
        }
    }

    #[test]
    fn zooming_holds_the_point_under_the_pointer() {
        let pointer = ScreenPoint::new(100.0, 50.0);
        let before = view().map_from_screen(pointer);
        let after = view().zoomed(3.0, pointer).map_from_screen(pointer);
        assert!(before.squared_distance(after) < 1e-6);
    }

    #[test]
    fn dragging_moves_the_map_with_the_pointer() {
        let before = view().map_from_screen(ScreenPoint::new(10.0, 10.0));
        let after = view().panned(30.0, -5.0).map_from_screen(ScreenPoint::new(40.0, 5.0));
        assert!(before.squared_distance(after) < 1e-6);
    }

    #[test]
    fn a_view_is_kept_to_the_country() {
        let lost = view().panned(-1e5, 1e5).zoomed(0.01, ScreenPoint::new(0.0, 0.0));
        let kept = lost.kept_to(bounds(), 10.0);
        assert!((kept.resolution - view().resolution).abs() < 1e-9);
        assert!(bounds().contains(kept.center));
    }
}
