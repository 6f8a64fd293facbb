//! Lists that explain schemes, the label and national policy.

use crate::context::Explained;
use crate::sources::sources_once;
use leptos::prelude::*;
use map::served::{CnrEntry, CnrEntryKind, KeyFact, Topic};
use map::text::{date, typographic};
use map::{Records, RegionCode};

/// Lists under a title.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Title {
    /// The name of its element in the page; none for what only the country's answer has.
    pub(crate) id: Option<&'static str>,
    pub(crate) text: &'static str,
}

/// The title of the lists on the label.
const LABEL: Title =
    Title { id: Some("comprendre-label"), text: "Le label «\u{a0}CNR Santé\u{a0}»" };

/// Lists of key facts, folded away under a title; those of one region only where it is that of
/// `region`. None where there is no such list.
pub(crate) fn topics(
    records: &Records,
    title: Title,
    topics: &[Topic],
    region: Option<&str>,
    explained: Explained<'_>,
) -> Option<AnyView> {
    let is_here = |fact: &&KeyFact| {
        let own = fact.region.as_ref();
        topics.contains(&fact.sujet)
            && (own.is_none() || region.is_none() || own.map(RegionCode::as_str) == region)
    };
    let facts: Vec<&KeyFact> = records.file.facts.reperes.iter().filter(is_here).collect();
    let sources: Vec<&str> = facts.iter().map(|one| one.source.as_str()).collect();
    let lists: Vec<_> = topics
        .iter()
        .filter_map(|topic| {
            let own: Vec<&&KeyFact> = facts.iter().filter(|one| one.sujet == *topic).collect();
            let items: Vec<_> = own.iter().map(|one| item(records, one)).collect();
            (!items.is_empty())
                .then(|| view! { <p class="fact-label">{topic.label()}</p> <ul>{items}</ul> })
        })
        .collect();
    let all = view! { {lists} {sources_once(records, &sources)} }.into_any();
    (!facts.is_empty()).then(|| folded(title, all, explained))
}

/// Lists folded away under their title, or the link to where they are.
fn folded(title: Title, lists: AnyView, explained: Explained<'_>) -> AnyView {
    let Title { id, text } = title;
    match (explained, id) {
        (Explained::At(page), Some(id)) => {
            view! { <p class="plan-link"><a class="link" href=format!("{page}#{id}")>{text}</a></p> }.into_any()
        }
        _ => view! { <details class="plan" id=id><summary>{text}</summary>{lists}</details> }.into_any(),
    }
}

fn item(records: &Records, fact: &KeyFact) -> impl IntoView + use<> {
    let number =
        (fact.sujet == Topic::SegurMesure).then(|| format!("Mesure {}\u{a0}: ", fact.ordre));
    let region =
        fact.region.as_ref().map(|code| format!(" ({})", typographic(records.region_name(code))));
    let day = fact.date.as_deref().map(|day| format!(" · {}", date(day)));
    let note = fact.note.as_deref().map(typographic);
    view! {
        <li>
            {number} {typographic(&fact.libelle)} {region} {day}
            {note.map(|note| view! { <p class="note">{note}</p> })}
        </li>
    }
}

/// The « CNR Santé » label: criteria, themes, committee, support, steps; folded away.
pub(crate) fn label(records: &Records, explained: Explained<'_>) -> Option<AnyView> {
    let entries = &records.file.facts.label;
    let lists = LABEL_LISTS.map(|(kind, title)| label_list(entries, kind, title));
    let sources: Vec<&str> = entries.iter().map(|one| one.source.as_str()).collect();
    let all = view! { {lists} {sources_once(records, &sources)} }.into_any();
    (!entries.is_empty()).then(|| folded(LABEL, all, explained))
}

/// The lists of the label, in the order in which they are told.
const LABEL_LISTS: [(CnrEntryKind, &str); 5] = [
    (CnrEntryKind::Criterion, "Les quatre caractères d’un projet labellisé"),
    (CnrEntryKind::Theme, "Les quatre thèmes de la concertation"),
    (CnrEntryKind::Committee, "Qui labellise"),
    (CnrEntryKind::Support, "Ce que le label apporte"),
    (CnrEntryKind::Process, "La démarche"),
];

/// The entries of one kind; the same note is said once for all.
fn label_list(
    entries: &[CnrEntry],
    kind: CnrEntryKind,
    title: &'static str,
) -> Option<impl IntoView + use<>> {
    let mut last_note = None;
    let own = entries.iter().filter(|one| one.genre == kind);
    let items: Vec<_> = own
        .map(|one| {
            let day = one.date.as_deref().filter(|_| kind == CnrEntryKind::Process);
            let day = day.map(|day| format!(" · {}", date(day)));
            let note = one.note.as_deref().filter(|note| last_note != Some(*note));
            last_note = one.note.as_deref();
            let note = note.map(typographic);
            view! {
                <li>
                    {typographic(&one.libelle)} {day}
                    {note.map(|note| view! { <p class="note">{note}</p> })}
                </li>
            }
        })
        .collect();
    (!items.is_empty()).then(|| view! { <p class="fact-label">{title}</p> <ul>{items}</ul> })
}
