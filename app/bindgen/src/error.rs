//! What can go wrong, and where.

use std::io;
use std::path::{Path, PathBuf};

/// Why the program of the page cannot be made ready for browsers.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A file cannot be read.
    #[error("{0} cannot be read: {1}")]
    Read(PathBuf, io::Error),
    /// A file cannot be written.
    #[error("{0} cannot be written: {1}")]
    Write(PathBuf, io::Error),
    /// A file is not what is expected at that place.
    #[error("{0} has an unexpected form: {1}")]
    Form(PathBuf, String),
    /// The program cannot be split.
    #[error("the program cannot be split (was it linked with --emit-relocs?): {0}")]
    Split(String),
    /// wasm-opt did not do its part.
    #[error("wasm-opt, which `make` puts on the PATH, failed: {0}")]
    Optimise(String),
    /// wasm-bindgen did not do its part.
    #[error("wasm-bindgen failed: {0}")]
    Bind(String),
    /// An argument is missing.
    #[error("expected the arguments that Trunk gives to wasm-bindgen, found no {0}")]
    Argument(&'static str),
}

impl Error {
    /// The error of writing to `path`.
    pub fn write(path: &Path, error: io::Error) -> Self {
        Self::Write(path.to_owned(), error)
    }
}
