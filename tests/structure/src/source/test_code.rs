//! Which items are compiled for unit tests only.

use syn::punctuated::Punctuated;
use syn::{Attribute, Meta, Token};

/// True of an item whose attributes hold `#[cfg(test)]`, or a condition that implies it.
pub(super) fn is_only_for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().filter(|it| it.path().is_ident("cfg")).any(|it| {
        let condition = it.parse_args::<Meta>();
        condition.is_ok_and(|condition| implies_test(&condition))
    })
}

fn implies_test(condition: &Meta) -> bool {
    match condition {
        Meta::Path(path) => path.is_ident("test"),
        Meta::NameValue(_) => false,
        Meta::List(list) => {
            let parts = list.parse_args_with(Punctuated::<Meta, Token![,]>::parse_terminated);
            let parts = parts.unwrap_or_default();
            if list.path.is_ident("all") {
                parts.iter().any(implies_test)
            } else {
                list.path.is_ident("any") && !parts.is_empty() && parts.iter().all(implies_test)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use syn::parse_quote;

    #[test]
    fn an_item_is_test_code_only_where_no_other_build_has_it() {
        assert!(is_only_for_tests(&[parse_quote!(#[cfg(test)])]));
        assert!(is_only_for_tests(&[parse_quote!(#[cfg(all(unix, test))])]));
        assert!(!is_only_for_tests(&[parse_quote!(#[cfg(not(test))])]));
        assert!(!is_only_for_tests(&[parse_quote!(#[cfg(any(test, unix))])]));
        assert!(!is_only_for_tests(&[parse_quote!(#[test])]));
    }
}
