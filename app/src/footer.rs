//! The footer: every source with its date and its licence.

use crate::state::State;
use leptos::prelude::*;
use map::served::Source;
use map::source_date;
use map::text::typographic;

/// Sources and licences.
#[component]
pub(crate) fn Footer(state: State) -> impl IntoView {
    let sources = move || {
        let records = state.records.get()?;
        let rows = records.file.manifest.sources.iter().map(|(id, source)| row(id, source));
        Some(rows.collect::<Vec<_>>())
    };
    let built = move || {
        let records = state.records.get()?;
        let day = map::text::date(&records.file.manifest.date);
        Some(format!(
            "Territoires\u{a0}: {}. Données compilées le {day}.",
            records.file.manifest.cog
        ))
    };
    view! {
        <footer class="footer">
            <h2>"Sources et licences"</h2>
            <ul class="sources">{sources}</ul>
            <p>{built}</p>
            <p>
                "Les données dérivées sont publiées sous Licence Ouverte\u{a0}2.0, le code sous licence MIT. "
                "Cette page ne dépose aucun cookie, n’appelle aucun tiers et ne conserve rien de votre visite."
            </p>
        </footer>
    }
}

fn row(id: &str, source: &Source) -> impl IntoView + use<> {
    let licence = source.licence.clone().unwrap_or_else(|| "Licence non précisée".to_owned());
    let about = format!("{}, {}. {licence}.", source.editeur, source_date(source));
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
