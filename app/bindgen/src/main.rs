//! The `wasm-bindgen` command, built from our own lock file; it also splits the program in two.
//!
//! Trunk takes `wasm-bindgen` from the PATH when its version is the one of the page, and downloads
//! it from GitHub otherwise. The command's crate has a library, so it can be a dependency like any
//! other: pinned by `Cargo.lock` together with the library of the page.
//!
//! Trunk passes on few of its options; those in the variable `WASM_BINDGEN_OPTIONS` are added.

mod error;
mod split;

use error::Error;
use std::env;
use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

fn main() -> ExitCode {
    match run(env::args_os().collect()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error}");
            ExitCode::FAILURE
        }
    }
}

/// Does what the arguments ask for; where they name a program, splits it first.
fn run(mut arguments: Vec<OsString>) -> Result<(), Error> {
    let is_program = |argument: &OsString| Path::new(argument).extension() == Some("wasm".as_ref());
    let Some(place) = arguments.iter().position(is_program) else {
        return bind(arguments);
    };
    let out = PathBuf::from(option(&arguments, "--out-dir=")?);
    let glue = out.join(option(&arguments, "--out-name=")?).with_extension("js");
    let split = split::split(Path::new(&arguments[place]), &out)?;
    arguments[place] = split.main.clone().into();
    // The table of functions, which the files share.
    arguments.push("--keep-lld-exports".into());
    bind(arguments)?;
    split::join(&split, &glue)
}

fn bind(mut arguments: Vec<OsString>) -> Result<(), Error> {
    let more = env::var("WASM_BINDGEN_OPTIONS").unwrap_or_default();
    arguments.extend(more.split_whitespace().map(OsString::from));
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments)
        .map_err(|error| Error::Bind(format!("{error:?}")))
}

/// The value of an option written as `--name=value`.
fn option(arguments: &[OsString], name: &'static str) -> Result<String, Error> {
    let mut texts = arguments.iter().filter_map(|argument| argument.to_str());
    let value = texts.find_map(|text| text.strip_prefix(name));
    value.map(str::to_owned).ok_or(Error::Argument(name))
}
