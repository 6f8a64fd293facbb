//! Taking over: the page before the application, compared with the application in its place.

use serde_json::json;

use crate::map_page::{MapPage, Rect};
use crate::scripts;

/// A map without texts.
const NO_TEXTS: &str =
    "for (const context of [CanvasRenderingContext2D, window.OffscreenCanvasRenderingContext2D]) {
    context.prototype.fillText = () => {};
    context.prototype.strokeText = () => {};
  }";

/// Hides the texts of the picture, and what lies over the map of the application alone.
const NO_CONTROLS: &str = "const sheet = document.styleSheets[0];
    const hidden = '.picture text, .legend, .selector, .search, .legend-button, .zoom, .scale, .hint, .waiting, .load';
    sheet.insertRule(`${hidden} { visibility: hidden !important; }`, sheet.cssRules.length);";

impl MapPage {
    /// From the next opening on, the map has no texts.
    pub async fn write_no_names(&self) {
        self.before_each_page(NO_TEXTS).await;
    }

    /// A screenshot of the window without texts and controls of the map: a PNG file in base 64.
    pub async fn bare_screenshot(&self) -> String {
        self.run::<()>(NO_CONTROLS, vec![]).await;
        self.settle().await;
        self.screenshot().await
    }

    /// Opens a page and takes screenshots one after the other until its map is ready, and some more.
    pub async fn film(&self, path: &str) -> Vec<String> {
        let address = format!("{}{path}", self.address());
        self.run::<()>("location.href = arguments[0]", vec![json!(address)]).await;
        let mut frames = Vec::new();
        let mut left = 5;
        while left > 0 {
            frames.push(self.screenshot().await);
            if self.is_marked_ready().await {
                left -= 1;
            }
        }
        frames
    }

    /// A screenshot of the window: a PNG file in base 64.
    pub async fn screenshot(&self) -> String {
        self.driver().screenshot_as_png_base64().await.unwrap()
    }

    /// The share of pixels in `rect` of each of `pictures` that differ by more than `bound` of 255 from the
    /// nearest of `others`.
    pub async fn differing(
        &self,
        pictures: &[String],
        others: &[&str],
        rect: Rect,
        bound: u8,
    ) -> Vec<f64> {
        let Rect { left, top, right, bottom } = rect;
        let rect = json!([left, top, right, bottom]);
        let arguments = vec![json!(pictures), json!(others), rect, json!(bound)];
        self.run(scripts::DIFFERING, arguments).await
    }
}
