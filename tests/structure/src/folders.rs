//! How many Rust files a folder holds, and how it may be called.

use crate::source::SOURCE_FOLDERS;
use crate::violation::{Rule, Violation};
use crate::workspace::Package;
use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

/// More files than this are more than one subject.
const MOST_FILES: usize = 14;
/// Editors, search tools and ignore templates take a folder of this name for output.
const OUTPUT_NAME: &str = "build";

/// The folders of a package that hold Rust files, themselves or in folders inside.
#[derive(Debug)]
pub struct Folders<'a> {
    by_path: BTreeMap<&'a Path, Folder<'a>>,
    files: Vec<&'a Path>,
    /// The folders whose names are Cargo's.
    given: [PathBuf; 4],
}

/// What a folder holds directly.
#[derive(Debug, Default)]
struct Folder<'a> {
    files: usize,
    rooms: BTreeSet<&'a Path>,
}

impl<'a> Folders<'a> {
    /// Counts the `files` of `package`, folder by folder.
    #[must_use]
    pub fn new(package: &Package, files: impl Iterator<Item = &'a Path>) -> Self {
        let files: Vec<_> = files.collect();
        let mut by_path: BTreeMap<_, Folder> = BTreeMap::new();
        for file in &files {
            let mut inner = None;
            for path in file.ancestors().skip(1).take_while(|path| *path != package.folder) {
                let folder = by_path.entry(path).or_default();
                match inner {
                    Some(room) => _ = folder.rooms.insert(room),
                    None => folder.files += 1,
                }
                inner = Some(path);
            }
        }
        Self { by_path, files, given: SOURCE_FOLDERS.map(|name| package.folder.join(name)) }
    }

    /// The number of folders that hold files directly.
    #[must_use]
    pub fn count(&self) -> usize {
        self.by_path.values().filter(|folder| folder.files > 0).count()
    }

    /// The folder with the most files, and how many they are.
    #[must_use]
    pub fn largest(&self) -> Option<(&'a Path, usize)> {
        let counts = self.by_path.iter().map(|(path, folder)| (*path, folder.files));
        counts.max_by_key(|(_, files)| *files)
    }

    /// Lists the folders that hold too many files or a single one, or have the name of output, and the
    /// files that stand beside the folder whose table of contents they are.
    pub fn violations(&self) -> Vec<Violation> {
        let found = self.by_path.iter().flat_map(|(path, folder)| {
            let is_given = self.given.iter().any(|given| given == path);
            let corridor = folder.corridor().filter(|_| !is_given);
            let sentences = [folder.crowd(), corridor, misnomer(path)];
            sentences.into_iter().flatten().map(|sentence| violation(path, sentence))
        });
        found.chain(self.beside_their_folder()).collect()
    }

    fn beside_their_folder(&self) -> impl Iterator<Item = Violation> {
        let folder_of = |file: &&'a Path| {
            let folder = file.with_extension("");
            self.by_path.contains_key(folder.as_path()).then_some((*file, folder))
        };
        self.files.iter().filter_map(folder_of).map(|(file, folder)| {
            violation(file, format!("a table of contents lies in its folder, {}", folder.display()))
        })
    }
}

impl Folder<'_> {
    fn crowd(&self) -> Option<String> {
        (self.files > MOST_FILES)
            .then(|| format!("{} files; more than {MOST_FILES} want rooms", self.files))
    }

    /// A single file needs no folder, unless it is the table of contents of several rooms.
    fn corridor(&self) -> Option<String> {
        (self.files == 1 && self.rooms.len() < 2)
            .then(|| "a folder for a single file; a room has two to fourteen".to_owned())
    }
}

fn misnomer(path: &Path) -> Option<String> {
    path.ends_with(OUTPUT_NAME)
        .then(|| format!("tools take a folder called `{OUTPUT_NAME}` for output"))
}

fn violation(path: &Path, sentence: String) -> Violation {
    let path = PathBuf::from(path);
    Violation { rule: Rule::Folders, path, line: None, sentence, details: Vec::new() }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The paths and the beginnings of the violations of a package in `app` with those files.
    fn violations(files: &[&str]) -> Vec<String> {
        let package = Package { folder: "app".into(), ..Package::default() };
        let folders = Folders::new(&package, files.iter().map(Path::new));
        let words = |it: Violation| {
            let words: Vec<_> = it.sentence.split(' ').take(5).collect();
            format!("{}: {}", it.path.display(), words.join(" "))
        };
        folders.violations().into_iter().map(words).collect()
    }

    #[test]
    fn fourteen_files_are_a_folder_and_fifteen_are_not() {
        let files: Vec<_> = (0..15).map(|number| format!("app/src/file{number}.rs")).collect();
        let files: Vec<_> = files.iter().map(String::as_str).collect();
        assert_eq!(violations(&files[..14]), [""; 0]);
        assert_eq!(violations(&files), ["app/src: 15 files; more than 14"]);
    }

    #[test]
    fn a_folder_for_one_file_is_refused_but_where_cargo_asks_for_it() {
        assert_eq!(violations(&["app/src/lib.rs", "app/tests/all.rs"]), [""; 0]);
        let lonely = ["app/src/lib.rs", "app/src/scene/tests/hover.rs"];
        assert_eq!(violations(&lonely), ["app/src/scene/tests: a folder for a single"]);
    }

    #[test]
    fn a_table_of_contents_may_stand_alone_beside_two_rooms() {
        let room = |name| {
            [format!("app/src/import/{name}/mod.rs"), format!("app/src/import/{name}/row.rs")]
        };
        let files = [vec!["app/src/import/mod.rs".to_owned()], room("read").to_vec()].concat();
        let borrowed: Vec<_> = files.iter().map(String::as_str).collect();
        assert_eq!(violations(&borrowed), ["app/src/import: a folder for a single"]);
        let files = [files, room("resolve").to_vec()].concat();
        let borrowed: Vec<_> = files.iter().map(String::as_str).collect();
        assert_eq!(violations(&borrowed), [""; 0]);
    }

    #[test]
    fn a_table_of_contents_lies_in_its_folder() {
        let files = ["app/src/draw.rs", "app/src/draw/canvas.rs", "app/src/draw/signs.rs"];
        assert_eq!(violations(&files), ["app/src/draw.rs: a table of contents lies"]);
    }

    #[test]
    fn a_folder_is_not_called_build() {
        let files = ["app/src/build/mod.rs", "app/src/build/cells.rs"];
        assert_eq!(violations(&files), ["app/src/build: tools take a folder called"]);
    }

    #[test]
    fn the_largest_folder_is_counted_without_what_its_rooms_hold() {
        let package = Package { folder: "app".into(), ..Package::default() };
        let files = ["app/src/lib.rs", "app/src/mesh/hit.rs", "app/src/mesh/mod.rs"];
        let folders = Folders::new(&package, files.iter().map(Path::new));
        assert_eq!(folders.largest(), Some((Path::new("app/src/mesh"), 2)));
        assert_eq!(folders.count(), 2);
    }
}
