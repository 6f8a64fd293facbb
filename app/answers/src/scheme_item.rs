//! One scheme: its status, its dates, its reservations and its sources.

use crate::facts::statements;
use crate::sources::{age_caution, page_link, source_link};
use crate::swatch;
use leptos::prelude::*;
use map::served::SchemeProperties;
use map::text::{announced, arrondissements, page_of, period, standing, typographic};
use map::{Layer, Records};

/// The source of rows that each have a page of their own.
const ANNOUNCEMENTS: &str = "annonces-2026-11";

/// One scheme; `extent` says how much of the territory it covers, `name` is its name or the link to it.
pub(crate) fn scheme_item(
    layer: Layer,
    records: &Records,
    scheme: &SchemeProperties,
    extent: Option<String>,
    name: AnyView,
) -> AnyView {
    let swatch = swatch::scheme(layer, scheme.statut);
    let period = period(scheme.debut.as_deref(), scheme.fin.as_deref());
    let arrondissements = arrondissements(&scheme.arrondissements);
    let named = |id: &Option<String>| {
        let other = id.as_deref().and_then(|id| records.scheme(id));
        other.map(|other| other.nom.as_str())
    };
    let standing = standing(layer, scheme, named(&scheme.suite));
    let see = named(&scheme.voir).map(typographic);
    let announced = announced(layer, scheme).join(" ");
    let cautions = [&scheme.note, &scheme.reserve].map(|text| {
        text.as_deref().map(|text| view! { <p class="caution">{typographic(text)}</p> })
    });
    view! {
        <li class="scheme">
            <p class="scheme-name">{swatch} <strong>{name}</strong></p>
            <p>
                <span class="status">{standing}</span>
                {period.map(|period| format!(", {period}"))}
                {extent.map(|extent| format!(" · {extent}"))}
            </p>
            {arrondissements.map(|text| view! { <p class="note">{text}</p> })}
            {(!announced.is_empty()).then(|| view! { <p class="note">{announced}</p> })}
            {see.map(|name| view! { <p class="note">"Peut-être le même que " {name} ", ou sa suite."</p> })}
            {cautions}
            {site(scheme)}
            {(scheme.source != ANNOUNCEMENTS || scheme.editeur.is_none())
                .then(|| source_link(records, &scheme.source))}
            {page_link(scheme.page.as_deref(), page_of(scheme))}
            {age_caution(records, scheme.lue.as_deref())}
            {statements(records, &scheme.id)}
        </li>
    }
    .into_any()
}

/// The link to the site of a scheme, without what every address starts with.
fn site(scheme: &SchemeProperties) -> Option<impl IntoView + use<>> {
    let site = scheme.site.clone()?;
    let shown = site.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    Some(view! { <p><a href=site rel="external noreferrer">{shown}</a></p> })
}
