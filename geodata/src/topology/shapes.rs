//! Drawn shapes, whatever is wrong with their rings: their exact area, and what two have in common.

use super::grid::GridPoint;
use super::segments::{Polygon, signed_area};
use i_overlay::core::fill_rule::FillRule;
use i_overlay::core::overlay::Overlay;
use i_overlay::core::overlay_rule::OverlayRule;
use i_overlay::i_float::int::point::IntPoint;

/// A ring without its last vertex, as `i_overlay` wants it.
type Contour = Vec<IntPoint<i32>>;

/// Shapes whose outer rings are counter-clockwise and whose holes are clockwise. Where they
/// overlap they cover once; a hole never covers, wherever it lies.
pub(crate) struct Shapes(Vec<Contour>);

impl Shapes {
    /// The shapes of polygons, whichever way their rings turn.
    pub(crate) fn of(polygons: &[Polygon]) -> Self {
        let contour = |(index, ring): (usize, &Vec<GridPoint>)| {
            let mut contour: Contour =
                ring.iter().map(|point| IntPoint::new(point.lon, point.lat)).collect();
            if (signed_area(ring) > 0) != (index == 0) {
                contour.reverse();
            }
            contour
        };
        Self(polygons.iter().flat_map(|rings| rings.iter().enumerate().map(contour)).collect())
    }

    /// What both cover.
    pub(crate) fn intersection(&self, other: &Self) -> Self {
        let mut overlay = Overlay::<i32>::from_subj_and_clip(&self.0, &other.0);
        Self(overlay.overlay(OverlayRule::Intersect, FillRule::Positive).concat())
    }

    /// Twice the area that they cover, in grid steps, exact.
    pub(crate) fn doubled_area(&self) -> i64 {
        let mut overlay = Overlay::<i32>::from_subj(&self.0);
        let shapes = overlay.overlay(OverlayRule::Subject, FillRule::Positive);
        let closed = |contour: &Contour| -> Vec<GridPoint> {
            contour.iter().chain(contour.first()).map(|one| GridPoint::new(one.x, one.y)).collect()
        };
        shapes.iter().flatten().map(|contour| signed_area(&closed(contour))).sum()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn square(west: i32, side: i32) -> Vec<GridPoint> {
        let east = west + side;
        let corners = [(west, 0), (east, 0), (east, side), (west, side), (west, 0)];
        corners.map(|(lon, lat)| GridPoint::new(lon, lat)).to_vec()
    }

    fn doubled_area(polygons: &[Polygon]) -> i64 {
        Shapes::of(polygons).doubled_area()
    }

    #[test]
    fn a_hole_never_covers() {
        assert_eq!(doubled_area(&[vec![square(0, 100), square(0, 50)]]), 2 * 7500);
        assert_eq!(doubled_area(&[vec![square(0, 100), square(500, 50)]]), 2 * 10_000, "outside");
        let twice = vec![square(0, 100), square(0, 50), square(0, 50)];
        assert_eq!(doubled_area(&[twice]), 2 * 7500, "the same hole twice");
    }

    #[test]
    fn what_overlaps_covers_once() {
        assert_eq!(doubled_area(&[vec![square(0, 100)], vec![square(50, 100)]]), 2 * 15_000);
        let (one, other) =
            (Shapes::of(&[vec![square(0, 100)]]), Shapes::of(&[vec![square(50, 100)]]));
        assert_eq!(one.intersection(&other).doubled_area(), 2 * 5000);
    }
}
