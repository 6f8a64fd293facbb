//! Scale bars: a round length on the ground, as long as on the map.

use crate::{Projection, Viewport};

/// The scale bar for the middle of the screen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleBar {
    /// The length on the ground, kilometres.
    pub kilometres: u32,
    /// The length on screen, CSS pixels.
    pub length: f64,
}

impl ScaleBar {
    /// The bar of a round length on the ground, `longest` CSS pixels at the most.
    pub fn of(viewport: &Viewport, longest: f64) -> Self {
        let ground_per_map = Projection::at(viewport.center).ground_metres_per_map_metre();
        let ground_per_pixel = viewport.resolution * ground_per_map;
        let metres = round_length(longest * ground_per_pixel);
        Self { kilometres: metres / 1000, length: f64::from(metres) / ground_per_pixel }
    }
}

/// The width of the ground in the middle of the screen, metres.
pub fn shown_width_m(viewport: &Viewport) -> f64 {
    let ground_per_map = Projection::at(viewport.center).ground_metres_per_map_metre();
    viewport.size.0 * viewport.resolution * ground_per_map
}

/// The longest of 1, 2, 5, 10, 20, 50 … kilometres that is at most `longest_m` metres.
pub(crate) fn round_length(longest_m: f64) -> u32 {
    let lengths = [1, 2, 5, 10, 20, 50, 100, 200, 500].map(|kilometres| kilometres * 1000);
    lengths.into_iter().rev().find(|&length| f64::from(length) <= longest_m).unwrap_or(1000)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scale_bar_has_a_round_length_that_fits() {
        assert_eq!(round_length(130_000.0), 100_000);
        assert_eq!(round_length(19_000.0), 10_000);
        assert_eq!(round_length(500.0), 1_000, "the shortest there is");
    }
}
