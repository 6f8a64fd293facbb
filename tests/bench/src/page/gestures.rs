//! Gestures: drag, zoom, sweep, click. Each is a list of events, the same for every page.

use std::f64::consts::TAU;
use std::time::Duration;

use super::events::{InputEvent, mouse, touch, wheel};
use super::geometry::{Rect, WindowPoint};

/// The moves of a mouse or a finger, per second.
const MOVES_A_SECOND: f64 = 60.0;

/// The duration of the drag.
const DRAG_TIME: Duration = Duration::from_secs(2);

/// The distance to the right before it comes back, as a share of the map's width.
const REACH: f64 = 0.3;

/// The number of moves of the sweep.
pub const SWEEP_MOVES: u32 = 300;

/// The number of times that it crosses the country.
const SWEEP_LINES: u32 = 10;

/// The number of notches of the wheel, in and out.
pub const NOTCHES: u32 = 10;

/// The pixels of one notch.
const NOTCH_PIXELS: f64 = 100.0;

/// The direction of the wheel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ZoomDirection {
    /// Nearer.
    In,
    /// Farther.
    Out,
}

impl ZoomDirection {
    const fn sign(self) -> f64 {
        match self {
            Self::In => -1.0,
            Self::Out => 1.0,
        }
    }
}

/// Two seconds with the button held: to the right, up and down, and back to where it began, where
/// it comes to rest, so that no page goes on by itself.
pub fn drag(map: Rect) -> Vec<InputEvent> {
    let path = drag_path(map);
    let (start, end) = (path[0], path[path.len() - 1]);
    let last = time(path.len());
    let mut events = vec![
        mouse(Duration::ZERO, "mouseMoved", start, 0),
        mouse(time(0), "mousePressed", start, 1),
    ];
    events.extend(path.iter().enumerate().map(|(n, at)| mouse(time(n), "mouseMoved", *at, 1)));
    events.push(mouse(last, "mouseReleased", end, 0));
    events
}

/// The drag with a finger.
pub fn finger_drag(map: Rect) -> Vec<InputEvent> {
    let path = drag_path(map);
    let mut events = vec![touch(Duration::ZERO, "touchStart", Some(path[0]))];
    events.extend(path.iter().enumerate().map(|(n, at)| touch(time(n), "touchMove", Some(*at))));
    events.push(touch(time(path.len()), "touchEnd", None));
    events
}

/// Ten notches, in or out, one after `every`.
pub fn zoom(at: WindowPoint, direction: ZoomDirection, every: Duration) -> Vec<InputEvent> {
    let mut events = vec![mouse(Duration::ZERO, "mouseMoved", at, 0)];
    let notch = |n| wheel(every * n, at, direction.sign() * NOTCH_PIXELS);
    events.extend((1..=NOTCHES).map(notch));
    events
}

/// Three hundred moves, back and forth across the middle of the country.
pub fn sweep(mainland: Rect) -> Vec<InputEvent> {
    let event = |n: u32| {
        let share = f64::from(n) / f64::from(SWEEP_MOVES);
        let along = share * f64::from(SWEEP_LINES);
        let (line, part) = (along.floor(), along.fract());
        let across = if line % 2.0 == 0.0 { part } else { 1.0 - part };
        let at = mainland.at(0.25 + 0.5 * across, 0.15 + 0.6 * line / f64::from(SWEEP_LINES));
        mouse(time(n as usize), "mouseMoved", at, 0)
    };
    (0..SWEEP_MOVES).map(event).collect()
}

/// One click.
pub fn click(at: WindowPoint) -> Vec<InputEvent> {
    vec![
        mouse(Duration::ZERO, "mouseMoved", at, 0),
        mouse(time(4), "mousePressed", at, 1),
        mouse(time(6), "mouseReleased", at, 0),
    ]
}

/// A move without a button.
pub fn hover(at: WindowPoint) -> Vec<InputEvent> {
    vec![mouse(Duration::ZERO, "mouseMoved", at, 0)]
}

/// One notch, in or out: the first view of a page may be one that cannot be dragged.
pub fn notch(at: WindowPoint, direction: ZoomDirection) -> Vec<InputEvent> {
    vec![
        mouse(Duration::ZERO, "mouseMoved", at, 0),
        wheel(time(6), at, direction.sign() * NOTCH_PIXELS),
    ]
}

/// A drag that is held still before it is released, so that no page glides on.
pub struct ShortDrag {
    /// Its events.
    pub events: Vec<InputEvent>,
    /// Its way to the right, in whole CSS pixels.
    pub right: f64,
    /// Its way down.
    pub down: f64,
}

/// The first quarter of the drag.
pub fn short_drag(map: Rect) -> ShortDrag {
    let path = drag_path(map);
    let (start, end) = (path[0], path[path.len() / 4]);
    let mut events = drag(map);
    events.truncate(2 + path.len() / 4 + 1);
    let still = time(path.len());
    events.push(mouse(still, "mouseMoved", end, 1));
    events.push(mouse(still, "mouseReleased", end, 0));
    let (start, end) = (start.rounded(), end.rounded());
    ShortDrag { events, right: end.x - start.x, down: end.y - start.y }
}

fn drag_path(map: Rect) -> Vec<WindowPoint> {
    let moves = (DRAG_TIME.as_secs_f64() * MOVES_A_SECOND) as u32;
    let point = |n: u32| {
        let turn = TAU * f64::from(n) / f64::from(moves);
        let right = REACH * (1.0 - turn.cos()) / 2.0;
        let down = REACH * (1.0 - (2.0 * turn).cos()) / 4.0;
        map.at(0.35 + right, 0.4 + down)
    };
    (0..=moves).map(point).collect()
}

fn time(moves: usize) -> Duration {
    Duration::from_secs_f64(moves as f64 / MOVES_A_SECOND)
}

#[cfg(test)]
mod tests {
    use super::*;

    const MAP: Rect = Rect { left: 0.0, top: 0.0, width: 1000.0, height: 800.0 };

    #[test]
    fn the_drag_ends_where_it_began_and_slowly() {
        let path = drag_path(MAP);
        let [first, last] = [path[0], path[path.len() - 1]];
        assert!((first.x - last.x).abs() < 1e-6 && (first.y - last.y).abs() < 1e-6);
        let before = path[path.len() - 2];
        assert!((before.x - last.x).hypot(before.y - last.y) < 1.0);
    }

    #[test]
    fn events_come_in_the_order_of_their_times() {
        let nearer =
            zoom(WindowPoint::new(5.0, 5.0), ZoomDirection::In, Duration::from_millis(450));
        for events in
            [drag(MAP), finger_drag(MAP), nearer, sweep(MAP), click(WindowPoint::new(1.0, 1.0))]
        {
            assert!(events.is_sorted_by_key(|event| event.at));
        }
        assert_eq!(sweep(MAP).len(), 300);
    }
}
