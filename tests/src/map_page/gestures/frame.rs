//! The map in a frame of another page.

use map::ScreenPoint;
use serde_json::json;

use crate::map_page::MapPage;

impl MapPage {
    /// Goes to a page of the site that has the map in a frame, and into the frame.
    pub async fn visit_frame(&self, page: &str) {
        self.driver().goto(format!("{}{page}", self.address())).await.unwrap();
        self.driver().enter_frame(0).await.unwrap();
        self.map_is_ready().await;
    }

    /// From now on notes whether the page is scrolled: the one around the frame, or that in it,
    /// which is longer than its window.
    pub async fn watch_scroll(&self) {
        let watch = "window.scrollOfTests = new Promise(resolve => {
            for (const view of [window, parent]) {
                view.addEventListener('scroll', () => resolve(view.scrollY), { once: true });
            }
        })";
        self.run::<()>(watch, vec![]).await;
    }

    /// Waits until the page is scrolled, and returns the distance.
    pub async fn until_scrolled(&self) -> f64 {
        self.run("return window.scrollOfTests", vec![]).await
    }

    /// The distance that the page around the frame and that in it are scrolled, in CSS pixels.
    pub async fn scrolled(&self) -> f64 {
        self.run("return scrollY + parent.scrollY", vec![]).await
    }

    /// Turns the wheel over a point of the framed map, with a key held down or not.
    pub async fn turn_wheel_in_frame(&self, at: ScreenPoint, notches: i32, modifier: Modifier) {
        let corner = self.corner().await;
        let (x, y) = (corner.x + at.x, corner.y + at.y);
        let turn = json!({
            "type": "mouseWheel", "x": x, "y": y, "deltaX": 0, "deltaY": -100 * notches,
            "modifiers": modifier as u8,
        });
        self.devtools("Input.dispatchMouseEvent", turn).await;
        self.settle().await;
    }

    /// The hint of the map: which gesture to use instead. None when there is no hint.
    pub async fn hint(&self) -> Option<String> {
        let hints = self.texts("//p[@role='status' and contains(@class, 'hint')]").await;
        hints.into_iter().next()
    }

    /// The map's upper left corner in the outermost window.
    pub(super) async fn corner(&self) -> ScreenPoint {
        let frame = "const it = window.frameElement?.getBoundingClientRect();
            return [it?.left ?? 0, it?.top ?? 0]";
        let [left, top]: [f64; 2] = self.run(frame, vec![]).await;
        let map = self.map().await;
        ScreenPoint::new(left + map.left, top + map.top)
    }
}

/// A key that is held down, as the browser's tools count it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Modifier {
    /// No key.
    None = 0,
    /// Ctrl.
    Ctrl = 2,
    /// ⌘, or the key of Windows.
    Meta = 4,
}
