//! The answer for one scheme: all that is known of it.

use super::explanation;
use super::item::{Row, StatusShown, dates, named, own_source, see, site};
use super::without_perimeter::known;
use crate::context::Context;
use crate::facts::statements;
use crate::link::in_a_row;
use crate::sources::page_link;
use crate::swatch;
use leptos::prelude::*;
use map::served::SchemeProperties;
use map::text::{
    arrondissements, count, period, purpose, standing, status_day, typographic, unknown_part,
};
use map::{Layer, Records, SchemeIndex, Subject};

/// The answer for a CLS or a CPTS; none for an index that leads nowhere.
pub(crate) fn scheme_card(
    records: &Records,
    index: SchemeIndex,
    context: Context,
    controls: AnyView,
) -> Option<AnyView> {
    let scheme = records.scheme_at(index)?;
    let layer = index.layer;
    let cautions = [&scheme.note, &scheme.reserve].map(|text| {
        text.as_deref().map(|text| view! { <p class="caution">{typographic(text)}</p> })
    });
    Some(
        view! {
            {head(records, layer, scheme, controls)}
            {dates(layer, scheme)}
            {axes(scheme)}
            {site(scheme)}
            {see(records, scheme)}
            {cautions}
            <section class="layer-answer">
                <h3>"Où"</h3>
                {perimeter(records, index, scheme, context)}
            </section>
            {sources(records, layer, scheme, context)}
            {statements(records, &scheme.id)}
            <section class="layer-answer">
                <p class="note">{purpose(layer)}</p>
                {explanation(layer, records, None, context.explained)}
                {status_day(&records.file.manifest).map(|day| view! { <p class="note">{day} "."</p> })}
            </section>
        }
        .into_any(),
    )
}

/// The heading: what it is, its name, its status.
fn head(
    records: &Records,
    layer: Layer,
    scheme: &SchemeProperties,
    controls: AnyView,
) -> impl IntoView + use<> {
    let swatch = swatch::scheme(layer, scheme.statut);
    let status = standing(layer, scheme, named(records, &scheme.suite));
    let period = period(scheme.debut.as_deref(), scheme.fin.as_deref());
    view! {
        <div class="answer-head">
            <h2>{typographic(&scheme.nom)}</h2>
            {controls}
        </div>
        <p class="lead">{swatch} " " <span class="status">{status}</span> {period.map(|text| format!(", {text}"))}</p>
        <p class="kind"><span>{kind(layer)}</span></p>
    }
}

/// The list, the pages that state the row, and who hears of errors.
fn sources(
    records: &Records,
    layer: Layer,
    scheme: &SchemeProperties,
    context: Context,
) -> impl IntoView + use<> {
    let row = Row { layer, list: None, status: StatusShown::Here };
    let second = scheme.seconde_page.as_ref().map(|_| "seconde page".to_owned());
    view! {
        <section class="layer-answer">
            <h3>"Sources"</h3>
            {own_source(row, records, scheme)}
            {page_link(scheme.seconde_page.as_deref(), second)}
            {context.report(records, &scheme.id, &scheme.source)}
        </section>
    }
}

/// The kind of a scheme.
pub(crate) fn kind(layer: Layer) -> &'static str {
    match layer {
        Layer::Cls => "Contrat local de santé (CLS)",
        Layer::Cpts => "Communauté professionnelle territoriale de santé (CPTS)",
        Layer::Projects => "Projet labellisé «\u{a0}CNR\u{a0}Santé\u{a0}»",
    }
}

fn axes(scheme: &SchemeProperties) -> Option<impl IntoView + use<>> {
    let axes: Vec<_> =
        scheme.axes.iter().map(|axis| view! { <li>{typographic(axis)}</li> }).collect();
    (!axes.is_empty())
        .then(|| view! { <p class="fact-label">"Axes"</p> <ul class="axes">{axes}</ul> })
}

/// The perimeter: the territories that give it, the communes, what is not known of it.
fn perimeter(
    records: &Records,
    index: SchemeIndex,
    scheme: &SchemeProperties,
    context: Context,
) -> impl IntoView + use<> {
    let subject = Subject::Scheme(index);
    let territories = records.extent(&subject).into_iter();
    let links: Vec<AnyView> = territories
        .map(|one| context.link(one.into(), typographic(&records.properties(one).nom)))
        .collect();
    let communes = scheme.communes.len() as u32;
    let communes =
        (communes > 0 && scheme.has_perimeter()).then(|| count(communes, "commune", "communes"));
    let part = unknown_part(&scheme.en_partie, 0);
    let known = known(records, scheme);
    let is_unknown = !scheme.has_perimeter() && known.is_none();
    view! {
        {(!links.is_empty()).then(|| view! { <p>{in_a_row(links)}</p> })}
        {communes.map(|text| view! { <p>{text}</p> })}
        {arrondissements(&scheme.arrondissements).map(|text| view! { <p>{text}</p> })}
        {part.map(|text| view! { <p class="note">{map::text::capital(&text)} "."</p> })}
        {known.map(|text| view! { <p class="note">{map::text::capital(&text)} "."</p> })}
        {is_unknown.then(|| view! { <p class="note">"Son périmètre n’est pas publié\u{a0}: il n’est ni dessiné ni compté dans une part."</p> })}
    }
}
