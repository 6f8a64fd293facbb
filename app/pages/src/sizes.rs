//! The sizes of the data in a site, as visitors load them.

use crate::compress::compressed_size;
use crate::error::Error;
use crate::manifest;
use map::served::ServedFile;
use std::path::Path;

/// The folders of many files, which share one line.
const FOLDERS: [&str; 4] = ["detail/", "carte/", "fiches/", "export/couverture/"];

/// A table of the data of `site`, in bytes as they are and after brotli: a line per file, and one
/// for all the files of a folder. Empty for a folder without data.
///
/// # Errors
/// [`Error`] when the manifest of the data is not one.
pub fn table_of_sizes(site: &Path) -> Result<String, Error> {
    if !manifest::path(site).exists() {
        return Ok(String::new());
    }
    let files = manifest::read(site)?.fichiers;
    let brotli = |file: &ServedFile| compressed_size(&manifest::path_of(site, file)).unwrap_or(0);
    let mut lines = vec![format!("{:<24}{:>12}{:>12}", "fichier", "octets", "brotli")];
    let is_alone = |name: &str| !FOLDERS.iter().any(|folder| name.starts_with(folder));
    for (name, file) in files.iter().filter(|(name, _)| is_alone(name)) {
        lines.push(format!("{name:<24}{:>12}{:>12}", file.octets, brotli(file)));
    }
    for folder in FOLDERS {
        let own = files.iter().filter(|(name, _)| name.starts_with(folder));
        let mut sizes: Vec<u64> = own.map(|(_, file)| brotli(file)).collect();
        sizes.sort_unstable();
        if let (Some(middle), Some(most)) = (sizes.get(sizes.len() / 2), sizes.last()) {
            lines.push(format!(
                "{folder}\u{a0}: {} fichiers, médiane {middle}, maximum {most} (brotli)",
                sizes.len()
            ));
        }
    }
    Ok(lines.join("\n") + "\n")
}

/// The kinds of pages: how each is called, and the beginning of its folder.
const KINDS: [(&str, &str); 4] = [
    ("régions", "territoire/region-"),
    ("départements", "territoire/departement-"),
    ("intercommunalités", "territoire/epci-"),
    ("dispositifs", "dispositif/"),
];

/// The pages that are alone of their kind.
const ALONE: [&str; 4] = ["index.html", "donnees/index.html", "a-propos/index.html", "404.html"];

/// A table of the pages of `site`, in bytes after brotli: by kind, how many, the median and the largest.
///
/// # Errors
/// [`Error`] when a folder cannot be read.
pub fn table_of_pages(site: &Path) -> Result<String, Error> {
    let mut lines =
        vec![format!("{:<24}{:>8}{:>10}{:>10}", "pages (brotli)", "nombre", "médiane", "maximum")];
    for page in ALONE {
        if let Some(size) = compressed_size(&site.join(page)) {
            lines.push(format!("{page:<24}{:>8}{size:>10}{size:>10}", 1));
        }
    }
    for (title, start) in KINDS {
        let (folder, start) = start.split_once('/').unwrap_or((start, ""));
        let mut sizes = sizes_in(&site.join(folder), start)?;
        sizes.sort_unstable();
        if let (Some(middle), Some(most)) = (sizes.get(sizes.len() / 2), sizes.last()) {
            lines.push(format!("{title:<24}{:>8}{middle:>10}{most:>10}", sizes.len()));
        }
    }
    Ok(if lines.len() > 1 { lines.join("\n") + "\n" } else { String::new() })
}

/// The sizes of the pages in the folders of `folder` whose names start so.
fn sizes_in(folder: &Path, start: &str) -> Result<Vec<u64>, Error> {
    if !folder.exists() {
        return Ok(Vec::new());
    }
    let mut sizes = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(Error::file(folder))? {
        let entry = entry.map_err(Error::file(folder))?;
        if entry.file_name().to_string_lossy().starts_with(start) {
            sizes.extend(compressed_size(&entry.path().join("index.html")));
        }
    }
    Ok(sizes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_of_one_folder_share_a_line() {
        let site = std::env::temp_dir().join(format!("pages-sizes-{}", std::process::id()));
        std::fs::create_dir_all(site.join("data/carte")).unwrap();
        assert_eq!(table_of_sizes(&site).unwrap(), "", "a folder without data");
        let file = |url: &str| format!(r#"{{"url":"{url}","octets":7,"contenu":"","sources":[]}}"#);
        let manifest = format!(
            r#"{{"cog":"","date":"","fichiers":{{"cls":{},"carte/69":{},"carte/01":{}}},
            "regions":{{}},"couches":[],"sources":{{}}}}"#,
            file("cls.geojson"),
            file("carte/69.bin"),
            file("carte/01.bin")
        );
        std::fs::write(site.join("data/manifest.json"), manifest).unwrap();
        std::fs::write(site.join("data/carte/69.bin.br"), "four").unwrap();
        let table = table_of_sizes(&site).unwrap();
        let lines: Vec<&str> = table.lines().collect();
        assert_eq!(lines[1], format!("{:<24}{:>12}{:>12}", "cls", 7, 0));
        assert_eq!(lines[2], "carte/\u{a0}: 2 fichiers, médiane 4, maximum 4 (brotli)");
        std::fs::remove_dir_all(&site).unwrap();
    }
}
