//! The page as a person meets it: parts are found by role and label, steps end when the page shows
//! what came of them.

mod address;
mod canvas;
mod downloads;
mod frame;
mod keyboard;
mod legend;
mod load;
mod panel;
mod pen;
mod pointer;
mod policy;
mod selector;
mod sheet;
mod touch;

pub use canvas::NameTag;
pub use downloads::Download;
pub use frame::Modifier;
pub use keyboard::Focus;
pub use panel::Answer;
pub use sheet::{Sheet, Standing};

use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use thirtyfour::prelude::*;

use crate::{Browser, Server, Site, Window};

/// What a person says to the browser who gets sick from what moves.
const LESS_MOTION: (&str, &str) = ("prefers-reduced-motion", "reduce");

/// The page in a browser.
pub struct MapPage {
    // Dropped first: the server stays while the browser still may ask for something.
    browser: Browser,
    server: Server,
    window: Window,
    // A copy lasts as long as it is served.
    _site: Site,
}

impl MapPage {
    /// Opens the built site in a new browser and waits for the map.
    pub async fn visit(window: Window) -> Self {
        let page = Self::of(&Site::built(), window).await;
        page.open().await;
        page.map_is_ready().await;
        page
    }

    /// The same for a person who asked for less motion: the map is where it goes at once.
    pub async fn visit_without_motion(window: Window) -> Self {
        Self::visit_site_without_motion(&Site::built(), window).await
    }

    /// The same on another site.
    pub async fn visit_site_without_motion(site: &Site, window: Window) -> Self {
        let page = Self::of(site, window).await;
        page.reduce_motion().await;
        page.open().await;
        page.map_is_ready().await;
        page
    }

    /// A new browser and a server for `site`; nothing is opened yet.
    pub async fn of(site: &Site, window: Window) -> Self {
        let server = Server::of(site);
        let browser = Browser::start(window).await;
        let page = Self { browser, server, window, _site: site.clone() };
        page.before_each_page(include_str!("../scripts/pending.js")).await;
        page
    }

    /// Goes to the address of the site.
    pub async fn open(&self) {
        self.driver().goto(self.server.address()).await.unwrap();
    }

    /// From now on the person is known to ask for less motion.
    pub async fn reduce_motion(&self) {
        self.prefer(&[LESS_MOTION]).await;
    }

    /// From now on the person is known to like dark pages, and less motion.
    pub async fn darken(&self) {
        self.prefer(&[LESS_MOTION, ("prefers-color-scheme", "dark")]).await;
        self.settle().await;
    }

    /// From now on the person has the system choose the colours, as for poor sight.
    pub async fn force_colors(&self) {
        self.prefer(&[("forced-colors", "active")]).await;
        self.settle().await;
    }

    async fn prefer(&self, features: &[(&str, &str)]) {
        let feature = |(name, value): &(&str, &str)| json!({ "name": name, "value": value });
        let features: Vec<Value> = features.iter().map(feature).collect();
        self.devtools("Emulation.setEmulatedMedia", json!({ "features": features })).await;
    }

    /// The title of the page.
    pub async fn title(&self) -> String {
        plain(&self.driver().title().await.unwrap())
    }

    /// The list of sources at the foot of the page, as text.
    pub async fn sources(&self) -> Vec<String> {
        self.texts("//footer//li").await
    }

    /// The addresses of everything that the page asked for.
    pub async fn requests(&self) -> Vec<String> {
        self.run(
            "return [location.href, ...performance.getEntriesByType('resource').map(it => it.name)]",
            vec![],
        )
        .await
    }

    /// What the page has stored in the browser.
    pub async fn stored(&self) -> Vec<String> {
        let kept =
            "return [document.cookie, ...Object.keys(localStorage), ...Object.keys(sessionStorage)]
            .filter(it => it !== '')";
        self.run(kept, vec![]).await
    }

    /// The errors of the browser's console.
    pub async fn console_errors(&self) -> Vec<String> {
        let entries = self.driver().browser_log().await.unwrap();
        let severe = entries.into_iter().filter(|entry| entry.level == "SEVERE");
        severe.map(|entry| entry.message).collect()
    }

    /// Waits until the server has files that were put into its folder.
    pub fn are_served(&self, paths: &[String]) {
        self.server.serves(paths);
    }

