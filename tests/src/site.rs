//! The folder of the site: the one that `make build` wrote, or a copy that may be damaged.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use tempfile::TempDir;

/// The beginnings of the paths that no copy has: the pages of intercommunalities, of schemes and of embeds, and
/// the files to take along. They are nine tenths of the site's bytes, and no copy is asked for them.
const NOT_COPIED: [&str; 5] =
    ["territoire/epci-", "dispositif/", "embed/", "data/detail/", "data/export/"];

/// A folder that can be served.
#[derive(Clone)]
pub struct Site {
    root: PathBuf,
    // Removes the copy when nobody serves it any more; none for the real thing.
    copy: Option<Arc<TempDir>>,
}

impl Site {
    /// The site as it was built: `SITE_ROOT`, or else `dist/`.
    pub fn built() -> Self {
        let root = from_environment("SITE_ROOT", "../dist");
        assert!(
            root.join("index.html").exists(),
            "no site in {}: run `make build`",
            root.display()
        );
        Self { root, copy: None }
    }

    /// A copy of the site in a temporary folder, with the pages of the country, regions and departments only
    /// and without the marker of a complete build: it is changed file by file.
    pub fn copied() -> Self {
        let folder = tempfile::tempdir_in(scratch()).unwrap();
        copy(&Self::built().root, "", folder.path());
        // Only a build of today has one.
        _ = fs::remove_file(folder.path().join(".complet"));
        Self { root: folder.path().to_owned(), copy: Some(Arc::new(folder)) }
    }

    /// Whether it is a copy, which a scenario may change.
    pub(crate) fn is_copy(&self) -> bool {
        self.copy.is_some()
    }

    /// The path of the folder.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Writes a page of another author into this copy.
    pub fn write(&self, name: &str, page: &str) {
        assert!(self.copy.is_some(), "the real thing stays as it is");
        fs::write(self.root.join(name), page).unwrap();
    }

    /// Takes away the files whose paths below the root start with `prefix`.
    /// [`Missing::put_back`] brings them back.
    pub fn without(&self, prefix: &str) -> Missing {
        let away = tempfile::tempdir().unwrap();
        let (folder, prefix) = prefix.rsplit_once('/').unwrap_or((".", prefix));
        let path = self.root.join(folder);
        let files = fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().file_name());
        let names: Vec<String> = files
            .map(|name| name.into_string().unwrap())
            .filter(|name| name.starts_with(prefix))
            .collect();
        assert!(!names.is_empty(), "no file {prefix}… in {}", path.display());
        for name in &names {
            fs::copy(path.join(name), away.path().join(name)).unwrap();
            fs::remove_file(path.join(name)).unwrap();
        }
        Missing { away, folder: folder.to_owned(), path, names }
    }
}

/// Files that were taken away from a site.
pub struct Missing {
    away: TempDir,
    /// Below the root, and as a path.
    folder: String,
    path: PathBuf,
    names: Vec<String>,
}

impl Missing {
    /// Puts the files back where they were, and returns their paths below the root.
    pub fn put_back(self) -> Vec<String> {
        for name in &self.names {
            fs::copy(self.away.path().join(name), self.path.join(name)).unwrap();
        }
        let is_served = |name: &&String| !name.ends_with(".br") && !name.ends_with(".gz");
        let served = self.names.iter().filter(is_served);
        let folder = if self.folder == "." { String::new() } else { format!("{}/", self.folder) };
        served.map(|name| format!("{folder}{name}")).collect()
    }
}

/// The path in the environment variable `name`, or else `default`, seen from this crate.
pub(crate) fn from_environment(name: &str, default: &str) -> PathBuf {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join(default);
    env::var_os(name).map_or_else(default, PathBuf::from)
}

/// The folder for copies of the site: on the disk of the checkout, which has room for the site itself. A
/// machine's `/tmp` may be a part of its memory.
fn scratch() -> PathBuf {
    let folder = repository().join("target/tmp");
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// The folder of the checkout.
pub(crate) fn repository() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/.."))
}

/// Copies the files below `from` that a copy has; `path` is that of the folder below the root, with a slash at
/// its end. No file is a link: it would change the date of the real one, and have every server of it read
/// its folder again.
fn copy(from: &Path, path: &str, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let target = to.join(&name);
        if entry.file_type().unwrap().is_dir() {
            let path = format!("{path}{name}/");
            if !NOT_COPIED.iter().any(|start| path.starts_with(start)) {
                fs::create_dir(&target).unwrap();
                copy(&entry.path(), &path, &target);
            }
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
