//! Painting: in which frames, up to the edges, how many lines.

use serde::Deserialize;

use crate::map_page::MapPage;
use crate::scripts;

/// The edges of the map in every frame of a while.
#[derive(Clone, Debug, PartialEq, Deserialize)]
pub struct EdgesSeen {
    /// The number of frames.
    pub frames: u32,
    /// The points that were not painted in one of them, in CSS pixels of the window.
    pub bare: Vec<[f64; 2]>,
}

impl MapPage {
    /// From the next opening on, notes in which frames the strips of each canvas are painted.
    pub async fn watch_painting(&self) {
        self.before_each_page(scripts::WATCH_PAINTING).await;
    }

    /// The numbers of the frames in which the strips of each canvas were painted since this was last
    /// asked.
    pub async fn canvases_painted(&self) -> Vec<Vec<u32>> {
        self.run("return window.canvasesPainted.splice(0)", vec![]).await
    }

    /// From now on checks in every frame whether the map is painted up to its edges.
    pub async fn watch_edges(&self) {
        let map = self.map_argument().await;
        self.run::<()>(scripts::WATCH_EDGES, vec![map]).await;
    }

    /// The frames since, and the points that were bare in one of them.
    pub async fn edges_seen(&self) -> EdgesSeen {
        self.run("return window.edgesSeen()", vec![]).await
    }

    /// From now on counts the lines that are drawn.
    pub async fn count_lines(&self) {
        self.run::<()>(scripts::WATCH_LINES, vec![]).await;
    }

    /// The number of lines drawn since this was last asked.
    pub async fn lines_drawn(&self) -> u32 {
        self.run("return window.linesDrawn()", vec![]).await
    }

    /// From now on the browser is one that paints only in sight.
    pub async fn paint_in_sight(&self) {
        self.before_each_page("delete window.OffscreenCanvas").await;
    }
}
