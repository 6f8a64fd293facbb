//! The sizes of the data in a site, as visitors load them.

use crate::compress::compressed_size;
use crate::error::Error;
use crate::manifest;
use map::served::ServedFile;
use std::path::Path;

/// The folders of many files, which share one line.
const FOLDERS: [&str; 3] = ["detail/", "carte/", "export/couverture/"];

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
