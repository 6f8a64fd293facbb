//! What a scene is drawn on: a path, then fill or stroke. Coordinates are CSS pixels.

use crate::ScreenPoint;

/// An opaque or translucent colour, `0xRRGGBBAA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color(pub u32);

impl Color {
    /// The colour as CSS writes it: `#rrggbbaa`.
    pub fn css(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |place: u32| char::from(DIGITS[(self.0 >> (28 - 4 * place) & 0xf) as usize]);
        std::iter::once('#').chain((0..8).map(digit)).collect()
    }
}

/// A texture over a plain fill, so that a status is never colour alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Pattern {
    /// Diagonal lines, rising to the right.
    Hatch,
    /// Diagonal lines far apart, falling to the right.
    SparseHatch,
    /// Points on a diagonal grid.
    Dots,
}

/// How an area is filled.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fill {
    /// The ground colour.
    pub color: Color,
    /// A texture in a second colour, if any.
    pub pattern: Option<(Pattern, Color)>,
}

/// How a line is drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Stroke {
    /// Its colour.
    pub color: Color,
    /// Its width in CSS pixels.
    pub width: f64,
    /// Lengths of dash and gap in CSS pixels; zero for a full line.
    pub dash: [f64; 2],
}

impl Stroke {
    /// A full line.
    pub const fn full(color: Color, width: f64) -> Self {
        Self { color, width, dash: [0.0, 0.0] }
    }
}

/// How a text is written, centred on its point unless told.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// The colour of the letters.
    pub color: Color,
    /// A soft edge around the letters, if any.
    pub halo: Option<Color>,
    /// The size in CSS pixels.
    pub size: f64,
    /// Whether the letters are heavy.
    pub weight: Weight,
    /// Where the point lies in the text.
    pub align: Align,
}

/// The weight of letters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weight {
    /// For names.
    Regular,
    /// For numbers in discs.
    Bold,
}

/// Which end of a text its point gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    Start,
    /// The middle.
    Middle,
}

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

#[cfg(test)]
pub(crate) mod recorder {
    use super::*;

    /// A canvas that remembers what was drawn on it.
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
            self.paint(&format!("fill {} {:?}", fill.color.css(), fill.pattern.map(|it| it.0)));
        }
        fn stroke(&mut self, stroke: Stroke) {
            self.paint(&format!("stroke {} {}", stroke.color.css(), stroke.width));
        }
        fn clip(&mut self) {
            self.paint("clip");
        }
        fn unclip(&mut self) {
            self.calls.push("unclip".to_owned());
        }
        fn text(&mut self, text: &str, at: ScreenPoint, _: TextStyle) {
            self.calls.push(format!("text {text} {:.0},{:.0}", at.x, at.y));
        }
    }

    #[test]
    fn a_colour_is_written_as_css_wants_it() {
        assert_eq!(Color(0x0072_b2ff).css(), "#0072b2ff");
    }
}
