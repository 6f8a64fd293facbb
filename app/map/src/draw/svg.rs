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
}
