//! Rasters: pictures of the map larger than the view, which gestures move or scale instead of
//! repainting.
//!
//! When the view moves on, a raster is painted only along the edges where it runs out. All edges lie on
//! device pixels, so that a raster that is not scaled is never blurred.

use crate::{MapBounds, MapPoint, ScreenPoint, Viewport};

/// A picture of the map larger than the view.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Raster {
    /// The view that it was painted for; its size in CSS pixels is a whole number of device pixels.
    pub view: Viewport,
    /// Device pixels per CSS pixel.
    pub ratio: f64,
}

/// The position of a raster on the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Placement {
    /// Its left edge, CSS pixels.
    pub left: f64,
    /// Its upper edge, CSS pixels.
    pub top: f64,
    /// Its size on the screen, in sizes of its painting.
    pub scale: f64,
}

/// A rectangle of a raster, in device pixels from its upper left corner.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PixelRect {
    /// Its left edge.
    pub left: i32,
    /// Its upper edge.
    pub top: i32,
    /// Its width.
    pub width: i32,
    /// Its height.
    pub height: i32,
}

/// The part of a raster that has to be painted for a new view.
#[derive(Clone, Debug, PartialEq)]
pub enum Repaint {
    /// The raster still covers the view.
    None,
    /// The content moves, then the strips that it leaves free are painted.
    Strips {
        /// The raster afterwards.
        raster: Raster,
        /// Device pixels to the right and down.
        shift: (i32, i32),
        /// The strips to paint.
        strips: Vec<PixelRect>,
    },
    /// The raster is of another size or resolution, or shows no part of the view.
    All,
}

impl Raster {
    /// A raster with `view` in its middle and at least `margin` CSS pixels more on every side.
    pub fn around(view: &Viewport, margin: f64, ratio: f64) -> Self {
        let whole = |length: f64| ((length + 2.0 * margin) * ratio).ceil() / ratio;
        let size = (whole(view.size.0), whole(view.size.1));
        Self { view: Viewport { size, ..*view }, ratio }
    }

