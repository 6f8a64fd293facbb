//! Paint: colours, fills, strokes and letters, as values.

mod pattern;

pub use pattern::{Mark, Pattern, Slant, TILE};

/// An opaque or translucent colour, `0xRRGGBBAA`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Color(pub u32);

impl Color {
    /// The colour as CSS writes it: `#rrggbbaa`.
    pub fn css(self) -> String {
        const DIGITS: &[u8; 16] = b"0123456789abcdef";
        let digit = |nibble: u32| char::from(DIGITS[(self.0 >> (28 - 4 * nibble) & 0xf) as usize]);
        std::iter::once('#').chain((0..8).map(digit)).collect()
    }
}

/// The fill of an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Fill {
    /// The plain colour.
    pub color: Color,
    /// The textures over it, the first drawn first: one for each layer, each in its own colour.
    pub patterns: [Option<(Pattern, Color)>; 2],
}

impl Fill {
    /// A fill without a texture.
    pub const fn plain(color: Color) -> Self {
        Self { color, patterns: [None; 2] }
    }

    /// A fill with one texture.
    pub(crate) const fn textured(color: Color, pattern: Pattern, ink: Color) -> Self {
        Self { color, patterns: [Some((pattern, ink)), None] }
    }
}

/// The stroke of a line.
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

/// The style of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct TextStyle {
    /// The colour of the letters.
    pub color: Color,
    /// A soft edge around the letters, if any.
    pub halo: Option<Color>,
    /// The size in CSS pixels.
    pub size: f64,
    /// The weight of the letters.
    pub weight: Weight,
    /// The end of the text that the point gives.
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

/// The end of a text that its point gives.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// The left end.
    Start,
    /// The middle.
    Middle,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_is_written_as_css_wants_it() {
        assert_eq!(Color(0x0072_b2ff).css(), "#0072b2ff");
    }
}
