//! The detail level: how closely departments are drawn from a view, and which of them.

use crate::{Model, Territory, Viewport};

/// The resolution, metres per CSS pixel, below which the overview leaves out too much.
pub const DETAIL_BELOW: f64 = 350.0;

/// The resolution, metres per CSS pixel, below which the details leave out too much as well.
pub const CITY_BELOW: f64 = 30.0;

/// The distance beyond the screen where departments are still drawn in detail, CSS pixels: the raster is
/// larger than the screen.
const BEYOND: f64 = 60.0;

/// A level of detail of a department, the coarser one first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum DetailLevel {
    /// About 200 m are left out.
    Department,
    /// Nothing of the contours is left out.
    City,
}

impl DetailLevel {
    /// The level of the departments in sight of `view`; none from afar.
    pub fn of(view: &Viewport) -> Option<Self> {
        match view.resolution {
            close if close < CITY_BELOW => Some(Self::City),
            near if near < DETAIL_BELOW => Some(Self::Department),
            _ => None,
        }
    }
}

/// The indexes of the departments that are drawn in detail from `view`, rising; none from afar,
/// whatever is at hand.
pub fn departments_in_detail(model: &Model, view: &Viewport) -> Vec<usize> {
    if DetailLevel::of(view).is_none() {
        return Vec::new();
    }
    let seen = view.bounds().grown(BEYOND * view.resolution);
    let is_seen = |index: &usize| model.bounds(Territory::Department(*index)).intersects(seen);
    (0..model.departments.len()).filter(is_seen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::data::model::tests::model;
    use crate::{MapBounds, MapPoint};

    /// A view of 100 by 100 pixels in the middle of `bounds`.
    fn over(bounds: MapBounds, resolution: f64) -> Viewport {
        Viewport { center: bounds.center(), resolution, size: (100.0, 100.0) }
    }

    #[test]
    fn the_closer_the_view_the_finer_the_level() {
        let level = |resolution: f64| {
            DetailLevel::of(&over(
                MapBounds::new(MapPoint::default(), MapPoint::default()),
                resolution,
            ))
        };
        assert_eq!(level(DETAIL_BELOW), None);
        assert_eq!(level(DETAIL_BELOW - 1.0), Some(DetailLevel::Department));
        assert_eq!(level(CITY_BELOW), Some(DetailLevel::Department));
        assert_eq!(level(CITY_BELOW - 1.0), Some(DetailLevel::City));
        assert!(DetailLevel::City > DetailLevel::Department);
    }

    #[test]
    fn a_department_is_drawn_in_detail_from_near_and_in_sight_only() {
        let model = model();
        let first = model.bounds(Territory::Department(0));
        assert_eq!(departments_in_detail(&model, &over(first, DETAIL_BELOW)), [0_usize; 0]);
        assert_eq!(departments_in_detail(&model, &over(first, 20.0)), [0]);
        let far = MapBounds::new(first.min, first.min).grown(1.0);
        let mut elsewhere = over(far, 20.0);
        elsewhere.center.x -= 1e6;
        assert_eq!(departments_in_detail(&model, &elsewhere), [0_usize; 0]);
    }
}
