//! Loading: progress, alerts, slow lines and slow machines.

use serde_json::json;
use thirtyfour::cdp::domains::network::NetworkConditions;

use crate::map_page::driver::button;
use crate::map_page::{MapPage, plain};
use crate::scripts;

/// The time to the server and back.
const LATENCY_MS: u32 = 40;

/// A line to the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// As fast as this machine.
    Unlimited,
    /// So many bytes a second.
    BytesPerSecond(i32),
    /// None.
    Cut,
}

impl MapPage {
    /// Waits for the first complete frame.
    pub async fn map_is_ready(&self) {
        self.run::<()>(scripts::READY, vec![]).await;
        self.settle().await;
    }

    /// Whether the page has marked a complete frame.
    pub async fn is_marked_ready(&self) -> bool {
        self.run("return performance.getEntriesByName('map-ready').length > 0", vec![]).await
    }

    /// The sentence that says what went wrong.
    pub async fn alert(&self) -> String {
        plain(&self.element("//*[@role='alert']").await.text().await.unwrap())
    }

    /// Whether the page still says that something went wrong.
    pub async fn has_alert(&self) -> bool {
        !self.elements("//*[@role='alert']").await.is_empty()
    }

    /// From the next opening on, the browser knows no WebAssembly.
    pub async fn has_no_web_assembly(&self) {
        self.before_each_page("delete window.WebAssembly;").await;
    }

    /// From the next opening on, the program is asked for and never comes.
    pub async fn program_never_comes(&self) {
        let never = "const known = window.fetch;
            window.fetch = (what, ...rest) =>
              String(what.url ?? what).endsWith('.wasm') ? new Promise(() => {}) : known(what, ...rest);";
        self.before_each_page(never).await;
    }

    /// From now on, the browser keeps no file.
    pub async fn keep_nothing(&self) {
        self.devtools("Network.setCacheDisabled", json!({ "cacheDisabled": true })).await;
    }

    /// Sets the line to the server from now on.
    pub async fn set_line(&self, line: Line) {
        let conditions = NetworkConditions {
            offline: line == Line::Cut,
            latency: LATENCY_MS,
            download_throughput: match line {
                Line::Unlimited | Line::Cut => -1,
                Line::BytesPerSecond(bytes) => bytes,
            },
            ..Default::default()
        };
        let devtools = self.driver().cdp();
        devtools.network().enable().await.unwrap();
        devtools.network().emulate_network_conditions(conditions).await.unwrap();
    }

    /// From the next opening on, files whose addresses hold one of `parts` never come, and waits of several
    /// seconds take a tenth of their time.
    pub async fn hang(&self, parts: &[&str]) {
        self.before_each_page(&format!("window.hanging = {};", json!(parts))).await;
        self.before_each_page(scripts::HANGING).await;
    }

    /// From the next opening on, the line fails for files whose addresses hold one of `parts`.
    pub async fn refuse(&self, parts: &[&str]) {
        self.before_each_page(&format!("window.refused = {};", json!(parts))).await;
        self.before_each_page(scripts::REFUSING).await;
    }

    /// Lets those files come from now on.
    pub async fn refuse_nothing_more(&self) {
        self.run::<()>("window.refused = []", vec![]).await;
    }

    /// Presses « Recharger », and waits for the map of the page that then comes.
    pub async fn press_reload(&self) {
        let mark = "document.documentElement.setAttribute('data-before', '')";
        self.run::<()>(mark, vec![]).await;
        self.element(&button("Recharger")).await.click().await.unwrap();
        self.element("//html[not(@data-before)]").await;
        self.map_is_ready().await;
    }

    /// Waits until the page has asked for an address more than once.
    pub async fn until_asked_again(&self, address: &str) {
        let again = "const [address] = arguments;
            return until(() => window.askedByPage.filter(({ url }) => url === address).length > 1)";
        self.run::<bool>(again, vec![json!(address)]).await;
    }

    /// Waits until the answers are here.
    pub async fn until_answers_are_here(&self) {
        self.element("//aside//p[@class='lead']").await;
        self.settle().await;
    }

    /// Waits until the line about the program says `text`.
    pub async fn until_waiting_says(&self, text: &str) {
        self.element(&format!("//*[@id='attente'][contains(., \"{text}\")]")).await;
    }

    /// Waits until the page says `text` in one of its notices.
    pub async fn until_notice_says(&self, text: &str) -> String {
        let notice = format!("//*[contains(@class, 'notice')][contains(., \"{text}\")]");
        plain(&self.element(&notice).await.text().await.unwrap())
    }

    /// From now on, a processor so many times slower.
    pub async fn slow_processor(&self, times: u32) {
        self.devtools("Emulation.setCPUThrottlingRate", json!({ "rate": times })).await;
    }

    /// Waits until the details of departments are asked for, and gives their addresses.
    pub async fn until_details_are_asked_for(&self) -> Vec<String> {
        let details = "return until(() => {
            const asked = window.askedByPage.map(({ url }) => url).filter(it => it.includes('/carte/'));
            return asked.length > 0 && asked;
        })";
        self.run(details, vec![]).await
    }

    /// Waits until the page has given up what it asked for at each of `addresses`.
    pub async fn until_given_up(&self, addresses: &[String]) {
        let given_up = "const [addresses] = arguments;
            const isGivenUp = ({ url, signal }) => !addresses.includes(url) || signal?.aborted;
            return until(() => window.askedByPage.every(isGivenUp))";
        self.run::<bool>(given_up, vec![json!(addresses)]).await;
    }

    /// From the next opening on, notes the shifts of the layout.
    pub async fn watch_shifts(&self) {
        self.before_each_page(scripts::WATCH_SHIFTS).await;
    }

    /// The sum of the shifts of the layout since the opening, as the browser measures them, and what has
    /// moved in each.
    pub async fn layout_shift(&self) -> (f64, Vec<String>) {
        self.run("return window.layoutShift()", vec![]).await
    }

    /// From the next opening on, remembers every sentence of the progress line.
    pub async fn watch_progress(&self) {
        self.before_each_page(scripts::WATCH_PROGRESS).await;
    }

    /// The sentences of the progress line since the opening.
    pub async fn progress(&self) -> Vec<String> {
        let lines: Vec<String> = self.run("return window.progressLines", vec![]).await;
        lines.iter().map(|sentence| plain(sentence)).collect()
    }
}
