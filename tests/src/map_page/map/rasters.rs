//! The raster that a gesture moves and the layers above it: where they lie, whether they are sharp.

use serde::Deserialize;
use serde_json::json;

use crate::map_page::{MapPage, Rect};
use crate::scripts;

/// The raster of the map as it lies on screen: a canvas larger than the map.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Raster {
    /// Its left and upper edge, device pixels of the window.
    pub corner: [f64; 2],
    /// Its width and height on screen, device pixels.
    pub shown: [f64; 2],
    /// Its width and height as it was painted.
    pub painted: [f64; 2],
}

/// The rectangles of the layers that mark a territory, in CSS pixels of the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct LayerRects {
    /// The selection layer; none when nothing is selected.
    pub selection: Option<Rect>,
    /// The hover layer; none when nothing is under the pointer.
    pub hover: Option<Rect>,
}

/// Pixels on screen, compared with the canvases that they come from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub struct Resampled {
    /// The number of those that are not as they were painted.
    pub other: u32,
    /// The number of all.
    pub all: u32,
}

/// A screen with a window as large as itself.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Screen {
    /// Device pixels per CSS pixel.
    pub ratio: f64,
    /// CSS pixels from left to right.
    pub width: u32,
    /// CSS pixels from top to bottom.
    pub height: u32,
}

impl MapPage {
    /// Moves the window to another screen, as when it is dragged there.
    pub async fn move_to_screen(&self, screen: Screen) {
        let Screen { ratio, width, height } = screen;
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.settle().await;
    }

    /// The raster as it lies on screen now.
    pub async fn raster(&self) -> Raster {
        let script = "const it = document.querySelectorAll('#carte canvas')[1];
            const { left, top, width, height } = it.getBoundingClientRect();
            const device = lengths => lengths.map(length => length * devicePixelRatio);
            return { corner: device([left, top]), shown: device([width, height]),
                painted: [it.width, it.height] }";
        self.run(script, vec![]).await
    }

    /// The number of positions that the raster is moved to while `act` is done.
    pub async fn positions_during<Act: Future<Output = ()>>(
        &self,
        act: impl FnOnce() -> Act,
    ) -> usize {
        self.run::<()>(scripts::WATCH_POSITIONS, vec![]).await;
        act().await;
        self.run("return window.positionsOfTests()", vec![]).await
    }

    /// The selection layer and the hover layer as they lie now.
    pub async fn layer_rects(&self) -> LayerRects {
        let script = "const map = document.querySelector('#carte').getBoundingClientRect();
            const selection = document.querySelectorAll('#carte canvas')[2];
            const hover = document.querySelector('#carte svg path');
            return [selection, hover].map(it => {
                let { left, top, right, bottom } = it.getBoundingClientRect();
                if (it === hover && right > left) {
                    // The rectangle of a path is that of its middle line.
                    const half = parseFloat(it.getAttribute('stroke-width')) / 2;
                    [left, top, right, bottom] = [left - half, top - half, right + half, bottom + half];
                }
                return [left - map.left, top - map.top, right - map.left, bottom - map.top];
            })";
        let found: [[f64; 4]; 2] = self.run(script, vec![]).await;
        let [selection, hover] = found.map(|[left, top, right, bottom]| {
            (right > left).then_some(Rect { left, top, right, bottom })
        });
        LayerRects { selection, hover }
    }

    /// Compares the middle of the map on screen with its canvases.
    pub async fn resampled(&self) -> Resampled {
        let screenshot = self.devtools("Page.captureScreenshot", json!({ "format": "png" })).await;
        let map = self.map_argument().await;
        self.run(scripts::RESAMPLED, vec![map, screenshot["data"].clone()]).await
    }
}
