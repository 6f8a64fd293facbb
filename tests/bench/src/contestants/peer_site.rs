//! The folder of the peers: their pages around the bundles, and the data that they share.

use std::fs;
use std::path::Path;

use pages::compress_folder;

use super::contestant::Contestant;
use super::peer_data;
use crate::error::Error;

/// The page of every peer: a style sheet, a script, two files asked for ahead of it.
const PAGE: &str = include_str!("../../peers/page.html");

/// The mark in the page that the links to the data ahead of its script replace.
const PRELOAD_MARK: &str = "  <!-- {preload} -->\n";

/// MapLibre loads its data in its worker, which takes nothing that the page has loaded; the last two
/// have none.
const PRELOADS_NOTHING: [&str; 3] = ["maplibre", "bare", "blank"];

/// Completes the folder with the bundles and the TopoJSON, `site`, so that a server can serve it.
///
/// # Errors
/// [`Error`] when the contours cannot be read or a file cannot be written.
pub fn complete(site: &Path, contours: &Path) -> Result<(), Error> {
    let pages = || Contestant::ALL.into_iter().filter(|it| *it != Contestant::OURS);
    for contestant in pages() {
        write(site, contestant.key, &page(contestant))?;
    }
    let link = |it: Contestant| format!("<li><a href=\"{}.html\">{}</a>\n", it.key, it.name);
    let links: String = pages().map(link).collect();
    write(site, "index", &format!("<!doctype html>\n<title>Peers</title>\n<ul>\n{links}</ul>\n"))?;
    peer_data::write(contours, &site.join("data"))?;
    compress_folder(site, None)?;
    Ok(())
}

fn write(site: &Path, name: &str, html: &str) -> Result<(), Error> {
    let path = site.join(format!("{name}.html"));
    fs::write(&path, html).map_err(Error::file(path))
}

fn page(contestant: Contestant) -> String {
    let preload = if PRELOADS_NOTHING.contains(&contestant.key) {
        String::new()
    } else if contestant.loads_topology() {
        preload("france.json")
    } else {
        ["departements.geojson", "epci.geojson"].map(preload).concat()
    };
    PAGE.replace("{name}", contestant.name)
        .replace("{key}", contestant.key)
        .replace(PRELOAD_MARK, &preload)
}

fn preload(name: &str) -> String {
    format!("  <link rel=\"preload\" href=\"data/{name}\" as=\"fetch\" crossorigin>\n")
}
