//! The CLS or the CPTS of a territory: how much of it they cover, then each scheme.

mod card;
mod coverage;
mod item;
mod without_perimeter;

pub(crate) use card::{kind, scheme_card};
pub(crate) use coverage::unknown;
pub(crate) use item::{Row, StatusShown, named, scheme_item};

use crate::context::{Context, Explained};
use crate::facts::{Title, on_coverage, topics};
use crate::sources::{age_caution, source_link};
use coverage::coverage;
use leptos::prelude::*;
use map::served::Topic;
use map::text::{extent, number, overlap, purpose, unknown_part};
use map::{Class, Covering, Layer, Records, Status, Territory};
use without_perimeter::without_perimeter;

/// More schemes than these are folded away, those that cover least.
const SHOWN: usize = 6;

/// A layer of a territory: what it is for, the coverage, the schemes, those that cover most of it
/// first, their source once.
pub(crate) fn scheme_list(
    layer: Layer,
    records: &Records,
    territory: Territory,
    context: Context,
) -> impl IntoView + use<> {
    let covering = records.covering(layer, territory);
    // Where nothing is known, a zero would be an answer.
    let is_known = records.coverage(layer, territory).is_some();
    let figures = is_known.then(|| on_coverage(layer, records, territory));
    let count = is_known.then(|| number(covering.len() as u32));
    view! {
        <section class=format!("layer-answer layer-answer-{}", layer.code())>
            <h3>{layer.title()} " " {count.map(|count| view! { <span class="count">{count}</span> })}</h3>
            <p class="note">{purpose(layer)}</p>
            {coverage(layer, records, territory)}
            {shared(layer, records, territory, &covering)}
            {rows(layer, records, territory, &covering, context)}
            {without_perimeter(layer, records, territory, context)}
            {list_source(layer, records, territory)}
            {figures}
            {explanation(layer, records, Some(records.properties(territory).region.as_str()), context.explained)}
        </section>
    }
}

/// The lists that explain a layer, folded away.
pub(crate) fn explanation(
    layer: Layer,
    records: &Records,
    region: Option<&str>,
    explained: Explained<'_>,
) -> Option<AnyView> {
    match layer {
        Layer::Cls => topics(
            records,
            Title { id: Some("comprendre-cls"), text: "À quoi sert un CLS, qui le finance" },
            &[Topic::ClsObjectif, Topic::ClsRaison, Topic::ClsFinancement],
            region,
            explained,
        ),
        Layer::Cpts => topics(
            records,
            Title { id: Some("comprendre-cpts"), text: "Les cinq missions d’une CPTS" },
            &[Topic::CptsMission, Topic::Ordonnance2021],
            region,
            explained,
        ),
        Layer::Projects => None,
    }
}

/// The list that the layer is known by, with its age; none under facts, where each scheme has its own.
pub(crate) fn list_source(
    layer: Layer,
    records: &Records,
    territory: Territory,
) -> Option<impl IntoView + use<>> {
    let list = records.documentation(layer, territory)?;
    let source = records.file.manifest.sources.get(&list.source)?;
    let age = age_caution(records, source.date.as_deref().or(source.date_releve.as_deref()));
    Some(view! { {source_link(records, &list.source)} {age} })
}

/// The note on communes that several schemes share.
fn shared(
    layer: Layer,
    records: &Records,
    territory: Territory,
    covering: &[Covering],
) -> Option<impl IntoView + use<>> {
    let outside = [Class::None, Class::NotKnown, Class::Undocumented];
    let classes = records.coverage(layer, territory)?.iter();
    let inside = classes.filter(|(class, _)| !outside.contains(class));
    let together = inside.map(|(_, amount)| amount.population).sum();
    let text = overlap(layer, together, covering.iter().map(|one| one.amount.population))?;
    Some(view! { <p class="note">{text}</p> })
}

/// The rows, long lists folded; what all of them share is said once.
fn rows(
    layer: Layer,
    records: &Records,
    territory: Territory,
    covering: &[Covering],
    context: Context,
) -> impl IntoView + use<> {
    let all_unknown =
        covering.len() > 1 && covering.iter().all(|one| one.scheme.statut == Status::Unknown);
    let list = records.documentation(layer, territory).map(|one| one.source.as_str());
    let row = Row {
        layer,
        list,
        status: if all_unknown { StatusShown::ForAll } else { StatusShown::Here },
    };
    let mut items: Vec<AnyView> = covering
        .iter()
        .map(|one| {
            let wholes = one.amount.communes.saturating_sub(one.scheme.en_partie.len() as u32);
            let extent = unknown_part(&one.scheme.en_partie, wholes)
                .unwrap_or_else(|| extent(one.amount, records.properties(territory)));
            scheme_item(row, records, one.scheme, Some(extent), context)
        })
        .collect();
    let more = if items.len() > SHOWN + 1 { items.split_off(SHOWN) } else { Vec::new() };
    let title = format!("{} autres {}", number(more.len() as u32), layer.short_title());
    let once = all_unknown.then(|| {
        view! { <p class="note">"La source n’en précise pas le statut."</p> }
    });
    view! {
        {once}
        {(!items.is_empty()).then(|| view! { <ul class="schemes">{items}</ul> })}
        {(!more.is_empty()).then(|| view! {
            <details class="more">
                <summary>{title}</summary>
                <ul class="schemes">{more}</ul>
            </details>
        })}
    }
}
