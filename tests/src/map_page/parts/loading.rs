//! Loading: progress, alerts, slow lines and slow machines.

use serde_json::json;
use thirtyfour::cdp::domains::network::NetworkConditions;

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

    /// Sets the line to the server from now on.
    pub async fn set_line(&self, line: Line) {
        let conditions = NetworkConditions {
            latency: LATENCY_MS,
            download_throughput: match line {
                Line::Unlimited => -1,
                Line::BytesPerSecond(bytes) => bytes,
            },
            ..Default::default()
        };
        let devtools = self.driver().cdp();
        devtools.network().enable().await.unwrap();
        devtools.network().emulate_network_conditions(conditions).await.unwrap();
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
