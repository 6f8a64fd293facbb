//! Calls for projects and roadmaps, with all that their sources say.

use super::statements::statement_list;
use crate::sources::{source_link, sources_once};
use leptos::prelude::*;
use map::Records;
use map::served::{Call, Roadmap};
use map::text::{call_state, enumerated, typographic};

/// The roadmaps of a territory, those that were made together as one, with their priorities.
pub(super) fn roadmaps(records: &Records, roadmaps: &[&Roadmap]) -> Vec<AnyView> {
    let mut sets: Vec<&str> = roadmaps.iter().map(|one| one.ensemble.as_str()).collect();
    sets.dedup();
    sets.into_iter().map(|set| together(records, set, roadmaps)).collect()
}

fn together(records: &Records, set: &str, roadmaps: &[&Roadmap]) -> AnyView {
    let own: Vec<&&Roadmap> = roadmaps.iter().filter(|one| one.ensemble == set).collect();
    let names: Vec<String> = own.iter().map(|one| typographic(&one.territoire)).collect();
    let title =
        if own.len() == 1 { "Feuille de route\u{a0}: " } else { "Feuilles de route\u{a0}: " };
    let title = format!("{title}{}", enumerated(&names));
    let notes: Vec<_> = own
        .iter()
        .filter_map(|one| Some((&one.territoire, one.note.as_deref()?)))
        .map(|(territory, note)| {
            view! { <p class="note">{typographic(&format!("{territory} : {note}"))}</p> }
        })
        .collect();
    let sources: Vec<&str> = own.iter().map(|one| one.source.as_str()).collect();
    view! {
        <details class="plan">
            <summary>{title}</summary>
            {notes}
            {statement_list(records, set)}
            {sources_once(records, &sources)}
        </details>
    }
    .into_any()
}

/// Calls for projects: their state, their themes with examples, who may answer and what they promise.
pub(super) fn calls(records: &Records, calls: &[&Call]) -> Vec<AnyView> {
    calls.iter().map(|one| call(records, one)).collect()
}

fn call(records: &Records, call: &Call) -> AnyView {
    let items = |all: &[String]| -> Vec<_> {
        all.iter().map(|one| view! { <li>{typographic(one)}</li> }).collect()
    };
    let list = |title: &'static str, all: &[String]| {
        (!all.is_empty()).then(|| view! { <p class="fact-label">{title}</p> <ul>{items(all)}</ul> })
    };
    let examples = |index: usize| {
        let all = call.exemples.get(index)?;
        let text = format!("par exemple\u{a0}: {}", all.join("\u{a0}; "));
        Some(view! { <span class="note">{typographic(&text)}</span> })
    };
    let themes: Vec<_> = call
        .themes
        .iter()
        .enumerate()
        .map(|(index, theme)| view! { <li>{typographic(theme)} " " {examples(index)}</li> })
        .collect();
    let note = call.note.as_deref().map(typographic);
    view! {
        <details class="plan">
            <summary>{format!("Appel à projets\u{a0}: {}", typographic(&call.titre))}</summary>
            <p>{call_state(call)}</p>
            <p class="fact-label">"Thèmes"</p>
            <ul>{themes}</ul>
            {list("Qui peut répondre", &call.porteurs)}
            {list("À quoi l’on s’engage", &call.engagements)}
            {note.map(|note| view! { <p class="note">{note}</p> })}
            {source_link(records, &call.source)}
        </details>
    }
    .into_any()
}
