//! Reads the scopes of a file: one walk over its syntax tree.

use super::items::outline;
use super::paths_in_tokens::paths_in_tokens;
use super::scope::{Declaration, Import, Scope, Visibility, WrittenPath};
use super::test_code::is_only_for_tests;
use syn::spanned::Spanned;
use syn::visit::{self, Visit};
use syn::{
    Attribute, Block, Expr, File, ImplItemFn, Item, ItemMod, ItemUse, Lit, Macro, Meta, Path,
};
use syn::{UseTree, Visibility as Vis};

/// Reads the names and paths of `file`, without its code for tests.
pub(super) fn scope_of(file: &File) -> Scope {
    let mut reader = Reader { scope: Scope::default(), surroundings: Surroundings::Module };
    reader.visit_file(file);
    reader.scope
}

/// Where the walk is: only what stands directly in a module can be named from elsewhere.
#[derive(Clone, Copy, PartialEq)]
enum Surroundings {
    /// Directly in a module.
    Module,
    /// In the body of a function, or another block.
    Body,
}

struct Reader {
    scope: Scope,
    surroundings: Surroundings,
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let outline = outline(item);
        if is_only_for_tests(outline.attributes) {
            return;
        }
        if let (Some(name), Surroundings::Module) = (outline.name, self.surroundings) {
            self.scope.items.insert(name.to_string(), outline.kind);
        }
        visit::visit_item(self, item);
    }

    fn visit_impl_item_fn(&mut self, function: &'ast ImplItemFn) {
        if !is_only_for_tests(&function.attrs) {
            visit::visit_impl_item_fn(self, function);
        }
    }

    fn visit_block(&mut self, block: &'ast Block) {
        let outside = std::mem::replace(&mut self.surroundings, Surroundings::Body);
        visit::visit_block(self, block);
        self.surroundings = outside;
    }

    fn visit_item_mod(&mut self, module: &'ast ItemMod) {
        let name = module.ident.to_string();
        if let Some((_, items)) = &module.content {
            let outside = std::mem::take(&mut self.scope);
            items.iter().for_each(|item| self.visit_item(item));
            let inside = std::mem::replace(&mut self.scope, outside);
            self.scope.inline.push((name, inside));
        } else {
            self.scope.declared.push(Declaration { name, path: path_attribute(&module.attrs) });
        }
    }

    fn visit_item_use(&mut self, declaration: &'ast ItemUse) {
        let visibility = match declaration.vis {
            Vis::Inherited => Visibility::Private,
            Vis::Public(_) | Vis::Restricted(_) => Visibility::Public,
        };
        // `use ::name` is another crate's.
        if declaration.leading_colon.is_none() {
            self.import(&declaration.tree, &[], visibility);
        }
    }

    fn visit_path(&mut self, path: &'ast Path) {
        if path.leading_colon.is_none() {
            let names = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
            self.scope.paths.push(WrittenPath { names, line: path.span().start().line });
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.visit_path(&call.path);
        self.scope.paths.extend(paths_in_tokens(call.tokens.clone()));
    }

    /// Of an attribute, the arguments: its own name is a tool's.
    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        if let Meta::List(list) = &attribute.meta {
            self.scope.paths.extend(paths_in_tokens(list.tokens.clone()));
        }
    }
}

impl Reader {
    /// Adds the names that `tree` brings, each with the path that leads to it from `before` on.
    fn import(&mut self, tree: &UseTree, before: &[String], visibility: Visibility) {
        let line = tree.span().start().line;
        let path_to = |name: &syn::Ident| [before, &[name.to_string()]].concat();
        let (names, name) = match tree {
            UseTree::Path(path) => {
                return self.import(&path.tree, &path_to(&path.ident), visibility);
            }
            UseTree::Group(group) => {
                return group.items.iter().for_each(|it| self.import(it, before, visibility));
            }
            // `text::{self}` brings `text`.
            UseTree::Name(it) if it.ident == "self" => (before.to_vec(), before.last().cloned()),
            UseTree::Rename(it) if it.ident == "self" => {
                (before.to_vec(), Some(it.rename.to_string()))
            }
            UseTree::Name(it) => (path_to(&it.ident), Some(it.ident.to_string())),
            UseTree::Rename(it) => (path_to(&it.ident), Some(it.rename.to_string())),
            UseTree::Glob(_) => (before.to_vec(), None),
        };
        let path = WrittenPath { names, line };
        self.scope.imports.push(Import { path, name, visibility });
    }
}

/// The file that an attribute `#[path = "…"]` names.
fn path_attribute(attributes: &[Attribute]) -> Option<String> {
    attributes.iter().find_map(|attribute| {
        let Meta::NameValue(pair) = &attribute.meta else { return None };
        let Expr::Lit(value) = &pair.value else { return None };
        match &value.lit {
            Lit::Str(text) if pair.path.is_ident("path") => Some(text.value()),
            _ => None,
        }
    })
}
