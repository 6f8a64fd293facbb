//! The identifiers of a file: every token that is a name. Comments and strings are none.

use proc_macro2::{TokenStream, TokenTree};
use syn::ext::IdentExt;

/// An identifier, with the line on which it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identifier {
    /// The name; of `r#type` it is `type`.
    pub name: String,
    /// Its line, from 1.
    pub line: usize,
}

/// Lists the identifiers of `tokens` in the order of the text, inside macros too.
pub(super) fn identifiers(tokens: TokenStream) -> Vec<Identifier> {
    let mut found = Vec::new();
    collect(tokens, &mut found);
    found
}

fn collect(tokens: TokenStream, found: &mut Vec<Identifier>) {
    for token in tokens {
        match token {
            TokenTree::Group(group) => collect(group.stream(), found),
            TokenTree::Ident(ident) => {
                let line = ident.span().start().line;
                found.push(Identifier { name: ident.unraw().to_string(), line });
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn identifiers_come_with_their_line_and_neither_comments_nor_strings_count() {
        let text =
            "//! plate\n/// plate\nfn draw() {\n    // plate\n    paint!(\"plate\", r#type)\n}";
        let found = identifiers(text.parse().unwrap());
        let named: Vec<_> = found.iter().map(|it| (it.name.as_str(), it.line)).collect();
        assert_eq!(
            named,
            [("doc", 1), ("doc", 2), ("fn", 3), ("draw", 3), ("paint", 5), ("type", 5)]
        );
    }
}
