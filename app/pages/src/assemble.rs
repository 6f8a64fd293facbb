//! Completes the page of a site with the addresses of its data, and gives every territory a page of
//! its own, so that a shared address opens on any static host.

use crate::error::Error;
use crate::{html, manifest};
use map::served::{Manifest, TerritoryProperties};
use std::path::Path;

/// The files that the page names, by their name in the manifest.
const NAMED: [&str; 2] = ["carte", "fiches"];

/// The folder of the territories' pages, relative to the site.
const FOLDER: &str = "territoire";

/// Completes the page `index.html` of the site in `folder` and writes the pages of territories
/// beside it; returns how many there are.
///
/// # Errors
/// [`Error`] when a file is missing or of another form.
pub fn assemble(folder: &Path) -> Result<usize, Error> {
    let manifest = manifest::read(folder)?;
    let path = folder.join("index.html");
    let page = std::fs::read_to_string(&path).map_err(Error::file(&path))?;
    let page = completed(&page, folder, &manifest)?;
    replace(&path, &page)?;
    let territories = territories(folder, &manifest)?;
    for (key, territory) in &territories {
        let path = folder.join(FOLDER).join(key);
        std::fs::create_dir_all(&path).map_err(Error::file(&path))?;
        let path = path.join("index.html");
        replace(&path, &html::page_of(&page, territory))?;
    }
    Ok(territories.len())
}

/// The page with the addresses and the sizes of the files that it asks for.
fn completed(page: &str, folder: &Path, manifest: &Manifest) -> Result<String, Error> {
    let path = folder.join("index.html");
    let page = NAMED.iter().try_fold(page.to_owned(), |page, name| {
        let file = manifest.fichiers.get(*name).ok_or_else(|| {
            Error::form(manifest::path(folder), &format!("«\u{a0}{name}\u{a0}» manque"))
        })?;
        html::with_address(&page, name, file).ok_or_else(|| {
            Error::form(&path, &format!("le lien «\u{a0}donnees-{name}\u{a0}» n’y est pas"))
        })
    })?;
    with_program_size(&page, folder)?
        .ok_or_else(|| Error::form(&path, &"le lien «\u{a0}programme\u{a0}» n’y est pas"))
}

/// The page with the size of the program that its link names; none without a link.
fn with_program_size(page: &str, folder: &Path) -> Result<Option<String>, Error> {
    let Some(address) = html::program_of(page) else { return Ok(None) };
    let path = folder.join(address);
    let bytes = std::fs::metadata(&path).map_err(Error::file(&path))?.len();
    Ok(Some(html::with_program_size(page, address, bytes)))
}

/// Writes a file aside, then puts it in the place of the old one.
fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let aside = path.with_extension("html.next");
    std::fs::write(&aside, text).map_err(Error::file(&aside))?;
    std::fs::rename(&aside, path).map_err(Error::file(path))
}

