//! The throttle of hit tests under a pointer that moves.
//!
//! A mouse reports 60 positions a second and more; nobody reads as many names. So a name stays for a
//! tenth of a second at least, and for twice as long while the pointer sweeps over territories faster than
//! they can be read.

use crate::WindowPoint;

/// The shortest time between two hit tests, milliseconds: an answer within a tenth of a second
/// seems immediate.
const PAUSE_MS: f64 = 100.0;

/// The same while the pointer sweeps.
const SWEEPING_PAUSE_MS: f64 = 200.0;

/// The speed from which a pointer sweeps, CSS pixels per millisecond: 40 pixels, two
/// intercommunalities on the map of the country, in a tenth of a second.
const SWEEPING: f64 = 0.4;

/// A pointer over the map, and when a hit test is due for it.
///
/// # Example
/// ```
/// use map::{HoverThrottle, HoverTick, WindowPoint};
///
/// let mut throttle = HoverThrottle::default();
/// let at = |x| WindowPoint::new(x, 0.0);
/// assert_eq!(throttle.moved(at(0.0), 1_000.0), HoverTick::HitTest(at(0.0)));
/// assert_eq!(throttle.moved(at(2.0), 1_016.0), HoverTick::Retry(84.0));
/// assert_eq!(throttle.moved(at(4.0), 1_032.0), HoverTick::None, "a retry is under way");
/// assert_eq!(throttle.due(1_100.0), HoverTick::HitTest(at(4.0)), "the latest position");
/// ```
#[derive(Clone, Copy, Debug, Default)]
pub struct HoverThrottle {
    /// The position that waits for its hit test.
    next: Option<WindowPoint>,
    /// The last position, its time, and the speed at which the pointer came there.
    last: Option<(WindowPoint, f64)>,
    speed: f64,
    tested_ms: Option<f64>,
}

/// The answer of a throttle: test now, retry later, or neither.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HoverTick {
    /// Nothing waits, or a retry is under way.
    None,
    /// Find what lies at this point.
    HitTest(WindowPoint),
    /// Call [`HoverThrottle::due`] after so many milliseconds.
    Retry(f64),
}

impl HoverThrottle {
    /// Records that the pointer has come to `at`.
    pub fn moved(&mut self, at: WindowPoint, time_ms: f64) -> HoverTick {
        if let Some((last, last_ms)) = self.last.filter(|last| time_ms > last.1) {
            self.speed = (at.x - last.x).hypot(at.y - last.y) / (time_ms - last_ms);
        }
        self.last = Some((at, time_ms));
        let is_waited_for = self.next.replace(at).is_some();
        if is_waited_for { HoverTick::None } else { self.due(time_ms) }
    }

    /// Answers at the time that a retry asked for.
    pub fn due(&mut self, time_ms: f64) -> HoverTick {
        let elapsed = self.tested_ms.map_or(f64::INFINITY, |tested| time_ms - tested);
        // In two steps: a pointer that has slowed down meanwhile waits no longer.
        let pause = match self.speed > SWEEPING {
            true if elapsed >= PAUSE_MS => SWEEPING_PAUSE_MS,
            _ => PAUSE_MS,
        };
        if elapsed < pause {
            return HoverTick::Retry(pause - elapsed);
        }
        let Some(at) = self.next.take() else { return HoverTick::None };
        self.tested_ms = Some(time_ms);
        HoverTick::HitTest(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Moves a pointer to the right for a second, 60 times, and gives the times of the hit tests.
    fn hit_tests(pixels_a_second: f64) -> Vec<f64> {
        let mut throttle = HoverThrottle::default();
        let (mut tests, mut due_ms) = (Vec::new(), f64::INFINITY);
        for step in 0..60 {
            let time_ms = f64::from(step) * 1000.0 / 60.0;
            let mut note = |tick, now_ms: f64| match tick {
                HoverTick::HitTest(_) => tests.push(now_ms),
                HoverTick::Retry(ms) => due_ms = now_ms + ms,
                HoverTick::None => {}
            };
            note(throttle.moved(at(pixels_a_second * time_ms / 1000.0), time_ms), time_ms);
            let next_ms = f64::from(step + 1) * 1000.0 / 60.0;
            while due_ms < next_ms {
                let now_ms = std::mem::replace(&mut due_ms, f64::INFINITY);
                match throttle.due(now_ms) {
                    HoverTick::HitTest(_) => tests.push(now_ms),
                    HoverTick::Retry(ms) => due_ms = now_ms + ms,
                    HoverTick::None => {}
                }
            }
        }
        tests
    }

    fn at(x: f64) -> WindowPoint {
        WindowPoint::new(x, 0.0)
    }

    fn shortest_pause(tests: &[f64]) -> f64 {
        tests.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn a_slow_pointer_is_told_ten_times_a_second_what_is_under_it() {
        let tests = hit_tests(100.0);
        assert!((9..=10).contains(&tests.len()), "{tests:?}");
        assert!(shortest_pause(&tests) >= PAUSE_MS - 1e-6, "{tests:?}");
    }

    #[test]
    fn a_pointer_that_sweeps_is_told_half_as_often() {
        let tests = hit_tests(600.0);
        assert!((4..=5).contains(&tests.len()), "{tests:?}");
        let later = &tests[1..];
        assert!(shortest_pause(later) >= SWEEPING_PAUSE_MS - 1e-6, "{tests:?}");
    }

    #[test]
    fn a_pointer_that_was_still_is_told_at_once() {
        let mut throttle = HoverThrottle::default();
        assert_eq!(throttle.moved(at(0.0), 1_000.0), HoverTick::HitTest(at(0.0)));
        assert_eq!(throttle.moved(at(500.0), 1_500.0), HoverTick::HitTest(at(500.0)));
    }

    #[test]
    fn where_a_sweep_stops_is_tested_even_if_nothing_moves_any_more() {
        let mut throttle = HoverThrottle::default();
        assert_eq!(throttle.moved(at(0.0), 0.0), HoverTick::HitTest(at(0.0)));
        assert_eq!(throttle.moved(at(16.0), 16.0), HoverTick::Retry(84.0));
        assert_eq!(throttle.moved(at(48.0), 32.0), HoverTick::None);
        assert_eq!(throttle.due(100.0), HoverTick::Retry(100.0), "it still sweeps");
        assert_eq!(throttle.due(200.0), HoverTick::HitTest(at(48.0)));
        assert_eq!(throttle.due(400.0), HoverTick::None, "it has been tested there");
    }

    #[test]
    fn a_pointer_that_slows_down_waits_no_longer_than_a_slow_one() {
        let mut throttle = HoverThrottle::default();
        assert_eq!(throttle.moved(at(0.0), 0.0), HoverTick::HitTest(at(0.0)));
        assert_eq!(throttle.moved(at(16.0), 16.0), HoverTick::Retry(84.0));
        assert_eq!(throttle.moved(at(18.0), 32.0), HoverTick::None);
        assert_eq!(throttle.due(100.0), HoverTick::HitTest(at(18.0)));
    }
}
