//! The program in two files: what the page needs to draw, and what it fetches later.
//!
//! The page marks with `wasm_split` the functions that only the second file needs. The split comes
//! before wasm-bindgen, which sees the first file only; the second one is fetched by a few lines of
//! script, which are put into wasm-bindgen's own so that no browser asks for them apart.

use crate::error::Error;
use sha2::{Digest, Sha256};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_encoder::{Module, RawSection};
use wasm_split_cli_support::{Options, transform};
use wasmparser::{Parser, Payload};

/// The name by which the first file asks for the lines of script.
const LINK: &str = "./split.js";

/// Where Trunk takes further files of a program from.
const FURTHER: &str = "snippets";

/// A program after the split.
pub struct Split {
    /// The first file, for wasm-bindgen.
    pub main: PathBuf,
    /// The lines of script that fetch the others.
    link: String,
}

/// Splits the program `input`, and writes what comes later below `out`: with content hashes as names,
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
    let mut link = read_text(&parts.join(LINK))?;
    for part in &written.split_modules {
        let name = later(part, &further)?;
        let own = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
        link = replaced(&link, &format!("./{own}"), &format!("./{FURTHER}/{name}"))?;
    }
    Ok(Split { main, link })
}

/// Puts the lines of script that fetch the later files into `glue`, the script of the first one.
///
/// # Errors
/// [`Error`] when either script does not have the form that is known here.
pub fn join(split: &Split, glue: &Path) -> Result<(), Error> {
    let script = read_text(glue)?;
    let Some(import) = script.lines().find(|line| line.contains(LINK) && line.contains("import *"))
    else {
        return Err(Error::Form(glue.to_owned(), format!("no `import * as … from \"{LINK}\"`")));
    };
    let name = import.split_whitespace().nth(3).unwrap_or_default();
    // Its first line imports from the script that it becomes a part of.
    let (_, link) = split.link.split_once('\n').unwrap_or_default();
    let loaders: Vec<&str> = link
        .lines()
        .filter_map(|line| line.strip_prefix("export const ")?.split(' ').next())
        .collect();
    let link = format!("{link}const {name} = {{ {} }};", loaders.join(", "));
    let joined = replaced(&script, import, &link)?;
    fs::write(glue, joined).map_err(|error| Error::write(glue, error))
}

/// Finishes a later file and says what it is called in `folder`.
fn later(part: &Path, folder: &Path) -> Result<String, Error> {
    let optimised = part.with_extension("opt.wasm");
    // wasm-opt does not know the names as the split leaves them, and must know what the module uses.
    let module = without_notes(&read(part)?, part, |note| note != "target_features")?;
    fs::write(part, module).map_err(|error| Error::write(part, error))?;
    let status = Command::new("wasm-opt")
        .arg(format!("--output={}", optimised.display()))
        .arg("-Oz")
        .arg(part)
        .status();
    match status {
        Ok(status) if status.success() => {}
        Ok(status) => return Err(Error::Optimise(status.to_string())),
        Err(error) => return Err(Error::Optimise(error.to_string())),
    }
    let bytes = without_notes(&read(&optimised)?, part, |_| true)?;
    let hash: String =
        Sha256::digest(&bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
    let stem = part.file_stem().unwrap_or_default().to_string_lossy();
    let name = format!("{}.{hash}.wasm", stem.trim_start_matches("split_"));
    let path = folder.join(&name);
    fs::write(&path, bytes).map_err(|error| Error::write(&path, error))?;
    Ok(name)
}

/// A module without those of its custom sections that `goes` names: what is not run, such as the
/// names of functions.
fn without_notes(
    module: &[u8],
    path: &Path,
    goes: impl Fn(&str) -> bool,
) -> Result<Vec<u8>, Error> {
    let mut kept = Module::new();
    for payload in Parser::new(0).parse_all(module) {
        let payload = payload.map_err(|error| Error::Form(path.to_owned(), error.to_string()))?;
        let section = match &payload {
            Payload::CustomSection(note) if goes(note.name()) => None,
            other => other.as_section(),
        };
        if let Some((id, range)) = section {
            let data = &module[range.start as usize..range.end as usize];
            kept.section(&RawSection { id, data });
        }
    }
    Ok(kept.finish())
}

fn replaced(text: &str, old: &str, new: &str) -> Result<String, Error> {
    if text.matches(old).count() == 1 {
        Ok(text.replace(old, new))
    } else {
        Err(Error::Form(LINK.into(), format!("`{old}` should be there exactly once")))
    }
}

fn read(path: &Path) -> Result<Vec<u8>, Error> {
    fs::read(path).map_err(|error| Error::Read(path.to_owned(), error))
}

fn read_text(path: &Path) -> Result<String, Error> {
    fs::read_to_string(path).map_err(|error| Error::Read(path.to_owned(), error))
}
