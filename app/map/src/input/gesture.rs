//! Gestures: from raw pointers and the wheel to drag, pinch, tap and zoom.
//!
//! A gesture keeps the positions that it needs; times come from the caller's clock, the one of the
//! events. In a frame of another page it leaves that page its scroll: see [`GestureHandling`].

use crate::lean::power;
use crate::view::motion::{MEASURED_MS, Sample};
use crate::{ScreenPoint, Viewport};

/// The factor of a zoom by a button, a key or one notch of the wheel.
pub const ZOOM_STEP: f64 = 1.5;

/// The farthest that a pointer strays, in CSS pixels, and still taps.
const TAP_SLACK: f64 = 6.0;

/// The time within which a second tap makes a double tap, milliseconds.
pub const DOUBLE_TAP_MS: f64 = 250.0;

/// The distance within which it does, CSS pixels.
const DOUBLE_TAP_REACH: f64 = 24.0;

/// The turn of a wheel for one [`ZOOM_STEP`], CSS pixels: a notch of a mouse.
const NOTCH: f64 = 100.0;

/// The most notches that one turn counts for.
const MOST_NOTCHES: f64 = 3.0;

/// The same for two fingers that part on a track pad, which reports small movements; one turn counts for
/// one step at the most, and so does a notch with Ctrl.
const PINCH_NOTCH: f64 = 40.0;

/// The handling of one finger and the wheel: by the map, or by the page around it (Google Maps:
/// `gestureHandling`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum GestureHandling {
    /// The map is the page: one finger drags it, the wheel zooms.
    #[default]
    Greedy,
    /// The map is in a frame of another page, which one finger and the wheel scroll: the map takes
    /// two fingers, and the wheel with Ctrl or ⌘.
    Cooperative,
}

/// A hint for the person whose gesture scrolls the page and not the map.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hint {
    /// Drag with two fingers.
    TwoFingers,
    /// Hold Ctrl or ⌘ while turning the wheel.
    CtrlWheel,
}

/// A kind of pointer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PointerKind {
    /// A mouse or a pen: the page can be scrolled otherwise.
    Mouse,
    /// A finger.
    Touch,
}

impl PointerKind {
    /// The kind by the name that browsers give it (`pointerType`).
    pub fn from_name(name: &str) -> Self {
        if name == "touch" { Self::Touch } else { Self::Mouse }
    }
}

/// A pointer at a moment.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Pointer {
    /// Its identifier while it is down.
    pub id: i32,
    /// Its kind.
    pub kind: PointerKind,
    /// Its position.
    pub at: ScreenPoint,
    /// The time of the event, milliseconds.
    pub time_ms: f64,
}

/// The change of the view that an event means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum ViewChange {
    /// The view stays.
    None,
    /// The map was dragged so many CSS pixels to the right and down.
    Pan(f64, f64),
    /// Two fingers moved: zoom by the factor about the point, then drag.
    Pinch {
        /// The factor; above 1 is closer.
        factor: f64,
        /// The point between the fingers.
        about: ScreenPoint,
        /// CSS pixels to the right and down.
        pan: (f64, f64),
    },
    /// The wheel was turned, or a point tapped twice: zoom by the factor about the point.
    Zoom {
        /// The factor; above 1 is closer.
        factor: f64,
        /// The point under the pointer.
        about: ScreenPoint,
    },
    /// A point was tapped. The first tap of a double tap is one as well: what it chooses waits for
    /// [`DOUBLE_TAP_MS`].
    Tap(ScreenPoint),
    /// The view stays, and the person gets a hint.
    Hint(Hint),
}

impl ViewChange {
    /// The view after the change.
    #[must_use]
    pub fn applied_to(self, view: Viewport) -> Viewport {
        match self {
            Self::None | Self::Tap(_) | Self::Hint(_) => view,
            Self::Pan(right, down) => view.panned(right, down),
            Self::Pinch { factor, about, pan } => view.zoomed(factor, about).panned(pan.0, pan.1),
            Self::Zoom { factor, about } => view.zoomed(factor, about),
        }
    }
}

/// The pointers that are down, with as much of the past as taps and speeds need.
///
/// # Example
/// ```
/// use map::{Gesture, GestureHandling, Pointer, PointerKind, ScreenPoint, ViewChange};
///
/// let mut gesture = Gesture::new(GestureHandling::Greedy);
/// let finger = |id, x| {
///     let at = ScreenPoint::new(x, 0.0);
///     Pointer { id, kind: PointerKind::Touch, at, time_ms: 0.0 }
/// };
/// gesture.down(finger(1, 0.0));
/// assert_eq!(gesture.moved(finger(1, 40.0)), ViewChange::Pan(40.0, 0.0));
/// gesture.down(finger(2, 140.0));
/// let change = gesture.moved(finger(2, 240.0));
/// let about = ScreenPoint::new(90.0, 0.0);
/// assert_eq!(change, ViewChange::Pinch { factor: 2.0, about, pan: (50.0, 0.0) });
/// ```
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Gesture {
    handling: GestureHandling,
    /// Their positions now, and the times when they went down.
    pointers: Vec<Pointer>,
    /// The position where the only pointer went down, while it may be a tap.
    started_at: Option<ScreenPoint>,
    last_tap: Option<Sample>,
    samples: Vec<Sample>,
}

impl Gesture {
    /// A gesture without pointers.
    pub fn new(handling: GestureHandling) -> Self {
        Self { handling, ..Self::default() }
    }

    /// Whether a pointer is down.
    pub fn is_active(&self) -> bool {
        !self.pointers.is_empty()
    }

    /// Whether the one pointer that is down may be the second tap of a double tap.
    pub fn may_be_second(&self) -> bool {
        let [one] = &self.pointers[..] else { return false };
        let second = Sample { at: one.at, time_ms: one.time_ms };
        self.last_tap.is_some_and(|first| is_double(first, second))
    }

