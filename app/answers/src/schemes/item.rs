//! One scheme in a list: its name, its status, how much it covers, its exceptions.

use crate::context::Context;
use crate::sources::{age_caution, page_link, source_link};
use crate::swatch;
use leptos::prelude::*;
use map::served::SchemeProperties;
use map::text::{announced, arrondissements, page_of, period, standing, typographic};
use map::{Layer, Records};

/// The source of rows that each have a page of their own.
const ANNOUNCEMENTS: &str = "annonces-2026-11";

/// The list that a row stands in.
#[derive(Clone, Copy)]
pub(crate) struct Row<'a> {
    /// CLS or CPTS.
    pub(crate) layer: Layer,
    /// The source that is said once for the list; rows say another one themselves.
    pub(crate) list: Option<&'a str>,
    /// Where the status is said.
    pub(crate) status: StatusShown,
}

/// The place where the status of a row is said.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum StatusShown {
    /// In the row.
    Here,
    /// Once for all rows.
    ForAll,
}

/// One scheme; `extent` says how much of the territory it covers.
pub(crate) fn scheme_item(
    row: Row,
    records: &Records,
    scheme: &SchemeProperties,
    extent: Option<String>,
    context: Context,
) -> AnyView {
    let swatch = swatch::scheme(row.layer, scheme.statut);
    let cautions = [&scheme.note, &scheme.reserve].map(|text| {
        text.as_deref().map(|text| view! { <p class="caution">{typographic(text)}</p> })
    });
    let name = typographic(&scheme.nom);
    let name = match records.scheme_index(&scheme.id) {
        Some(index) => context.link(index.into(), name),
        None => name.into_any(),
    };
    view! {
        <li class="scheme">
            <p class="scheme-name">{swatch} <strong>{name}</strong></p>
            <p>{facts(row, records, scheme, extent)}</p>
            {arrondissements(&scheme.arrondissements).map(|text| view! { <p class="note">{text}</p> })}
            {dates(row.layer, scheme)}
            {see(records, scheme)}
            {cautions}
            {site(scheme)}
            {own_source(row, records, scheme)}
            {context.report(records, &scheme.id, &scheme.source)}
        </li>
    }
    .into_any()
}

/// « actif, de 2024 à 2029 · tout le territoire ».
fn facts(
    row: Row,
    records: &Records,
    scheme: &SchemeProperties,
    extent: Option<String>,
) -> impl IntoView + use<> {
    let period = period(scheme.debut.as_deref(), scheme.fin.as_deref());
    let status = (row.status == StatusShown::Here)
        .then(|| standing(row.layer, scheme, named(records, &scheme.suite)));
    let has_before = status.is_some() || period.is_some();
    let period = period.map(|period| match status {
        Some(_) => format!(", {period}"),
        None => period,
    });
    let extent = extent.map(|extent| if has_before { format!(" · {extent}") } else { extent });
    view! { {status.map(|status| view! { <span class="status">{status}</span> })} {period} {extent} }
}

/// The name of the scheme of that identifier.
pub(crate) fn named<'a>(records: &'a Records, id: &Option<String>) -> Option<&'a str> {
    records.scheme(id.as_deref()?).map(|other| other.nom.as_str())
}

/// The dates and counts that announcements give.
pub(super) fn dates(layer: Layer, scheme: &SchemeProperties) -> Option<impl IntoView + use<>> {
    let announced = announced(layer, scheme).join(" ");
    (!announced.is_empty()).then(|| view! { <p class="note">{announced}</p> })
}

/// The scheme that may be the same, or its successor.
pub(super) fn see(records: &Records, scheme: &SchemeProperties) -> Option<impl IntoView + use<>> {
    let name = typographic(named(records, &scheme.voir)?);
    Some(view! { <p class="note">"Peut-être le même que " {name} ", ou sa suite."</p> })
}

/// The source of a row, unless its list has said it, and the page that states it.
pub(super) fn own_source(
    row: Row,
    records: &Records,
    scheme: &SchemeProperties,
) -> impl IntoView + use<> {
    let has_page = scheme.source == ANNOUNCEMENTS && scheme.editeur.is_some();
    let is_shown = row.list == Some(scheme.source.as_str());
    view! {
        {(!has_page && !is_shown).then(|| source_link(records, &scheme.source))}
        {page_link(scheme.page.as_deref(), page_of(scheme))}
        {age_caution(records, scheme.lue.as_deref())}
    }
}

/// The link to the site of a scheme, without what every address starts with.
pub(super) fn site(scheme: &SchemeProperties) -> Option<impl IntoView + use<>> {
    let site = scheme.site.clone()?;
    let shown = site.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    Some(view! { <p>"Site\u{a0}: " <a href=site rel="external noreferrer">{shown}</a></p> })
}
