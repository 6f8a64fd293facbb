//! A brotli and a gzip variant beside each file, for servers that send compressed files as they
//! are.

use crate::error::Error;
use crate::parallel;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Files whose content compresses; the others are served as they are.
pub(crate) const COMPRESSIBLE: [&str; 13] = [
    "bin", "html", "css", "js", "json", "jsonld", "geojson", "topojson", "wasm", "svg", "csv",
    "txt", "xml",
];

/// Folders of files that few visitors load.
const RARE_FOLDERS: [&str; 2] = ["carte", "detail"];

/// The folders of the pages of territories and of schemes, and of their embeds.
const MANY_PAGES: [&str; 3] = ["territoire", "dispositif", "embed"];

/// The folder of the open data, with those in it (one level): many files, for people who work with them.
const OPEN_DATA: &str = "export";

/// The beginning of the names of other such files.
const RARE_FILES: &str = "couverture";

/// The qualities to compress a file with.
struct Qualities {
    /// From 0 to 11.
    brotli: u32,
    gzip: flate2::Compression,
}

impl Qualities {
    /// The fewest bytes in every file that each visitor loads. Those that few ask for take a
    /// quarter more, and all of them together a sixth of the time; the open data, less still.
    fn of(path: &Path) -> Self {
        let folders = path.ancestors().skip(1).take(2).filter_map(Path::file_name);
        if folders.into_iter().any(|folder| folder == OPEN_DATA) {
            return Self { brotli: 5, gzip: flate2::Compression::default() };
        }
        let folder = path.parent().and_then(Path::file_name).unwrap_or_default();
        let name = path.file_name().unwrap_or_default().as_encoded_bytes();
        if is_one_of_many(path) {
            return Self { brotli: 10, gzip: flate2::Compression::default() };
        }
        let is_rare = RARE_FOLDERS.iter().any(|rare| folder == *rare)
            || name.starts_with(RARE_FILES.as_bytes());
        match is_rare {
            true => Self { brotli: 7, gzip: flate2::Compression::default() },
            false => Self { brotli: 11, gzip: flate2::Compression::best() },
        }
    }
}

/// Whether a file is the page of a territory or of a scheme: two thousand of them, of which a visitor
/// reads a few.
fn is_one_of_many(path: &Path) -> bool {
    let folder = path.ancestors().nth(2).and_then(Path::file_name).unwrap_or_default();
    path.extension().is_some_and(|it| it == "html") && MANY_PAGES.iter().any(|one| folder == *one)
}

/// Writes a `.br` and a `.gz` beside every compressible file under `folder` that lacks them, on
/// all cores, and returns how many files got them.
///
/// A file that stands in `previous` with the same content brings its variants along: only changed
/// files are compressed again.
///
/// # Errors
/// [`Error`] when a file cannot be read or written.
pub fn compress_folder(folder: &Path, previous: Option<&Path>) -> Result<usize, Error> {
    let mut files = Vec::new();
    collect(folder, &mut files)?;
    // The largest first: the cores then end at about the same time.
    files.sort_by_key(|(_, size)| std::cmp::Reverse(*size));
    parallel::for_each(&files, |(path, _)| {
        let known =
            previous.and_then(|previous| Some(previous.join(path.strip_prefix(folder).ok()?)));
        if known.is_some_and(|known| bring_along(&known, path)) { Ok(()) } else { compress(path) }
    })?;
    Ok(files.len())
}

/// The compressible files without variants, with their sizes.
fn collect(folder: &Path, files: &mut Vec<(PathBuf, u64)>) -> Result<(), Error> {
    for entry in std::fs::read_dir(folder).map_err(Error::file(folder))? {
        let entry = entry.map_err(Error::file(folder))?;
        let path = entry.path();
        let has_variants = || appended(&path, "br").exists() && appended(&path, "gz").exists();
        if path.is_dir() {
            collect(&path, files)?;
        } else if is_compressible(&path) && !has_variants() {
            let size = entry.metadata().map_err(Error::file(&path))?.len();
            files.push((path, size));
        }
    }
    Ok(())
}

/// Links the variants of `known` beside `path`; false when the two differ or there are none.
fn bring_along(known: &Path, path: &Path) -> bool {
    let is_same = matches!((std::fs::read(known), std::fs::read(path)), (Ok(a), Ok(b)) if a == b);
    is_same
        && ["br", "gz"]
            .iter()
            .all(|variant| link(&appended(known, variant), &appended(path, variant)).is_ok())
}

