//! The colours of the map.

use map::{Color, ScreenPoint};
use serde_json::json;

use crate::map_page::{MapPage, Rect};
use crate::{Pixel, scripts};

impl MapPage {
    /// The colours at `points`, in CSS pixels from the map's upper left corner.
    pub async fn colors_at(&self, points: &[ScreenPoint]) -> Vec<Pixel> {
        let map = self.map_argument().await;
        self.run(scripts::COLORS, vec![map, scripts::pairs(points)]).await
    }

    /// The rectangle of the map in the window, CSS pixels.
    pub async fn map_rect(&self) -> Rect {
        let map = self.element("//*[@role='application']").await;
        self.rect_of(&map).await
    }

    /// The colours at `points` of the window, in CSS pixels, with all that lies over the map.
    pub async fn colors_on_screen(&self, points: &[ScreenPoint]) -> Vec<Pixel> {
        let picture = self.driver().screenshot_as_png_base64().await.unwrap();
        self.run(scripts::SCREENSHOT, vec![json!(picture), scripts::pairs(points)]).await
    }

    /// The number of pixels of the map that have that colour.
    pub async fn pixels_of(&self, color: Color) -> u32 {
        let map = self.map_argument().await;
        self.run(scripts::COUNT, vec![map, json!(Pixel::from(color))]).await
    }

    /// The indices of those `points` that are painted in that colour.
    pub async fn indices_painted(&self, color: Color, points: &[ScreenPoint]) -> Vec<usize> {
        let map = self.map_argument().await;
        let arguments = vec![map, scripts::pairs(points), json!(Pixel::from(color))];
        self.run(scripts::MATCHING, arguments).await
    }

    /// A hash of the pixels of the map.
    pub async fn pixel_hash(&self) -> u32 {
        let map = self.map_argument().await;
        self.run(scripts::HASH, vec![map]).await
    }

    /// The indices of those `points` that something lies over.
    pub async fn indices_covered(&self, points: &[ScreenPoint]) -> Vec<usize> {
        let map = self.map_argument().await;
        self.run(scripts::COVERED, vec![map, scripts::pairs(points)]).await
    }
}
