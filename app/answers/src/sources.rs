//! Every source with its date and its licence, and the links to it.

use leptos::prelude::*;
use map::served::Source;
use map::text::{aged, publisher_and_date, typographic, vintage};
use map::{Layer, Records};

/// The list of all sources, and the day on which the data was compiled.
pub fn sources(records: &Records) -> impl IntoView + use<> {
    let manifest = &records.file.manifest;
    let rows: Vec<_> = manifest.sources.iter().map(|(id, source)| row(id, source)).collect();
    view! {
        <ul class="sources">{rows}</ul>
        <p>{vintage(manifest)}</p>
    }
}

fn row(id: &str, source: &Source) -> impl IntoView + use<> {
    let licence = source.licence.as_deref().unwrap_or("Licence non précisée");
    let about = format!("{}. {licence}.", publisher_and_date(source));
    let note = source.note.as_deref().map(typographic);
    view! {
        <li id=format!("source-{id}")>
            <cite>{typographic(&source.titre)}</cite>
            " — "
            {about}
            {note.map(|note| view! { <span class="note">{note}</span> })}
        </li>
    }
}

/// The link from a fact to the page that states it: its publisher, and when it was read.
pub(crate) fn page_link(page: Option<&str>, text: Option<String>) -> Option<impl IntoView + use<>> {
    let (page, text) = (page.map(ToOwned::to_owned), text?);
    let link = match page.filter(|page| !page.is_empty()) {
        Some(page) => view! { <a href=page rel="external noreferrer">{text}</a> }.into_any(),
        None => text.into_any(),
    };
    Some(view! { <p class="source">"Source\u{a0}: " {link}</p> })
}

/// The caution for a date of more than a year before the day of statuses; none for a newer one.
pub(crate) fn age_caution(records: &Records, dated: Option<&str>) -> Option<impl IntoView + use<>> {
    let text = aged(dated?, records.file.manifest.etat.as_deref()?)?;
    Some(view! { <p class="caution">{text}</p> })
}

/// The sources of a section, each once: « Sources : A ; B ». None without any.
pub(crate) fn sources_once(records: &Records, ids: &[&str]) -> Option<impl IntoView + use<>> {
    let mut once: Vec<&str> = Vec::new();
    for id in ids {
        if !once.contains(id) {
            once.push(id);
        }
    }
    let known = &records.file.manifest.sources;
    let links: Vec<_> = once
        .iter()
        .filter_map(|id| Some((id, known.get(*id)?)))
        .enumerate()
        .map(|(index, (id, source))| {
            let comma = (index > 0).then_some("\u{a0}; ");
            let text = typographic(&publisher_and_date(source));
            view! { {comma} <a href=format!("#source-{id}")>{text}</a> }
        })
        .collect();
    let label = if links.len() > 1 { "Sources\u{a0}: " } else { "Source\u{a0}: " };
    (!links.is_empty()).then(|| view! { <p class="source">{label} {links}</p> })
}

/// The link from a fact to its source in the list; none for an unknown source.
pub(crate) fn source_link(records: &Records, id: &str) -> Option<impl IntoView + use<>> {
    let text = publisher_and_date(records.file.manifest.sources.get(id)?);
    Some(
        view! { <p class="source">"Source\u{a0}: " <a href=format!("#source-{id}")>{text}</a></p> },
    )
}

/// The regions of which a list of a layer is known.
pub(crate) fn documented_regions(records: &Records, layer: Layer) -> Vec<&str> {
    let lists = records.file.manifest.couches.iter().filter(|list| list.couche == layer);
    lists.map(|list| records.region_name(&list.region)).collect()
}
