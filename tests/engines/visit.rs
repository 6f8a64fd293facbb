//! The page in another engine: steps and questions.

use std::sync::Arc;

use scenarios::{Server, Site};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::By;

use crate::engine::{Browser, Engine};

/// A visit of the built site.
pub struct Visit {
    // Dropped first: the server stays while the browser still may ask for something.
    browser: Browser,
    server: Arc<Server>,
}

impl Visit {
    /// Opens the site at `path`, without its first slash.
    pub async fn to(engine: Engine, path: &str) -> Self {
        let visit =
            Self { browser: Browser::start(engine).await, server: Server::of(&Site::built()) };
        visit.go(path).await;
        visit
    }

    /// Goes to another address of the site.
    pub async fn go(&self, path: &str) {
        let address = format!("{}{path}", self.server.address());
        self.browser.driver.goto(address).await.unwrap();
    }

    /// Waits until the map is drawn.
    pub async fn map_is_ready(&self) {
        self.until("performance.getEntriesByName('map-ready').length > 0").await;
    }

    /// Waits until a JavaScript expression holds; asked again after each task of a hundredth of a second.
    pub async fn until(&self, expression: &str) {
        // Within the script: in WebKit the policy of the page forbids even the driver to read a text as one.
        let script = format!(
            "const [done] = arguments;
            const end = performance.now() + 20000;
            (function ask() {{
                if ({expression}) done(true);
                else if (performance.now() > end) done(false);
                else setTimeout(ask, 10);
            }})();"
        );
        let answer = self.browser.driver.execute_async(script, Vec::<Value>::new()).await;
        let holds: bool = answer.unwrap().convert().unwrap();
        assert!(holds, "never true: {expression}; the page says: {}", self.words().await);
    }

    /// The value of a JavaScript expression.
    pub async fn value<T: DeserializeOwned>(&self, expression: &str) -> T {
        let script = format!("return ({expression})");
        self.browser.driver.execute(script, Vec::<Value>::new()).await.unwrap().convert().unwrap()
    }

    /// The words of the page.
    pub async fn words(&self) -> String {
        self.value("document.body.innerText").await
    }

    /// The path and query of the address.
    pub async fn address(&self) -> String {
        self.value("location.pathname + location.search").await
    }

    /// Clicks at a point of the window, CSS pixels.
    pub async fn click(&self, x: i64, y: i64) {
        let actions = self.browser.driver.action_chain();
        actions.move_to(x, y).click().perform().await.unwrap();
    }

    /// Clicks on the first element at a path.
    pub async fn click_on(&self, path: &str) {
        let found = self.browser.driver.find(By::XPath(path)).await;
        let found = found.unwrap_or_else(|error| panic!("nothing at {path}: {error}"));
        found.click().await.unwrap();
    }

    /// Goes back in the history.
    pub async fn back(&self) {
        self.browser.driver.back().await.unwrap();
    }
}