    /// The smallest raster on the device pixels of this one that shows `bounds` and `margin` CSS
    /// pixels around them, as far as this one reaches; none when no part of them is on this one.
    pub fn cut(&self, bounds: MapBounds, margin: f64) -> Option<Self> {
        let corner = |x: f64, y: f64| self.view.screen_from_map(MapPoint::new(x, y));
        let (low, high) = (corner(bounds.min.x, bounds.max.y), corner(bounds.max.x, bounds.min.y));
        let down = |edge: f64| ((edge - margin) * self.ratio).floor().max(0.0) / self.ratio;
        let up = |edge: f64, size: f64| {
            ((edge + margin) * self.ratio).ceil().min(size * self.ratio) / self.ratio
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
            && self.is_sharp_in(&other.view)
            && (self.ratio - other.ratio).abs() < 1e-9
    }

    /// Width and height in device pixels.
    pub fn device_size(&self) -> (u32, u32) {
        let device = |length: f64| (length * self.ratio).round() as u32;
        (device(self.view.size.0), device(self.view.size.1))
    }

    /// The rectangle of the whole raster.
    pub fn whole(&self) -> PixelRect {
        let (width, height) = self.device_size();
        PixelRect { left: 0, top: 0, width: width as i32, height: height as i32 }
    }

    /// The whole raster in bands of at most `height` CSS pixels, from the upper edge down.
    pub fn bands(&self, height: f64) -> Vec<PixelRect> {
        let whole = self.whole();
        let height = ((height * self.ratio) as i32).max(1);
        let tops = (0..whole.height).step_by(height as usize);
        tops.map(|top| PixelRect { top, height: height.min(whole.height - top), ..whole }).collect()
    }

    /// The map rectangle of a pixel rectangle.
    pub fn bounds_of(&self, rect: PixelRect) -> MapBounds {
        let corner = |x: i32, y: i32| {
            let css = |length: i32| f64::from(length) / self.ratio;
            self.view.map_from_screen(ScreenPoint::new(css(x), css(y)))
        };
        MapBounds::of([
            corner(rect.left, rect.top),
            corner(rect.left + rect.width, rect.top + rect.height),
        ])
    }

    /// The pixel rectangle of a map rectangle, as far as this raster reaches; none when no part of it is
    /// on this one.
    pub fn pixels_of(&self, bounds: MapBounds) -> Option<PixelRect> {
        let (width, height) = self.device_size();
        let corner = |x: f64, y: f64| self.view.screen_from_map(MapPoint::new(x, y));
        let (low, high) = (corner(bounds.min.x, bounds.max.y), corner(bounds.max.x, bounds.min.y));
        let down = |edge: f64| (edge * self.ratio).floor().max(0.0) as i32;
        let up = |edge: f64, size: u32| (edge * self.ratio).ceil().min(f64::from(size)) as i32;
        let (left, top) = (down(low.x), down(low.y));
        let (width, height) = (up(high.x, width) - left, up(high.y, height) - top);
        (width > 0 && height > 0).then_some(PixelRect { left, top, width, height })
    }

    /// The position of the raster when `view` is on screen: on device pixels unless it is scaled.
    pub fn placement(&self, view: &Viewport) -> Placement {
        let scale = self.view.resolution / view.resolution;
        let corner = self.view.map_from_screen(ScreenPoint::new(0.0, 0.0));
        let at = view.screen_from_map(corner);
        if self.is_sharp_in(view) {
            let on_device = |edge: f64| (edge * self.ratio).round() / self.ratio;
            return Placement { left: on_device(at.x), top: on_device(at.y), scale: 1.0 };
        }
        Placement { left: at.x, top: at.y, scale }
    }

    /// Whether the raster covers the screen of `view`, but for less than a pixel.
    pub fn covers(&self, view: &Viewport) -> bool {
        let bounds = self.view.bounds().grown(view.resolution);
        let seen = view.bounds();
        bounds.contains(seen.min) && bounds.contains(seen.max)
    }

    /// Whether it may stay on screen in `view` while another raster is painted: it covers the screen, or it
    /// is scaled, as it was during a zoom.
    pub fn may_stay(&self, view: &Viewport) -> bool {
        self.covers(view) || !self.is_sharp_in(view)
    }

    /// Whether it is shown unscaled in `view`.
    pub fn is_sharp_in(&self, view: &Viewport) -> bool {
        (self.view.resolution / view.resolution - 1.0).abs() < 1e-9
    }

    /// The repaint that keeps `view` on the raster: none while some of `margin` CSS pixels is left on
    /// every side, then the strips beyond the edges.
    pub fn repaint(&self, view: &Viewport, margin: f64) -> Repaint {
        let wanted = Self::around(view, margin, self.ratio);
        if !self.is_like(&wanted) {
            return Repaint::All;
        }
        let device = |metres: f64| (metres / self.view.resolution * self.ratio).round();
        let right = device(view.center.x - self.view.center.x);
        let down = device(self.view.center.y - view.center.y);
        let slack = margin * self.ratio - 1.0;
        if right.abs() <= slack && down.abs() <= slack {
            return Repaint::None;
        }
        let (width, height) = self.device_size();
        if right.abs() >= f64::from(width) || down.abs() >= f64::from(height) {
            return Repaint::All;
        }
        let metres = |device: f64| device / self.ratio * self.view.resolution;
        let center =
            MapPoint::new(self.view.center.x + metres(right), self.view.center.y - metres(down));
        let raster = Self { view: Viewport { center, ..self.view }, ratio: self.ratio };
        let shift = (-(right as i32), -(down as i32));
        Repaint::Strips { raster, shift, strips: uncovered(self.whole(), shift) }
    }
}

/// The strips of `whole` that are free when its content moves by `shift`.
fn uncovered(whole: PixelRect, (right, down): (i32, i32)) -> Vec<PixelRect> {
    let mut strips = Vec::new();
    if right != 0 {
        let left = if right > 0 { 0 } else { whole.width + right };
        strips.push(PixelRect { left, width: right.abs(), ..whole });
    }
    if down != 0 {
        let top = if down > 0 { 0 } else { whole.height + down };
        let left = right.max(0);
        let width = whole.width - right.abs();
        strips.push(PixelRect { left, top, width, height: down.abs() });
    }
    strips
}

#[cfg(test)]
#[path = "raster_tests.rs"]
mod tests;
