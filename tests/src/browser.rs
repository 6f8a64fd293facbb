//! Debian's Chromium, without a window, driven through chromedriver.

use std::io::{self, Read, Write};
use std::net::TcpStream;
use std::process::Command;
use std::sync::Arc;
use std::time::Duration;

use launch::{CHROMIUM_FLAGS, Listening, Output};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::extensions::query::ElementPollerWithTimeout;
use thirtyfour::{
    BrowserCapabilitiesHelper, ChromeCapabilities, ChromiumLikeCapabilities, DesiredCapabilities,
    LoggingPrefsLogLevel, WebDriver,
};

/// The time in which an element must appear.
const TIMEOUT: Duration = Duration::from_secs(10);

/// The time from one search for it to the next.
const POLL_INTERVAL: Duration = Duration::from_millis(25);

/// How often chromedriver is started before a scenario is given up.
const STARTS: u32 = 5;

/// The screen and the hand in front of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Window {
    /// A computer, 1280 × 800, with a mouse.
    Desk,
    /// A small telephone, 360 × 740, with a finger.
    Phone,
    /// A computer with so many device pixels per hundred CSS pixels, truly and not emulated.
    Dense(u32),
}

/// A browser of its own: nothing kept from before, nothing kept after.
pub struct Browser {
    pub(crate) driver: WebDriver,
    // Dropped in this order: the files go when nobody writes them any more.
    chromedriver: Listening,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser with an empty page.
    pub async fn start(window: Window) -> Self {
        let chromedriver = start_chromedriver();
        let profile = tempfile::tempdir().unwrap();
        let address = format!("http://{}", chromedriver.address());
        let driver = WebDriver::new(address, capabilities(window, &profile))
            .await
            .unwrap_or_else(|error| panic!("Chromium cannot be started: {error}"));
        driver.set_poller(Arc::new(ElementPollerWithTimeout::new(TIMEOUT, POLL_INTERVAL)));
        Self { driver, chromedriver, _profile: profile }
    }

    /// Asks chromedriver to close the browser; it answers when that is done.
    fn close(&self) -> io::Result<usize> {
        let mut stream = TcpStream::connect(self.chromedriver.address())?;
        stream.set_read_timeout(Some(TIMEOUT))?;
        let (session, host) = (self.driver.session_id(), self.chromedriver.address());
        write!(stream, "DELETE /session/{session} HTTP/1.1\r\nHost: {host}\r\n\r\n")?;
        stream.read(&mut [0; 256])
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // What thirtyfour does at this point waits, for two minutes, for a connection whose task
        // only this thread could run.
        _ = self.driver.clone().leak();
        // A browser that is gone already is as good as closed.
        _ = self.close();
    }
}

/// Starts chromedriver on a port of its own choice.
///
/// It looks for a port that is free on IPv6, and ends if another program has the same one on IPv4:
/// with many browsers at work, that happens now and then.
fn start_chromedriver() -> Listening {
    let address = |line: &str| {
        let (_, rest) = line.split_once("started successfully on port ")?;
        let port: String = rest.chars().take_while(char::is_ascii_digit).collect();
        Some(format!("127.0.0.1:{port}"))
    };
    let start = || {
        let mut command = Command::new("chromedriver");
        Listening::start(command.arg("--port=0"), Output::Standard, address)
    };
    (1..STARTS)
        .find_map(|_| start().ok())
        .unwrap_or_else(|| start().unwrap_or_else(|error| panic!("after {STARTS} starts: {error}")))
}

fn capabilities(window: Window, profile: &TempDir) -> ChromeCapabilities {
    let mut wanted = DesiredCapabilities::chrome();
    for flag in CHROMIUM_FLAGS {
        wanted.add_arg(flag).unwrap();
    }
    wanted.add_arg(&format!("--user-data-dir={}", profile.path().display())).unwrap();
    // Names of this machine that the browser does not trust as it trusts 127.0.0.1.
    wanted.add_arg("--host-resolver-rules=MAP *.exemple 127.0.0.1").unwrap();
    if let Window::Dense(percent) = window {
        let ratio = f64::from(percent) / 100.0;
        wanted.add_arg(&format!("--force-device-scale-factor={ratio}")).unwrap();
        wanted.add_arg("--window-size=1280,900").unwrap();
    } else {
        wanted.set_browser_option("mobileEmulation", emulation(window)).unwrap();
    }
    wanted.set_browser_log_level(LoggingPrefsLogLevel::All).unwrap();
    wanted
}

/// The size of the page itself, not of a window around it.
fn emulation(window: Window) -> Value {
    let metrics = match window {
        Window::Desk | Window::Dense(_) => {
            json!({ "width": 1280, "height": 800, "pixelRatio": 1.0, "touch": false, "mobile": false })
        }
        Window::Phone => {
            json!({ "width": 360, "height": 740, "pixelRatio": 3.0, "touch": true, "mobile": true })
        }
    };
    json!({ "deviceMetrics": metrics })
}
