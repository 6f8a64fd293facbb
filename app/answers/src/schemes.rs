//! The CLS or the CPTS of a territory: how much of it they cover, then each scheme.

use crate::country::documented_regions;
use crate::facts::on_coverage;
use crate::link::{Link, scheme_link};
use crate::scheme_item::scheme_item;
use crate::sources::age_caution;
use crate::without_perimeter::without_perimeter;
use leptos::prelude::*;
use map::text::{extent, fixed, none_here, not_known_here, number, undocumented, unknown_part};
use map::{Class, Covering, Degree, Layer, Records, Territory, coverage_lines};

/// A layer of a territory: the coverage, then the schemes, those that cover most of it first.
pub(crate) fn scheme_list(
    layer: Layer,
    records: &Records,
    territory: Territory,
    link: Link,
) -> impl IntoView + use<> {
    let covering = records.covering(layer, territory);
    // Where nothing is known, a zero would be an answer.
    let is_known = records.coverage(layer, territory).is_some();
    let figures = on_coverage(layer, records, territory);
    let count = is_known.then(|| number(covering.len() as u32));
    let schemes: Vec<_> =
        covering.iter().map(|one| scheme(layer, records, territory, one, link)).collect();
    view! {
        <section class=format!("layer-answer layer-answer-{}", layer.code())>
            <h3>{layer.title()} " " {count.map(|count| view! { <span class="count">{count}</span> })}</h3>
            {coverage(layer, records, territory)}
            {age_of_list(layer, records, territory)}
            {figures}
            <ul class="schemes">{schemes}</ul>
            {without_perimeter(layer, records, territory, link)}
        </section>
    }
}

/// The caution for an old list; none under facts, where each scheme has its own.
fn age_of_list(
    layer: Layer,
    records: &Records,
    territory: Territory,
) -> Option<impl IntoView + use<>> {
    let list = records.documentation(layer, territory)?;
    let source = records.file.manifest.sources.get(&list.source)?;
    age_caution(records, source.date.as_deref().or(source.date_releve.as_deref()))
}

/// The bar and its sentences; or that nothing is known.
fn coverage(layer: Layer, records: &Records, territory: Territory) -> AnyView {
    let properties = records.properties(territory);
    let Some(classes) = records.coverage(layer, territory) else {
        if records.degree(layer, territory) == Some(Degree::Facts) {
            return view! { <p class="undocumented">{not_known_here(layer)}</p> }.into_any();
        }
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
    link: Link,
) -> impl IntoView + use<> {
    let scheme = covering.scheme;
    let wholes = covering.amount.communes.saturating_sub(scheme.en_partie.len() as u32);
    let extent = unknown_part(&scheme.en_partie, wholes)
        .unwrap_or_else(|| extent(covering.amount, records.properties(territory)));
    scheme_item(layer, records, scheme, Some(extent), scheme_link(records, scheme, link))
}
