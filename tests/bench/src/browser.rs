//! Debian's Chromium, without a window, with nothing kept from before.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::thread;

use tempfile::TempDir;

use crate::cdp::Cdp;
use crate::error::Error;

/// The program.
pub const CHROMIUM: &str = "chromium";

/// What Chromium needs in a container, and what keeps it from calling home. Without a graphics
/// card WebGL is drawn in software, which Chromium does only when told to.
pub const FLAGS: [&str; 14] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--enable-unsafe-swiftshader",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--window-position=0,0",
    "--window-size=1280,800",
    "--remote-debugging-port=0",
];

/// A browser with one page.
pub struct Browser {
    /// The connection to its page.
    pub cdp: Cdp,
    process: Child,
    // Removed when nobody writes to it any more.
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser with an empty profile and an empty page.
    ///
    /// # Errors
    /// [`Error`] when it cannot be started or does not say where it listens.
    pub fn start() -> Result<Self, Error> {
        let profile = tempfile::tempdir().map_err(Error::file("the temporary folder"))?;
        let mut process = Command::new(CHROMIUM)
            .args(FLAGS)
            .arg(format!("--user-data-dir={}", profile.path().display()))
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(Stdio::piped())
            .spawn()
            .map_err(Error::file(CHROMIUM))?;
        let connected = address_of(&mut process).and_then(|url| connect(&url));
        match connected {
            Ok(cdp) => Ok(Self { cdp, process, _profile: profile }),
            Err(error) => {
                stop(&mut process);
                Err(error)
            }
        }
    }

    /// The number of its first process.
    pub fn process_id(&self) -> u32 {
        self.process.id()
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // Its other processes end with it.
        stop(&mut self.process);
    }
}

fn stop(process: &mut Child) {
    // Already gone is as good as stopped now.
    _ = process.kill();
    _ = process.wait();
}

/// Reads what the browser says until it says where it listens; the rest is read and forgotten, as
/// a full pipe would stop it.
fn address_of(process: &mut Child) -> Result<String, Error> {
    let said = process
        .stderr
        .take()
        .ok_or(Error::Form { expected: "the browser's messages", found: "nothing".to_owned() })?;
    let mut lines = BufReader::new(said).lines();
    let mut last = String::new();
    for line in lines.by_ref() {
        last = line.map_err(Error::file(CHROMIUM))?;
        if let Some(url) = last.strip_prefix("DevTools listening on ws://") {
            let url = url.trim().to_owned();
            thread::spawn(move || lines.for_each(drop));
            return Ok(url);
        }
    }
    Err(Error::Form { expected: "« DevTools listening on … »", found: last })
}

/// Connects to `127.0.0.1:port/devtools/browser/…`.
fn connect(url: &str) -> Result<Cdp, Error> {
    let cut = url.find('/').unwrap_or(url.len());
    Cdp::connect(&url[..cut], &url[cut..])
}
