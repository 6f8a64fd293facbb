//! A pen on the map: in the air it points as a mouse does, on the screen it drags and taps.

use map::ScreenPoint;
use serde_json::json;

use super::touch::{TAP_S, now};
use crate::map_page::MapPage;

/// The number of moves in a drag.
const MOVES: i64 = 10;

/// The time from one move to the next.
const MOVE_INTERVAL_S: f64 = 0.03;

/// The time for which the pen is held at the end, so that the map does not go on by itself.
const HOLD_S: f64 = 0.5;

impl MapPage {
    /// Holds the pen above a point of the map.
    pub async fn point_with_pen(&self, at: ScreenPoint) {
        let (x, y) = self.in_window(at).await;
        self.pen("mouseMoved", Touches::Nothing, (x, y, now())).await;
        self.settle().await;
    }

    /// Taps a point of the map.
    pub async fn tap_with_pen(&self, at: ScreenPoint) {
        let (x, y) = self.in_window(at).await;
        let start = now();
        self.pen("mousePressed", Touches::Screen, (x, y, start)).await;
        self.pen("mouseReleased", Touches::Nothing, (x, y, start + TAP_S)).await;
        self.settle().await;
    }

    /// Drags the map by so many pixels to the right and down.
    pub async fn drag_with_pen(&self, from: ScreenPoint, right: i64, down: i64) {
        let (x, y) = self.in_window(from).await;
        let start = now();
        self.pen("mousePressed", Touches::Screen, (x, y, start)).await;
        for step in 1..=MOVES {
            let time = start + step as f64 * MOVE_INTERVAL_S;
            let at = (x + right * step / MOVES, y + down * step / MOVES, time);
            self.pen("mouseMoved", Touches::Screen, at).await;
        }
        let end = (x + right, y + down, start + MOVES as f64 * MOVE_INTERVAL_S + HOLD_S);
        self.pen("mouseReleased", Touches::Nothing, end).await;
        self.settle().await;
    }

    async fn pen(&self, what: &str, touches: Touches, (x, y, time): (i64, i64, f64)) {
        let button = if what == "mouseMoved" { "none" } else { "left" };
        let event = json!({
            "type": what, "pointerType": "pen", "x": x, "y": y, "clickCount": 1,
            "button": button, "buttons": touches as u8, "force": 0.5 * f64::from(touches as u8),
            "timestamp": time,
        });
        self.devtools("Input.dispatchMouseEvent", event).await;
    }
}

/// The contact of the pen, as the browser's tools count it.
#[derive(Clone, Copy)]
enum Touches {
    Nothing = 0,
    Screen = 1,
}
