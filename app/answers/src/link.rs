//! Links from an answer to other subjects.

use leptos::prelude::*;
use map::served::SchemeProperties;
use map::text::typographic;
use map::{Records, Subject, Territory};

/// A function that makes the link to a subject of that name.
pub type Link<'a> = &'a dyn Fn(Subject, String) -> AnyView;

/// The link to a territory, by its name.
pub(crate) fn territory_link(records: &Records, territory: Territory, link: Link) -> AnyView {
    link(territory.into(), typographic(&records.properties(territory).nom))
}

/// The link to a CLS or a CPTS, by its name.
pub(crate) fn scheme_link(records: &Records, scheme: &SchemeProperties, link: Link) -> AnyView {
    let name = typographic(&scheme.nom);
    match records.scheme_index(&scheme.id) {
        Some(index) => link(index.into(), name),
        None => name.into_any(),
    }
}

/// Links in a row, between commas.
pub(crate) fn in_a_row(links: Vec<AnyView>) -> Vec<AnyView> {
    let comma = |(position, link): (usize, AnyView)| {
        let comma = (position > 0).then_some(", ");
        view! { {comma} {link} }.into_any()
    };
    links.into_iter().enumerate().map(comma).collect()
}
