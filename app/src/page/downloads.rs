//! The « Données » page.
//!
//! It is a part of the page that the style sheet shows in place of the map while the address ends
//! in `#donnees`: the browser's own back and forward, and no state of ours.

use crate::load::served_url;
use crate::state::State;
use leptos::prelude::*;

/// The page; hidden by the style sheet unless it is the target.
#[component]
pub(crate) fn Downloads(state: State) -> impl IntoView {
    let content = move || state.answers.get().map(|answers| answers.downloads(&served_url));
    view! {
        <section class="downloads" id="donnees" tabindex="-1" aria-labelledby="donnees-titre">
            <p><a href="#carte">"Retour à la carte"</a></p>
            <h2 id="donnees-titre">"Données"</h2>
            {content}
        </section>
    }
}
