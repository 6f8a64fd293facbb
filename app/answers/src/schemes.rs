//! The CLS or the CPTS of a territory: how much of it they cover, then each scheme.

use crate::country::documented_regions;
use crate::facts::statements;
use crate::sources::source_link;
use crate::swatch;
use leptos::prelude::*;
use map::served::SchemeProperties;
use map::text::{
    arrondissements, extent, fixed, none_here, number, period, status, typographic, undocumented,
};
use map::{Class, Covering, Layer, Records, Territory, coverage_lines};

/// A layer of a territory: the coverage, then the schemes, those that cover most of it first.
pub(crate) fn scheme_list(
    layer: Layer,
    records: &Records,
    territory: Territory,
) -> impl IntoView + use<> {
    let covering = records.covering(layer, territory);
    // Where nothing is known, a zero would be an answer.
    let is_known = records.coverage(layer, territory).is_some();
    let count = is_known.then(|| number(covering.len() as u32));
    let schemes: Vec<_> =
        covering.iter().map(|one| scheme(layer, records, territory, one)).collect();
    view! {
        <section class=format!("layer-answer layer-answer-{}", layer.code())>
            <h3>{layer.title()} " " {count.map(|count| view! { <span class="count">{count}</span> })}</h3>
            {coverage(layer, records, territory)}
            <ul class="schemes">{schemes}</ul>
        </section>
    }
}

/// The bar and its sentences; or that nothing is known.
fn coverage(layer: Layer, records: &Records, territory: Territory) -> AnyView {
    let properties = records.properties(territory);
    let Some(classes) = records.coverage(layer, territory) else {
        let region = records.region_name(&properties.region);
        let text = undocumented(layer, region, &documented_regions(records, layer));
        return view! { <p class="undocumented"><strong>"Non documenté."</strong> " " {text}</p> }
            .into_any();
    };
    let lines = coverage_lines(layer, classes, properties);
    let is_empty = lines.len() == 1 && lines[0].class == Class::None;
    let parts: Vec<_> = lines
        .iter()
        .map(|line| {
            let class = format!("part part-{}", class_name(line.class));
            let width = format!("{}%", fixed(line.population_share * 100.0, 1));
            view! { <span class=class style:width=width></span> }
        })
        .collect();
    let sentences: Vec<_> = lines
        .into_iter()
        .map(|line| {
            let class = format!("key part-{}", class_name(line.class));
            view! { <li><span class=class aria-hidden="true"></span> {line.text}</li> }
        })
        .collect();
    view! {
        {is_empty.then(|| view! { <p class="none">{none_here(layer)}</p> })}
        <div class="bar" aria-hidden="true">{parts}</div>
        <ul class="sentences">{sentences}</ul>
    }
    .into_any()
}

fn class_name(class: Class) -> &'static str {
    match class {
        Class::Active => "active",
        Class::Presumed => "presumed",
        Class::InPreparation => "preparation",
        Class::NotEstablished => "not-established",
        Class::Unknown => "unknown",
        Class::Expired => "expired",
        Class::FormerState => "former-state",
        Class::None => "none",
        Class::NotKnown => "not-known",
        Class::Undocumented => "undocumented",
    }
}

fn scheme(
    layer: Layer,
    records: &Records,
    territory: Territory,
    covering: &Covering,
) -> impl IntoView + use<> {
    let scheme = covering.scheme;
    let swatch = swatch::scheme(layer, scheme.statut);
    let period = period(scheme.debut.as_deref(), scheme.fin.as_deref());
    let extent = extent(covering.amount, records.properties(territory));
    let arrondissements = arrondissements(&scheme.arrondissements);
    view! {
        <li class="scheme">
            <p class="scheme-name">{swatch} <strong>{typographic(&scheme.nom)}</strong></p>
            <p>
                <span class="status">{status(layer, scheme.statut)}</span>
                {period.map(|period| format!(", {period}"))} " · " {extent}
            </p>
            {arrondissements.map(|text| view! { <p class="note">{text}</p> })}
            {scheme.note.clone().map(|note| view! { <p class="caution">{note}</p> })}
            {site(scheme)}
            {source_link(records, &scheme.source)}
            {statements(records, &scheme.id)}
        </li>
    }
}

/// The link to the site of a scheme, without what every address starts with.
fn site(scheme: &SchemeProperties) -> Option<impl IntoView + use<>> {
    let site = scheme.site.clone()?;
    let shown = site.trim_start_matches("https://").trim_start_matches("http://").to_owned();
    Some(view! { <p><a href=site rel="external noreferrer">{shown}</a></p> })
}
