//! The mouse and the finger on the map, and buttons.

use map::{ScreenPoint, Viewport};
use serde_json::json;

use super::{MapPage, button};
use crate::Window;

/// How much a notch of the wheel zooms.
const NOTCH: f64 = 1.5;

impl MapPage {
    /// Presses the button with that name.
    pub async fn press(&self, name: &str) {
        self.element(&button(name)).await.click().await.unwrap();
        self.settle().await;
    }

    /// Clicks, or taps on a telephone, a place of the map.
    pub async fn touch(&self, at: ScreenPoint) {
        match self.window {
            Window::Desk => {
                let (x, y) = self.in_window(at).await;
                self.driver().action_chain().move_to(x, y).click().perform().await.unwrap();
            }
            Window::Phone => self.tap(at).await,
        }
        self.settle().await;
    }

    /// Drags the map by so many pixels to the right and down.
    pub async fn drag(&self, from: ScreenPoint, right: i64, down: i64) {
        let (x, y) = self.in_window(from).await;
        let hand = self.driver().action_chain().move_to(x, y).click_and_hold();
        hand.move_by_offset(right, down).release().perform().await.unwrap();
        self.settle().await;
    }

    /// Turns the wheel over a place of the map; away from the person, by notches, zooms in.
    pub async fn turn_wheel(&self, at: ScreenPoint, notches: i32) {
        let (x, y) = self.in_window(at).await;
        let turn = json!({
            "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -100 * notches,
        });
        self.driver().cdp().send_raw("Input.dispatchMouseEvent", turn).await.unwrap();
        self.settle().await;
    }

    /// Turns the wheel towards `at` and gives the view that `view` has become.
    pub async fn approach(&self, view: Viewport, at: ScreenPoint, notches: i32) -> Viewport {
        let pointer = ScreenPoint::new(at.x.round(), at.y.round());
        self.turn_wheel(pointer, notches).await;
        view.zoomed(NOTCH.powi(notches), pointer)
    }

    async fn tap(&self, at: ScreenPoint) {
        let (x, y) = self.in_window(at).await;
        for (kind, fingers) in
            [("touchStart", json!([{ "x": x, "y": y }])), ("touchEnd", json!([]))]
        {
            let touch = json!({ "type": kind, "touchPoints": fingers });
            self.driver().cdp().send_raw("Input.dispatchTouchEvent", touch).await.unwrap();
        }
    }

    /// Whole pixels of the window, which is what mice count in.
    async fn in_window(&self, at: ScreenPoint) -> (i64, i64) {
        let map = self.map().await;
        ((map.left + at.x).round() as i64, (map.top + at.y).round() as i64)
    }
}
