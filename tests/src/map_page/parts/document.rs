//! The page as a document: its title, its sources, and whether its controls fit into the window.

use base64::Engine;
use base64::engine::general_purpose::STANDARD as BASE64;
use serde::Deserialize;
use serde_json::json;

use super::{legend, search, selector};
use crate::Paper;
use crate::map_page::driver::{button, plain};
use crate::map_page::{MapPage, Rect};

/// Two widths, in CSS pixels. They differ when the page must be scrolled sideways.
#[derive(Clone, Copy, Debug, PartialEq, Deserialize)]
pub struct Widths {
    /// The window.
    pub window: f64,
    /// The page in it.
    pub content: f64,
}

/// A control and its rectangle in the window.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Control {
    /// Its name.
    pub name: &'static str,
    /// Its rectangle.
    pub rect: Rect,
}

/// A control that the page was scrolled to.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ReachedControl {
    /// Its name.
    pub name: &'static str,
    /// Its rectangle; none when something lies over its middle.
    pub rect: Option<Rect>,
}

impl MapPage {
    /// Goes to a page of the site, whether the application takes it over or not.
    pub async fn read_page(&self, path: &str) {
        self.driver().goto(format!("{}{path}", self.address())).await.unwrap();
    }

    /// All text that is shown, with plain spaces.
    pub async fn whole_text(&self) -> String {
        plain(&self.element("//body").await.text().await.unwrap())
    }

    /// Prints the page, as a person does who has changed no setting.
    pub async fn print(&self) -> Paper {
        let settings = json!({ "preferCSSPageSize": true, "transferMode": "ReturnAsBase64" });
        let printed = self.devtools("Page.printToPDF", settings).await;
        Paper::of(&BASE64.decode(printed["data"].as_str().unwrap()).unwrap())
    }

    /// Goes where the first link of that name beside the map leads. A click never ends while scripts of
    /// pages are off.
    pub async fn follow(&self, name: &str) {
        let path = format!("//*[@id='reponse']//a[normalize-space()=\"{name}\"]");
        let address = self.element(&path).await.prop("href").await.unwrap();
        self.driver().goto(address.unwrap()).await.unwrap();
    }

    /// The title of the page.
    pub async fn title(&self) -> String {
        plain(&self.driver().title().await.unwrap())
    }

    /// The list of sources of the « Données » page, as text.
    pub async fn sources(&self) -> Vec<String> {
        self.texts("//section[@id='donnees']//ul[@class='sources']/li").await
    }

    /// The widths of the window and of the page in it.
    pub async fn widths(&self) -> Widths {
        let widths =
            "return { window: innerWidth, content: document.scrollingElement.scrollWidth }";
        self.run(widths, vec![]).await
    }

    /// Spaces letters, words and lines as a person may who reads with difficulty.
    ///
    /// # Source
    /// WCAG 2.2, 1.4.12.
    pub async fn space_text(&self) {
        let script = "const sheet = new CSSStyleSheet();
            sheet.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
            document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];";
        self.run::<()>(script, vec![]).await;
    }

    /// The map and the controls that lie over it.
    pub async fn controls(&self) -> Vec<Control> {
        let mut controls = vec![Control { name: "the map", rect: self.map().await }];
        for (name, path) in controls_over_the_map() {
            let element = self.element(&path).await;
            controls.push(Control { name, rect: self.rect_of(&element).await });
        }
        controls
    }

    /// Scrolls to each control that lies over the map.
    pub async fn controls_brought_into_sight(&self) -> Vec<ReachedControl> {
        let is_free = "const it = arguments[0];
            it.scrollIntoView({ block: 'nearest' });
            const { left, top, width, height } = it.getBoundingClientRect();
            return it.contains(document.elementFromPoint(left + width / 2, top + height / 2))";
        let mut controls = Vec::new();
        for (name, path) in controls_over_the_map() {
            let element = self.element(&path).await;
            let is_free: bool = self.run(is_free, vec![element.to_json().unwrap()]).await;
            let rect = self.rect_of(&element).await;
            controls.push(ReachedControl { name, rect: is_free.then_some(rect) });
        }
        controls
    }
}

/// The names and paths of the controls that lie over the map.
fn controls_over_the_map() -> [(&'static str, String); 6] {
    [
        ("the search box", search::INPUT.to_owned()),
        ("the selector", selector::SELECT.to_owned()),
        ("the legend", legend::SUMMARY.to_owned()),
        ("Agrandir", button("Agrandir")),
        ("Réduire", button("Réduire")),
        ("Toute la France", button("Toute la France")),
    ]
}
