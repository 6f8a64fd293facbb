//! The circumstances of a run: machine, versions, day.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread;

use launch::CHROMIUM;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use time::OffsetDateTime;

use crate::contestants::Contestant;
use crate::error::Error;

/// The circumstances of a run.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Circumstances {
    /// The command as it was typed.
    pub command: String,
    /// Year, month and day.
    pub date: String,
    /// The processor.
    pub processor: String,
    /// Cores that may be used.
    pub cores: usize,
    /// The load average over a minute before the run: it tells how busy the machine was.
    pub load: String,
    /// The browser and its version.
    pub browser: String,
    /// The commit that was measured, with « -dirty » if files had changed.
    pub commit: String,
    /// The version of each peer's package.
    pub packages: BTreeMap<String, String>,
}

impl Circumstances {
    /// Those of this moment; `packages` is the peers' `package.json`.
    ///
    /// # Errors
    /// [`Error`] when that file cannot be read.
    pub fn now(command: String, packages: &Path) -> Result<Self, Error> {
        let text = fs::read_to_string(packages).map_err(Error::file(packages))?;
        let declared: Value = serde_json::from_str(&text)?;
        let version = |contestant: Contestant| {
            let package = contestant.package?;
            let version = declared["dependencies"][package].as_str()?;
            Some((package.to_owned(), version.to_owned()))
        };
        Ok(Self {
            command,
            date: OffsetDateTime::now_utc().date().to_string(),
            processor: processor(),
            cores: thread::available_parallelism().map_or(1, usize::from),
            load: first_word("/proc/loadavg"),
            browser: output(CHROMIUM, &["--version"]),
            commit: output("git", &["describe", "--always", "--dirty"]),
            packages: Contestant::ALL.into_iter().filter_map(version).collect(),
        })
    }
}

fn processor() -> String {
    let text = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix("model name"));
    line.map_or("unknown", |line| line.trim_start_matches([' ', '\t', ':'])).to_owned()
}

fn first_word(path: &str) -> String {
    let text = fs::read_to_string(path).unwrap_or_default();
    text.split_whitespace().next().unwrap_or("unknown").to_owned()
}

/// The output of a program; « unknown » where it is not installed.
fn output(program: &str, arguments: &[&str]) -> String {
    let output = Command::new(program).args(arguments).output();
    let text = output.map(|output| String::from_utf8_lossy(&output.stdout).trim().to_owned());
    text.ok().filter(|text| !text.is_empty()).unwrap_or_else(|| "unknown".to_owned())
}
