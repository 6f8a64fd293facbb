//! The pictures that the map is made of: where they lie, and whether they are sharp.

use serde::Deserialize;
use serde_json::json;

use crate::map_page::{MapPage, Rect};
use crate::scripts;

/// The largest picture, as it lies on screen.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Sheet {
    /// Its left and upper edge, device pixels of the window.
    pub corner: [f64; 2],
    /// Its width and height on screen, device pixels.
    pub shown: [f64; 2],
    /// Its width and height as it was painted.
    pub painted: [f64; 2],
}

/// What stands out on the map.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Standing {
    /// Where the outline of what is selected is, in CSS pixels of the map.
    pub selection: Option<Rect>,
    /// Where the outline of what is under the pointer is.
    pub hover: Option<Rect>,
}

impl MapPage {
    /// From now on the screen has so many device pixels per CSS pixel, and the window so many CSS
    /// pixels, as when it is dragged to another screen.
    pub async fn move_to_screen(&self, ratio: f64, (width, height): (u32, u32)) {
        let metrics = json!({
            "width": width, "height": height, "deviceScaleFactor": ratio, "mobile": false,
        });
        self.devtools("Emulation.setDeviceMetricsOverride", metrics).await;
        self.settle().await;
    }

    /// The picture that is on screen.
    pub async fn sheet(&self) -> Sheet {
        let sheet = "const it = document.querySelectorAll('#carte canvas')[1];
            const { left, top, width, height } = it.getBoundingClientRect();
            const device = lengths => lengths.map(length => length * devicePixelRatio);
            return { corner: device([left, top]), shown: device([width, height]),
                painted: [it.width, it.height] }";
        self.run(sheet, vec![]).await
    }

    /// How many positions the picture is put to while `step` is done.
    pub async fn positions_during<Step: Future<Output = ()>>(
        &self,
        step: impl FnOnce() -> Step,
    ) -> usize {
        self.run::<()>(scripts::WATCH_POSITIONS, vec![]).await;
        step().await;
        self.run("return window.positionsOfTests()", vec![]).await
    }

    /// Which outlines there are.
    pub async fn standing(&self) -> Standing {
        let outlines = "const map = document.querySelector('#carte').getBoundingClientRect();
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
        let found: [[f64; 4]; 2] = self.run(outlines, vec![]).await;
        let [selection, hover] = found.map(|[left, top, right, bottom]| {
            (right > left).then_some(Rect { left, top, right, bottom })
        });
        Standing { selection, hover }
    }

    /// How many pixels of the middle of the map are on screen other than they were painted, of how
    /// many.
    pub async fn resampled(&self) -> [u32; 2] {
        let picture = self.devtools("Page.captureScreenshot", json!({ "format": "png" })).await;
        let map = self.map_argument().await;
        self.run(scripts::RESAMPLED, vec![map, picture["data"].clone()]).await
    }
}
