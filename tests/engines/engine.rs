//! A browser of another engine, driven through its own driver.

use std::net::{TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use thirtyfour::{Capabilities, WebDriver};

/// The time in which a driver must answer.
const TIMEOUT: Duration = Duration::from_secs(20);

/// The time from one try to the next.
const POLL_INTERVAL: Duration = Duration::from_millis(25);

/// An engine that is not Chromium's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Gecko, in Debian's Firefox without a window.
    Firefox,
    /// WebKitGTK, in the small browser that comes with it. It needs a display.
    WebKit,
}

/// A browser of its own, which ends with its value.
pub struct Browser {
    /// The browser, driven.
    pub driver: WebDriver,
    _process: Running,
}

impl Browser {
    /// Starts a browser with an empty page of 1280 × 800 CSS pixels or nearly so.
    pub async fn start(engine: Engine) -> Self {
        let port = free_port();
        let process = Running(
            engine
                .command(port)
                .stdout(Stdio::null())
                .stderr(Stdio::null())
                .spawn()
                .unwrap_or_else(|error| panic!("the driver of {engine:?}: {error}")),
        );
        let address = format!("127.0.0.1:{port}");
        answers(&address);
        let capabilities = Capabilities::from(engine.capabilities());
        let driver = WebDriver::new(format!("http://{address}"), capabilities).await;
        let driver = driver.unwrap_or_else(|error| panic!("{engine:?} cannot be started: {error}"));
        driver.set_window_rect(0, 0, 1280, 900).await.unwrap();
        Self { driver, _process: process }
    }
}

impl Engine {
    fn command(self, port: u16) -> Command {
        let mut command = match self {
            Self::Firefox => Command::new(
                std::env::var_os("GECKODRIVER").unwrap_or_else(|| "geckodriver".into()),
            ),
            Self::WebKit => Command::new("WebKitWebDriver"),
        };
        command.arg(format!("--port={port}"));
        command
    }

    fn capabilities(self) -> serde_json::Map<String, Value> {
        let wanted = match self {
            Self::Firefox => json!({
                "browserName": "firefox",
                "moz:firefoxOptions": { "args": ["-headless"] },
            }),
            Self::WebKit => json!({
                "browserName": "MiniBrowser",
            }),
        };
        let Value::Object(wanted) = wanted else { unreachable!("an object") };
        wanted
    }
}

/// A process that ends when it is dropped.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        // Already gone is as good as stopped now.
        _ = self.0.kill();
        _ = self.0.wait();
    }
}

/// A port that is free now. Neither driver tells the one that the system gives.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// Waits until something listens at `address`.
fn answers(address: &str) {
    let began = Instant::now();
    while TcpStream::connect(address).is_err() {
        assert!(began.elapsed() < TIMEOUT, "the driver does not answer at {address}");
        std::thread::sleep(POLL_INTERVAL);
    }
}
