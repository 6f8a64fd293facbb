//! The page through the browser's driver: scripts, elements, waiting.

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use super::{MapPage, Rect};
use crate::scripts;

impl MapPage {
    /// Waits until the page waits for nothing any more: no frame, no timer, no file.
    pub async fn settle(&self) {
        self.run::<()>(scripts::SETTLE, vec![]).await;
    }

    /// Runs a script of ours in every page that is opened from now on, before the page begins.
    pub(super) async fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Sends a command of the DevTools protocol.
    pub(super) async fn devtools(&self, method: &str, parameters: Value) -> Value {
        let answer = self.driver().cdp().send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script of ours, whose answer may be a promise.
    pub(super) async fn run<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.driver().execute(script, arguments).await;
        let answer = answer.unwrap_or_else(|error| panic!("{error}\nin the script:\n{script}"));
        answer.convert().unwrap()
    }

    /// The first element at `path`, once it is there.
    pub(super) async fn element(&self, path: &str) -> WebElement {
        let found = self.driver().query(By::XPath(path)).first().await;
        found.unwrap_or_else(|error| panic!("nothing on the page at {path}: {error}"))
    }

    /// Every element at `path` that is there now.
    pub(super) async fn elements(&self, path: &str) -> Vec<WebElement> {
        self.driver().find_all(By::XPath(path)).await.unwrap()
    }

    /// The texts of the elements at `path`, with plain spaces.
    pub(super) async fn texts(&self, path: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for element in self.elements(path).await {
            texts.push(plain(&element.text().await.unwrap()));
        }
        texts
    }

    /// The rectangle of an element.
    pub(super) async fn rect_of(&self, element: &WebElement) -> Rect {
        let script = "const it = arguments[0].getBoundingClientRect();
            return [it.left, it.top, it.right, it.bottom]";
        let [left, top, right, bottom]: [f64; 4] =
            self.run(script, vec![element.to_json().unwrap()]).await;
        Rect { left, top, right, bottom }
    }

    pub(super) fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }
}

/// The path of the button with that name.
pub(super) fn button(name: &str) -> String {
    format!("//button[@aria-label=\"{name}\" or normalize-space()=\"{name}\"]")
}

/// The text with single plain spaces: French typography and the layout add others.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
