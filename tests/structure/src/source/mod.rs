//! Source files, read once: their identifiers, and the names and paths of their modules.

mod files;
mod identifiers;
mod items;
mod paths_in_tokens;
mod reader;
mod scope;
mod test_code;

pub use files::{SOURCE_FOLDERS, SourceFile, Sources};
pub use scope::{Import, ItemKind, Scope, Visibility, WrittenPath};
