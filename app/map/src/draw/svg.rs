//! SVG paths: outlines that the browser draws without a canvas.

use crate::lean::push_fixed;
use crate::{Canvas, ScreenPoint};

/// A canvas that writes lines as the attribute `d` of an SVG path, in tenths of CSS pixels.
#[derive(Clone, Debug, Default)]
pub(super) struct PathText {
    /// The attribute `d`.
    pub(super) text: String,
}

impl PathText {
    fn point(&mut self, command: char, point: ScreenPoint) {
        self.text.push(command);
        self.number(point.x);
        self.text.push(' ');
        self.number(point.y);
    }

    /// Half a circle to its other end.
    fn arc(&mut self, radius: f64, end: ScreenPoint) {
        self.text.push('A');
        for _ in 0..2 {
            self.number(radius);
            self.text.push(' ');
        }
        self.text.push_str("0 0 1 ");
        self.number(end.x);
        self.text.push(' ');
        self.number(end.y);
    }

    fn number(&mut self, value: f64) {
        push_fixed(&mut self.text, value, 1);
        if self.text.ends_with(".0") {
            self.text.truncate(self.text.len() - 2);
        }
    }
}

impl Canvas for PathText {
    fn move_to(&mut self, point: ScreenPoint) {
        self.point('M', point);
    }
    fn line_to(&mut self, point: ScreenPoint) {
        self.point('L', point);
    }
    fn close(&mut self) {
        self.text.push('Z');
    }
    fn circle(&mut self, center: ScreenPoint, radius: f64) {
        let [west, east] =
            [-radius, radius].map(|side| ScreenPoint::new(center.x + side, center.y));
        self.point('M', west);
        self.arc(radius, east);
        self.arc(radius, west);
        self.text.push('Z');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_is_written_in_tenths_of_a_pixel() {
        let mut path = PathText::default();
        path.move_to(ScreenPoint::new(-1.25, 3.0));
        path.line_to(ScreenPoint::new(10.04, -0.04));
        path.close();
        assert_eq!(path.text, "M-1.3 3L10 0Z");
    }

    #[test]
    fn a_circle_is_two_halves() {
        let mut path = PathText::default();
        path.circle(ScreenPoint::new(20.0, 5.0), 12.0);
        assert_eq!(path.text, "M8 5A12 12 0 0 1 32 5A12 12 0 0 1 8 5Z");
    }
}
