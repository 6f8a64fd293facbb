//! From a path to the module that defines what it names.
//!
//! Rust's own rules, as far as arrows depend on them: `crate`, `self` and `super`; modules before what
//! is imported; named imports before globs; re-exports followed to their origin.

use super::tree::ModuleTree;
use crate::source::ItemKind;

/// What a path leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Entity {
    /// The module of that index.
    Module(usize),
    /// An item.
    Item {
        /// The module that defines it.
        owner: usize,
        /// Its kind.
        kind: ItemKind,
    },
}

/// The names that are being looked for, each in its module: imports may go round in circles.
type Trail<'t> = Vec<(usize, &'t str)>;

impl<'a> ModuleTree<'a> {
    /// Everything that the path `names`, written in the module `from`, leads to: one name may be a
    /// module and a function at once. Empty for what comes from elsewhere, as `std` or a variable.
    pub(super) fn resolve(&self, from: usize, names: &'a [String]) -> Vec<Entity> {
        self.follow(from, names, &mut Vec::new())
    }

    /// Everything that `name` is in the module `module`.
    pub(super) fn named(&self, module: usize, name: &'a str) -> Vec<Entity> {
        self.find(module, name, &mut Vec::new())
    }

    fn follow(&self, from: usize, names: &'a [String], trail: &mut Trail<'a>) -> Vec<Entity> {
        let (mut module, rest) = self.start(from, names);
        let mut is_ours = rest.len() < names.len();
        let Some((last, leading)) = rest.split_last() else {
            return vec![Entity::Module(module)];
        };
        for name in leading {
            let found = self.module_or_items(module, name, trail);
            match found[..] {
                [Entity::Module(inner), ..] => (module, is_ours) = (inner, true),
                // `Enum::Variant`, `Type::function`: what follows belongs to the item.
                [_, ..] => return found,
                [] => return made_by_macro(module, is_ours),
            }
        }
        let found = self.find(module, last, trail);
        if found.is_empty() { made_by_macro(module, is_ours) } else { found }
    }

    /// The module where `crate`, `self` and `super` lead to, and the names that are left.
    fn start(&self, from: usize, names: &'a [String]) -> (usize, &'a [String]) {
        let (mut module, mut rest) = (from, names);
        while let [first, others @ ..] = rest {
            module = match first.as_str() {
                "crate" => 0,
                "self" => module,
                "super" => self.modules[module].parent.unwrap_or(module),
                _ => break,
            };
            rest = others;
        }
        (module, rest)
    }

    /// What a name before `::` is: a module if there is one of that name.
    fn module_or_items(&self, module: usize, name: &'a str, trail: &mut Trail<'a>) -> Vec<Entity> {
        if let Some(&child) = self.modules[module].children.get(name) {
            return vec![Entity::Module(child)];
        }
        let mut found = self.find(module, name, trail);
        found.sort_by_key(|entity| !matches!(entity, Entity::Module(_)));
        found
    }

    fn find(&self, module: usize, name: &'a str, trail: &mut Trail<'a>) -> Vec<Entity> {
        if trail.contains(&(module, name)) {
            return Vec::new();
        }
        trail.push((module, name));
        let mut found = self.in_plain_sight(module, name, trail);
        if found.is_empty() {
            found = self.by_globs(module, name, trail);
        }
        trail.pop();
        found
    }

    /// Looks among the modules, the items and the named imports of `module`.
    fn in_plain_sight(&self, module: usize, name: &'a str, trail: &mut Trail<'a>) -> Vec<Entity> {
        let here = &self.modules[module];
        let child = here.children.get(name).map(|&child| Entity::Module(child));
        let item = here.scope.items.get(name).map(|&kind| Entity::Item { owner: module, kind });
        let mut found: Vec<_> = child.into_iter().chain(item).collect();
        for import in here.scope.imports.iter().filter(|it| it.name.as_deref() == Some(name)) {
            found.extend(self.follow(module, &import.path.names, trail));
        }
        found
    }

    fn by_globs(&self, module: usize, name: &'a str, trail: &mut Trail<'a>) -> Vec<Entity> {
        let globs = self.modules[module].scope.imports.iter().filter(|it| it.name.is_none());
        globs
            .flat_map(|glob| self.follow(module, &glob.path.names, trail))
            .collect::<Vec<_>>()
            .into_iter()
            .flat_map(|entity| match entity {
                Entity::Module(source) => self.find(source, name, trail),
                Entity::Item { .. } => Vec::new(),
            })
            .collect()
    }
}

/// The owner of a name that is not to be seen in a module of ours, which compiles nevertheless: a macro
/// of that module defines it.
fn made_by_macro(module: usize, is_ours: bool) -> Vec<Entity> {
    if is_ours { vec![Entity::Item { owner: module, kind: ItemKind::Other }] } else { Vec::new() }
}
