//! Links from an answer to other subjects.

use leptos::prelude::*;
use map::text::typographic;
use map::{Records, Subject, Territory};

/// A function that makes the link to a subject of that name.
pub type Link<'a> = &'a dyn Fn(Subject, String) -> AnyView;

/// The link to a territory, by its name.
pub(crate) fn territory_link(records: &Records, territory: Territory, link: Link) -> AnyView {
    link(territory.into(), typographic(&records.properties(territory).nom))
}

/// Links in a row, between commas.
pub(crate) fn in_a_row(links: Vec<AnyView>) -> Vec<AnyView> {
    let comma = |(position, link): (usize, AnyView)| {
        let comma = (position > 0).then_some(", ");
        view! { {comma} {link} }.into_any()
    };
    links.into_iter().enumerate().map(comma).collect()
}
