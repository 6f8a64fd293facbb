//! The mouse on the map, and buttons.

use map::{MapPoint, ScreenPoint, Viewport};
use serde_json::json;

use super::Modifier;
use super::touch::now;
use crate::Window;
use crate::map_page::MapPage;
use crate::map_page::driver::button;
use crate::map_page::map::EdgesSeen;

/// The factor of a notch of the wheel.
const NOTCH: f64 = 1.5;

/// The time from one move of a dragged mouse to the next. The browser is told the times, so that the
/// hand is as fast on any machine.
const MOVE_INTERVAL_S: f64 = 0.01;

/// A very fast drag: moves of so many CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fling {
    /// To the right, with each move.
    pub right: i64,
    /// Down, with each move.
    pub down: i64,
    /// The number of moves.
    pub moves: i64,
}

impl MapPage {
    /// Presses the button with that name.
    pub async fn press(&self, name: &str) {
        self.element(&button(name)).await.click().await.unwrap();
        self.settle().await;
    }

    /// Clicks, or taps on a telephone, a point of the map.
    pub async fn touch(&self, at: ScreenPoint) {
        match self.window {
            Window::Desk | Window::Dense(_) => {
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

    /// Turns the wheel over a point of the map; away from the person, by notches, zooms in.
    pub async fn turn_wheel(&self, at: ScreenPoint, notches: i32) {
        let (x, y) = self.in_window(at).await;
        let turn = json!({
            "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -100 * notches,
        });
        self.devtools("Input.dispatchMouseEvent", turn).await;
        self.settle().await;
    }

    /// Parts two fingers over a track pad: browsers report it as a wheel with Ctrl held down, by
    /// many small turns.
    pub async fn part_fingers_on_pad(&self, at: ScreenPoint, turns_px: &[f64]) {
        let (x, y) = self.in_window(at).await;
        for turn in turns_px {
            let turn = json!({
                "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -turn,
                "modifiers": Modifier::Ctrl as u8,
            });
            self.devtools("Input.dispatchMouseEvent", turn).await;
        }
        self.settle().await;
    }

    /// Turns the wheel towards `at` and gives the view that `view` has become.
    pub async fn approach(&self, view: Viewport, at: ScreenPoint, notches: i32) -> Viewport {
        let pointer = ScreenPoint::new(at.x.round(), at.y.round());
        self.turn_wheel(pointer, notches).await;
        view.zoomed(NOTCH.powi(notches), pointer)
    }

    /// Turns the wheel over a map point until a pixel shows less than `below` metres, and gives the
    /// view after it.
    pub async fn approach_until(&self, view: Viewport, at: MapPoint, below: f64) -> Viewport {
        let mut closer = view;
        while closer.resolution >= below {
            closer = self.approach(closer, closer.screen_from_map(at), 1).await;
        }
        closer
    }

    /// Brings the mouse to a point of the map.
    pub async fn point_at(&self, at: ScreenPoint) {
        let (x, y) = self.in_window(at).await;
        self.driver().action_chain().move_to(x, y).perform().await.unwrap();
        self.settle().await;
    }

    /// Brings the mouse to the button with that name.
    pub async fn point_at_button(&self, name: &str) {
        let button = self.element(&button(name)).await;
        self.driver().action_chain().move_to_element_center(&button).perform().await.unwrap();
        self.settle().await;
    }

    /// Clicks a point of the map twice, as fast as people do.
    pub async fn double_click(&self, at: ScreenPoint) {
        let (x, y) = self.in_window(at).await;
        self.driver().action_chain().move_to(x, y).double_click().perform().await.unwrap();
        self.settle().await;
    }

    /// Drags the map very fast, lets it go, and checks its edges in every frame until it rests.
    pub async fn fling(&self, from: ScreenPoint, fling: Fling) -> EdgesSeen {
        let Fling { right, down, moves } = fling;
        let (x, y) = self.in_window(from).await;
        self.watch_edges().await;
        let start = now();
        let at = |n: i64| (x + n * right, y + n * down, start + n as f64 * MOVE_INTERVAL_S);
        self.mouse("mousePressed", at(0)).await;
        for n in 1..=moves {
            self.mouse("mouseMoved", at(n)).await;
        }
        self.mouse("mouseReleased", at(moves)).await;
        self.settle().await;
        self.edges_seen().await
    }

    async fn mouse(&self, what: &str, (x, y, time): (i64, i64, f64)) {
        let event = json!({
            "type": what, "x": x, "y": y, "button": "left", "buttons": 1, "clickCount": 1,
            "timestamp": time,
        });
        self.devtools("Input.dispatchMouseEvent", event).await;
    }

    /// The point in whole pixels of the window, as mice count.
    pub(super) async fn in_window(&self, at: ScreenPoint) -> (i64, i64) {
        let map = self.map().await;
        ((map.left + at.x).round() as i64, (map.top + at.y).round() as i64)
    }
}