    /// The address of the site.
    pub fn address(&self) -> &str {
        self.server.address()
    }

    /// The width of the window, and that of what it shows: they differ when the page must be
    /// scrolled sideways.
    pub async fn widths(&self) -> (f64, f64) {
        self.run("return [innerWidth, document.scrollingElement.scrollWidth]", vec![]).await
    }

    /// Where the controls that lie over the map are, by name.
    pub async fn controls(&self) -> Vec<(&'static str, Place)> {
        let mut controls = vec![("the map", self.map().await)];
        for (name, path) in controls_over_the_map() {
            let element = self.element(&path).await;
            controls.push((name, self.place_of(&element).await));
        }
        controls
    }

    /// Scrolls to each control that lies over the map, and gives its place: none when something lies
    /// over its middle.
    pub async fn controls_brought_into_sight(&self) -> Vec<(&'static str, Option<Place>)> {
        let is_free = "const it = arguments[0];
            it.scrollIntoView({ block: 'nearest' });
            const { left, top, width, height } = it.getBoundingClientRect();
            return it.contains(document.elementFromPoint(left + width / 2, top + height / 2))";
        let mut controls = Vec::new();
        for (name, path) in controls_over_the_map() {
            let element = self.element(&path).await;
            let is_free: bool = self.run(is_free, vec![element.to_json().unwrap()]).await;
            let place = self.place_of(&element).await;
            controls.push((name, is_free.then_some(place)));
        }
        controls
    }

    /// Waits until what was asked for is in the page and painted.
    pub async fn settle(&self) {
        self.run::<()>(include_str!("../scripts/settle.js"), vec![]).await;
    }

    /// Runs a script of ours in every page that is opened from now on, before the page begins.
    async fn before_each_page(&self, script: &str) {
        self.devtools("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await;
    }

    /// Gives an order to the browser's own tools.
    async fn devtools(&self, method: &str, parameters: Value) -> Value {
        let answer = self.driver().cdp().send_raw(method, parameters).await;
        answer.unwrap_or_else(|error| panic!("{method}: {error}"))
    }

    /// Runs a script of ours, whose answer may be a promise.
    async fn run<T: DeserializeOwned>(&self, script: &str, arguments: Vec<Value>) -> T {
        let answer = self.driver().execute(script, arguments).await;
        let answer = answer.unwrap_or_else(|error| panic!("{error}\nin the script:\n{script}"));
        answer.convert().unwrap()
    }

    /// The first element at `path`, once it is there.
    async fn element(&self, path: &str) -> WebElement {
        let found = self.driver().query(By::XPath(path)).first().await;
        found.unwrap_or_else(|error| panic!("nothing on the page at {path}: {error}"))
    }

    /// Every element at `path` that is there now.
    async fn elements(&self, path: &str) -> Vec<WebElement> {
        self.driver().find_all(By::XPath(path)).await.unwrap()
    }

    async fn texts(&self, path: &str) -> Vec<String> {
        let mut texts = Vec::new();
        for element in self.elements(path).await {
            texts.push(plain(&element.text().await.unwrap()));
        }
        texts
    }

    async fn place_of(&self, element: &WebElement) -> Place {
        let place = "const it = arguments[0].getBoundingClientRect();
            return [it.left, it.top, it.right, it.bottom]";
        let [left, top, right, bottom]: [f64; 4] =
            self.run(place, vec![element.to_json().unwrap()]).await;
        Place { left, top, right, bottom }
    }

    fn driver(&self) -> &WebDriver {
        &self.browser.driver
    }
}

/// Where something is in the window, in CSS pixels.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Place {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl Place {
    /// The shorter of width and height.
    pub fn shorter_side(self) -> f64 {
        (self.right - self.left).min(self.bottom - self.top)
    }

    /// Whether all of it lies in a window of that size.
    pub fn is_inside(self, width: f64, height: f64) -> bool {
        self.left >= 0.0 && self.top >= 0.0 && self.right <= width && self.bottom <= height
    }
}

/// A text with plain spaces, one at a time: French typography and the layout add others.
pub fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
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

/// The path of the button with that name.
fn button(name: &str) -> String {
    format!("//button[@aria-label=\"{name}\" or normalize-space()=\"{name}\"]")
}
