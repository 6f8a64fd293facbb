//! Workspaces to examine.

use std::fs;
use std::path::Path;
use structure::{Report, RetiredWords, examine};
use tempfile::TempDir;

/// A workspace with the crates `map` and `geodata`, in which no rule is broken.
pub struct Scratch {
    folder: TempDir,
}

impl Scratch {
    pub fn new() -> Self {
        let scratch = Self { folder: TempDir::new().unwrap() };
        scratch
            .with("Cargo.toml", "[workspace]\nresolver = '3'\nmembers = ['app/map', 'geodata']")
            .with("ARCHITECTURE.md", "# Architecture\n\n```arrows\nmap ← geodata\n```\n")
            .with("app/map/Cargo.toml", "[package]\nname = 'map'\nedition = '2024'")
            .with("app/map/src/lib.rs", "mod space;\npub use space::Point;\n")
            .with("app/map/src/space.rs", "pub struct Point;\n")
            .with(
                "geodata/Cargo.toml",
                "[package]\nname = 'geodata'\nedition = '2024'\n\
                 [dependencies]\nmap = { path = '../app/map' }",
            )
            .with("geodata/src/main.rs", "use map::Point;\nfn main() {}\n")
    }

    /// Writes a file, over the one of that name.
    pub fn with(self, path: &str, text: &str) -> Self {
        let path = self.folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        self
    }

    pub fn path(&self) -> &Path {
        self.folder.path()
    }

    /// The report, with `list` as the list of retired words.
    pub fn report(&self, list: &str) -> Report {
        examine(self.path(), &RetiredWords::parse(list).unwrap()).unwrap()
    }
}
