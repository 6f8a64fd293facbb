//! Errors of a run, each with the file, the command or the page that it is about.

use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// The reason why a run ended.
#[derive(Debug, Error)]
pub enum Error {
    /// A file, or a program to start.
    #[error("{}: {source}", path.display())]
    File {
        /// Its path.
        path: PathBuf,
        /// The system's message.
        source: io::Error,
    },
    /// Our server or the browser could not be started.
    #[error(transparent)]
    Launch(#[from] launch::LaunchError),
    /// The committed contours could not be compiled.
    #[error(transparent)]
    Data(#[from] geodata::error::Error),
    /// The folder of the peers could not be compressed.
    #[error(transparent)]
    Compression(#[from] pages::Error),
    /// The map that our page draws.
    #[error(transparent)]
    Map(#[from] map::DataError),
    /// The connection to the browser.
    #[error("the connection to the browser: {0}")]
    Connection(#[from] tungstenite::Error),
    /// The browser refused a command.
    #[error("the browser on {command}: {message}")]
    Command {
        /// The command of the protocol.
        command: String,
        /// The browser's message.
        message: String,
    },
    /// A script of ours threw.
    #[error("the script « {script} » threw: {message}")]
    Script {
        /// Its beginning.
        script: String,
        /// The exception.
        message: String,
    },
    /// Something took longer than a page may take.
    #[error("{what} did not come within {seconds} s")]
    Late {
        /// The answer or event that was awaited.
        what: String,
        /// The time for it, in seconds.
        seconds: u64,
    },
    /// An answer of another form than the protocol's.
    #[error("expected {expected}, found {found}")]
    Form {
        /// The expected form.
        expected: &'static str,
        /// The form that was found.
        found: String,
    },
    /// JSON that cannot be read or written.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A screenshot that cannot be read.
    #[error("a screenshot: {0}")]
    Screenshot(String),
    /// Pages that do not do what is measured.
    #[error("{0} of the checks failed")]
    Checks(usize),
}

impl Error {
    /// For `map_err` on what touches `path`.
    pub fn file(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::File { path, source }
    }
}
