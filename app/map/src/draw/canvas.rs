//! The canvas: a surface that a scene is drawn on.

use crate::scene::{Fill, Stroke, TextStyle};
use crate::space::ScreenPoint;

/// A surface that a scene is drawn on. Backends: the browser's 2D context, and a recorder.
pub trait Canvas {
    /// Forgets the path.
    fn begin(&mut self);
    /// Starts a line of the path.
    fn move_to(&mut self, point: ScreenPoint);
    /// Goes on with it.
    fn line_to(&mut self, point: ScreenPoint);
    /// Goes back to where the line started.
    fn close(&mut self);
    /// Adds a circle to the path.
    fn circle(&mut self, center: ScreenPoint, radius: f64);
    /// Fills the path (non-zero: a hole turns the other way round than its outer ring).
    fn fill(&mut self, fill: Fill);
    /// Draws along the path.
    fn stroke(&mut self, stroke: Stroke);
    /// Until [`Canvas::unclip`], draws only inside the path (non-zero).
    fn clip(&mut self);
    /// Ends what [`Canvas::clip`] began.
    fn unclip(&mut self);
    /// Writes a text at a point, its middle at the point's height.
    fn text(&mut self, text: &str, at: ScreenPoint, style: TextStyle);
}
