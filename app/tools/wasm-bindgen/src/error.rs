//! The errors of the command, with the file that they are about.

use crate::glue::GlueError;
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
    /// A file is no WebAssembly module.
    #[error("{0} is not a WebAssembly module: {1}")]
    Module(PathBuf, String),
    /// A script does not have the form that is known here.
    #[error("{0} is not a script as these versions of wasm-bindgen and wasm_split write it: {1}")]
    Glue(PathBuf, GlueError),
    /// The program cannot be split.
    #[error("the program cannot be split (was it linked with --emit-relocs?): {0}")]
    Split(String),
    /// wasm-opt failed, or is not there.
    #[error("wasm-opt, which `make` puts on the PATH, failed: {0}")]
    Optimise(String),
    /// wasm-bindgen failed.
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
