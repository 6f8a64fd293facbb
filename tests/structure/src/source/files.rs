//! The Rust files of a workspace.

use super::identifiers::{Identifier, identifiers};
use super::reader::scope_of;
use super::scope::Scope;
use crate::error::Error;
use crate::workspace::{Package, Workspace};
use proc_macro2::TokenStream;
use std::collections::{BTreeMap, BTreeSet};
use std::num::NonZero;
use std::panic::resume_unwind;
use std::path::{Path, PathBuf};
use std::thread;
use walkdir::WalkDir;

/// The folders of a package that hold Rust sources.
pub const SOURCE_FOLDERS: [&str; 4] = ["src", "tests", "benches", "examples"];

/// Every Rust file of a workspace by its path, which is relative to the workspace.
#[derive(Debug)]
pub struct Sources {
    files: BTreeMap<PathBuf, SourceFile>,
}

/// A Rust file, read.
#[derive(Debug)]
pub struct SourceFile {
    /// Its identifiers, code for tests included.
    pub identifiers: Vec<Identifier>,
    /// Its names and paths, without code for tests.
    pub scope: Scope,
}

impl Sources {
    /// Reads the files of all packages.
    ///
    /// # Errors
    /// [`Error::File`] when one cannot be read, [`Error::Syntax`] when one is not Rust.
    pub fn read(workspace: &Workspace) -> Result<Self, Error> {
        let mut paths = BTreeSet::new();
        for package in &workspace.packages {
            paths.extend(package.roots.iter().cloned());
            paths.extend(rust_files(&workspace.root, package)?);
        }
        let paths: Vec<_> = paths.into_iter().collect();
        Ok(Self { files: read_all(&workspace.root, &paths)? })
    }

    /// Reads files from a text that has each of them after a line `// path`.
    #[cfg(test)]
    pub fn of_text(text: &str) -> Self {
        let files = text.split("// ").skip(1).filter_map(|file| file.split_once('\n'));
        let file = |(path, text): (&str, &str)| {
            let path = PathBuf::from(path.trim());
            let file = SourceFile::parse(&path, text).unwrap();
            (path, file)
        };
        Self { files: files.map(file).collect() }
    }

    /// The files with their paths, in the order of the paths.
    pub fn iter(&self) -> impl Iterator<Item = (&Path, &SourceFile)> {
        self.files.iter().map(|(path, file)| (path.as_path(), file))
    }

    /// The file at `path` if there is one, with its path.
    #[must_use]
    pub fn find(&self, path: &Path) -> Option<(&Path, &SourceFile)> {
        self.files.get_key_value(path).map(|(path, file)| (path.as_path(), file))
    }

    /// The files in the source folders of `package`: those of a package inside it are not among them.
    pub fn of<'a>(&'a self, package: &Package) -> impl Iterator<Item = &'a Path> {
        let folders = SOURCE_FOLDERS.map(|name| package.folder.join(name));
        let paths = self.files.keys().map(PathBuf::as_path);
        paths.filter(move |path| folders.iter().any(|folder| path.starts_with(folder)))
    }
}

impl SourceFile {
    fn read(root: &Path, path: &Path) -> Result<Self, Error> {
        let text = std::fs::read_to_string(root.join(path)).map_err(Error::file(path))?;
        Self::parse(path, &text)
    }

    fn parse(path: &Path, text: &str) -> Result<Self, Error> {
        let refused =
            |line, message: String| Error::Syntax { path: path.to_owned(), line, message };
        let tokens: TokenStream = text.parse().map_err(|error: proc_macro2::LexError| {
            refused(error.span().start().line, error.to_string())
        })?;
        let tree: syn::File = syn::parse2(tokens.clone())
            .map_err(|error| refused(error.span().start().line, error.to_string()))?;
        Ok(Self { identifiers: identifiers(tokens), scope: scope_of(&tree) })
    }
}

/// Reads the files at `paths` with all processors: nearly all the time of a run goes into this.
fn read_all(root: &Path, paths: &[PathBuf]) -> Result<BTreeMap<PathBuf, SourceFile>, Error> {
    let workers = thread::available_parallelism().map_or(1, NonZero::get);
    let share = paths.len().div_ceil(workers).max(1);
    let read = |path: &PathBuf| Ok((path.clone(), SourceFile::read(root, path)?));
    let read_share = |paths: &[PathBuf]| paths.iter().map(read).collect::<Result<Vec<_>, Error>>();
    thread::scope(|scope| {
        let workers: Vec<_> =
            paths.chunks(share).map(|paths| scope.spawn(move || read_share(paths))).collect();
        let mut files = BTreeMap::new();
        for worker in workers {
            files.extend(worker.join().unwrap_or_else(|panic| resume_unwind(panic))?);
        }
        Ok(files)
    })
}

fn rust_files(root: &Path, package: &Package) -> Result<Vec<PathBuf>, Error> {
    let mut found = Vec::new();
    for folder in SOURCE_FOLDERS.map(|name| root.join(&package.folder).join(name)) {
        if !folder.is_dir() {
            continue;
        }
        for entry in WalkDir::new(&folder) {
            let entry = entry.map_err(|error| Error::file(&folder)(error.into()))?;
            let is_rust = entry.path().extension().is_some_and(|extension| extension == "rs");
            if is_rust && entry.file_type().is_file() {
                found.push(entry.path().strip_prefix(root).unwrap_or(entry.path()).to_owned());
            }
        }
    }
    Ok(found)
}
