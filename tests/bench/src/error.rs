//! What can go wrong in a run, each with its place.

use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why a run ended.
#[derive(Debug, Error)]
pub enum Error {
    /// A file, or a program to start.
    #[error("{}: {source}", path.display())]
    File {
        /// Which one.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// The committed contours could not be compiled.
    #[error(transparent)]
    Data(#[from] geodata::error::Error),
    /// The folder of the peers could not be compressed.
    #[error(transparent)]
    Compression(#[from] pages::Error),
    /// The connection to the browser.
    #[error("the connection to the browser: {0}")]
    Connection(#[from] tungstenite::Error),
    /// The browser refused a command.
    #[error("the browser on {command}: {message}")]
    Command {
        /// The command of the protocol.
        command: String,
        /// What the browser answered.
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
        /// What was waited for.
        what: String,
        /// How long.
        seconds: u64,
    },
    /// An answer of another form than the protocol's.
    #[error("expected {expected}, found {found}")]
    Form {
        /// What was expected.
        expected: &'static str,
        /// What was found.
        found: String,
    },
    /// JSON that cannot be read or written.
    #[error("JSON: {0}")]
    Json(#[from] serde_json::Error),
    /// A screenshot that cannot be read.
    #[error("a screenshot: {0}")]
    Picture(String),
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
