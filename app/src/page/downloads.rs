//! The « Données » page.
//!
//! It is a part of the page that the style sheet shows in place of the map while the address ends
//! in `#donnees`, or in a source of its list: the browser's own back and forward, and no state of ours. Its
//! rows are made when it is shown for the first time: they are thousands of elements, and most visits
//! never see them. The sources are there before: links of the answers lead to them.

use crate::load::served_url;
use crate::state::State;
use leptos::ev::hashchange;
use leptos::prelude::*;

/// The beginnings of the fragments that show it.
const FRAGMENTS: [&str; 2] = ["#donnees", "#source-"];

/// The page; hidden by the style sheet unless it is the target.
#[component]
pub(crate) fn Downloads(state: State) -> impl IntoView {
    let was_shown = RwSignal::new(is_shown());
    let listener = window_event_listener(hashchange, move |_| {
        if is_shown() && !was_shown.get_untracked() {
            was_shown.set(true);
            // The rows have just pushed the source away that was asked for.
            request_animation_frame(show_target);
        }
    });
    on_cleanup(move || listener.remove());
    let content = move || {
        was_shown.get().then(|| state.answers.get().map(|answers| answers.downloads(&served_url)))
    };
    let sources = move || state.answers.get().map(|answers| answers.sources());
    view! {
        <section class="downloads" id="donnees" tabindex="-1" aria-labelledby="donnees-titre">
            <p><a href="#carte">"Retour à la carte"</a></p>
            <h2 id="donnees-titre">"Données"</h2>
            {content}
            <h3>"Sources et licences"</h3>
            {sources}
        </section>
    }
}

/// Brings the part of the page into sight that the address names.
fn show_target() {
    let hash = window().location().hash().unwrap_or_default();
    if let Some(target) = document().get_element_by_id(hash.trim_start_matches('#')) {
        target.scroll_into_view();
    }
}

/// Whether the address leads to the page.
fn is_shown() -> bool {
    let is_of_it = |fragment: String| FRAGMENTS.iter().any(|start| fragment.starts_with(start));
    window().location().hash().is_ok_and(is_of_it)
}
