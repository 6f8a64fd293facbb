//! Links from an answer to other subjects.

use leptos::prelude::*;
use map::Subject;

/// A function that makes the link to a subject of that name.
pub type Link<'a> = &'a dyn Fn(Subject, String) -> AnyView;

/// Links in a row, between commas.
pub(crate) fn in_a_row(links: Vec<AnyView>) -> Vec<AnyView> {
    let comma = |(position, link): (usize, AnyView)| {
        let comma = (position > 0).then_some(", ");
        view! { {comma} {link} }.into_any()
    };
    links.into_iter().enumerate().map(comma).collect()
}
