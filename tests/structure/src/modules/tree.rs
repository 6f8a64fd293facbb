//! The tree of modules below the root file of a library, a binary or a test.

use crate::source::{Scope, Sources};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// The modules of one program or library.
#[derive(Debug)]
pub struct ModuleTree<'a> {
    /// The modules; the first is the root, and a module comes before those inside it.
    pub(super) modules: Vec<Module<'a>>,
}

/// A module: a file, or a part of one.
#[derive(Debug)]
pub(super) struct Module<'a> {
    /// The file that it stands in.
    pub(super) file: &'a Path,
    /// The index of the module that declares it; the root has none.
    pub(super) parent: Option<usize>,
    /// The indices of the modules that it declares, by name.
    pub(super) children: BTreeMap<&'a str, usize>,
    /// Its names and paths.
    pub(super) scope: &'a Scope,
}

/// Where the files of the modules that a module declares are looked for.
struct Location<'a> {
    file: &'a Path,
    folder: PathBuf,
}

impl<'a> ModuleTree<'a> {
    /// Follows the declarations of modules from the file `root` on. A declared module without a file
    /// is left out: the compiler reports that better.
    #[must_use]
    pub fn new(sources: &'a Sources, root: &Path) -> Self {
        let mut tree = Self { modules: Vec::new() };
        if let Some((file, source)) = sources.find(root) {
            let folder = root.parent().unwrap_or(root).to_owned();
            tree.add(sources, None, &source.scope, &Location { file, folder });
        }
        tree
    }

    /// The files of its modules, the root's first; a file with several modules comes once.
    pub fn files(&self) -> impl Iterator<Item = &'a Path> {
        let starts_a_file = |module: &&Module| {
            module.parent.is_none_or(|parent| self.modules[parent].file != module.file)
        };
        self.modules.iter().filter(starts_a_file).map(|module| module.file)
    }

    /// True when the module `inner` is `outer` or stands somewhere below it.
    pub(super) fn is_within(&self, inner: usize, outer: usize) -> bool {
        let above = std::iter::successors(Some(inner), |&module| self.modules[module].parent);
        above.into_iter().any(|module| module == outer)
    }

    fn add(
        &mut self,
        sources: &'a Sources,
        parent: Option<usize>,
        scope: &'a Scope,
        location: &Location<'a>,
    ) -> usize {
        let module = self.modules.len();
        let file = location.file;
        self.modules.push(Module { file, parent, children: BTreeMap::new(), scope });
        for (name, inner) in &scope.inline {
            let folder = location.folder.join(name);
            let child = self.add(sources, Some(module), inner, &Location { file, folder });
            self.modules[module].children.insert(name, child);
        }
        for declaration in &scope.declared {
            let files = location.candidates(&declaration.name, declaration.path.as_deref());
            let Some((file, source)) = files.iter().find_map(|path| sources.find(path)) else {
                continue;
            };
            let location = Location { file, folder: folder_below(file) };
            let child = self.add(sources, Some(module), &source.scope, &location);
            self.modules[module].children.insert(&declaration.name, child);
        }
        module
    }
}

impl Location<'_> {
    /// The files that may hold the module `name`.
    fn candidates(&self, name: &str, path_attribute: Option<&str>) -> Vec<PathBuf> {
        match path_attribute {
            Some(path) => vec![self.file.with_file_name(path)],
            None => vec![
                self.folder.join(name).with_extension("rs"),
                self.folder.join(name).join("mod.rs"),
            ],
        }
    }
}

/// The folder of the modules that `file` declares: its own if it is a `mod.rs`, or else that of its name.
fn folder_below(file: &Path) -> PathBuf {
    if file.ends_with("mod.rs") {
        file.parent().unwrap_or(file).to_owned()
    } else {
        file.with_extension("")
    }
}
