//! `geodata pages`: puts the addresses of the data into the page, and gives every territory a page
//! of its own, so that a shared address opens on any static host.

use crate::error::Error;
use map::served::{Manifest, ServedFile, TerritoryProperties};
use std::path::Path;

/// The files that the page names, by their name in the manifest.
const NAMED: [&str; 2] = ["carte", "fiches"];

/// The link of the page to the program.
const PROGRAM: &str = "id=\"programme\" href=\"";

/// The folder of the territories' pages, relative to the site.
const FOLDER: &str = "territoire";

/// Completes the page `index.html` of the site in `folder` and writes the pages of territories
/// beside it; says how many there are.
///
/// # Errors
/// [`Error`] when a file is missing or of another form.
pub fn run(folder: &Path) -> Result<usize, Error> {
    let manifest_path = folder.join("data/manifest.json");
    let manifest = std::fs::read(&manifest_path).map_err(Error::file(&manifest_path))?;
    let manifest: Manifest =
        serde_json::from_slice(&manifest).map_err(|error| Error::form(&manifest_path, &error))?;
    let path = folder.join("index.html");
    let page = std::fs::read_to_string(&path).map_err(Error::file(&path))?;
    let page = NAMED.iter().try_fold(page, |page, name| {
        let file = manifest.fichiers.get(*name);
        let file = file
            .ok_or_else(|| Error::form(&manifest_path, &format!("«\u{a0}{name}\u{a0}» manque")))?;
        with_address(&page, name, file).ok_or_else(|| {
            Error::form(&path, &format!("le lien «\u{a0}donnees-{name}\u{a0}» n’y est pas"))
        })
    })?;
    let page = with_program_size(&page, folder)?
        .ok_or_else(|| Error::form(&path, &"le lien «\u{a0}programme\u{a0}» n’y est pas"))?;
    replace(&path, &page)?;
    let territories = territories(folder, &manifest)?;
    for (key, territory) in &territories {
        let path = folder.join(FOLDER).join(key);
        std::fs::create_dir_all(&path).map_err(Error::file(&path))?;
        let path = path.join("index.html");
        replace(&path, &page_of(&page, territory))?;
    }
    Ok(territories.len())
}

/// Writes a file aside, then puts it in the place of the old one.
fn replace(path: &Path, text: &str) -> Result<(), Error> {
    let aside = path.with_extension("html.next");
    std::fs::write(&aside, text).map_err(Error::file(&aside))?;
    std::fs::rename(&aside, path).map_err(Error::file(path))
}

/// The page with the address and the size of a file in its link `donnees-…`; none without a link.
fn with_address(page: &str, name: &str, file: &ServedFile) -> Option<String> {
    let link = format!("id=\"donnees-{name}\" href=\"");
    let address = format!("./data/{}\" data-octets=\"{}", file.url, file.octets);
    page.contains(&link).then(|| replaced_between(page, &link, "\">", &address))
}

/// The page with the size of the program that its link names; none without a link.
fn with_program_size(page: &str, folder: &Path) -> Result<Option<String>, Error> {
    let address = page.split_once(PROGRAM).and_then(|(_, rest)| rest.split_once('"'));
    let Some((address, _)) = address else { return Ok(None) };
    let path = folder.join(address);
    let bytes = std::fs::metadata(&path).map_err(Error::file(&path))?.len();
    let sized = format!("{address}\" data-octets=\"{bytes}");
    Ok(Some(replaced_between(page, PROGRAM, "\">", &sized)))
}

/// The page of a territory: the same program two folders deeper, with its own title.
fn page_of(page: &str, territory: &TerritoryProperties) -> String {
    let name = escaped(&map::text::typographic(&territory.nom));
    let description = format!(
        "{name}\u{a0}: contrats locaux de santé, communautés professionnelles territoriales de santé et projets labellisés «\u{a0}CNR\u{a0}Santé\u{a0}», selon quelle source et à quelle date."
    );
    let page = page.replace("=\"./", "=\"../../").replace("'./", "'../../");
    let page =
        replaced_between(&page, "<title>", "</title>", &format!("{name} — Santé des territoires"));
    replaced_between(&page, "name=\"description\" content=\"", "\"", &description)
}

/// `text` with something else between `start` and the next `end`.
fn replaced_between(text: &str, start: &str, end: &str, new: &str) -> String {
    let place = text
        .split_once(start)
        .and_then(|(before, rest)| rest.split_once(end).map(|(_, after)| (before, after)));
    match place {
        Some((before, after)) => format!("{before}{start}{new}{end}{after}"),
        None => text.to_owned(),
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

/// Departments and intercommunalities with their keys, as the served files give them.
fn territories(
    folder: &Path,
    manifest: &Manifest,
) -> Result<Vec<(String, TerritoryProperties)>, Error> {
    let mut territories = Vec::new();
    for (name, level) in [("departements", "departement"), ("epci", "epci")] {
        let missing = || Error::form(folder, &format!("«\u{a0}{name}\u{a0}» manque"));
        let path = folder.join("data").join(&manifest.fichiers.get(name).ok_or_else(missing)?.url);
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
    use map::served::TerritoryKind;
    use map::{DepartmentCode, RegionCode};

    const PAGE: &str = "<title>Site</title><meta name=\"description\" content=\"Tout\">\
        <link id=\"donnees-carte\" href=\"data/carte.bin\" data-octets=\"0\">\
        <link href=\"./style.css\"><script>import init from './app.js'</script>";

    fn territory() -> TerritoryProperties {
        TerritoryProperties {
            code: "01".into(),
            nom: "L'Ain <&>".into(),
            kind: TerritoryKind::Department,
            departements: vec![DepartmentCode::new("01").unwrap()],
            region: RegionCode::new("84").unwrap(),
            communes: 1,
            population: 1,
            surface_ha: 1,
        }
    }

    #[test]
    fn the_page_gets_the_address_and_the_size_of_its_data() {
        let file = ServedFile {
            url: "carte.abc.bin".into(),
            octets: 42,
            contenu: String::new(),
            sources: Vec::new(),
        };
        let page = with_address(PAGE, "carte", &file).unwrap();
        assert_eq!(with_address(&page, "carte", &file).as_ref(), Some(&page), "once is enough");
        assert!(page.contains("href=\"./data/carte.abc.bin\" data-octets=\"42\""), "{page}");
        assert_eq!(with_address(PAGE, "fiches", &file), None);
    }

    #[test]
    fn the_page_gets_the_size_of_its_program() {
        let site = std::env::temp_dir().join(format!("geodata-pages-{}", std::process::id()));
        std::fs::create_dir_all(&site).unwrap();
        std::fs::write(site.join("app.wasm"), [0; 7]).unwrap();
        let page = "<link id=\"programme\" href=\"./app.wasm\" data-octets=\"0\">";
        let sized = with_program_size(page, &site).unwrap().unwrap();
        assert_eq!(sized, "<link id=\"programme\" href=\"./app.wasm\" data-octets=\"7\">");
        assert!(with_program_size("<link>", &site).unwrap().is_none());
        assert!(with_program_size(&page.replace("app", "none"), &site).is_err());
        std::fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn a_territory_has_its_title_and_reaches_the_same_files() {
        let page = page_of(PAGE, &territory());
        assert!(page.contains("<title>L’Ain &lt;&amp;> — Santé des territoires</title>"), "{page}");
        assert!(page.contains("href=\"../../style.css\"") && page.contains("'../../app.js'"));
        assert!(page.contains("content=\"L’Ain"), "{page}");
    }
}
