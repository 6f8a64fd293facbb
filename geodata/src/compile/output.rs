//! A folder of served files, written aside and swapped in whole.

use crate::error::Error;
use geojson::{Feature, FeatureCollection, GeometryValue};
use map::served::{Manifest, ServedFile};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::{Path, PathBuf};

/// A folder under construction beside the one that it will replace.
pub(super) struct Output {
    aside: PathBuf,
    target: PathBuf,
    files: BTreeMap<String, ServedFile>,
    /// The number of features of each GeoJSON file.
    counts: BTreeMap<String, usize>,
}

impl Output {
    /// Starts an empty folder beside `target`, which stays as it is until [`Output::finish`].
    pub(super) fn new(target: &Path) -> Result<Self, Error> {
        let aside = sibling(target, ".next");
        if aside.exists() {
            std::fs::remove_dir_all(&aside).map_err(Error::file(&aside))?;
        }
        std::fs::create_dir_all(&aside).map_err(Error::file(&aside))?;
        Ok(Self {
            aside,
            target: target.to_owned(),
            files: BTreeMap::new(),
            counts: BTreeMap::new(),
        })
    }

    /// Writes the features of a layer under a name with a hash, for the page.
    pub(super) fn geojson(
        &mut self,
        name: &str,
        description: &str,
        layer: Layer,
    ) -> Result<(), Error> {
        let (count, precision_m) = (layer.features.len(), layer.precision_m);
        self.write(name, "geojson", description, layer.into_geojson().as_bytes())?;
        self.describe(name, count, precision_m);
        Ok(())
    }

    /// Notes the number of features of a file, and the tolerance of its contours in metres.
    pub(super) fn describe(&mut self, name: &str, features: usize, precision_m: u32) {
        self.counts.insert(name.to_owned(), features);
        if let Some(file) = self.files.get_mut(name) {
            file.precision_m = Some(precision_m);
        }
    }

    /// Writes a file of the open data. `file` is its path in `export/`, which stays the same from
    /// build to build.
    pub(super) fn export(
        &mut self,
        name: &str,
        file: &str,
        description: &str,
        bytes: &[u8],
    ) -> Result<(), Error> {
        self.write_at(name, &format!("export/{file}"), description, bytes)
    }

    /// Writes a value as JSON.
    pub(super) fn json(
        &mut self,
        name: &str,
        description: &str,
        value: &impl Serialize,
    ) -> Result<(), Error> {
        let bytes = serde_json::to_vec(value).map_err(|error| Error::form(name, &error))?;
        self.write(name, "json", description, &bytes)
    }

    /// Writes a value in the compact form that the page reads, and returns its address.
    pub(super) fn packed(
        &mut self,
        name: &str,
        description: &str,
        value: &impl Serialize,
    ) -> Result<String, Error> {
        let bytes = postcard::to_allocvec(value).map_err(|error| Error::form(name, &error))?;
        self.write(name, "bin", description, &bytes)?;
        Ok(self.files[name].url.clone())
    }

    /// The files written so far, for the manifest.
    pub(super) fn files(&self) -> BTreeMap<String, ServedFile> {
        self.files.clone()
    }

    /// Writes the manifest, then swaps the folder for the old one.
    pub(super) fn finish(self, manifest: &Manifest) -> Result<(), Error> {
        let path = self.aside.join("manifest.json");
        let bytes =
            serde_json::to_vec_pretty(manifest).map_err(|error| Error::form(&path, &error))?;
        std::fs::write(&path, bytes).map_err(Error::file(&path))?;
        let table = self.table();
        self.replace_target()?;
        // Nobody may be listening: the files are there all the same.
        _ = std::io::stdout().write_all(table.as_bytes());
        Ok(())
    }

    /// A table of the files written: a line per file, one for all the files of a folder.
    fn table(&self) -> String {
        const FOLDERS: [&str; 4] = ["detail/", "carte/", "fiches/", "export/couverture/"];
        let is_alone = |name: &str| !FOLDERS.iter().any(|folder| name.starts_with(folder));
        let mut lines = vec![format!("{:<24}{:>9}{:>12}", "fichier", "entités", "octets")];
        for (name, file) in self.files.iter().filter(|(name, _)| is_alone(name)) {
            let count = self.counts.get(name).map_or_else(String::new, usize::to_string);
            lines.push(format!("{name:<24}{count:>9}{:>12}", file.octets));
        }
        for folder in FOLDERS {
            let own = self.files.iter().filter(|(name, _)| name.starts_with(folder));
            let mut sizes: Vec<usize> = own.map(|(_, file)| file.octets).collect();
            sizes.sort_unstable();
            if let (Some(middle), Some(most)) = (sizes.get(sizes.len() / 2), sizes.last()) {
                lines.push(format!(
                    "{folder}\u{a0}: {} fichiers, médiane {middle}, maximum {most}",
                    sizes.len()
                ));
            }
        }
        lines.join("\n") + "\n"
    }

    fn replace_target(&self) -> Result<(), Error> {
        let previous = sibling(&self.target, ".previous");
        // Left by a run that was killed at the wrong moment: it would stop every later one.
        if previous.exists() {
            std::fs::remove_dir_all(&previous).map_err(Error::file(&previous))?;
        }
        if !self.target.exists() {
            return std::fs::rename(&self.aside, &self.target).map_err(Error::file(&self.aside));
        }
        std::fs::rename(&self.target, &previous).map_err(Error::file(&self.target))?;
        if let Err(error) = std::fs::rename(&self.aside, &self.target) {
            std::fs::rename(&previous, &self.target).map_err(Error::file(&previous))?;
            return Err(Error::file(&self.aside)(error));
        }
        std::fs::remove_dir_all(&previous).map_err(Error::file(&previous))
    }

