//! A painted picture of the map, larger than the screen: where it lies on screen, and what has to
//! be painted when the view moves on.
//!
//! A gesture moves or scales the picture; painting goes on where it runs out. All edges lie on
//! device pixels, so that a picture that is not scaled is never blurred.

use crate::{MapBounds, MapPoint, ScreenPoint, Viewport};

/// A picture: the view that it was painted for, whose size is that of the picture.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sheet {
    /// What it shows; the size in CSS pixels is a whole number of device pixels.
    pub view: Viewport,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
}

/// Where a picture lies on screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// Its left edge, CSS pixels.
    pub left: f64,
    /// Its upper edge, CSS pixels.
    pub top: f64,
    /// How many times larger than it was painted.
    pub scale: f64,
}

/// A rectangle of a picture, device pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its left edge.
    pub left: i32,
    /// Its upper edge.
    pub top: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// What has to be painted.
#[derive(Clone, Debug, PartialEq)]
pub enum Painting {
    /// Nothing.
    Nothing,
    /// The picture moves by so many device pixels to the right and down; then these parts are
    /// painted, and it shows `sheet`.
    Parts {
        /// What the picture shows afterwards.
        sheet: Sheet,
        /// Device pixels to the right and down.
        shift: (i32, i32),
        /// What is new.
        parts: Vec<Part>,
    },
    /// All of it.
    Anew,
}

impl Sheet {
    /// A sheet with `view` in its middle and at least `margin` CSS pixels more on every side.
    pub fn around(view: &Viewport, margin: f64, ratio: f64) -> Self {
        let whole = |length: f64| ((length + 2.0 * margin) * ratio).ceil() / ratio;
        let size = (whole(view.size.0), whole(view.size.1));
        Self { view: Viewport { size, ..*view }, ratio }
    }

    /// The smallest sheet on the device pixels of this one that shows `bounds` and `margin` CSS
    /// pixels around them, as far as this one reaches; none when they are out of its sight.
    pub fn cut(&self, bounds: MapBounds, margin: f64) -> Option<Self> {
        let corner = |x: f64, y: f64| self.view.screen_from_map(MapPoint::new(x, y));
        let (low, high) = (corner(bounds.min.x, bounds.max.y), corner(bounds.max.x, bounds.min.y));
        let down = |place: f64| ((place - margin) * self.ratio).floor().max(0.0) / self.ratio;
        let up = |place: f64, size: f64| {
            ((place + margin) * self.ratio).ceil().min(size * self.ratio) / self.ratio
        };
        let (left, top) = (down(low.x), down(low.y));
        let (right, bottom) = (up(high.x, self.view.size.0), up(high.y, self.view.size.1));
        let middle = ScreenPoint::new(f64::midpoint(left, right), f64::midpoint(top, bottom));
        let view = Viewport {
            center: self.view.map_from_screen(middle),
            resolution: self.view.resolution,
            size: (right - left, bottom - top),
        };
        (right > left && bottom > top).then_some(Self { view, ratio: self.ratio })
    }

    /// Whether it is as large as another and painted for the same resolution, wherever it lies.
    pub fn is_like(&self, other: &Self) -> bool {
        self.device_size() == other.device_size()
            && self.is_as_large_as(&other.view)
            && (self.ratio - other.ratio).abs() < 1e-9
    }

    /// Width and height in device pixels.
    pub fn device_size(&self) -> (u32, u32) {
        let device = |length: f64| (length * self.ratio).round() as u32;
        (device(self.view.size.0), device(self.view.size.1))
    }

    /// All of it.
    pub fn whole(&self) -> Part {
        let (width, height) = self.device_size();
        Part { left: 0, top: 0, width: width as i32, height: height as i32 }
    }

    /// All of it in bands as wide as itself and at most `height` CSS pixels high, from its upper
    /// edge down.
    pub fn bands(&self, height: f64) -> Vec<Part> {
        let whole = self.whole();
        let height = ((height * self.ratio) as i32).max(1);
        let tops = (0..whole.height).step_by(height as usize);
        tops.map(|top| Part { top, height: height.min(whole.height - top), ..whole }).collect()
    }

    /// The map rectangle of a part.
    pub fn bounds_of(&self, part: Part) -> MapBounds {
        let corner = |x: i32, y: i32| {
            let css = |length: i32| f64::from(length) / self.ratio;
            self.view.map_from_screen(ScreenPoint::new(css(x), css(y)))
        };
        MapBounds::of([
            corner(part.left, part.top),
            corner(part.left + part.width, part.top + part.height),
        ])
    }

