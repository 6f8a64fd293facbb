//! Path data: lines as whole half pixels, each relative to the one before.

use crate::ScreenPoint;
use std::fmt::Write as _;

/// Units of the path in a CSS pixel.
pub(super) const UNITS: f64 = 2.0;

/// The longer side, in units, up to which an island is left out.
const LEAST_EXTENT: i32 = 3;

/// The attribute `d` of a path, written line by line.
#[derive(Clone, Debug)]
pub(super) struct PathData {
    text: String,
    /// Width and height of the picture, in units.
    size: (i32, i32),
    /// The line at hand: vertices that can be told apart and turn somewhere.
    line: Vec<(i32, i32)>,
    /// The last vertex that was written.
    last: (i32, i32),
}

impl PathData {
    /// An empty path in a picture of that size, CSS pixels.
    pub(super) fn new(size: (f64, f64)) -> Self {
        let size = rounded(ScreenPoint::new(size.0, size.1));
        Self { text: String::new(), size, line: Vec::new(), last: (0, 0) }
    }

    pub(super) fn move_to(&mut self, point: ScreenPoint) {
        self.end_line();
        self.line.push(rounded(point));
    }

    pub(super) fn line_to(&mut self, point: ScreenPoint) {
        let next = rounded(point);
        if self.line.last() == Some(&next) {
            return;
        }
        if let [.., before, last] = self.line[..]
            && (is_straight_on(before, last, next) || self.are_beyond([before, last, next]))
        {
            self.line.pop();
        }
        self.line.push(next);
    }

    /// Ends the line as a ring; nothing is left of one that is too small to be seen.
    pub(super) fn close(&mut self) {
        if self.line.len() > 1 && self.line.first() == self.line.last() {
            self.line.pop();
        }
        if self.line.len() > 2 && self.extent() > LEAST_EXTENT {
            self.write_line();
            self.text.push('z');
            self.last = self.line[0];
        }
        self.line.clear();
    }

    /// Adds a circle.
    pub(super) fn circle(&mut self, center: ScreenPoint, radius: f64) {
        self.end_line();
        let (x, y) = rounded(center);
        let radius = (radius * UNITS).round() as i32;
        // Writing to a String cannot fail.
        _ = write!(
            self.text,
            "M{} {y}a{radius} {radius} 0 1 0 {} 0a{radius} {radius} 0 1 0-{} 0z",
            x - radius,
            2 * radius,
            2 * radius
        );
        self.last = (x - radius, y);
    }

    /// The path so far.
    pub(super) fn text(&mut self) -> &str {
        self.end_line();
        &self.text
    }

    /// Whether three vertices lie beyond one edge of the picture: the middle one is not missed.
    fn are_beyond(&self, three: [(i32, i32); 3]) -> bool {
        let (width, height) = self.size;
        three.iter().all(|point| point.0 < 0)
            || three.iter().all(|point| point.0 > width)
            || three.iter().all(|point| point.1 < 0)
            || three.iter().all(|point| point.1 > height)
    }

    /// The longer side of the rectangle around the line at hand.
    fn extent(&self) -> i32 {
        let side = |of: fn(&(i32, i32)) -> i32| {
            let (low, high) = (self.line.iter().map(of).min(), self.line.iter().map(of).max());
            high.unwrap_or_default() - low.unwrap_or_default()
        };
        side(|point| point.0).max(side(|point| point.1))
    }

    fn end_line(&mut self) {
        if self.line.len() > 1 {
            self.write_line();
        }
        self.line.clear();
    }

    fn write_line(&mut self) {
        let mut before = self.last;
        for (index, &(x, y)) in self.line.iter().enumerate() {
            let command = match index {
                _ if self.text.is_empty() => 'M',
                0 => 'm',
                1 => 'l',
                _ => ' ',
            };
            push_pair(&mut self.text, command, (x - before.0, y - before.1));
            before = (x, y);
        }
        self.last = before;
    }
}

/// Writes a command with its numbers; a space only where a sign does not part them.
fn push_pair(text: &mut String, command: char, (x, y): (i32, i32)) {
    if command != ' ' {
        text.push(command);
    } else if x >= 0 {
        text.push(' ');
    }
    _ = write!(text, "{x}");
    if y >= 0 {
        text.push(' ');
    }
    _ = write!(text, "{y}");
}

fn rounded(point: ScreenPoint) -> (i32, i32) {
    ((point.x * UNITS).round() as i32, (point.y * UNITS).round() as i32)
}

fn is_straight_on(a: (i32, i32), b: (i32, i32), c: (i32, i32)) -> bool {
    let (one, other) = ((b.0 - a.0, b.1 - a.1), (c.0 - b.0, c.1 - b.1));
    one.0 * other.1 == one.1 * other.0 && one.0 * other.0 + one.1 * other.1 > 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn path(draw: impl FnOnce(&mut PathData)) -> String {
        let mut path = PathData::new((700.0, 500.0));
        draw(&mut path);
        path.text().to_owned()
    }

    fn at(x: f64, y: f64) -> ScreenPoint {
        ScreenPoint::new(x, y)
    }

    #[test]
    fn a_path_is_relative_whole_half_pixels_without_what_adds_nothing() {
        let text = path(|path| {
            path.move_to(at(1.0, 2.0));
            path.line_to(at(1.1, 2.0));
            path.line_to(at(3.0, 2.0));
            path.line_to(at(5.0, 2.0));
            path.line_to(at(5.0, 1.0));
            path.close();
            path.move_to(at(10.0, 10.0));
            path.line_to(at(9.5, 11.0));
        });
        assert_eq!(text, "M2 4l8 0 0-2zm18 16l-1 2");
    }

    #[test]
    fn what_is_smaller_than_a_pixel_is_left_out() {
        let text = path(|path| {
            path.move_to(at(1.0, 1.0));
            path.line_to(at(1.1, 1.1));
            path.close();
            path.move_to(at(7.0, 7.0));
        });
        assert_eq!(text, "");
    }

    #[test]
    fn a_circle_is_two_arcs() {
        assert_eq!(
            path(|path| path.circle(at(5.0, 5.0), 2.0)),
            "M6 10a4 4 0 1 0 8 0a4 4 0 1 0-8 0z"
        );
    }
}
