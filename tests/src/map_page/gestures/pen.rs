//! A pen on the map: in the air it points as a mouse does, on the screen it drags and taps.

use map::ScreenPoint;
use serde_json::json;

use super::touch::now;
use crate::map_page::MapPage;

/// How long a pen stays down in a tap, seconds.
const TAP: f64 = 0.05;

/// How many times it is looked at while it drags, and how far apart, seconds.
const STEPS: (i64, f64) = (10, 0.03);

/// How long it is held at the end, so that the map does not go on by itself, seconds.
const HELD: f64 = 0.5;

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
        self.pen("mouseReleased", Touches::Nothing, (x, y, start + TAP)).await;
        self.settle().await;
    }

    /// Drags the map by so many pixels to the right and down.
    pub async fn drag_with_pen(&self, from: ScreenPoint, right: i64, down: i64) {
        let (x, y) = self.in_window(from).await;
        let (start, (steps, apart)) = (now(), STEPS);
        self.pen("mousePressed", Touches::Screen, (x, y, start)).await;
        for step in 1..=steps {
            let at =
                (x + right * step / steps, y + down * step / steps, start + step as f64 * apart);
            self.pen("mouseMoved", Touches::Screen, at).await;
        }
        let end = (x + right, y + down, start + steps as f64 * apart + HELD);
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

/// What the point of the pen touches, as the browser's tools count it.
#[derive(Clone, Copy)]
enum Touches {
    Nothing = 0,
    Screen = 1,
}
