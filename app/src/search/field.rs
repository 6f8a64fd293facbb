//! The elements of the search box by their `id`, and the sentence in place of results.

use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// The `id` of the input.
pub(super) const INPUT: &str = "recherche";

/// The `id` of the list of results.
pub(super) const LIST: &str = "resultats";

/// The input of the box.
pub(super) fn input() -> Option<web_sys::HtmlInputElement> {
    document().get_element_by_id(INPUT)?.dyn_into().ok()
}

/// Gives the focus to the element with that `id`.
pub(super) fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|one| one.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for what is not in the page.
        let _ = element.focus();
    }
}

/// The sentence in place of results that cannot be had, with a way to try again.
pub(super) fn failure(reason: String, retry: Callback<()>) -> AnyView {
    view! {
        <div class="results failed" role="alert">
            <p>"Recherche indisponible. " {reason}</p>
            <button type="button" on:click=move |_| retry.run(())>"Réessayer"</button>
        </div>
    }
    .into_any()
}
