//! What is painted when.

use crate::map_page::MapPage;
use crate::scripts;

impl MapPage {
    /// From the next opening on, notes in which frames the parts of pictures are painted.
    pub async fn watch_painting(&self) {
        self.before_each_page(scripts::WATCH_PAINTING).await;
    }

    /// For each picture that was painted since, the number of the frame of each of its parts.
    pub async fn pictures_painted(&self) -> Vec<Vec<u32>> {
        self.run("return window.picturesPainted.splice(0)", vec![]).await
    }

    /// From now on looks at every frame.
    pub async fn watch_edges(&self) {
        let map = self.map_argument().await;
        self.run::<()>(scripts::WATCH_EDGES, vec![map]).await;
    }

    /// How many frames there were since, and the points that were not painted in one of them.
    pub async fn edges_seen(&self) -> (u32, Vec<(f64, f64)>) {
        self.run("return window.edgesSeen()", vec![]).await
    }

    /// From now on counts the lines that are drawn.
    pub async fn count_lines(&self) {
        self.run::<()>(scripts::WATCH_LINES, vec![]).await;
    }

    /// How many lines were drawn since this was last asked.
    pub async fn lines_drawn(&self) -> u32 {
        self.run("return window.linesDrawn()", vec![]).await
    }

    /// From now on the browser is one that paints only in sight.
    pub async fn paint_in_sight(&self) {
        self.before_each_page("delete window.OffscreenCanvas").await;
    }
}