/// Gives a file a second name; where the disk knows no links, copies it.
pub(crate) fn link(file: &Path, name: &Path) -> std::io::Result<()> {
    std::fs::hard_link(file, name).or_else(|_| std::fs::copy(file, name).map(|_| ()))
}

fn is_compressible(path: &Path) -> bool {
    let extension = path.extension().and_then(std::ffi::OsStr::to_str);
    extension.is_some_and(|extension| COMPRESSIBLE.contains(&extension))
}

/// Compresses one file both ways.
fn compress(path: &Path) -> Result<(), Error> {
    let bytes = std::fs::read(path).map_err(Error::file(path))?;
    let qualities = Qualities::of(path);
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 1 << 16, qualities.brotli, 22)
        .write_all(&bytes)
        .map_err(Error::file(path))?;
    let target = appended(path, "br");
    std::fs::write(&target, &brotli).map_err(Error::file(&target))?;
    let mut gzip = GzEncoder::new(Vec::new(), qualities.gzip);
    gzip.write_all(&bytes).map_err(Error::file(path))?;
    let target = appended(path, "gz");
    std::fs::write(&target, gzip.finish().map_err(Error::file(path))?).map_err(Error::file(&target))
}

/// The size of the brotli variant of a file, in bytes; none where there is none.
pub(crate) fn compressed_size(path: &Path) -> Option<u64> {
    std::fs::metadata(appended(path, "br")).ok().map(|metadata| metadata.len())
}

fn appended(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Read;

    /// An empty folder.
    fn folder(name: &str) -> PathBuf {
        let folder = std::env::temp_dir().join(format!("pages-{name}-{}", std::process::id()));
        std::fs::create_dir_all(folder.join("detail")).unwrap();
        folder
    }

    #[test]
    fn every_compressible_file_gets_variants_that_decode_to_it() {
        let folder = folder("variants");
        let files = ["index.html", "detail/69.geojson", "app.wasm"].map(|name| folder.join(name));
        for path in &files {
            std::fs::write(path, "Santé ".repeat(100)).unwrap();
        }
        std::fs::write(folder.join("photo.png"), "png").unwrap();
        assert_eq!(compress_folder(&folder, None).unwrap(), 3);
        for path in &files {
            let mut text = String::new();
            let brotli = std::fs::read(appended(path, "br")).unwrap();
            brotli::Decompressor::new(&brotli[..], 4096).read_to_string(&mut text).unwrap();
            assert_eq!(text, "Santé ".repeat(100));
            let mut text = String::new();
            let gzip = std::fs::read(appended(path, "gz")).unwrap();
            flate2::read::GzDecoder::new(&gzip[..]).read_to_string(&mut text).unwrap();
            assert_eq!(text, "Santé ".repeat(100));
        }
        assert!(!folder.join("photo.png.br").exists(), "a picture is compressed already");
        assert_eq!(compress_folder(&folder, None).unwrap(), 0, "nothing lacks variants any more");
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn what_has_not_changed_keeps_its_variants() {
        let (previous, next) = (folder("previous"), folder("next"));
        for (folder, changed) in [(&previous, "before"), (&next, "after")] {
            std::fs::write(folder.join("same.json"), "same").unwrap();
            std::fs::write(folder.join("changed.json"), changed).unwrap();
            std::fs::write(folder.join("detail/same.csv"), "same").unwrap();
        }
        // No compressor writes this: what is found again was brought along.
        for name in ["same.json", "changed.json", "detail/same.csv"] {
            for variant in ["br", "gz"] {
                std::fs::write(appended(&previous.join(name), variant), "kept").unwrap();
            }
        }
        assert_eq!(compress_folder(&next, Some(&previous)).unwrap(), 3);
        let variant = |name: &str| std::fs::read(next.join(name)).unwrap();
        for name in ["same.json.br", "same.json.gz", "detail/same.csv.br", "detail/same.csv.gz"] {
            assert_eq!(variant(name), b"kept", "{name}");
        }
        assert_ne!(variant("changed.json.br"), b"kept");
        assert_ne!(variant("changed.json.gz"), b"kept");
        for folder in [previous, next] {
            std::fs::remove_dir_all(folder).unwrap();
        }
    }
}
