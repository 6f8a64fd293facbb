//! The manifest of the data in a site: which files there are, and where.

use crate::error::Error;
use map::served::{Manifest, ServedFile};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// The folder of the data, relative to the site.
const DATA: &str = "data";

/// The path of the manifest in a site.
pub fn path(site: &Path) -> PathBuf {
    site.join(DATA).join("manifest.json")
}

/// Reads the manifest of a site.
pub fn read(site: &Path) -> Result<Manifest, Error> {
    let path = path(site);
    let bytes = std::fs::read(&path).map_err(Error::file(&path))?;
    serde_json::from_slice(&bytes).map_err(|error| Error::form(&path, &error))
}

/// The path of one of its files.
pub fn path_of(site: &Path, file: &ServedFile) -> PathBuf {
    site.join(DATA).join(&file.url)
}

/// The files that the application asks for, by their names in the manifest.
const ASKED_FOR: [&str; 5] = ["carte", "fiches", "fiches-suite", "recherche-villes", "recherche"];

/// The file with the addresses of those, beside the manifest. Its own never changes: pages name it, and stay as
/// they are when a table changes.
const ADDRESSES: &str = "adresses.json";

/// Writes the addresses of the files that the application asks for, relative to the manifest, and their sizes in
/// bytes, uncompressed.
///
/// # Errors
/// [`Error`] when the manifest lacks one of them, or the file cannot be written.
pub fn write_addresses(site: &Path, manifest: &Manifest) -> Result<(), Error> {
    let address = |name: &'static str| {
        let file = manifest
            .fichiers
            .get(name)
            .ok_or_else(|| Error::form(path(site), &format!("«\u{a0}{name}\u{a0}» manque")))?;
        Ok((name.to_owned(), json!({ "url": file.url, "octets": file.octets })))
    };
    let all =
        ASKED_FOR.into_iter().map(address).collect::<Result<serde_json::Map<_, _>, Error>>()?;
    let path = site.join(DATA).join(ADDRESSES);
    std::fs::write(&path, Value::Object(all).to_string()).map_err(Error::file(&path))
}

/// The files of the manifest, by their path below the root of the site; none without a manifest.
pub fn addresses(site: &Path) -> Result<BTreeSet<String>, Error> {
    if !path(site).exists() {
        return Ok(BTreeSet::new());
    }
    let files = read(site)?.fichiers;
    Ok(files.into_values().map(|file| format!("{DATA}/{}", file.url)).collect())
}
