//! The `wasm-bindgen` command, built from our own lock file.
//!
//! Trunk takes `wasm-bindgen` from the PATH when its version is the one of the page, and downloads
//! it from GitHub otherwise. The command's crate has a library, so it can be a dependency like any
//! other: pinned by `Cargo.lock` together with the library of the page.
//!
//! Trunk passes on few of its options; those in the variable `WASM_BINDGEN_OPTIONS` are added.

use std::env;
use std::ffi::OsString;
use std::process::ExitCode;

fn main() -> ExitCode {
    let more = env::var("WASM_BINDGEN_OPTIONS").unwrap_or_default();
    let options = env::args_os().chain(more.split_whitespace().map(OsString::from));
    match wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(options) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:?}");
            ExitCode::FAILURE
        }
    }
}
