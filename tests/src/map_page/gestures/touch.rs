//! Fingers on the map. The browser is told the times, so that a gesture is equally fast on any
//! machine.

use std::time::{SystemTime, UNIX_EPOCH};

use map::ScreenPoint;
use serde_json::{Value, json};

use crate::map_page::MapPage;

/// The time for which a finger stays down in a tap.
pub(super) const TAP_S: f64 = 0.05;

/// The duration of a gesture of one or two fingers.
const GESTURE_S: f64 = 0.4;

/// The number of moves in it.
const GESTURE_MOVES: u32 = 12;

/// The time for which fingers are held at the end, so that the map does not go on by itself.
const HOLD_S: f64 = 0.5;

impl MapPage {
    /// Taps a point of the map.
    pub async fn tap(&self, at: ScreenPoint) {
        self.fingers("touchStart", &[at], 0.0).await;
        self.fingers("touchEnd", &[], TAP_S).await;
        self.settle().await;
    }

    /// Taps a point of the map twice, as fast as people do.
    pub async fn double_tap(&self, at: ScreenPoint) {
        let start = now();
        for offset in [0.0, 3.0 * TAP_S] {
            self.fingers_at("touchStart", &[at], start + offset).await;
            self.fingers_at("touchEnd", &[], start + offset + TAP_S).await;
        }
        self.settle().await;
    }

    /// Moves one finger over the map, and holds it at the end until the map no longer would go on.
    pub async fn drag_with_finger(&self, from: ScreenPoint, to: ScreenPoint) {
        self.move_fingers([from; 1], [to; 1]).await;
    }

    /// Moves two fingers over the map at once.
    pub async fn pinch(&self, from: [ScreenPoint; 2], to: [ScreenPoint; 2]) {
        self.move_fingers(from, to).await;
    }

    async fn move_fingers<const COUNT: usize>(
        &self,
        from: [ScreenPoint; COUNT],
        to: [ScreenPoint; COUNT],
    ) {
        let start = now();
        self.fingers_at("touchStart", &from, start).await;
        for step in 1..=GESTURE_MOVES {
            let share = f64::from(step) / f64::from(GESTURE_MOVES);
            let points: [ScreenPoint; COUNT] = std::array::from_fn(|finger| {
                let (from, to) = (from[finger], to[finger]);
                ScreenPoint::new(from.x + share * (to.x - from.x), from.y + share * (to.y - from.y))
            });
            self.fingers_at("touchMove", &points, start + share * GESTURE_S).await;
        }
        self.fingers_at("touchEnd", &[], start + GESTURE_S + HOLD_S).await;
        self.settle().await;
    }

    async fn fingers(&self, what: &str, points: &[ScreenPoint], later: f64) {
        self.fingers_at(what, points, now() + later).await;
    }

    async fn fingers_at(&self, what: &str, points: &[ScreenPoint], time: f64) {
        let corner = self.corner().await;
        let point = |(finger, at): (usize, &ScreenPoint)| -> Value {
            json!({ "x": corner.x + at.x, "y": corner.y + at.y, "id": finger })
        };
        let points: Vec<Value> = points.iter().enumerate().map(point).collect();
        let touch = json!({ "type": what, "touchPoints": points, "timestamp": time });
        self.devtools("Input.dispatchTouchEvent", touch).await;
    }
}

/// Seconds since 1970, as the browser counts events.
pub(super) fn now() -> f64 {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap().as_secs_f64()
}
