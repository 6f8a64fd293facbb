//! A recording canvas for the tests.

use super::canvas::Canvas;
use crate::scene::{Fill, Stroke, TextStyle};
use crate::space::ScreenPoint;

/// A canvas that records every call that paints, with the path.
#[derive(Default)]
pub(crate) struct Recorder {
    pub(crate) calls: Vec<String>,
    path: Vec<String>,
}

impl Recorder {
    fn paint(&mut self, call: &str) {
        self.calls.push(format!("{call} {}", self.path.join(" ")));
    }
}

impl Canvas for Recorder {
    fn begin(&mut self) {
        self.path.clear();
    }
    fn move_to(&mut self, point: ScreenPoint) {
        self.path.push(format!("M{:.0},{:.0}", point.x, point.y));
    }
    fn line_to(&mut self, point: ScreenPoint) {
        self.path.push(format!("L{:.0},{:.0}", point.x, point.y));
    }
    fn close(&mut self) {
        self.path.push("Z".to_owned());
    }
    fn circle(&mut self, center: ScreenPoint, radius: f64) {
        self.path.push(format!("O{:.0},{:.0},{radius:.0}", center.x, center.y));
    }
    fn fill(&mut self, fill: Fill) {
        let patterns: Vec<_> = fill.patterns.iter().flatten().map(|(pattern, _)| pattern).collect();
        self.paint(&format!("fill {} {patterns:?}", fill.color.css()));
    }
    fn stroke(&mut self, stroke: Stroke) {
        self.paint(&format!("stroke {} {}", stroke.color.css(), stroke.width));
    }
    fn text(&mut self, text: &str, at: ScreenPoint, _: TextStyle) {
        self.calls.push(format!("text {text} {:.0},{:.0}", at.x, at.y));
    }
}