    fn write(
        &mut self,
        name: &str,
        extension: &str,
        description: &str,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let digest: String =
            Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect();
        self.write_at(name, &format!("{name}.{digest}.{extension}"), description, bytes)
    }

    fn write_at(
        &mut self,
        name: &str,
        url: &str,
        description: &str,
        bytes: &[u8],
    ) -> Result<(), Error> {
        let path = self.aside.join(url);
        if let Some(folder) = path.parent() {
            std::fs::create_dir_all(folder).map_err(Error::file(folder))?;
        }
        std::fs::write(&path, bytes).map_err(Error::file(&path))?;
        let file = ServedFile {
            url: url.to_owned(),
            octets: bytes.len(),
            contenu: description.to_owned(),
            sources: Vec::new(),
            precision_m: None,
        };
        self.files.insert(name.to_owned(), file);
        Ok(())
    }
}

/// Features, and what their file says of their contours.
pub(super) struct Layer {
    pub(super) features: Vec<Feature>,
    /// Their tolerance in metres.
    pub(super) precision_m: u32,
    /// Whose they are, where their licence wants it in the file.
    pub(super) attribution: Option<&'static str>,
}

impl Layer {
    /// One RFC 7946 collection with its bounding box. It says its tolerance and its attribution
    /// itself (§6.1 allows the members), for those who have nothing but the file.
    pub(super) fn into_geojson(self) -> String {
        let Self { features, precision_m, attribution } = self;
        let bbox = bounding_box(&features);
        let precision = [("precision_m".to_owned(), precision_m.into())];
        let attribution = attribution.map(|text| ("attribution".to_owned(), text.into()));
        let foreign_members = Some(precision.into_iter().chain(attribution).collect());
        FeatureCollection { bbox, features, foreign_members }.to_string()
    }
}

/// A value without the empty members of its objects: `null` and empty lists. An unknown value has
/// no member; a zero has one.
pub(super) fn without_empty_members(value: Value) -> Value {
    let is_given =
        |value: &Value| !value.is_null() && value.as_array().is_none_or(|it| !it.is_empty());
    match value {
        Value::Object(members) => {
            let members = members.into_iter().filter(|(_, member)| is_given(member));
            members.map(|(name, member)| (name, without_empty_members(member))).collect()
        }
        Value::Array(elements) => elements.into_iter().map(without_empty_members).collect(),
        other => other,
    }
}

/// The path beside `path` with a suffix to its name; a slash at the end makes no difference.
fn sibling(path: &Path, suffix: &str) -> PathBuf {
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(suffix);
    path.with_file_name(name)
}

/// West, south, east, north in degrees (RFC 7946 §5).
fn bounding_box(features: &[Feature]) -> Option<Vec<f64>> {
    let mut bounds = [f64::INFINITY, f64::INFINITY, f64::NEG_INFINITY, f64::NEG_INFINITY];
    let geometries = features.iter().filter_map(|feature| feature.geometry.as_ref());
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
    let fixed = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse().ok());
    let now = fixed.and_then(|seconds| time::OffsetDateTime::from_unix_timestamp(seconds).ok());
    now.unwrap_or_else(time::OffsetDateTime::now_utc).date().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder `data` with one file in it, alone in a new folder.
    fn previous_output(name: &str) -> PathBuf {
        let folder = format!("geodata-output-{name}-{}", std::process::id());
        let out = std::env::temp_dir().join(folder).join("data");
        std::fs::create_dir_all(&out).unwrap();
        std::fs::write(out.join("manifest.json"), "previous").unwrap();
        out
    }

    /// The names of the files in a folder.
    fn names(folder: &Path) -> Vec<String> {
        let entries = std::fs::read_dir(folder).unwrap();
        let name = |entry: std::io::Result<std::fs::DirEntry>| entry.unwrap().file_name();
        let mut names: Vec<_> = entries.map(|entry| name(entry).into_string().unwrap()).collect();
        names.sort();
        names
    }

    fn write_into(out: &Path) -> Result<(), Error> {
        let mut output = Output::new(out)?;
        let nothing = Layer { features: Vec::new(), precision_m: 0, attribution: None };
        output.geojson("rien", "Rien", nothing)?;
        let manifest = Manifest {
            cog: String::new(),
            etat: None,
            degres: Vec::new(),
            date: today(),
            fichiers: output.files(),
            regions: BTreeMap::new(),
            couches: Vec::new(),
            sources: BTreeMap::new(),
        };
        output.finish(&manifest)
    }

    #[test]
    fn a_failure_leaves_the_previous_output_alone() {
        // A file where the build wants a folder: at its first step, and at its last but one.
        for in_the_way in ["data.next", "data.previous"] {
            let out = previous_output(in_the_way);
            std::fs::write(out.with_file_name(in_the_way), "").unwrap();
            let error = write_into(&out).unwrap_err();
            assert!(matches!(error, Error::File { .. }), "{error}");
            assert_eq!(names(&out), ["manifest.json"]);
            assert_eq!(std::fs::read_to_string(out.join("manifest.json")).unwrap(), "previous");
            std::fs::remove_dir_all(out.parent().unwrap()).unwrap();
        }
    }

    #[test]
    fn a_build_replaces_the_previous_output_and_leaves_nothing_beside_it() {
        let out = previous_output("replaced");
        std::fs::create_dir(out.with_file_name("data.previous")).unwrap();
        let with_a_slash = out.join("");
        write_into(&with_a_slash).unwrap();
        assert_ne!(std::fs::read_to_string(out.join("manifest.json")).unwrap(), "previous");
        assert_eq!(names(out.parent().unwrap()), ["data"]);
        std::fs::remove_dir_all(out.parent().unwrap()).unwrap();
    }
}
