//! Paths in what only a macro can read, such as `<map_view::MapView/>` in a `view!`.

use super::scope::WrittenPath;
use proc_macro2::{TokenStream, TokenTree};

/// Lists whatever looks like a path in `tokens`: names joined by `::`, and single names. A name after
/// a dot is a field or a method, not a path.
pub(super) fn paths_in_tokens(tokens: TokenStream) -> Vec<WrittenPath> {
    let mut paths = Vec::new();
    collect(tokens, &mut paths);
    paths
}

/// What stood before a name, as far as it tells what the name is.
#[derive(Clone, Copy, PartialEq)]
enum Before {
    /// `a` before `::`
    Name,
    /// One colon after a name.
    Colon,
    /// `a::`
    Colons,
    /// `.`, but not `..`
    Dot,
    Anything,
}

fn collect(tokens: TokenStream, paths: &mut Vec<WrittenPath>) {
    let mut before = Before::Anything;
    for token in tokens {
        before = match token {
            TokenTree::Group(group) => {
                collect(group.stream(), paths);
                Before::Anything
            }
            TokenTree::Ident(ident) => {
                let name = ident.to_string();
                let line = ident.span().start().line;
                match (before, paths.last_mut()) {
                    (Before::Dot, _) => Before::Anything,
                    (Before::Colons, Some(path)) => {
                        path.names.push(name);
                        Before::Name
                    }
                    _ => {
                        paths.push(WrittenPath { names: vec![name], line });
                        Before::Name
                    }
                }
            }
            TokenTree::Punct(punct) => match (before, punct.as_char()) {
                (Before::Name, ':') => Before::Colon,
                (Before::Colon, ':') => Before::Colons,
                (Before::Dot, '.') => Before::Anything,
                (_, '.') => Before::Dot,
                _ => Before::Anything,
            },
            TokenTree::Literal(_) => Before::Anything,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<String> {
        let paths = paths_in_tokens(text.parse().unwrap());
        paths.iter().map(|path| path.names.join("::")).collect()
    }

    #[test]
    fn names_joined_by_colons_are_one_path() {
        assert_eq!(
            names("<map_view::MapView state=crate::x::f()/>"),
            ["map_view::MapView", "state", "crate::x::f"]
        );
    }

    #[test]
    fn fields_and_methods_are_no_paths_but_the_end_of_a_range_is() {
        assert_eq!(names("a.b.c(1)..LAST"), ["a", "LAST"]);
    }

    #[test]
    fn a_type_after_one_colon_is_a_path_of_its_own() {
        assert_eq!(names("x: Thing, y: crate::Thing"), ["x", "Thing", "y", "crate::Thing"]);
    }
}
