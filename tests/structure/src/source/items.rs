//! The name, the kind and the attributes of an item, whatever item it is.

use super::scope::ItemKind;
use syn::{Attribute, Ident, Item};

/// What an item adds to the names of its module. Modules and imports are told apart by the reader.
pub(super) struct Outline<'a> {
    /// Its attributes.
    pub(super) attributes: &'a [Attribute],
    /// The name that it defines, unless it is an `impl`, an import, a module or a call of a macro.
    pub(super) name: Option<&'a Ident>,
    /// Its kind.
    pub(super) kind: ItemKind,
}

/// Reads the outline of `item`.
pub(super) fn outline(item: &Item) -> Outline<'_> {
    let (attributes, name): (&[Attribute], _) = match item {
        Item::Const(it) => (&it.attrs, Some(&it.ident)),
        Item::Enum(it) => (&it.attrs, Some(&it.ident)),
        Item::Fn(it) => (&it.attrs, Some(&it.sig.ident)),
        Item::Macro(it) => (&it.attrs, it.ident.as_ref()),
        Item::Static(it) => (&it.attrs, Some(&it.ident)),
        Item::Struct(it) => (&it.attrs, Some(&it.ident)),
        Item::Trait(it) => (&it.attrs, Some(&it.ident)),
        Item::TraitAlias(it) => (&it.attrs, Some(&it.ident)),
        Item::Type(it) => (&it.attrs, Some(&it.ident)),
        Item::Union(it) => (&it.attrs, Some(&it.ident)),
        Item::ExternCrate(it) => (&it.attrs, None),
        Item::ForeignMod(it) => (&it.attrs, None),
        Item::Impl(it) => (&it.attrs, None),
        Item::Mod(it) => (&it.attrs, None),
        Item::Use(it) => (&it.attrs, None),
        _ => (&[], None),
    };
    let kind = match item {
        Item::Trait(_) | Item::TraitAlias(_) => ItemKind::Trait,
        _ => ItemKind::Other,
    };
    Outline { attributes, name, kind }
}
