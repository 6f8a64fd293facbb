//! Names and symbols at rest: those that a box of the page would cover, and names that the edge of the
//! screen would cut, are left out until the map has moved on.

use super::labels::{LINE, Label, LabelKind};
use super::{BELOW_DOT, PIN_MIDDLE};
use crate::scene::symbols::{Disc, RING, Scope, Symbol, disc_radius};
use crate::{MapBounds, MapPoint};

/// The width of the halo around a sign, CSS pixels, with some rounding.
const HALO: f64 = 4.0;

/// The radius of the dot of a town with its halo, CSS pixels.
const DOT: f64 = 4.0;

/// A name or a symbol, and whether it is left out.
#[derive(Clone, Debug)]
pub(crate) struct Sign<T> {
    /// The name or the symbol.
    pub(crate) of: T,
    /// Whether it is left out.
    pub(crate) is_covered: bool,
}

/// A thing that takes some space on the map.
pub(crate) trait Extent {
    /// The rectangle that it takes at a resolution, map metres.
    fn extent(&self, resolution: f64) -> MapBounds;
    /// Whether it says nothing when the edge of the screen cuts it.
    const IS_LOST_AT_THE_EDGE: bool;
}

impl<T> Sign<T> {
    /// A sign that is not left out.
    pub(crate) fn new(of: T) -> Self {
        Self { of, is_covered: false }
    }

    /// The thing, unless it is left out.
    pub(crate) fn shown(&self) -> Option<&T> {
        (!self.is_covered).then_some(&self.of)
    }
}

/// Leaves out the signs that `boxes` would cover while `seen` is on screen, and takes the others in
/// again; all in map metres. Returns the rectangles of those that have changed.
pub(crate) fn cover<T: Extent>(
    signs: &mut [Sign<T>],
    resolution: f64,
    seen: MapBounds,
    boxes: &[MapBounds],
) -> Vec<MapBounds> {
    let change = |sign: &mut Sign<T>| {
        let extent = sign.of.extent(resolution);
        let is_cut =
            extent.intersects(seen) && !(seen.contains(extent.min) && seen.contains(extent.max));
        let is_covered = T::IS_LOST_AT_THE_EDGE && is_cut
            || boxes.iter().any(|covering| covering.intersects(extent));
        let before = std::mem::replace(&mut sign.is_covered, is_covered);
        (before != is_covered).then(|| extent.grown(HALO * resolution))
    };
    signs.iter_mut().filter_map(change).collect()
}

/// A rectangle of so many CSS pixels to each side of its middle.
fn around(at: MapPoint, half_px: (f64, f64), resolution: f64) -> MapBounds {
    let (x, y) = (half_px.0 * resolution, half_px.1 * resolution);
    MapBounds::new(MapPoint::new(at.x - x, at.y - y), MapPoint::new(at.x + x, at.y + y))
}

impl Extent for Label {
    const IS_LOST_AT_THE_EDGE: bool = true;

    fn extent(&self, resolution: f64) -> MapBounds {
        let half = (self.width_px / 2.0, self.size_px * LINE / 2.0);
        let mut text = around(self.at, half, resolution);
        if self.kind == LabelKind::Prefecture {
            text.max.y = self.at.y + (BELOW_DOT + DOT) * resolution;
        }
        text
    }
}

impl Extent for Symbol {
    const IS_LOST_AT_THE_EDGE: bool = false;

    fn extent(&self, resolution: f64) -> MapBounds {
        let radius = disc_radius(resolution);
        match self {
            Self::Disc(Disc { at, scope: Scope::Region(_), .. }) => {
                around(*at, (radius + RING, radius + RING), resolution)
            }
            Self::Disc(disc) => around(disc.at, (radius, radius), resolution),
            Self::Sign(sign) if sign.is_pin() => {
                let middle = MapPoint::new(sign.at.x, sign.at.y + PIN_MIDDLE * resolution);
                around(middle, (6.0, PIN_MIDDLE), resolution)
            }
            Self::Sign(sign) => around(sign.at, (6.0, 6.0), resolution),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Layer, SchemeIndex, Status};

    const RESOLUTION: f64 = 100.0;

    /// A screen of 800 by 600 pixels.
    fn seen() -> MapBounds {
        px(0.0, 0.0, 800.0, 600.0)
    }

    /// A rectangle in pixels from the lower left corner of the screen.
    fn px(left: f64, low: f64, right: f64, high: f64) -> MapBounds {
        let corner = |x: f64, y: f64| MapPoint::new(x * RESOLUTION, y * RESOLUTION);
        MapBounds::new(corner(left, low), corner(right, high))
    }

    /// A name of 60 by 12 pixels.
    fn name(x: f64, y: f64) -> Sign<Label> {
        let at = MapPoint::new(x * RESOLUTION, y * RESOLUTION);
        Sign::new(Label {
            text: "Grenoble".to_owned(),
            at,
            rank: 1,
            size_px: 10.0,
            kind: LabelKind::Commune,
            max_width_m: None,
            width_px: 60.0,
        })
    }

    fn are_shown(names: &[Sign<Label>]) -> Vec<bool> {
        names.iter().map(|name| name.shown().is_some()).collect()
    }

    #[test]
    fn a_name_that_a_box_touches_is_left_out_and_comes_back_when_the_map_has_moved_on() {
        let legend = px(600.0, 300.0, 790.0, 590.0);
        let mut names = [name(400.0, 300.0), name(580.0, 400.0), name(700.0, 400.0)];
        let changed = cover(&mut names, RESOLUTION, seen(), &[legend]);
        assert_eq!(are_shown(&names), [true, false, false]);
        assert_eq!(changed.len(), 2);
        assert_eq!(cover(&mut names, RESOLUTION, seen(), &[legend]), [], "nothing has changed");
        assert_eq!(cover(&mut names, RESOLUTION, seen(), &[]).len(), 2);
        assert_eq!(are_shown(&names), [true; 3]);
    }

    #[test]
    fn a_name_that_the_edge_of_the_screen_cuts_is_left_out_and_one_beyond_it_stays() {
        let mut names =
            [name(20.0, 300.0), name(31.0, 300.0), name(-40.0, 300.0), name(400.0, 3.0)];
        cover(&mut names, RESOLUTION, seen(), &[]);
        assert_eq!(are_shown(&names), [false, true, true, false]);
    }

    #[test]
    fn what_changes_is_painted_with_its_halo() {
        let mut names = [name(20.0, 300.0)];
        let changed = cover(&mut names, RESOLUTION, seen(), &[]);
        assert_eq!(changed, [px(-14.0, 290.0, 54.0, 310.0)]);
    }

    #[test]
    fn a_symbol_at_the_edge_of_the_screen_stays_and_one_under_a_box_is_left_out() {
        let pin = |x: f64| {
            let project = SchemeIndex { layer: Layer::Projects, index: 0 };
            let at = MapPoint::new(x * RESOLUTION, 30_000.0);
            let status = Status::Labelled;
            Sign::new(Symbol::Sign(crate::Sign { subject: project.into(), status, at }))
        };
        let mut pins = [pin(1.0), pin(400.0), pin(500.0)];
        cover(&mut pins, RESOLUTION, seen(), &[px(404.0, 200.0, 450.0, 400.0)]);
        let are_shown = pins.each_ref().map(|pin| pin.shown().is_some());
        assert_eq!(are_shown, [true, false, true]);
    }
}
