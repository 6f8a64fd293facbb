//! Writing aside, compressing, putting in place.

use crate::error::Error;
use flate2::write::GzEncoder;
use geojson::{Feature, FeatureCollection, GeometryValue};
use map::served::{Manifest, ServedFile};
use serde::Serialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// Files whose content compresses; the others are served as they are.
const COMPRESSIBLE: [&str; 10] = [
    "html", "css", "js", "json", "geojson", "wasm", "svg", "csv", "txt", "xml",
];

/// A folder under construction beside the one that it will replace.
pub(super) struct Output {
    aside: PathBuf,
    place: PathBuf,
    files: BTreeMap<String, ServedFile>,
}

impl Output {
    /// Starts an empty folder beside `place`, which stays as it is until [`Output::finish`].
    pub(super) fn new(place: &Path) -> Result<Self, Error> {
        let aside = sibling(place, "next");
        if aside.exists() {
            std::fs::remove_dir_all(&aside).map_err(Error::file(&aside))?;
        }
        std::fs::create_dir_all(&aside).map_err(Error::file(&aside))?;
        Ok(Self {
            aside,
            place: place.to_owned(),
            files: BTreeMap::new(),
        })
    }

    /// Writes features as one RFC 7946 collection with its bounding box.
    pub(super) fn geojson(
        &mut self,
        name: &str,
        holds: &str,
        features: Vec<Feature>,
    ) -> Result<(), Error> {
        let count = features.len();
        let bbox = bounding_box(&features);
        let collection = FeatureCollection {
            bbox,
            features,
            ..FeatureCollection::default()
        };
        self.write(name, "geojson", holds, collection.to_string().as_bytes())?;
        println!("    {count} entités");
        Ok(())
    }

    /// Writes a value as JSON.
    pub(super) fn json(
        &mut self,
        name: &str,
        holds: &str,
        value: &impl Serialize,
    ) -> Result<(), Error> {
        let bytes = serde_json::to_vec(value).map_err(|error| Error::form(name, error))?;
        self.write(name, "json", holds, &bytes)
    }

    /// The files written so far, for the manifest.
    pub(super) fn files(&self) -> BTreeMap<String, ServedFile> {
        self.files.clone()
    }

    /// Writes the manifest, then puts the folder in the place of the old one.
    pub(super) fn finish(self, manifest: &Manifest) -> Result<(), Error> {
        let path = self.aside.join("manifest.json");
        let bytes =
            serde_json::to_vec_pretty(manifest).map_err(|error| Error::form(&path, error))?;
        std::fs::write(&path, bytes).map_err(Error::file(&path))?;
        compress(&path)?;
        let previous = sibling(&self.place, "previous");
        if self.place.exists() {
            std::fs::rename(&self.place, &previous).map_err(Error::file(&self.place))?;
        }
        std::fs::rename(&self.aside, &self.place).map_err(Error::file(&self.aside))?;
        if previous.exists() {
            std::fs::remove_dir_all(&previous).map_err(Error::file(&previous))?;
        }
        Ok(())
    }

    fn write(
        &mut self,
        name: &str,
        extension: &str,
        holds: &str,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let digest: String = Sha256::digest(bytes)
            .iter()
            .take(5)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let url = format!("{name}.{digest}.{extension}");
        let path = self.aside.join(&url);
        std::fs::write(&path, bytes).map_err(Error::file(&path))?;
        let compressed = compress(&path)?;
        println!(
            "  {url} : {} octets, {compressed} après brotli",
            bytes.len()
        );
        let file = ServedFile {
            url,
            octets: bytes.len(),
            contenu: holds.to_owned(),
        };
        self.files.insert(name.to_owned(), file);
        Ok(())
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
            compress(&path)?;
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
fn compress(path: &Path) -> Result<usize, Error> {
    let bytes = std::fs::read(path).map_err(Error::file(path))?;
    let mut brotli = Vec::new();
    brotli::CompressorWriter::new(&mut brotli, 1 << 16, 11, 22)
        .write_all(&bytes)
        .map_err(Error::file(path))?;
    let target = appended(path, "br");
    std::fs::write(&target, &brotli).map_err(Error::file(&target))?;
    let mut gzip = GzEncoder::new(Vec::new(), flate2::Compression::best());
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

fn sibling(path: &Path, suffix: &str) -> PathBuf {
    appended(path, suffix)
}

/// West, south, east, north in degrees (RFC 7946 §5).
fn bounding_box(features: &[Feature]) -> Option<Vec<f64>> {
    let mut bounds = [
        f64::INFINITY,
        f64::INFINITY,
        f64::NEG_INFINITY,
        f64::NEG_INFINITY,
    ];
    let geometries = features
        .iter()
        .filter_map(|feature| feature.geometry.as_ref());
    for geometry in geometries {
        let polygons = match &geometry.value {
            GeometryValue::Polygon { coordinates } => std::slice::from_ref(coordinates),
            GeometryValue::MultiPolygon { coordinates } => coordinates.as_slice(),
            _ => continue,
        };
        for position in polygons.iter().flatten().flatten() {
            bounds[0] = bounds[0].min(position[0]);
            bounds[1] = bounds[1].min(position[1]);
            bounds[2] = bounds[2].max(position[0]);
            bounds[3] = bounds[3].max(position[1]);
        }
    }
    bounds[0].is_finite().then(|| bounds.to_vec())
}

/// The day of the build in ISO 8601, or that of `SOURCE_DATE_EPOCH` for a reproducible build.
pub(super) fn today() -> String {
    let fixed = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|seconds| seconds.parse().ok());
    let now = fixed.and_then(|seconds| time::OffsetDateTime::from_unix_timestamp(seconds).ok());
    now.unwrap_or_else(time::OffsetDateTime::now_utc)
        .date()
        .to_string()
}
