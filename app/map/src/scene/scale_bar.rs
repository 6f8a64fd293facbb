//! Scale bars: a round length on the ground, as long as on the map.

use crate::{Projection, Viewport};

/// The scale bar for the middle of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// The length on the ground, metres.
    pub metres: u32,
    /// The length on screen, CSS pixels.
    pub length: f64,
}

impl ScaleBar {
    /// The bar of a round length on the ground, `longest` CSS pixels at the most.
    pub fn of(viewport: &Viewport, longest: f64) -> Self {
        let ground_per_map = Projection::at(viewport.center).ground_metres_per_map_metre();
        let ground_per_pixel = viewport.resolution * ground_per_map;
        let metres = round_length(longest * ground_per_pixel);
        Self { metres, length: f64::from(metres) / ground_per_pixel }
    }

    /// The length on the ground, in words.
    pub fn text(&self) -> String {
        length_text(self.metres)
    }
}

/// The width of the ground in the middle of the screen, metres.
pub fn shown_width_m(viewport: &Viewport) -> f64 {
    let ground_per_map = Projection::at(viewport.center).ground_metres_per_map_metre();
    viewport.size.0 * viewport.resolution * ground_per_map
}

/// The longest of 200, 500 metres, 1, 2, 5, 10, 20, 50 … kilometres that is at most `longest_m`
/// metres.
pub(crate) fn round_length(longest_m: f64) -> u32 {
    let hectometres = [2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000];
    let lengths = hectometres.map(|hectometres| hectometres * 100);
    lengths.into_iter().rev().find(|&length| f64::from(length) <= longest_m).unwrap_or(200)
}

/// A round length in words: « 500 m », « 2 km ».
pub(crate) fn length_text(metres: u32) -> String {
    match metres / 1000 {
        0 => format!("{metres}\u{a0}m"),
        kilometres => format!("{kilometres}\u{a0}km"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_bar_has_a_round_length_that_fits() {
        assert_eq!(round_length(130_000.0), 100_000);
        assert_eq!(round_length(19_000.0), 10_000);
        assert_eq!(round_length(880.0), 500);
        assert_eq!(round_length(50.0), 200, "the shortest there is");
    }

    #[test]
    fn a_length_is_told_in_metres_below_a_kilometre() {
        assert_eq!(
            [500, 1_000, 20_000].map(length_text),
            ["500\u{a0}m", "1\u{a0}km", "20\u{a0}km"]
        );
    }
}