    /// Where the sheet lies when `view` is on screen: on device pixels unless it is scaled.
    pub fn placement(&self, view: &Viewport) -> Placement {
        let scale = self.view.resolution / view.resolution;
        let corner = self.view.map_from_screen(ScreenPoint::new(0.0, 0.0));
        let at = view.screen_from_map(corner);
        if self.is_as_large_as(view) {
            let on_device = |place: f64| (place * self.ratio).round() / self.ratio;
            return Placement { left: on_device(at.x), top: on_device(at.y), scale: 1.0 };
        }
        Placement { left: at.x, top: at.y, scale }
    }

    /// Whether all of what is on screen in `view` is on the sheet, but for less than a pixel.
    pub fn covers(&self, view: &Viewport) -> bool {
        let bounds = self.view.bounds().grown(view.resolution);
        let seen = view.bounds();
        bounds.contains(seen.min) && bounds.contains(seen.max)
    }

    /// Whether it may stay on screen in `view` while another is painted: nothing is missing, or it
    /// is scaled, and shown as it was in the midst of a zoom.
    pub fn may_stay(&self, view: &Viewport) -> bool {
        self.covers(view) || !self.is_as_large_as(view)
    }

    /// Whether it was painted for the resolution of `view`.
    pub fn is_as_large_as(&self, view: &Viewport) -> bool {
        (self.view.resolution / view.resolution - 1.0).abs() < 1e-9
    }

    /// What has to be painted so that `view` stays on the sheet: nothing as long as something is
    /// left of `margin` CSS pixels on every side, then what lies beyond the edges.
    pub fn painting(&self, view: &Viewport, margin: f64) -> Painting {
        let wanted = Self::around(view, margin, self.ratio);
        if !self.is_like(&wanted) {
            return Painting::Anew;
        }
        let device = |metres: f64| (metres / self.view.resolution * self.ratio).round();
        let right = device(view.center.x - self.view.center.x);
        let down = device(self.view.center.y - view.center.y);
        let slack = margin * self.ratio - 1.0;
        if right.abs() <= slack && down.abs() <= slack {
            return Painting::Nothing;
        }
        let (width, height) = self.device_size();
        if right.abs() >= f64::from(width) || down.abs() >= f64::from(height) {
            return Painting::Anew;
        }
        let metres = |device: f64| device / self.ratio * self.view.resolution;
        let center =
            MapPoint::new(self.view.center.x + metres(right), self.view.center.y - metres(down));
        let sheet = Self { view: Viewport { center, ..self.view }, ratio: self.ratio };
        let shift = (-(right as i32), -(down as i32));
        Painting::Parts { sheet, shift, parts: uncovered(self.whole(), shift) }
    }
}

