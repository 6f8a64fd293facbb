//! The page as a document: its title, its sources, and whether its controls fit into the window.

use super::{legend, selector};
use crate::map_page::driver::{button, plain};
use crate::map_page::{MapPage, Rect};

impl MapPage {
    /// The title of the page.
    pub async fn title(&self) -> String {
        plain(&self.driver().title().await.unwrap())
    }

    /// The list of sources at the foot of the page, as text.
    pub async fn sources(&self) -> Vec<String> {
        self.texts("//footer//li").await
    }

    /// The width of the window, and that of what it shows: they differ when the page must be
    /// scrolled sideways.
    pub async fn widths(&self) -> (f64, f64) {
        self.run("return [innerWidth, document.scrollingElement.scrollWidth]", vec![]).await
    }

    /// Where the controls that lie over the map are, by name.
    pub async fn controls(&self) -> Vec<(&'static str, Rect)> {
        let mut controls = vec![("the map", self.map().await)];
        for (name, path) in controls_over_the_map() {
            let element = self.element(&path).await;
            controls.push((name, self.rect_of(&element).await));
        }
        controls
    }

    /// Scrolls to each control that lies over the map, and gives its rectangle: none when something lies
    /// over its middle.
    pub async fn controls_brought_into_sight(&self) -> Vec<(&'static str, Option<Rect>)> {
        let is_free = "const it = arguments[0];
            it.scrollIntoView({ block: 'nearest' });
            const { left, top, width, height } = it.getBoundingClientRect();
            return it.contains(document.elementFromPoint(left + width / 2, top + height / 2))";
        let mut controls = Vec::new();
        for (name, path) in controls_over_the_map() {
            let element = self.element(&path).await;
            let is_free: bool = self.run(is_free, vec![element.to_json().unwrap()]).await;
            let rect = self.rect_of(&element).await;
            controls.push((name, is_free.then_some(rect)));
        }
        controls
    }
}

/// The names and paths of what lies over the map.
fn controls_over_the_map() -> [(&'static str, String); 5] {
    [
        ("the selector", selector::SELECT.to_owned()),
        ("the legend", legend::SUMMARY.to_owned()),
        ("Agrandir", button("Agrandir")),
        ("Réduire", button("Réduire")),
        ("Toute la France", button("Toute la France")),
    ]
}
