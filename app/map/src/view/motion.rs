//! Motion: views that move, as values that give the view at a time. The clock is the caller's.

use crate::lean::power;
use crate::{MapPoint, ScreenPoint, Viewport};

/// The duration of a zoom by one step, milliseconds.
pub const ZOOM_MS: f64 = 200.0;

/// The duration of a flight to another territory, milliseconds.
pub const FLIGHT_MS: f64 = 450.0;

/// The longest part of a flight between two frames, milliseconds.
const LONGEST_STEP_MS: f64 = 100.0;

/// The time over which the speed of a pointer is measured, milliseconds.
pub(crate) const MEASURED_MS: f64 = 80.0;

/// The time in which a map that was let go loses 63 % of its speed, milliseconds.
const SLOWING_MS: f64 = 300.0;

/// The slowest and the fastest speed of a map that was let go, CSS pixels per second. At the fastest it goes
/// about 1,200 pixels.
const SPEEDS: (f64, f64) = (20.0, 4_000.0);

/// The person's preference for motion (`prefers-reduced-motion`).
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum MotionPreference {
    /// No preference.
    #[default]
    Full,
    /// Things do not move by themselves.
    Reduced,
}

impl MotionPreference {
    /// The duration in place of `usual_ms`: zero under reduced motion.
    pub fn duration_ms(self, usual_ms: f64) -> f64 {
        if self == Self::Reduced { 0.0 } else { usual_ms }
    }
}

/// A flight from one view to another, fast at first. One point of the screen shows the same map point
/// all along: for a zoom, the point that it is about.
///
/// # Example
/// ```
/// use map::{Flight, ScreenPoint, Viewport};
///
/// let from = Viewport::country((800.0, 600.0));
/// let to = from.zoomed(4.0, ScreenPoint::new(400.0, 300.0));
/// let flight = Flight::new(from, to, 1_000.0, 450.0);
/// assert_eq!(flight.at(1_000.0), (from, false));
/// assert_eq!(flight.at(1_450.0), (to, true));
/// ```
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Flight {
    /// The view where it starts.
    pub from: Viewport,
    /// The view where it ends, with the size of the screen all along.
    pub to: Viewport,
    /// The time when it starts.
    pub start_ms: f64,
    /// Its duration; at 0 it has arrived.
    pub duration_ms: f64,
    /// The time of its last frame.
    seen_ms: f64,
}

impl Flight {
    /// A flight between two views of the same screen.
    pub const fn new(from: Viewport, to: Viewport, start_ms: f64, duration_ms: f64) -> Self {
        Self { from, to, start_ms, duration_ms, seen_ms: start_ms }
    }

    /// The flight after a frame at a time. A late frame delays the rest of the flight, so that most of it
    /// is seen.
    #[must_use]
    pub fn seen(self, now_ms: f64) -> Self {
        let late = (now_ms - self.seen_ms - LONGEST_STEP_MS).max(0.0);
        Self { start_ms: self.start_ms + late, seen_ms: now_ms, ..self }
    }

    /// The view at a time, and whether it has arrived.
    pub fn at(&self, now_ms: f64) -> (Viewport, bool) {
        let elapsed = (now_ms - self.start_ms).max(0.0);
        if elapsed >= self.duration_ms {
            return (self.to, true);
        }
        let rest = 1.0 - elapsed / self.duration_ms;
        (self.after(1.0 - rest * rest * rest), false)
    }

    /// A flight from the view of now to a view `factor` times closer than the end of this flight, about
    /// the map point that is now at a point of the screen.
    #[must_use]
    pub fn zoomed(&self, factor: f64, about: ScreenPoint, now_ms: f64, duration_ms: f64) -> Self {
        let (view, _) = self.at(now_ms);
        let to = view.zoomed(factor * view.resolution / self.to.resolution, about);
        Self::new(view, to, now_ms, duration_ms)
    }

    /// The view after a share of the way, by equal ratios of the resolution. The center moves in
    /// proportion to the resolution, which holds a point of the screen.
    fn after(&self, share: f64) -> Viewport {
        let (from, to) = (self.from, self.to);
        let resolution = from.resolution * power(to.resolution / from.resolution, share);
        let change = to.resolution - from.resolution;
        let is_drag = change.abs() < 1e-6 * from.resolution;
        let way = if is_drag { share } else { (resolution - from.resolution) / change };
        let center = MapPoint::new(
            from.center.x + way * (to.center.x - from.center.x),
            from.center.y + way * (to.center.y - from.center.y),
        );
        Viewport { center, resolution, size: to.size }
    }
}

/// The position of a pointer at a time.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Sample {
    /// The point on the screen.
    pub at: ScreenPoint,
    /// The time in milliseconds, of any clock.
    pub time_ms: f64,
}

/// The motion of a map that was let go: slower and slower.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Inertia {
    from: Viewport,
    /// CSS pixels per second to the right and down.
    velocity: (f64, f64),
    start_ms: f64,
}

impl Inertia {
    /// The inertia of a drag that ends at `released_ms`; none if the pointer had come to rest, or
    /// under reduced motion. `samples` are in the order of time; the last 80 ms count.
    pub fn new(
        from: Viewport,
        samples: &[Sample],
        released_ms: f64,
        preference: MotionPreference,
    ) -> Option<Self> {
        let first = samples.iter().find(|one| released_ms - one.time_ms <= MEASURED_MS)?;
        let last = samples.last()?;
        let seconds = (released_ms - first.time_ms).max(1.0) / 1_000.0;
        let (right, down) =
            ((last.at.x - first.at.x) / seconds, (last.at.y - first.at.y) / seconds);
        let speed = right.hypot(down);
        let held = (SPEEDS.1 / speed).min(1.0);
        let velocity = (right * held, down * held);
        let is_moving = speed > SPEEDS.0 && preference == MotionPreference::Full;
        is_moving.then_some(Self { from, velocity, start_ms: released_ms })
    }

    /// The view at a time, and whether it has come to rest.
    pub fn at(&self, now_ms: f64) -> (Viewport, bool) {
        let slowings = ((now_ms - self.start_ms) / SLOWING_MS).clamp(0.0, 50.0);
        let share = power(1.0 / std::f64::consts::E, slowings);
        let slowest = SPEEDS.0 / self.velocity.0.hypot(self.velocity.1);
        // The distance gone is the speed lost times the time that losing it takes.
        let seconds = (1.0 - share.max(slowest)) * SLOWING_MS / 1_000.0;
        let view = self.from.panned(self.velocity.0 * seconds, self.velocity.1 * seconds);
        (view, share <= slowest)
    }
}

#[cfg(test)]
#[path = "motion_tests.rs"]
mod tests;
