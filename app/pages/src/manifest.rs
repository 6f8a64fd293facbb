//! The manifest of the data in a site: which files there are, and where.

use crate::error::Error;
use map::served::{Manifest, ServedFile};
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

/// The files of the manifest, by their path below the root of the site; none without a manifest.
pub fn addresses(site: &Path) -> Result<BTreeSet<String>, Error> {
    if !path(site).exists() {
        return Ok(BTreeSet::new());
    }
    let files = read(site)?.fichiers;
    Ok(files.into_values().map(|file| format!("{DATA}/{}", file.url)).collect())
}
