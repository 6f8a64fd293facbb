//! Taking over: the page before the application, compared with the application in its place.

use serde_json::json;

use crate::map_page::{MapPage, Rect};
use crate::scripts;

/// A picture without the texts and the controls of the map.
const NO_TEXTS: &str =
    "for (const context of [CanvasRenderingContext2D, window.OffscreenCanvasRenderingContext2D]) {
    context.prototype.fillText = () => {};
    context.prototype.strokeText = () => {};
  }";

/// The style of such a picture.
const NO_CONTROLS: &str = "const sheet = document.styleSheets[0];
    const hidden = '.picture text, .legend, .selector, .zoom, .scale, .hint, .waiting, .load';
    sheet.insertRule(`${hidden} { visibility: hidden !important; }`, sheet.cssRules.length);";

impl MapPage {
    /// From the next opening on, the map has no texts, and shifts of the layout are added up.
    pub async fn watch_takeover(&self) {
        self.before_each_page(NO_TEXTS).await;
        self.watch_shifts().await;
    }

    /// A picture of the window without texts and controls of the map.
    pub async fn picture(&self) -> String {
        self.run::<()>(NO_CONTROLS, vec![]).await;
        self.settle().await;
        self.driver().screenshot_as_png_base64().await.unwrap()
    }

    /// The share of pixels of the map that differ by more than `bound` of 255 between two pictures.
    pub async fn differing(&self, pictures: [&str; 2], bound: u8) -> f64 {
        let Rect { left, top, right, bottom } = self.map_rect().await;
        let rect = json!([left, top, right, bottom]);
        self.run(scripts::DIFFERING, vec![json!(pictures), rect, json!(bound)]).await
    }
}
