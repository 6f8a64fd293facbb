//! Points and rectangles in CSS pixels, from the upper left corner of the window.

use serde::{Deserialize, Serialize};

/// A point of the window, in CSS pixels: x to the right, y down.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct WindowPoint {
    /// To the right.
    pub x: f64,
    /// Down.
    pub y: f64,
}

impl WindowPoint {
    /// The point at `x`, `y`.
    pub const fn new(x: f64, y: f64) -> Self {
        Self { x, y }
    }

    /// The point in whole pixels, as mice count.
    pub fn rounded(self) -> Self {
        Self { x: self.x.round(), y: self.y.round() }
    }
}

/// A rectangle in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rect {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Width.
    pub width: f64,
    /// Height.
    pub height: f64,
}

impl Rect {
    /// The point at these shares of width and height.
    pub fn at(self, across: f64, down: f64) -> WindowPoint {
        WindowPoint { x: self.left + across * self.width, y: self.top + down * self.height }
    }
}
