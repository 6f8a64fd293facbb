//! When to look what lies under a pointer that moves.
//!
//! A mouse tells of 60 places a second and more; nobody reads as many names. So nobody looks at most
//! of them: a name stays for a tenth of a second at least, and twice as long while the pointer sweeps
//! over territories faster than they can be read.

use crate::ScreenPoint;

/// How long after a look the next one may come, milliseconds: within a tenth of a second an answer
/// seems to be there at once.
const PAUSE_MS: f64 = 100.0;

/// How long while the pointer sweeps.
const SWEEPING_PAUSE_MS: f64 = 200.0;

/// From which speed on a pointer sweeps, pixels per millisecond: 40 pixels, two intercommunalities on
/// the map of the country, in a tenth of a second.
const SWEEPING: f64 = 0.4;

/// A pointer over the map: where it was last, and when somebody looked what is there.
#[derive(Clone, Copy, Debug, Default)]
pub struct Glances {
    /// Where the pointer is, if nobody has looked there yet.
    next: Option<ScreenPoint>,
    /// Its last place, when it was there, and how fast it came there.
    last: Option<(ScreenPoint, f64)>,
    speed: f64,
    looked_ms: Option<f64>,
}

/// What is to be done now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Glance {
    /// Nothing.
    None,
    /// Look what lies at this place.
    At(ScreenPoint),
    /// Ask again ([`Glances::due`]) in so many milliseconds.
    In(f64),
}

impl Glances {
    /// The pointer has come to `at`. Its unit and origin are the caller's; times are milliseconds.
    pub fn moved(&mut self, at: ScreenPoint, time_ms: f64) -> Glance {
        if let Some((last, last_ms)) = self.last.filter(|last| time_ms > last.1) {
            self.speed = (at.x - last.x).hypot(at.y - last.y) / (time_ms - last_ms);
        }
        self.last = Some((at, time_ms));
        let is_waited_for = self.next.replace(at).is_some();
        if is_waited_for { Glance::None } else { self.due(time_ms) }
    }

    /// The time that was asked for has come.
    pub fn due(&mut self, time_ms: f64) -> Glance {
        let elapsed = self.looked_ms.map_or(f64::INFINITY, |looked| time_ms - looked);
        // In two steps: a pointer that has slowed down meanwhile waits no longer.
        let pause = match self.speed > SWEEPING {
            true if elapsed >= PAUSE_MS => SWEEPING_PAUSE_MS,
            _ => PAUSE_MS,
        };
        if elapsed < pause {
            return Glance::In(pause - elapsed);
        }
        let Some(at) = self.next.take() else { return Glance::None };
        self.looked_ms = Some(time_ms);
        Glance::At(at)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Moves a pointer to the right for a second, 60 times, and gives the times of the looks.
    fn looks(pixels_a_second: f64) -> Vec<f64> {
        let mut glances = Glances::default();
        let (mut looks, mut due_ms) = (Vec::new(), f64::INFINITY);
        for step in 0..60 {
            let time_ms = f64::from(step) * 1000.0 / 60.0;
            let mut note = |glance, now_ms: f64| match glance {
                Glance::At(_) => looks.push(now_ms),
                Glance::In(ms) => due_ms = now_ms + ms,
                Glance::None => {}
            };
            note(glances.moved(place(pixels_a_second * time_ms / 1000.0), time_ms), time_ms);
            let next_ms = f64::from(step + 1) * 1000.0 / 60.0;
            while due_ms < next_ms {
                let now_ms = std::mem::replace(&mut due_ms, f64::INFINITY);
                match glances.due(now_ms) {
                    Glance::At(_) => looks.push(now_ms),
                    Glance::In(ms) => due_ms = now_ms + ms,
                    Glance::None => {}
                }
            }
        }
        looks
    }

    fn place(x: f64) -> ScreenPoint {
        ScreenPoint::new(x, 0.0)
    }

    fn shortest_pause(looks: &[f64]) -> f64 {
        looks.windows(2).map(|pair| pair[1] - pair[0]).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn a_slow_pointer_is_told_ten_times_a_second_what_is_under_it() {
        let looks = looks(100.0);
        assert!((9..=10).contains(&looks.len()), "{looks:?}");
        assert!(shortest_pause(&looks) >= PAUSE_MS - 1e-6, "{looks:?}");
    }

    #[test]
    fn a_pointer_that_sweeps_is_told_half_as_often() {
        let looks = looks(600.0);
        assert!((4..=5).contains(&looks.len()), "{looks:?}");
        let later = &looks[1..];
        assert!(shortest_pause(later) >= SWEEPING_PAUSE_MS - 1e-6, "{looks:?}");
    }

    #[test]
    fn a_pointer_that_was_still_is_told_at_once() {
        let mut glances = Glances::default();
        assert_eq!(glances.moved(place(0.0), 1_000.0), Glance::At(place(0.0)));
        assert_eq!(glances.moved(place(500.0), 1_500.0), Glance::At(place(500.0)));
    }

    #[test]
    fn where_a_sweep_stops_is_looked_at_even_if_nothing_moves_any_more() {
        let mut glances = Glances::default();
        assert_eq!(glances.moved(place(0.0), 0.0), Glance::At(place(0.0)));
        assert_eq!(glances.moved(place(16.0), 16.0), Glance::In(84.0));
        assert_eq!(glances.moved(place(48.0), 32.0), Glance::None);
        assert_eq!(glances.due(100.0), Glance::In(100.0), "it still sweeps");
        assert_eq!(glances.due(200.0), Glance::At(place(48.0)));
        assert_eq!(glances.due(400.0), Glance::None, "it has been looked there");
    }

    #[test]
    fn a_pointer_that_slows_down_waits_no_longer_than_a_slow_one() {
        let mut glances = Glances::default();
        assert_eq!(glances.moved(place(0.0), 0.0), Glance::At(place(0.0)));
        assert_eq!(glances.moved(place(16.0), 16.0), Glance::In(84.0));
        assert_eq!(glances.moved(place(18.0), 32.0), Glance::None);
        assert_eq!(glances.due(100.0), Glance::At(place(18.0)));
    }
}
