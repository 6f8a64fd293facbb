//! Completes the page of a site with the addresses of its data, and gives every territory and every
//! scheme a page of its own, so that a shared address opens on any static host.

use crate::error::Error;
use crate::{html, manifest};
use map::served::Manifest;
use map::{Address, Records, Subject};
use std::path::Path;

/// The files that the page names, by their name in the manifest.
const NAMED: [&str; 5] = ["carte", "fiches", "fiches-suite", "recherche-villes", "recherche"];

/// Completes the page `index.html` of the site in `folder` and writes the pages of territories
/// and schemes beside it; returns how many there are. Errors are reported to `contact`, an e-mail
/// address.
///
/// # Errors
/// [`Error`] when a file is missing or of another form.
pub fn assemble(folder: &Path, contact: Option<&str>) -> Result<usize, Error> {
    let manifest = manifest::read(folder)?;
    let path = folder.join("index.html");
    let page = std::fs::read_to_string(&path).map_err(Error::file(&path))?;
    let page = completed(&page, folder, &manifest)?;
    let page = html::with_contact(&page, contact.unwrap_or_default());
    replace(&path, &page)?;
    let subjects = subjects(folder, &manifest)?;
    for (address, name) in &subjects {
        let path = folder.join(address);
        std::fs::create_dir_all(&path).map_err(Error::file(&path))?;
        let path = path.join("index.html");
        replace(&path, &html::page_of(&page, name))?;
    }
    Ok(subjects.len())
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

/// Every territory and every scheme that has a page, by its address and its name, as the records have
/// them.
fn subjects(folder: &Path, manifest: &Manifest) -> Result<Vec<(String, String)>, Error> {
    let missing = || Error::form(folder, &"«\u{a0}fiches\u{a0}» manque");
    let path = manifest::path_of(folder, manifest.fichiers.get("fiches").ok_or_else(missing)?);
    let bytes = std::fs::read(&path).map_err(Error::file(&path))?;
    let records = Records::decode(&bytes).map_err(|error| Error::form(&path, &error))?;
    let page = |subject: Subject| {
        let key = records.key_of(&subject)?;
        let address = Address { subject: Some(key), ..Address::default() };
        Some((address.relative_url(), records.name_of(&subject).to_owned()))
    };
    Ok(records.subjects().filter_map(page).collect())
}

#[cfg(test)]
mod tests {
    use super::*;
    use map::served::{
        Facts, PackedRecords, RecordsFile, SchemeProperties, TerritoryKind, TerritoryProperties,
    };
    use map::{DepartmentCode, RegionCode, Status};
    use std::path::PathBuf;

    const MANIFEST: &str = r#"{"cog":"","date":"","fichiers":{
        "carte":{"url":"carte.1.bin","octets":3,"contenu":"","sources":[]},
        "fiches":{"url":"fiches.1.bin","octets":4,"contenu":"","sources":[]},
        "fiches-suite":{"url":"suite.1.bin","octets":4,"contenu":"","sources":[]},
        "recherche-villes":{"url":"villes.1.bin","octets":5,"contenu":"","sources":[]},
        "recherche":{"url":"recherche.1.bin","octets":6,"contenu":"","sources":[]}
        },"regions":{},"couches":[],"sources":{}}"#;

    const PAGE: &str = "<title>Site</title><link id=\"programme\" href=\"./app.wasm\" data-octets=\"0\">\
        <link id=\"donnees-carte\" href=\"\"><link id=\"donnees-fiches\" href=\"\">\
        <link id=\"donnees-fiches-suite\" href=\"\"><link id=\"donnees-recherche-villes\" href=\"\">\
        <link id=\"donnees-recherche\" href=\"\"><meta name=\"contact\" content=\"\">";

    fn territory(kind: &str, code: &str, nom: &str) -> TerritoryProperties {
        TerritoryProperties {
            code: code.into(),
            nom: nom.into(),
            kind: TerritoryKind::try_from(kind.to_owned()).unwrap(),
            departements: vec![DepartmentCode::new("69").unwrap()],
            region: RegionCode::new("84").unwrap(),
            communes: 1,
            population: 1,
            surface_ha: 1,
        }
    }

    /// The records of one region, one department, one intercommunality and one CLS.
    fn records() -> Vec<u8> {
        let file = RecordsFile {
            manifest: serde_json::from_str(MANIFEST).unwrap(),
            regions: vec![territory("region", "84", "Auvergne-Rhône-Alpes")],
            departments: vec![territory("departement", "69", "Rhône")],
            epci: vec![territory("MET69", "200046977", "Métropole de Lyon")],
            cls: vec![SchemeProperties::named("cls-lyon", "CLS de Lyon", Status::Active, "ars")],
            cpts: Vec::new(),
            projects: Vec::new(),
            coverage: [].into(),
            facts: Facts::default(),
            communes: Vec::new(),
        };
        postcard::to_allocvec(&PackedRecords::pack(file)).unwrap()
    }

    /// A site with these records.
    fn site(name: &str) -> PathBuf {
        let site = std::env::temp_dir().join(format!("pages-{name}-{}", std::process::id()));
        std::fs::create_dir_all(site.join("data")).unwrap();
        for (file, bytes) in [
            ("index.html", PAGE.as_bytes()),
            ("app.wasm", b"program"),
            ("data/manifest.json", MANIFEST.as_bytes()),
            ("data/fiches.1.bin", &records()),
        ] {
            std::fs::write(site.join(file), bytes).unwrap();
        }
        site
    }

    #[test]
    fn every_territory_and_scheme_has_a_page_that_loads_what_the_page_loads() {
        let site = site("assembled");
        assert_eq!(assemble(&site, Some("sante@exemple.fr")).unwrap(), 4);
        assert_eq!(
            assemble(&site, Some("sante@exemple.fr")).unwrap(),
            4,
            "again over what is there"
        );
        let page = std::fs::read_to_string(site.join("index.html")).unwrap();
        assert!(page.contains("href=\"./data/carte.1.bin\" data-octets=\"3\""), "{page}");
        assert!(page.contains("href=\"./app.wasm\" data-octets=\"7\""), "{page}");
        let lyon = site.join("territoire/epci-200046977/index.html");
        let lyon = std::fs::read_to_string(lyon).unwrap();
        assert!(lyon.contains("<title>Métropole de Lyon — "), "{lyon}");
        assert!(lyon.contains("href=\"../../data/fiches.1.bin\""), "{lyon}");
        let cls = std::fs::read_to_string(site.join("dispositif/cls-lyon/index.html")).unwrap();
        assert!(cls.contains("<title>CLS de Lyon — "), "{cls}");
        for key in ["region-84", "departement-69"] {
            assert!(site.join("territoire").join(key).join("index.html").exists());
        }
        std::fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn a_page_without_the_link_is_refused_by_name() {
        let site = site("without-link");
        std::fs::write(site.join("index.html"), PAGE.replace("donnees-fiches", "x")).unwrap();
        let message = assemble(&site, Some("sante@exemple.fr")).unwrap_err().to_string();
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
