//! The content of one module as it is written: the names that it makes, and the paths that it uses.

use std::collections::BTreeMap;

/// A module's content, code for tests left out. A file is a scope, and so is each `mod x { … }` in it.
#[derive(Debug, Default)]
pub struct Scope {
    /// The items defined here, by name.
    pub items: BTreeMap<String, ItemKind>,
    /// The `use` declarations, one for each name, those inside functions included.
    pub imports: Vec<Import>,
    /// The paths in signatures, bodies, macros and attributes.
    pub paths: Vec<WrittenPath>,
    /// The modules whose content stands here: `mod x { … }`.
    pub inline: Vec<(String, Scope)>,
    /// The modules whose content stands in another file: `mod x;`.
    pub declared: Vec<Declaration>,
}

/// The kinds of item that a path may name, as far as arrows depend on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ItemKind {
    /// A trait: a glob brings its methods, which are used without naming it.
    Trait,
    /// A type, a function, a constant or a macro.
    Other,
}

/// A path of names, such as `crate::text::percent`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrittenPath {
    /// The names between the colons.
    pub names: Vec<String>,
    /// Its line, from 1.
    pub line: usize,
}

/// One name that a `use` declaration brings.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// The path that it stands for.
    pub path: WrittenPath,
    /// The name it has here; `None` for a glob.
    pub name: Option<String>,
    /// Whether the name is handed on.
    pub visibility: Visibility,
}

/// Whether a `use` declaration is for its module alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// `use`
    Private,
    /// `pub use`, `pub(crate) use`, `pub(super) use`: a re-export.
    Public,
}

/// A module in a file of its own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Declaration {
    /// Its name.
    pub name: String,
    /// The file that `#[path = "…"]` asks for.
    pub path: Option<String>,
}
