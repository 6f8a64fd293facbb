//! The colour of a pixel.

use map::Color;
use serde::{Deserialize, Serialize};

/// A colour on screen: red, green, blue.
#[derive(Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pixel([u8; 3]);

/// The largest difference of one of the three that is due to rounding.
const ROUNDING: i32 = 3;

impl Pixel {
    /// The pixel of these three.
    pub(crate) const fn new(rgb: [u8; 3]) -> Self {
        Self(rgb)
    }

    /// Whether the two are the same to the eye.
    pub fn is_close_to(self, other: Self) -> bool {
        self.is_between(other, other)
    }

    /// Whether this is a mixture of `one` and `other`, as at the edge of a line of a texture.
    pub fn is_between(self, one: Self, other: Self) -> bool {
        let [start, end, own] = [one, other, self].map(|pixel| pixel.0.map(i32::from));
        let span: i32 = (0..3).map(|channel| (end[channel] - start[channel]).pow(2)).sum();
        let along: i32 = (0..3)
            .map(|channel| (own[channel] - start[channel]) * (end[channel] - start[channel]))
            .sum();
        let share = f64::from(along.clamp(0, span)) / f64::from(span.max(1));
        (0..3).all(|channel| {
            let mixed =
                f64::from(start[channel]) + share * f64::from(end[channel] - start[channel]);
            (f64::from(own[channel]) - mixed).abs() <= f64::from(ROUNDING)
        })
    }
}

impl From<Color> for Pixel {
    fn from(color: Color) -> Self {
        let [red, green, blue, _] = color.0.to_be_bytes();
        Self([red, green, blue])
    }
}

impl std::fmt::Debug for Pixel {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [red, green, blue] = self.0;
        write!(f, "#{red:02x}{green:02x}{blue:02x}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mixture_lies_between_its_two_colours() {
        let [white, blue] = [Pixel([255, 255, 255]), Pixel([55, 135, 195])];
        assert!(Pixel([155, 195, 225]).is_between(white, blue));
        assert!(!Pixel([155, 155, 225]).is_between(white, blue));
        assert!(!Pixel([15, 95, 165]).is_between(white, blue), "darker than both");
        assert!(Pixel([56, 134, 195]).is_close_to(blue));
    }
}
