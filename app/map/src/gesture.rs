//! From raw pointers to what they mean: drag, pinch, tap.

use crate::{ScreenPoint, Viewport};

/// How far a pointer may stray, in CSS pixels, and still tap.
const TAP_SLACK: f64 = 6.0;

/// The pointers that are down, and whether they still may be a tap.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gesture {
    pointers: Vec<(i32, ScreenPoint)>,
    started_at: Option<ScreenPoint>,
}

/// What a pointer event means for the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Change {
    /// Nothing.
    None,
    /// The map was dragged so many CSS pixels to the right and down.
    Pan(f64, f64),
    /// Two fingers moved: zoom by the factor about the place, then drag.
    Pinch {
        /// The factor; above 1 is closer.
        factor: f64,
        /// The place between the fingers.
        about: ScreenPoint,
        /// CSS pixels to the right and down.
        pan: (f64, f64),
    },
    /// A place was tapped.
    Tap(ScreenPoint),
}

impl Change {
    /// The view after the change.
    #[must_use]
    pub fn applied_to(self, view: Viewport) -> Viewport {
        match self {
            Self::None | Self::Tap(_) => view,
            Self::Pan(right, down) => view.panned(right, down),
            Self::Pinch { factor, about, pan } => view.zoomed(factor, about).panned(pan.0, pan.1),
        }
    }
}

impl Gesture {
    /// Whether a pointer is down.
    pub fn is_active(&self) -> bool {
        !self.pointers.is_empty()
    }

    /// A pointer went down.
    pub fn down(&mut self, pointer: i32, at: ScreenPoint) {
        self.pointers.retain(|(known, _)| *known != pointer);
        self.started_at = self.pointers.is_empty().then_some(at);
        self.pointers.push((pointer, at));
    }

    /// A pointer moved.
    pub fn moved(&mut self, pointer: i32, to: ScreenPoint) -> Change {
        let before = self.frame();
        let Some(own) = self.pointers.iter_mut().find(|(known, _)| *known == pointer) else {
            return Change::None;
        };
        own.1 = to;
        if let Some(start) = self.started_at {
            if distance(start, to) <= TAP_SLACK {
                own.1 = start;
                return Change::None;
            }
            self.started_at = None;
        }
        let after = self.frame();
        let pan = (after.0.x - before.0.x, after.0.y - before.0.y);
        match (before.1, after.1) {
            (Some(spread), Some(now)) if spread > 0.0 => {
                Change::Pinch { factor: now / spread, about: before.0, pan }
            }
            _ => Change::Pan(pan.0, pan.1),
        }
    }

    /// A pointer went up.
    pub fn up(&mut self, pointer: i32) -> Change {
        self.pointers.retain(|(known, _)| *known != pointer);
        self.started_at.take().map_or(Change::None, Change::Tap)
    }

    /// A pointer was taken away by the browser.
    pub fn cancel(&mut self, pointer: i32) {
        self.pointers.retain(|(known, _)| *known != pointer);
        self.started_at = None;
    }

    /// The middle of the first two pointers, and how far they are apart if there are two.
    fn frame(&self) -> (ScreenPoint, Option<f64>) {
        match self.pointers.as_slice() {
            [] => (ScreenPoint::default(), None),
            [(_, only)] => (*only, None),
            [(_, a), (_, b), ..] => {
                let middle = ScreenPoint::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
                (middle, Some(distance(*a, *b)))
            }
        }
    }
}

fn distance(a: ScreenPoint, b: ScreenPoint) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(x: f64, y: f64) -> ScreenPoint {
        ScreenPoint::new(x, y)
    }

    #[test]
    fn a_short_press_is_a_tap_where_it_began() {
        let mut gesture = Gesture::default();
        gesture.down(1, at(10.0, 10.0));
        assert_eq!(gesture.moved(1, at(12.0, 11.0)), Change::None);
        assert_eq!(gesture.up(1), Change::Tap(at(10.0, 10.0)));
        assert!(!gesture.is_active());
    }

    #[test]
    fn a_drag_loses_no_pixel_and_is_no_tap() {
        let mut gesture = Gesture::default();
        gesture.down(1, at(10.0, 10.0));
        assert_eq!(gesture.moved(1, at(13.0, 10.0)), Change::None);
        assert_eq!(gesture.moved(1, at(30.0, 12.0)), Change::Pan(20.0, 2.0));
        assert_eq!(gesture.up(1), Change::None);
    }

    #[test]
    fn two_fingers_that_part_zoom_about_their_middle() {
        let mut gesture = Gesture::default();
        gesture.down(1, at(0.0, 0.0));
        gesture.down(2, at(100.0, 0.0));
        let change = gesture.moved(2, at(200.0, 0.0));
        assert_eq!(change, Change::Pinch { factor: 2.0, about: at(50.0, 0.0), pan: (50.0, 0.0) });
        assert_eq!(gesture.up(2), Change::None);
        assert_eq!(gesture.up(1), Change::None);
    }
}
