//! Debian's Chromium, without a window, with nothing kept from before.

use std::process::Command;

use launch::{CHROMIUM, CHROMIUM_FLAGS, Listening, Output};
use tempfile::TempDir;

use super::cdp::Cdp;
use crate::error::Error;

/// The flags of the benchmark besides the common ones. Without a graphics card WebGL is drawn in
/// software, which Chromium does only when told to.
const FLAGS: [&str; 4] = [
    "--enable-unsafe-swiftshader",
    "--window-position=0,0",
    "--window-size=1280,800",
    "--remote-debugging-port=0",
];

/// A browser with one page.
pub struct Browser {
    /// The connection to its page.
    pub cdp: Cdp,
    program: Listening,
    // Removed when nobody writes to it any more.
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser with an empty profile and an empty page.
    ///
    /// # Errors
    /// [`Error`] when it cannot be started or does not answer.
    pub fn start() -> Result<Self, Error> {
        let profile = tempfile::tempdir().map_err(Error::file("the temporary folder"))?;
        let mut command = Command::new(CHROMIUM);
        command.args(CHROMIUM_FLAGS).args(FLAGS);
        command.arg(format!("--user-data-dir={}", profile.path().display()));
        let address =
            |line: &str| Some(line.strip_prefix("DevTools listening on ws://")?.trim().to_owned());
        // Its other processes end with it.
        let program = Listening::start(&mut command, Output::Error, address)?;
        let cdp = connect(program.address())?;
        Ok(Self { cdp, program, _profile: profile })
    }

    /// The number of its first process.
    pub fn process_id(&self) -> u32 {
        self.program.process_id()
    }
}

/// Connects to `127.0.0.1:port/devtools/browser/…`.
fn connect(url: &str) -> Result<Cdp, Error> {
    let cut = url.find('/').unwrap_or(url.len());
    Cdp::connect(&url[..cut], &url[cut..])
}
