//! The viewport: the part of the map that is seen, as a value.

use crate::{MapBounds, MapPoint, ScreenPoint, country_bounds};

/// The finest resolution: at 8 metres per CSS pixel a part of a town fills the screen, and the
/// contours, which have a vertex every 300 m, begin to show their corners.
const FINEST_RESOLUTION: f64 = 8.0;

/// The width of a map from which the legend lies open in its corner, CSS pixels.
const WIDE: f64 = 700.0;

/// The widths that stay free along the sides of the screen, CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Padding {
    /// Along the upper edge.
    pub top: f64,
    /// Along the right edge.
    pub right: f64,
    /// Along the lower edge.
    pub bottom: f64,
    /// Along the left edge.
    pub left: f64,
}

impl Padding {
    /// Equal padding on every side.
    pub const fn even(length: f64) -> Self {
        Self { top: length, right: length, bottom: length, left: length }
    }
}

/// The part of the map plane that is on screen. Changing it gives a new value.
///
/// # Example
/// ```
/// use map::{MapBounds, MapPoint, Padding, ScreenPoint, Viewport};
///
/// let bounds = MapBounds::new(MapPoint::new(0.0, 0.0), MapPoint::new(80_000.0, 60_000.0));
/// let view = Viewport::fit(bounds, (800.0, 600.0), Padding::even(0.0));
/// assert_eq!(view.resolution, 100.0, "metres per CSS pixel");
/// assert_eq!(view.screen_from_map(bounds.min), ScreenPoint::new(0.0, 600.0));
/// // Twice as close, with the upper left corner held.
/// let closer = view.zoomed(2.0, ScreenPoint::new(0.0, 0.0));
/// assert_eq!(closer.resolution, 50.0);
/// assert_eq!(closer.map_from_screen(ScreenPoint::new(0.0, 0.0)), MapPoint::new(0.0, 60_000.0));
/// ```
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
    /// The closest view that shows all of `bounds` within `padding`.
    pub fn fit(bounds: MapBounds, size: (f64, f64), padding: Padding) -> Self {
        let free_width = (size.0 - padding.left - padding.right).max(1.0);
        let free_height = (size.1 - padding.top - padding.bottom).max(1.0);
        let closest = (bounds.width() / free_width).max(bounds.height() / free_height);
        let resolution = closest.max(FINEST_RESOLUTION);
        let middle = bounds.center();
        let center = MapPoint::new(
            middle.x + (padding.right - padding.left) / 2.0 * resolution,
            middle.y + (padding.top - padding.bottom) / 2.0 * resolution,
        );
        Self { center, resolution, size }
    }

    /// The whole country, beside the legend where that is open, above the controls where they are
    /// under the thumb.
    pub fn country(size: (f64, f64)) -> Self {
        let padding = if size.0 >= WIDE {
            Padding { top: 112.0, right: 284.0, bottom: 60.0, left: 10.0 }
        } else {
            Padding { top: 26.0, right: 18.0, bottom: 64.0, left: 6.0 }
        };
        Self::fit(country_bounds(), size, padding)
    }

    /// A territory with some of its neighbours, clear of the controls over the map.
    pub fn around(territory: MapBounds, size: (f64, f64)) -> Self {
        let padding = if size.0 >= WIDE {
            Padding { top: 120.0, right: 296.0, bottom: 84.0, left: 36.0 }
        } else {
            Padding { top: 36.0, right: 20.0, bottom: 72.0, left: 20.0 }
        };
        Self::fit(territory, size, padding)
    }

    /// A territory or the country in a frame of another site, where little lies over the map.
    pub fn framed(bounds: MapBounds, size: (f64, f64)) -> Self {
        Self::fit(bounds, size, Padding { bottom: 28.0, ..Padding::even(12.0) })
    }

    /// The point of the screen that shows a map point.
    pub fn screen_from_map(&self, map: MapPoint) -> ScreenPoint {
        ScreenPoint::new(
            self.size.0 / 2.0 + (map.x - self.center.x) / self.resolution,
            self.size.1 / 2.0 - (map.y - self.center.y) / self.resolution,
        )
    }

    /// The map point that is shown at a point of the screen.
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

    /// The view on a screen of another size, with the same center.
    #[must_use]
    pub fn resized(self, size: (f64, f64)) -> Self {
        Self { size, ..self }
    }

    /// Whether the two show the same to the eye: two pixels aside at most, and one per cent closer.
    pub fn is_close_to(&self, other: &Self) -> bool {
        let moved_px = self.center.squared_distance(other.center).sqrt() / other.resolution;
        moved_px < 2.0 && (self.resolution / other.resolution - 1.0).abs() < 0.01
    }

    /// The nearest view that is no farther than `farthest` and has its center in `country`.
    #[must_use]
    pub fn kept_to(self, country: MapBounds, farthest: Self) -> Self {
        if self.resolution >= farthest.resolution {
            return farthest.resized(self.size);
        }
        Self { center: country.nearest_to(self.center), ..self }
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
        Viewport::fit(bounds(), SIZE, Padding::even(10.0))
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
    fn padding_keeps_its_side_free() {
        let padding = Padding { top: 0.0, right: 200.0, bottom: 0.0, left: 10.0 };
        let view = Viewport::fit(bounds(), SIZE, padding);
        let right = view.screen_from_map(bounds().max).x;
        let left = view.screen_from_map(bounds().min).x;
        assert!(right <= 600.001 && left >= 9.999, "{left} to {right}");
        assert!((600.0 - right - (left - 10.0)).abs() < 1e-6, "in the middle of what is left");
    }

    #[test]
    fn a_frame_has_room_for_little_around_what_it_shows() {
        let view = Viewport::framed(bounds(), (320.0, 176.0));
        let shown = bounds().height() / view.resolution;
        assert!((shown - 136.0).abs() < 1e-6 || bounds().width() / view.resolution > 295.9);
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
    fn two_views_a_pixel_apart_are_the_same_to_the_eye() {
        assert!(view().panned(1.0, 1.0).is_close_to(&view()));
        assert!(!view().panned(3.0, 0.0).is_close_to(&view()));
        assert!(!view().zoomed(1.1, ScreenPoint::new(0.0, 0.0)).is_close_to(&view()));
    }

    #[test]
    fn a_view_is_kept_to_the_country() {
        let lost = view().panned(-1e5, 1e5).zoomed(0.01, ScreenPoint::new(0.0, 0.0));
        assert_eq!(lost.kept_to(bounds(), view()), view(), "no farther than the whole country");
        let aside = view().zoomed(4.0, ScreenPoint::new(0.0, 0.0)).panned(1e5, -1e5);
        assert!(bounds().contains(aside.kept_to(bounds(), view()).center));
    }
}
