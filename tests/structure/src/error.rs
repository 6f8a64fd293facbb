//! Errors that end a run before there is anything to report.

use std::io;
use std::path::{Path, PathBuf};
use thiserror::Error;

/// Why the workspace could not be examined.
#[derive(Debug, Error)]
pub enum Error {
    /// A file or folder that cannot be read.
    #[error("{}: {source}", path.display())]
    File {
        /// The file or folder.
        path: PathBuf,
        /// What the system answered.
        source: io::Error,
    },
    /// `cargo metadata` could not be started, or refused the workspace.
    #[error("cargo metadata in {}: {message}", folder.display())]
    Cargo {
        /// The folder of the workspace.
        folder: PathBuf,
        /// The message of Cargo or of the system.
        message: String,
    },
    /// A source file that is not Rust.
    #[error("{}:{line}: {message}", path.display())]
    Syntax {
        /// The source file.
        path: PathBuf,
        /// Its line, from 1.
        line: usize,
        /// The parser's message.
        message: String,
    },
    /// A line of the list of retired words that has another form than the list's.
    #[error("retired.txt:{line}: expected {expected}; found « {found} »")]
    List {
        /// Its line, from 1.
        line: usize,
        /// The form of a line.
        expected: &'static str,
        /// The line as it stands.
        found: String,
    },
}

impl Error {
    /// For `map_err` on what reads `path`.
    pub(crate) fn file(path: impl AsRef<Path>) -> impl FnOnce(io::Error) -> Self {
        let path = path.as_ref().to_owned();
        move |source| Self::File { path, source }
    }
}