/// Departments and intercommunalities with their keys, as the served files give them.
fn territories(
    folder: &Path,
    manifest: &Manifest,
) -> Result<Vec<(String, TerritoryProperties)>, Error> {
    let mut territories = Vec::new();
    for (name, level) in [("departements", "departement"), ("epci", "epci")] {
        let missing = || Error::form(folder, &format!("«\u{a0}{name}\u{a0}» manque"));
        let path = manifest::path_of(folder, manifest.fichiers.get(name).ok_or_else(missing)?);
        let text = std::fs::read_to_string(&path).map_err(Error::file(&path))?;
        let collection: geojson::FeatureCollection =
            text.parse().map_err(|error| Error::form(&path, &error))?;
        for feature in collection.features {
            let properties = feature.properties.unwrap_or_default().into();
            let properties: TerritoryProperties =
                serde_json::from_value(properties).map_err(|error| Error::form(&path, &error))?;
            territories.push((format!("{level}-{}", properties.code), properties));
        }
    }
    Ok(territories)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    const MANIFEST: &str = r#"{"cog":"","date":"","fichiers":{
        "carte":{"url":"carte.1.bin","octets":3,"contenu":"","sources":[]},
        "fiches":{"url":"fiches.1.bin","octets":4,"contenu":"","sources":[]},
        "departements":{"url":"departements.1.geojson","octets":5,"contenu":"","sources":[]},
        "epci":{"url":"epci.1.geojson","octets":6,"contenu":"","sources":[]}
        },"regions":{},"couches":[],"sources":{}}"#;

    const PAGE: &str = "<title>Site</title><link id=\"programme\" href=\"./app.wasm\" data-octets=\"0\">\
        <link id=\"donnees-carte\" href=\"\"><link id=\"donnees-fiches\" href=\"\">";

    /// A layer with the territory of a type, a code and a name.
    fn layer(kind: &str, code: &str, name: &str) -> String {
        format!(
            r#"{{"type":"FeatureCollection","features":[{{"type":"Feature","geometry":null,"properties":
            {{"code":"{code}","nom":"{name}","type":"{kind}","departements":["69"],"region":"84",
            "communes":1,"population":1,"surface_ha":1}}}}]}}"#
        )
    }

    /// A site with one department and one intercommunality.
    fn site(name: &str) -> PathBuf {
        let site = std::env::temp_dir().join(format!("pages-{name}-{}", std::process::id()));
        std::fs::create_dir_all(site.join("data")).unwrap();
        for (file, text) in [
            ("index.html", PAGE),
            ("app.wasm", "program"),
            ("data/manifest.json", MANIFEST),
            ("data/departements.1.geojson", &layer("departement", "69", "Rhône")),
            ("data/epci.1.geojson", &layer("MET69", "200046977", "Métropole de Lyon")),
        ] {
            std::fs::write(site.join(file), text).unwrap();
        }
        site
    }

    #[test]
    fn every_territory_has_a_page_that_loads_what_the_page_loads() {
        let site = site("assembled");
        assert_eq!(assemble(&site).unwrap(), 2);
        assert_eq!(assemble(&site).unwrap(), 2, "again over what is there");
        let page = std::fs::read_to_string(site.join("index.html")).unwrap();
        assert!(page.contains("href=\"./data/carte.1.bin\" data-octets=\"3\""), "{page}");
        assert!(page.contains("href=\"./app.wasm\" data-octets=\"7\""), "{page}");
        let lyon = site.join("territoire/epci-200046977/index.html");
        let lyon = std::fs::read_to_string(lyon).unwrap();
        assert!(lyon.contains("<title>Métropole de Lyon — "), "{lyon}");
        assert!(lyon.contains("href=\"../../data/fiches.1.bin\""), "{lyon}");
        assert!(site.join("territoire/departement-69/index.html").exists());
        std::fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn a_page_without_the_link_is_refused_by_name() {
        let site = site("without-link");
        std::fs::write(site.join("index.html"), PAGE.replace("donnees-fiches", "x")).unwrap();
        let message = assemble(&site).unwrap_err().to_string();
        assert!(message.contains("donnees-fiches"), "{message}");
        std::fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn the_page_gets_the_size_of_its_program() {
        let site = std::env::temp_dir().join(format!("pages-program-{}", std::process::id()));
        std::fs::create_dir_all(&site).unwrap();
        std::fs::write(site.join("app.wasm"), [0; 7]).unwrap();
        let page = "<link id=\"programme\" href=\"./app.wasm\" data-octets=\"0\">";
        let sized = with_program_size(page, &site).unwrap().unwrap();
        assert_eq!(sized, "<link id=\"programme\" href=\"./app.wasm\" data-octets=\"7\">");
        assert!(with_program_size("<link>", &site).unwrap().is_none());
        assert!(with_program_size(&page.replace("app", "none"), &site).is_err());
        std::fs::remove_dir_all(&site).unwrap();
    }
}
