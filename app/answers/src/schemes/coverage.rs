//! The coverage of a territory by a layer: a bar with its sentences, or that nothing is known.

use crate::facts::published_here;
use crate::sources::documented_regions;
use leptos::prelude::*;
use map::text::{fixed, none_here, not_known_here, undocumented};
use map::{Class, CoverageLine, Degree, Layer, Records, Territory, coverage_lines};

/// The bar and its sentences; or that nothing is known, with what is published.
pub(super) fn coverage(layer: Layer, records: &Records, territory: Territory) -> AnyView {
    match records.coverage(layer, territory) {
        Some(classes) => {
            lines(layer, coverage_lines(layer, classes, records.properties(territory)))
        }
        None => unknown(layer, records, territory),
    }
}

/// The box of a layer of which nothing is known in a territory.
pub(crate) fn unknown(layer: Layer, records: &Records, territory: Territory) -> AnyView {
    let published = published_here(layer, records, territory);
    if records.degree(layer, territory) == Some(Degree::Facts) {
        return view! { <div class="undocumented"><p>{not_known_here(layer)}</p> {published}</div> }
            .into_any();
    }
    let region = records.region_name(&records.properties(territory).region);
    let text = undocumented(layer, region, &documented_regions(records, layer));
    view! {
        <div class="undocumented">
            <p><strong>"Non documenté."</strong> " " {text}</p>
            {published}
        </div>
    }
    .into_any()
}

fn lines(layer: Layer, lines: Vec<CoverageLine>) -> AnyView {
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
