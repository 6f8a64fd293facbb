//! Files of former builds, kept for the pages that were opened before this one.
//!
//! A page that is open while the site changes may still ask for the second program or for a department
//! under the name that it knows. Such a name carries a hash of the content, so that two builds side by
//! side never mix.

use crate::error::Error;
use crate::headers::carries_hash;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The list of the files that are kept: for each the second, in Unix time, of the first build that does
/// without it.
const LIST: &str = ".anciens";

/// What an open page may ask for. The open data is not among it.
const ASKED_FOR: [&str; 4] = ["js", "wasm", "css", "bin"];

/// How long a file is kept, seconds: two weeks.
const KEPT_S: u64 = 14 * 24 * 3600;

/// The most bytes that are kept, compressed variants included; the latest first.
const MOST_BYTES: u64 = 40_000_000;

/// A file of a former build.
#[derive(Debug, PartialEq, Eq)]
struct Former {
    /// Its path in the site.
    path: String,
    /// The second, in Unix time, of the first build that did without it.
    since_s: u64,
    /// Its bytes, with those of its variants.
    bytes: u64,
}

/// Adds to the site in `folder` what an open page of the site in `previous` may still ask for, and
/// returns the number of files. `now_s` is Unix time.
///
/// # Errors
/// [`Error`] when a file or folder cannot be read or written.
pub fn keep_former(previous: &Path, folder: &Path, now_s: u64) -> Result<usize, Error> {
    // Without a list, or with one that somebody spoilt, every file counts as just replaced.
    let known = std::fs::read_to_string(previous.join(LIST)).unwrap_or_default();
    let known: BTreeMap<&str, u64> = known.lines().filter_map(row).collect();
    let mut former = Vec::new();
    for path in files(previous)? {
        let is_former = is_asked_for(&path) && !folder.join(&path).exists();
        if is_former {
            let since_s = known.get(path.as_str()).copied().unwrap_or(now_s);
            let bytes = variants(previous, &path).map(|file| size(&file)).sum();
            former.push(Former { path, since_s, bytes });
        }
    }
    let kept = chosen(former, now_s);
    let mut list = String::new();
    for Former { path, since_s, .. } in &kept {
        for file in variants(previous, path) {
            bring(&file, previous, folder)?;
        }
        list.push_str(&format!("{since_s} {path}\n"));
    }
    let path = folder.join(LIST);
    std::fs::write(&path, list).map_err(Error::file(&path))?;
    Ok(kept.len())
}

/// The files to keep: the latest within the time and the bytes.
fn chosen(mut former: Vec<Former>, now_s: u64) -> Vec<Former> {
    former.retain(|file| now_s.saturating_sub(file.since_s) <= KEPT_S);
    former.sort_by(|a, b| b.since_s.cmp(&a.since_s).then_with(|| a.path.cmp(&b.path)));
    let mut left = MOST_BYTES;
    former.retain(|file| {
        let fits = file.bytes <= left;
        left -= if fits { file.bytes } else { 0 };
        fits
    });
    former
}

fn row(line: &str) -> Option<(&str, u64)> {
    let (since_s, path) = line.split_once(' ')?;
    Some((path, since_s.parse().ok()?))
}

fn is_asked_for(path: &str) -> bool {
    let extension = path.rsplit('.').next().unwrap_or_default();
    ASKED_FOR.contains(&extension) && carries_hash(path)
}

/// A file and its compressed variants, those that there are.
fn variants(site: &Path, path: &str) -> impl Iterator<Item = PathBuf> {
    let names = ["", ".br", ".gz"].map(|ending| site.join(format!("{path}{ending}")));
    names.into_iter().filter(|file| file.exists())
}

fn size(file: &Path) -> u64 {
    std::fs::metadata(file).map_or(0, |metadata| metadata.len())
}

/// Gives a file of `previous` a second name in `folder`.
fn bring(file: &Path, previous: &Path, folder: &Path) -> Result<(), Error> {
    let Ok(inner) = file.strip_prefix(previous) else { return Ok(()) };
    let name = folder.join(inner);
    if let Some(parent) = name.parent() {
        std::fs::create_dir_all(parent).map_err(Error::file(parent))?;
    }
    crate::compress::link(file, &name).map_err(Error::file(&name))
}

/// The paths of all files of a site, with slashes.
fn files(site: &Path) -> Result<Vec<String>, Error> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(prefix) = folders.pop() {
        let folder = site.join(&prefix);
        for entry in std::fs::read_dir(&folder).map_err(Error::file(&folder))? {
            let entry = entry.map_err(Error::file(&folder))?;
            let Ok(name) = entry.file_name().into_string() else { continue };
            let path = format!("{prefix}{name}");
            if entry.path().is_dir() {
                folders.push(format!("{path}/"));
            } else {
                found.push(path);
            }
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DAY: u64 = 24 * 3600;

    /// A folder with files, each with its own path as content.
    fn site(name: &str, files: &[&str]) -> PathBuf {
        let site = std::env::temp_dir().join(format!("pages-{name}-{}", std::process::id()));
        for file in files {
            let path = site.join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, file).unwrap();
        }
        site
    }

    #[test]
    fn an_open_page_still_finds_its_files_for_two_weeks_of_builds() {
        const OLD: &str = "data/carte/69.0a1b2c3d4e.bin";
        let first = site("former-1", &[OLD, "data/carte/69.0a1b2c3d4e.bin.br", "index.html"]);
        let second = site("former-2", &["data/carte/69.1111aaaa22.bin", "index.html"]);
        let third = site("former-3", &["data/carte/69.1111aaaa22.bin", "index.html"]);
        let start = 20_000 * DAY;

        assert_eq!(keep_former(&first, &second, start).unwrap(), 1);
        assert!(second.join(OLD).exists() && second.join(format!("{OLD}.br")).exists());
        assert_eq!(keep_former(&second, &third, start + 14 * DAY).unwrap(), 1, "still");
        std::fs::remove_dir_all(&third).unwrap();
        let third = site("former-3", &["index.html"]);
        assert_eq!(keep_former(&second, &third, start + 15 * DAY).unwrap(), 1, "the newer one");
        assert!(!third.join(OLD).exists(), "two weeks are over");
        for site in [first, second, third] {
            std::fs::remove_dir_all(site).unwrap();
        }
    }

    #[test]
    fn pages_and_open_data_are_not_kept() {
        let files = ["index.html", "territoire/epci-1/index.html", "data/cls.0a1b2c3d4e.geojson"];
        let (first, second) = (site("former-a", &files), site("former-b", &["index.html"]));
        assert_eq!(keep_former(&first, &second, DAY).unwrap(), 0);
        for site in [first, second] {
            std::fs::remove_dir_all(site).unwrap();
        }
    }

    #[test]
    fn the_latest_are_kept_when_they_are_too_many_bytes() {
        let file = |path: &str, since_s, bytes| Former { path: path.to_owned(), since_s, bytes };
        let kept =
            chosen(vec![file("old", 1, 10), file("large", 3, MOST_BYTES), file("new", 4, 10)], DAY);
        assert_eq!(kept, [file("new", 4, 10), file("old", 1, 10)]);
    }
}
