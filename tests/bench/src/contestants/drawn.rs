//! The map that our page draws, read from its site.

use std::fs;
use std::path::Path;

use map::Model;
use serde_json::Value;

use crate::error::Error;

/// The overview of the built site in the folder `site`.
///
/// # Errors
/// [`Error`] when the site has none or it cannot be read.
pub fn drawn_model(site: &Path) -> Result<Model, Error> {
    let data = site.join("data");
    let manifest = data.join("manifest.json");
    let text = fs::read_to_string(&manifest).map_err(Error::file(&manifest))?;
    let manifest: Value = serde_json::from_str(&text)?;
    let url = manifest["fichiers"]["carte"]["url"].as_str().unwrap_or_default();
    let path = data.join(url);
    let bytes = fs::read(&path).map_err(Error::file(&path))?;
    Ok(Model::decode(&bytes)?)
}