    /// The last positions of the one pointer that drags or dragged: for [`crate::Inertia`].
    pub fn samples(&self) -> &[Sample] {
        &self.samples
    }

    /// A pointer went down.
    pub fn down(&mut self, pointer: Pointer) {
        self.take(pointer.id);
        self.started_at = self.pointers.is_empty().then_some(pointer.at);
        self.samples.clear();
        self.pointers.push(pointer);
        self.sample(pointer);
    }

    /// A pointer moved.
    pub fn moved(&mut self, pointer: Pointer) -> ViewChange {
        let before = self.spread();
        let Some(own) = self.pointers.iter_mut().find(|known| known.id == pointer.id) else {
            return ViewChange::None;
        };
        if self.started_at.is_some_and(|start| distance(start, pointer.at) <= TAP_SLACK) {
            return ViewChange::None;
        }
        own.at = pointer.at;
        let was_tap = self.started_at.take().is_some();
        if self.leaves_scroll() {
            return if was_tap { ViewChange::Hint(Hint::TwoFingers) } else { ViewChange::None };
        }
        self.sample(pointer);
        let after = self.spread();
        let pan = (after.0.x - before.0.x, after.0.y - before.0.y);
        match (before.1, after.1) {
            (Some(spread), Some(now)) if spread > 0.0 => {
                ViewChange::Pinch { factor: now / spread, about: before.0, pan }
            }
            _ => ViewChange::Pan(pan.0, pan.1),
        }
    }

    /// A pointer went up.
    pub fn up(&mut self, id: i32, time_ms: f64) -> ViewChange {
        let down_ms = self.take(id).map(|pointer| pointer.time_ms);
        let Some(at) = self.started_at.take() else { return ViewChange::None };
        let second = Sample { at, time_ms: down_ms.unwrap_or(time_ms) };
        if self.last_tap.take().is_some_and(|first| is_double(first, second)) {
            return ViewChange::Zoom { factor: ZOOM_STEP * ZOOM_STEP, about: at };
        }
        self.last_tap = Some(Sample { at, time_ms });
        ViewChange::Tap(at)
    }

    /// A pointer was taken away by the browser: a finger in a frame, to scroll the page.
    pub fn cancel(&mut self, id: i32) -> ViewChange {
        let is_scroll = self.leaves_scroll() && self.started_at.is_some();
        self.take(id);
        self.started_at = None;
        self.samples.clear();
        if is_scroll { ViewChange::Hint(Hint::TwoFingers) } else { ViewChange::None }
    }

    /// Whether the page scrolls with the pointers that are down: one finger, when the map is cooperative.
    fn leaves_scroll(&self) -> bool {
        let is_finger = matches!(&self.pointers[..], [one] if one.kind == PointerKind::Touch);
        is_finger && self.handling == GestureHandling::Cooperative
    }

    fn take(&mut self, id: i32) -> Option<Pointer> {
        let index = self.pointers.iter().position(|known| known.id == id)?;
        Some(self.pointers.remove(index))
    }

    /// Records the position of the only pointer; two have no common speed.
    fn sample(&mut self, Pointer { at, time_ms, .. }: Pointer) {
        if self.pointers.len() > 1 {
            self.samples.clear();
        } else {
            self.samples.retain(|old| time_ms - old.time_ms <= MEASURED_MS);
            self.samples.push(Sample { at, time_ms });
        }
    }

    /// The middle of the first two pointers, and how far they are apart if there are two.
    fn spread(&self) -> (ScreenPoint, Option<f64>) {
        match self.pointers.as_slice() {
            [] => (ScreenPoint::default(), None),
            [only] => (only.at, None),
            [a, b, ..] => {
                let (a, b) = (a.at, b.at);
                let middle = ScreenPoint::new(f64::midpoint(a.x, b.x), f64::midpoint(a.y, b.y));
                (middle, Some(distance(a, b)))
            }
        }
    }
}

/// Whether a tap that begins at `second` makes a double tap with the one that ended at `first`.
fn is_double(first: Sample, second: Sample) -> bool {
    second.time_ms - first.time_ms <= DOUBLE_TAP_MS
        && distance(first.at, second.at) <= DOUBLE_TAP_REACH
}

/// A kind of turn of the wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WheelKind {
    /// A wheel, or two fingers that move together on a track pad.
    Scroll,
    /// The same with Ctrl or ⌘; two fingers that part on a track pad, which browsers report as such.
    Pinch,
}

/// The change of the view for a turn of the wheel by `delta_px` CSS pixels, positive towards the person,
/// with the pointer at `about`. A notch of 100 pixels zooms by [`ZOOM_STEP`], small movements by less.
pub fn wheel_change(
    delta_px: f64,
    kind: WheelKind,
    about: ScreenPoint,
    handling: GestureHandling,
) -> ViewChange {
    let notches = match kind {
        WheelKind::Scroll => (delta_px / NOTCH).clamp(-MOST_NOTCHES, MOST_NOTCHES),
        WheelKind::Pinch => (delta_px / PINCH_NOTCH).clamp(-1.0, 1.0),
    };
    if notches == 0.0 || notches.is_nan() {
        return ViewChange::None;
    }
    if kind == WheelKind::Scroll && handling == GestureHandling::Cooperative {
        return ViewChange::Hint(Hint::CtrlWheel);
    }
    ViewChange::Zoom { factor: power(ZOOM_STEP, -notches), about }
}

fn distance(a: ScreenPoint, b: ScreenPoint) -> f64 {
    (a.x - b.x).hypot(a.y - b.y)
}

#[cfg(test)]
#[path = "gesture_tests.rs"]
mod tests;
