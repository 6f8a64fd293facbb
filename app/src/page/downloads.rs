//! The « Données » page.
//!
//! It is a part of the page that the style sheet shows in place of the map while the address ends
//! in `#donnees`: the browser's own back and forward, and no state of ours. Its rows are made when
//! it is shown for the first time: they are thousands of elements, and most visits never see them.

use crate::load::served_url;
use crate::state::State;
use leptos::ev::hashchange;
use leptos::prelude::*;

/// The end of its address.
const FRAGMENT: &str = "#donnees";

/// The page; hidden by the style sheet unless it is the target.
#[component]
pub(crate) fn Downloads(state: State) -> impl IntoView {
    let was_shown = RwSignal::new(is_shown());
    let listener = window_event_listener(hashchange, move |_| {
        if is_shown() && !was_shown.get_untracked() {
            was_shown.set(true);
        }
    });
    on_cleanup(move || listener.remove());
    let content = move || {
        was_shown.get().then(|| state.answers.get().map(|answers| answers.downloads(&served_url)))
    };
    view! {
        <section class="downloads" id="donnees" tabindex="-1" aria-labelledby="donnees-titre">
            <p><a href="#carte">"Retour à la carte"</a></p>
            <h2 id="donnees-titre">"Données"</h2>
            {content}
        </section>
    }
}

/// Whether the page is the target of the address.
fn is_shown() -> bool {
    window().location().hash().is_ok_and(|fragment| fragment == FRAGMENT)
}
