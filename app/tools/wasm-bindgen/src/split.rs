//! The program in two files: what the page needs to draw, and what it fetches later.
//!
//! The page marks with `wasm_split` the functions that only the second file needs. The split comes
//! before wasm-bindgen, which sees the first file only. The second one is fetched by a few lines of
//! script, which are put into wasm-bindgen's own (`glue`).

use crate::error::Error;
use crate::glue::{LINK, joined, readdressed};
use crate::sections::with_custom_sections;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_split_cli_support::{Options, transform};

/// The folder from which Trunk takes further files of a program.
const FURTHER: &str = "snippets";

/// A program after the split.
pub struct Split {
    /// The first file, for wasm-bindgen.
    pub main: PathBuf,
    /// The script that fetches the later files.
    link: String,
}

/// Splits the program `input`, and writes the later files below `out`: with content hashes as names,
/// optimised, and without what only debuggers read.
///
/// # Errors
/// [`Error`] when the program is not one that can be split, or wasm-opt fails.
pub fn split(input: &Path, out: &Path) -> Result<Split, Error> {
    let program = read(input)?;
    let parts = out.join("parts");
    let further = out.join(FURTHER);
    for folder in [&parts, &further] {
        // What an earlier build left there would be published with the rest.
        let _ = fs::remove_dir_all(folder);
        fs::create_dir_all(folder).map_err(|error| Error::write(folder, error))?;
    }
    let main = parts.join("main.wasm");
    let mut options = Options::new(&program);
    options.output_dir = &parts;
    options.main_out_path = &main;
    options.link_name = LINK;
    let written = transform(options).map_err(|error| Error::Split(error.to_string()))?;
    let link_path = parts.join(LINK);
    let mut link = read_text(&link_path)?;
    for part in &written.split_modules {
        let name = finish(part, &further)?;
        let file = part.file_name().unwrap_or_default().to_string_lossy();
        link = readdressed(&link, &format!("./{file}"), &format!("./{FURTHER}/{name}"))
            .map_err(|error| Error::Glue(link_path.clone(), error))?;
    }
    Ok(Split { main, link })
}

/// Puts the script that fetches the later files into `glue`, the script of the first one.
///
/// # Errors
/// [`Error`] when either script does not have the form that is known here.
pub fn join(split: &Split, glue: &Path) -> Result<(), Error> {
    let script = joined(&read_text(glue)?, &split.link)
        .map_err(|error| Error::Glue(glue.to_owned(), error))?;
    fs::write(glue, script).map_err(|error| Error::write(glue, error))
}

/// Optimises a later file, writes it to `folder` and returns its name there.
fn finish(part: &Path, folder: &Path) -> Result<String, Error> {
    // wasm-opt does not know the names as the split leaves them, and must know what the module uses.
    fs::write(part, stripped(part, &["target_features"])?)
        .map_err(|error| Error::write(part, error))?;
    let optimised = part.with_extension("opt.wasm");
    optimise(part, &optimised)?;
    let bytes = stripped(&optimised, &[])?;
    let hash: String =
        Sha256::digest(&bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    let stem = part.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{}.{hash}.wasm", stem.trim_start_matches("split_"));
    let path = folder.join(&name);
    fs::write(&path, bytes).map_err(|error| Error::write(&path, error))?;
    Ok(name)
}

fn optimise(input: &Path, output: &Path) -> Result<(), Error> {
    let status = Command::new("wasm-opt")
        .arg(format!("--output={}", output.display()))
        .arg("-Oz")
        .arg(input)
        .status();
    match status {
        Ok(status) if status.success() => Ok(()),
        Ok(status) => Err(Error::Optimise(status.to_string())),
        Err(error) => Err(Error::Optimise(error.to_string())),
    }
}

fn stripped(path: &Path, kept: &[&str]) -> Result<Vec<u8>, Error> {
    with_custom_sections(&read(path)?, kept)
        .map_err(|error| Error::Module(path.to_owned(), error.to_string()))
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::Read(path.to_owned(), error))
}

fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::Read(path.to_owned(), error))
}
