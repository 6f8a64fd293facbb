//! The search box and its results.

use serde::Deserialize;
use serde_json::json;

use crate::map_page::{MapPage, Rect, plain};
use crate::scripts;

/// The path of the input.
pub(super) const INPUT: &str =
    "//input[@id=//label[starts-with(normalize-space(), 'Chercher une commune')]/@for]";

/// A result of the search box.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FoundResult {
    /// Its name.
    pub name: String,
    /// The line below its name.
    pub detail: String,
    /// Which schemes are there, in words.
    pub schemes: String,
    /// Whether the arrow keys have led to it.
    pub is_current: bool,
    /// CSS pixels.
    pub height: f64,
}

impl MapPage {
    /// Clicks the search box, or taps on it.
    pub async fn open_search(&self) {
        self.element(INPUT).await.click().await.unwrap();
        self.settle().await;
    }

    /// Types a text in place of the one in the search box.
    pub async fn seek(&self, text: &str) {
        self.open_search().await;
        let input = self.element(INPUT).await;
        input.clear().await.unwrap();
        input.send_keys(text).await.unwrap();
        self.settle().await;
    }

    /// Types a text into what has the focus.
    pub async fn type_text(&self, text: &str) {
        self.driver().action_chain().send_keys(text).perform().await.unwrap();
        self.settle().await;
    }

    /// The results in sight.
    pub async fn results(&self) -> Vec<FoundResult> {
        let results: Vec<FoundResult> = self.run(scripts::RESULTS, vec![]).await;
        let with_plain_text = |one: FoundResult| FoundResult {
            name: plain(&one.name),
            detail: plain(&one.detail),
            schemes: plain(&one.schemes),
            ..one
        };
        results.into_iter().map(with_plain_text).collect()
    }

    /// The first results for a text: « name | detail ».
    pub async fn found(&self, text: &str) -> Vec<String> {
        self.seek(text).await;
        let results = self.results().await;
        results.iter().map(|one| format!("{} | {}", one.name, one.detail)).collect()
    }

    /// Clicks the first result with that name, or taps on it.
    pub async fn choose_result(&self, name: &str) {
        let option = format!("//*[@role='option'][strong[normalize-space()=\"{name}\"]]");
        self.element(&option).await.click().await.unwrap();
        self.settle().await;
    }

    /// Clicks the checkbox with that label.
    pub async fn press_box(&self, label: &str) {
        let words = label.replace('\u{a0}', " ");
        let path =
            format!("//label[translate(normalize-space(), '\u{a0}', ' ')=\"{words}\"]/input");
        self.element(&path).await.click().await.unwrap();
        self.settle().await;
    }

    /// The text in the search box.
    pub async fn sought(&self) -> String {
        self.element(INPUT).await.prop("value").await.unwrap().unwrap_or_default()
    }

    /// Whether the search box says that its list is open.
    pub async fn search_is_expanded(&self) -> bool {
        let expanded = self.element(INPUT).await.attr("aria-expanded").await.unwrap();
        expanded.as_deref() == Some("true")
    }

    /// The rectangles of the search box and of the map.
    pub async fn search_and_map(&self) -> [Rect; 2] {
        [self.rect_of(&self.element(INPUT).await).await, self.map().await]
    }

    /// The milliseconds of the main thread that each key of some texts takes in the search box.
    pub async fn typing_times(&self, texts: &[&str]) -> Vec<f64> {
        self.run(scripts::TYPING, vec![json!(texts)]).await
    }
}
