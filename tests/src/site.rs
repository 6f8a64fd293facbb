//! The folder of the site: the one that `make build` wrote, or a copy to do damage to.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

/// A folder that can be served.
pub struct Site {
    root: PathBuf,
    // Removes the copy; none for the real thing.
    _copy: Option<TempDir>,
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
        Self { root, _copy: None }
    }

    /// A copy of the site in a temporary folder.
    pub fn copied() -> Self {
        let folder = tempfile::tempdir().unwrap();
        copy(&Self::built().root, folder.path());
        Self { root: folder.path().to_owned(), _copy: Some(folder) }
    }

    /// Where the folder is.
    pub fn root(&self) -> &Path {
        &self.root
    }

    /// Takes the files of `data/` whose names start with `prefix` away; they are back when the
    /// answer is put back.
    pub fn without(&self, prefix: &str) -> Missing {
        let away = tempfile::tempdir().unwrap();
        let data = self.root.join("data");
        let files = fs::read_dir(&data).unwrap().map(|entry| entry.unwrap().file_name());
        let names: Vec<String> = files
            .map(|name| name.into_string().unwrap())
            .filter(|name| name.starts_with(prefix))
            .collect();
        assert!(!names.is_empty(), "no file {prefix}… in {}", data.display());
        for name in &names {
            fs::copy(data.join(name), away.path().join(name)).unwrap();
            fs::remove_file(data.join(name)).unwrap();
        }
        Missing { away, data, names }
    }
}

/// Files that were taken away from a site.
pub struct Missing {
    away: TempDir,
    data: PathBuf,
    names: Vec<String>,
}

impl Missing {
    /// Puts the files back where they were.
    pub fn put_back(self) {
        for name in &self.names {
            fs::copy(self.away.path().join(name), self.data.join(name)).unwrap();
        }
    }
}

/// The path in the environment variable `name`, or else `default`, seen from this crate.
pub(crate) fn from_environment(name: &str, default: &str) -> PathBuf {
    let default = || Path::new(env!("CARGO_MANIFEST_DIR")).join(default);
    env::var_os(name).map_or_else(default, PathBuf::from)
}

/// Copies what a folder holds into another.
pub(crate) fn copy(from: &Path, to: &Path) {
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            fs::create_dir(&target).unwrap();
            copy(&entry.path(), &target);
        } else {
            fs::copy(entry.path(), target).unwrap();
        }
    }
}