/// What of `whole` is free when its content moves by `shift`.
fn uncovered(whole: Part, (right, down): (i32, i32)) -> Vec<Part> {
    let mut parts = Vec::new();
    if right != 0 {
        let left = if right > 0 { 0 } else { whole.width + right };
        parts.push(Part { left, width: right.abs(), ..whole });
    }
    if down != 0 {
        let top = if down > 0 { 0 } else { whole.height + down };
        let left = right.max(0);
        let width = whole.width - right.abs();
        parts.push(Part { left, top, width, height: down.abs() });
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    fn view() -> Viewport {
        let center = MapPoint::new(650_123.4, 6_600_567.8);
        Viewport { center, resolution: 333.3, size: (801.0, 599.0) }
    }

    #[test]
    fn a_sheet_covers_its_view_at_every_ratio_on_whole_device_pixels() {
        for ratio in [1.0, 1.5, 2.0, 2.625, 3.0] {
            let sheet = Sheet::around(&view(), 100.0, ratio);
            assert!(sheet.covers(&view()));
            let (width, height) = sheet.device_size();
            assert!((sheet.view.size.0 * ratio - f64::from(width)).abs() < 1e-6);
            assert!((sheet.view.size.1 * ratio - f64::from(height)).abs() < 1e-6);
            let Placement { left, top, scale } = sheet.placement(&view());
            assert!(scale == 1.0 && left <= -99.0 && top <= -99.0);
            assert!((left * ratio - (left * ratio).round()).abs() < 1e-6, "on a device pixel");
        }
    }

    #[test]
    fn nothing_is_painted_before_the_margin_is_used() {
        let sheet = Sheet::around(&view(), 100.0, 2.0);
        assert_eq!(sheet.painting(&view().panned(98.0, -98.0), 100.0), Painting::Nothing);
        assert!(matches!(
            sheet.painting(&view().panned(101.0, 0.0), 100.0),
            Painting::Parts { .. }
        ));
    }

    #[test]
    fn a_drag_of_any_length_stays_covered() {
        for step in [3.0, 37.0, 99.0, 500.0, 5_000.0] {
            let mut sheet = Sheet::around(&view(), 100.0, 1.5);
            let mut moved = view();
            for _ in 0..50 {
                moved = moved.panned(step, -0.6 * step);
                match sheet.painting(&moved, 100.0) {
                    Painting::Nothing => {}
                    Painting::Parts { sheet: next, .. } => sheet = next,
                    Painting::Anew => sheet = Sheet::around(&moved, 100.0, 1.5),
                }
                assert!(sheet.covers(&moved), "after steps of {step}");
            }
        }
    }

    #[test]
    fn what_moves_and_what_is_painted_fill_the_sheet_without_overlap() {
        let whole = Part { left: 0, top: 0, width: 10, height: 8 };
        for shift in [(3, 0), (-3, 0), (0, 2), (0, -2), (3, -2), (-9, 7)] {
            let mut count = [[0; 10]; 8];
            let mut cover = |left: i32, top: i32, width: i32, height: i32| {
                for row in top.max(0)..(top + height).min(8) {
                    for column in left.max(0)..(left + width).min(10) {
                        count[row as usize][column as usize] += 1;
                    }
                }
            };
            cover(shift.0, shift.1, 10, 8);
            for part in uncovered(whole, shift) {
                cover(part.left, part.top, part.width, part.height);
            }
            assert!(count.iter().flatten().all(|&times| times == 1), "{shift:?}: {count:?}");
        }
    }

    #[test]
    fn a_sheet_stays_while_another_is_painted_unless_the_hand_has_moved_beyond_it() {
        let sheet = Sheet::around(&view(), 100.0, 2.0);
        assert!(sheet.may_stay(&view().panned(99.0, 0.0)));
        assert!(!sheet.may_stay(&view().panned(120.0, 0.0)));
        let zoomed = Viewport { resolution: 600.0, ..view() };
        assert!(sheet.may_stay(&zoomed), "smaller than the screen, as while zooming out");
    }

    #[test]
    fn bands_fill_the_sheet_from_its_upper_edge_to_the_lower() {
        for ratio in [1.0, 1.5, 2.625] {
            let sheet = Sheet::around(&view(), 100.0, ratio);
            let whole = sheet.whole();
            for height in [0.1, 120.0, 799.0, 5_000.0] {
                let mut top = 0;
                for band in sheet.bands(height) {
                    assert_eq!((band.left, band.width, band.top), (0, whole.width, top));
                    assert!(band.height > 0 && f64::from(band.height) <= (height * ratio).max(1.0));
                    top += band.height;
                }
                assert_eq!(top, whole.height);
            }
        }
    }

    #[test]
    fn what_a_shift_keeps_shows_the_same_map_points() {
        let sheet = Sheet::around(&view(), 100.0, 1.5);
        let Painting::Parts { sheet: next, shift, .. } =
            sheet.painting(&view().panned(-107.3, 12.9), 100.0)
        else {
            panic!("the margin is used up");
        };
        let before = ScreenPoint::new(300.0, 200.0);
        let css = |device: i32| f64::from(device) / 1.5;
        let after = ScreenPoint::new(before.x + css(shift.0), before.y + css(shift.1));
        let gap =
            sheet.view.map_from_screen(before).squared_distance(next.view.map_from_screen(after));
        assert!(gap < 1e-6, "{gap}");
    }

    #[test]
    fn a_cut_lies_on_the_pixels_of_its_sheet_and_shows_what_was_asked() {
        let sheet = Sheet::around(&view(), 100.0, 1.5);
        let bounds = MapBounds::new(
            MapPoint::new(640_000.0, 6_590_000.0),
            MapPoint::new(660_000.0, 6_600_000.0),
        );
        let cut = sheet.cut(bounds, 10.0).unwrap();
        assert!(cut.view.bounds().contains(bounds.min) && cut.view.bounds().contains(bounds.max));
        let Placement { left, top, .. } = cut.placement(&sheet.view);
        for edge in [left, top] {
            assert!((edge * 1.5 - (edge * 1.5).round()).abs() < 1e-6);
        }
        assert_eq!(sheet.cut(MapBounds::EMPTY, 10.0), None);
    }
}
