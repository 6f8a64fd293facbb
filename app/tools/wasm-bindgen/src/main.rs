//! The `wasm-bindgen` command, built from our own lock file; it also splits the program in two.
//!
//! Trunk takes `wasm-bindgen` from the PATH when its version is the one of the page, and downloads
//! it from GitHub otherwise. The command's crate has a library, so it can be a dependency like any
//! other: pinned by `Cargo.lock` together with the library of the page.
//!
//! | file | does |
//! | --- | --- |
//! | `split` | cuts the program in two, and finishes the second file |
//! | `glue` | joins the scripts of the two files |
//! | `sections` | leaves out of a module what only tools read |
//!
//! Trunk passes on few of its options; those in the variable `WASM_BINDGEN_OPTIONS` are added.

mod error;
mod glue;
mod sections;
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
    let Some(program) = arguments.iter().position(is_program) else {
        return bind(arguments);
    };
    let out = PathBuf::from(option(&arguments, "--out-dir=")?);
    let glue = out.join(option(&arguments, "--out-name=")?).with_extension("js");
    let split = split::split(Path::new(&arguments[program]), &out)?;
    arguments[program] = split.main.clone().into();
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
fn option<'a>(arguments: &'a [OsString], name: &'static str) -> Result<&'a str, Error> {
    let value = arguments.iter().find_map(|argument| argument.to_str()?.strip_prefix(name));
    value.ok_or(Error::Argument(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn arguments(texts: &[&str]) -> Vec<OsString> {
        texts.iter().map(OsString::from).collect()
    }

    #[test]
    fn the_options_of_trunk_are_found_wherever_they_stand() {
        let arguments =
            arguments(&["wasm-bindgen", "--out-name=app", "app.wasm", "--out-dir=site"]);
        assert_eq!(option(&arguments, "--out-dir=").unwrap(), "site");
        assert_eq!(option(&arguments, "--out-name=").unwrap(), "app");
    }

    #[test]
    fn a_program_without_a_place_to_write_to_is_refused_before_anything_is_done() {
        let error = run(arguments(&["wasm-bindgen", "app.wasm", "--out-dir=site"])).unwrap_err();
        assert_eq!(
            error.to_string(),
            "expected the arguments that Trunk gives to wasm-bindgen, found no --out-name="
        );
    }

    #[test]
    fn a_program_that_is_not_there_is_named() {
        let missing = ["wasm-bindgen", "no/such.wasm", "--out-dir=no/site", "--out-name=app"];
        let error = run(arguments(&missing)).unwrap_err();
        assert!(error.to_string().starts_with("no/such.wasm cannot be read:"), "{error}");
    }
}
