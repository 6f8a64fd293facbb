//! Writes the addresses of the data of a site, and gives every territory a page of its own, so that a shared
//! address opens on any static host.

use crate::error::Error;
use crate::site::{CONTENT, MARKS, Options, write_pages};
use crate::{html, manifest};
use std::path::Path;

/// The page before any assembling, beside the one that it becomes. Hosts leave out what begins with a dot.
const SHELL: &str = ".coquille.html";

/// Completes the page `index.html` of the site in `folder`, writes all pages beside it and the addresses of
/// the data; returns how many pages there are.
///
/// # Errors
/// [`Error`] when a file is missing or of another form.
pub fn assemble(folder: &Path, options: &Options) -> Result<usize, Error> {
    manifest::write_addresses(folder, &manifest::read(folder)?)?;
    let path = folder.join("index.html");
    let page = completed(&shell(folder)?, folder)?;
    if !page.contains(CONTENT) {
        return Err(Error::form(&path, &format!("le repère {CONTENT} n’y est pas")));
    }
    let page = html::with_contact(&page, options.contact.as_deref().unwrap_or_default());
    let page = html::without_comments(&page, &MARKS);
    write_pages(folder, &page, options)
}

/// The page as it was before any assembling, which is kept so that a site can be assembled again.
fn shell(folder: &Path) -> Result<String, Error> {
    let (path, kept) = (folder.join("index.html"), folder.join(SHELL));
    let page = std::fs::read_to_string(&path).map_err(Error::file(&path))?;
    if page.contains(CONTENT) {
        std::fs::write(&kept, &page).map_err(Error::file(&kept))?;
        return Ok(page);
    }
    Ok(std::fs::read_to_string(&kept).unwrap_or(page))
}

/// The page with the size of its program.
fn completed(page: &str, folder: &Path) -> Result<String, Error> {
    with_program_size(page, folder)?.ok_or_else(|| {
        let path = folder.join("index.html");
        Error::form(&path, &"le lien «\u{a0}programme\u{a0}» n’y est pas")
    })
}

/// The page with the size of the program that its link names; none without a link.
fn with_program_size(page: &str, folder: &Path) -> Result<Option<String>, Error> {
    let Some(address) = html::program_of(page) else { return Ok(None) };
    let path = folder.join(address);
    let bytes = std::fs::metadata(&path).map_err(Error::file(&path))?.len();
    Ok(Some(html::with_program_size(page, address, bytes)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::path::PathBuf;

    const MANIFEST: &str = r#"{"cog":"","date":"","fichiers":{
        "carte":{"url":"carte.1.bin","octets":3,"contenu":"","sources":[]},
        "fiches":{"url":"fiches.1.bin","octets":4,"contenu":"","sources":[]},
        "fiches-suite":{"url":"suite.1.bin","octets":4,"contenu":"","sources":[]},
        "recherche-villes":{"url":"villes.1.bin","octets":5,"contenu":"","sources":[]},
        "recherche":{"url":"recherche.1.bin","octets":6,"contenu":"","sources":[]}
        },"regions":{},"couches":[],"sources":{}}"#;

    const PAGE: &str = "<title>Site</title><link id=\"programme\" href=\"./app.wasm\" data-octets=\"0\">\
        <meta name=\"contact\" content=\"\">";

    /// A site with its manifest.
    fn site(name: &str) -> PathBuf {
        let site = std::env::temp_dir().join(format!("pages-{name}-{}", std::process::id()));
        std::fs::create_dir_all(site.join("data")).unwrap();
        for (file, text) in
            [("index.html", PAGE), ("app.wasm", "program"), ("data/manifest.json", MANIFEST)]
        {
            std::fs::write(site.join(file), text).unwrap();
        }
        site
    }

    #[test]
    fn the_addresses_and_sizes_of_the_data_are_in_a_file_of_their_own() {
        let site = site("addresses");
        manifest::write_addresses(&site, &manifest::read(&site).unwrap()).unwrap();
        let text = std::fs::read_to_string(site.join("data/adresses.json")).unwrap();
        let all: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(all["carte"], serde_json::json!({ "url": "carte.1.bin", "octets": 3 }));
        assert_eq!(all["recherche"]["url"], "recherche.1.bin");
        std::fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn a_page_that_was_assembled_before_is_refused() {
        let site = site("assembled");
        let message = assemble(&site, &Options::default()).unwrap_err().to_string();
        assert!(message.contains("<!-- page -->"), "{message}");
        std::fs::remove_dir_all(&site).unwrap();
    }

    #[test]
    fn a_file_that_the_manifest_lacks_is_named() {
        let site = site("lacking");
        let manifest = MANIFEST.replace("\"fiches\"", "\"autre\"");
        std::fs::write(site.join("data/manifest.json"), manifest).unwrap();
        let message = assemble(&site, &Options::default()).unwrap_err().to_string();
        assert!(message.contains("fiches"), "{message}");
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
