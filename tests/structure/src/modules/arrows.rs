//! Arrows: which file uses what another one defines.

use super::resolve::Entity;
use super::tree::ModuleTree;
use crate::source::{Import, ItemKind, Visibility, WrittenPath};
use std::collections::BTreeMap;
use std::fmt;
use std::path::Path;

/// One file uses what another one defines.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrow<'a> {
    /// The file that uses.
    pub from: &'a Path,
    /// The file that defines.
    pub to: &'a Path,
    /// The first line of `from` that does so.
    pub line: usize,
    /// The path as it is written there.
    pub path: String,
}

impl fmt::Display for Arrow<'_> {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to, line, path } = self;
        write!(formatter, "{}:{line} → {} ({path})", from.display(), to.display())
    }
}

/// Lists the arrows between the files of `tree`, at most one for each ordered pair.
#[must_use]
pub fn arrows<'a>(tree: &ModuleTree<'a>) -> Vec<Arrow<'a>> {
    let mut arrows = BTreeMap::new();
    for use_ in tree.uses() {
        let (from, to) = (tree.modules[use_.from].file, tree.modules[use_.owner].file);
        if from != to {
            let arrow = Arrow { from, to, line: use_.path.line, path: use_.path.names.join("::") };
            let first = arrows.entry((from, to)).or_insert_with(|| arrow.clone());
            if arrow.line < first.line {
                *first = arrow;
            }
        }
    }
    arrows.into_values().collect()
}

/// A path in the module `from` that names something of the module `owner`.
struct Use<'a> {
    from: usize,
    owner: usize,
    path: &'a WrittenPath,
}

impl<'a> ModuleTree<'a> {
    fn uses(&self) -> Vec<Use<'a>> {
        let mut uses = Vec::new();
        for (from, module) in self.modules.iter().enumerate() {
            let mut add = |path: &'a WrittenPath, owners: Vec<usize>| {
                uses.extend(owners.into_iter().map(|owner| Use { from, owner, path }));
            };
            for path in &module.scope.paths {
                add(path, self.owners(from, &path.names));
            }
            for import in &module.scope.imports {
                let mut owners = self.owners(from, &import.path.names);
                if import.name.is_none() {
                    owners.extend(self.traits_behind(from, &import.path.names));
                }
                owners.retain(|&owner| !self.is_contents(from, owner, import));
                add(&import.path, owners);
            }
        }
        uses
    }

    /// The modules that define what a path names. Naming a module is not yet using it.
    fn owners(&self, from: usize, names: &'a [String]) -> Vec<usize> {
        let entities = self.resolve(from, names).into_iter();
        entities
            .filter_map(|entity| match entity {
                Entity::Item { owner, .. } => Some(owner),
                Entity::Module(_) => None,
            })
            .collect()
    }

    /// The modules that define the traits which the glob `names::*` brings: their methods are used
    /// without any path.
    fn traits_behind(&self, from: usize, names: &'a [String]) -> Vec<usize> {
        let mut owners = Vec::new();
        for entity in self.resolve(from, names) {
            let Entity::Module(module) = entity else { continue };
            let scope = self.modules[module].scope;
            let imported = scope.imports.iter().filter_map(|import| import.name.as_ref());
            for name in scope.items.keys().chain(imported) {
                owners.extend(self.named(module, name).into_iter().filter_map(|it| match it {
                    Entity::Item { owner, kind: ItemKind::Trait } => Some(owner),
                    _ => None,
                }));
            }
        }
        owners
    }

    /// True of a re-export of what a module below defines: a line of the table of contents.
    fn is_contents(&self, from: usize, owner: usize, import: &Import) -> bool {
        import.visibility == Visibility::Public && self.is_within(owner, from)
    }
}
