//! brotli and gzip beside a file, for servers that send what is already compressed.

use crate::error::Error;
use flate2::write::GzEncoder;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Files whose content compresses; the others are served as they are.
const COMPRESSIBLE: [&str; 10] =
    ["html", "css", "js", "json", "geojson", "wasm", "svg", "csv", "txt", "xml"];

/// How hard to compress.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effort {
    /// For visitors: the fewest bytes.
    Smallest,
    /// For tests, which read the files themselves: brotli takes 20 s unoptimised otherwise.
    Fastest,
}

impl Effort {
    /// The quality of brotli, from 0 to 11, and of gzip.
    fn qualities(self) -> (u32, flate2::Compression) {
        match self {
            Self::Smallest => (11, flate2::Compression::best()),
            Self::Fastest => (0, flate2::Compression::fast()),
        }
    }
}

/// Writes a `.br` and a `.gz` beside every compressible file under `folder` that lacks them, and
/// returns how many files were compressed.
///
/// # Errors
/// [`Error`] when a file cannot be read or written.
pub fn compress_folder(folder: &Path) -> Result<usize, Error> {
    let mut count = 0;
    for entry in std::fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        if path.is_dir() {
            count += compress_folder(&path)?;
        } else if is_compressible(&path)
            && !(appended(&path, "br").exists() && appended(&path, "gz").exists())
        {
            compress(&path, Effort::Smallest)?;
            count += 1;
        }
    }
    Ok(count)
}

fn is_compressible(path: &Path) -> bool {
    let extension = path.extension().and_then(std::ffi::OsStr::to_str);
    extension.is_some_and(|extension| COMPRESSIBLE.contains(&extension))
}

/// Compresses one file both ways; returns its size under brotli.
pub(super) fn compress(path: &Path, effort: Effort) -> Result<usize, Error> {
    let bytes = std::fs::read(path).map_err(Error::file(path))?;
    let (brotli_quality, gzip_quality) = effort.qualities();
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 1 << 16, brotli_quality, 22)
        .write_all(&bytes)
        .map_err(Error::file(path))?;
    let target = appended(path, "br");
    std::fs::write(&target, &brotli).map_err(Error::file(&target))?;
    let mut gzip = GzEncoder::new(Vec::new(), gzip_quality);
    gzip.write_all(&bytes).map_err(Error::file(path))?;
    let target = appended(path, "gz");
    std::fs::write(&target, gzip.finish().map_err(Error::file(path))?)
        .map_err(Error::file(&target))?;
    Ok(brotli.len())
}

fn appended(path: &Path, extension: &str) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".");
    name.push(extension);
    PathBuf::from(name)
}
