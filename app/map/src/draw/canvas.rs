//! The canvas: the surface that a scene is drawn on.

use crate::scene::{Fill, Stroke, TextStyle};
use crate::space::ScreenPoint;

/// A surface that a scene is drawn on: the browser's 2D context in the page, an SVG path here, a recorder in
/// tests. Whatever a backend does not need stays empty.
///
/// # Example
/// A recorder in ten lines:
/// ```
/// use map::{Canvas, Color, Fill, ScreenPoint};
///
/// #[derive(Default)]
/// struct Recorder(Vec<String>);
///
/// impl Canvas for Recorder {
///     fn line_to(&mut self, point: ScreenPoint) {
///         self.0.push(format!("to {},{}", point.x, point.y));
///     }
///     fn fill(&mut self, fill: Fill) {
///         self.0.push(format!("fill {}", fill.color.css()));
///     }
/// }
///
/// let mut recorder = Recorder::default();
/// recorder.move_to(ScreenPoint::new(0.0, 0.0));
/// recorder.line_to(ScreenPoint::new(8.0, 6.0));
/// recorder.fill(Fill::plain(Color(0x0072_b2ff)));
/// assert_eq!(recorder.0, ["to 8,6", "fill #0072b2ff"]);
/// ```
pub trait Canvas {
    /// Begins a new path.
    fn begin(&mut self) {}
    /// Leaves out those vertices of an arc, from its first to its last, that this surface cannot show.
    fn simplify(&self, _: &mut Vec<ScreenPoint>) {}
    /// Starts a line of the path.
    fn move_to(&mut self, _: ScreenPoint) {}
    /// Continues the line to a point.
    fn line_to(&mut self, _: ScreenPoint) {}
    /// Closes the line at its first point.
    fn close(&mut self) {}
    /// Adds a circle of a center and a radius to the path.
    fn circle(&mut self, _: ScreenPoint, _: f64) {}
    /// Fills the path (non-zero: a hole turns the other way round than its outer ring).
    fn fill(&mut self, _: Fill) {}
    /// Draws along the path.
    fn stroke(&mut self, _: Stroke) {}
    /// Writes a text at a point, its middle at the height of the point.
    fn text(&mut self, _: &str, _: ScreenPoint, _: TextStyle) {}
}
