//! The answer for one scheme: what it is, where it is, its status, its dates, its source.

use crate::link::{Link, in_a_row, territory_link};
use crate::projects::item;
use crate::scheme_item::scheme_item;
use leptos::prelude::*;
use map::text::typographic;
use map::{Layer, Records, SchemeIndex, Subject};

/// The answer for a CLS, a CPTS or a project.
pub(crate) fn scheme(
    records: &Records,
    index: SchemeIndex,
    link: Link,
    controls: AnyView,
) -> impl IntoView + use<> {
    let subject = Subject::Scheme(index);
    let project = records.project_at(index).map(|project| item(records, project).into_any());
    let scheme = || {
        let scheme = records.scheme_at(index)?;
        Some(scheme_item(index.layer, records, scheme, None))
    };
    view! {
        <div class="answer-head">
            <p class="kind"><span>{kind(index.layer)}</span></p>
            <h2>{typographic(records.name_of(&subject))}</h2>
            {extent(records, &subject, link)}
            {controls}
        </div>
        <ul class="schemes">{project.or_else(scheme)}</ul>
    }
}

fn kind(layer: Layer) -> &'static str {
    match layer {
        Layer::Cls => "Contrat local de santé (CLS)",
        Layer::Cpts => "Communauté professionnelle territoriale de santé (CPTS)",
        Layer::Projects => "Projet labellisé «\u{a0}CNR\u{a0}Santé\u{a0}»",
    }
}

/// Links to the territories that a scheme or a place lies in; none where they are not known.
pub(crate) fn extent(
    records: &Records,
    subject: &Subject,
    link: Link,
) -> Option<impl IntoView + use<>> {
    let territories = records.extent(subject);
    let links: Vec<AnyView> =
        territories.into_iter().map(|one| territory_link(records, one, link)).collect();
    (!links.is_empty()).then(|| view! { <p class="containing">{in_a_row(links)}</p> })
}
