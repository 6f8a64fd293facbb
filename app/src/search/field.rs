//! The input of the search box, its events, and the sentence in place of results.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::prelude::Closure;

/// The input with its label, in HTML. It is there from the first picture on, and so is no view: that
/// would be 2 KB more of the first program.
pub(crate) const FIELD: &str = "<label class=\"visually-hidden\" for=\"recherche\">\
    Chercher une commune, un code postal, une intercommunalité</label>\
    <input id=\"recherche\" type=\"search\" role=\"combobox\" autocomplete=\"off\" autocapitalize=\"off\" \
    spellcheck=\"false\" enterkeyhint=\"go\" placeholder=\"Commune, code postal, intercommunalité…\" \
    aria-autocomplete=\"list\" aria-controls=\"resultats\" aria-expanded=\"false\" aria-keyshortcuts=\"/\">";

/// The `id` of the input.
pub(super) const INPUT: &str = "recherche";

/// The `id` of the list of results.
pub(super) const LIST: &str = "resultats";

/// The input of the box.
pub(super) fn input() -> Option<web_sys::HtmlInputElement> {
    Some(document().get_element_by_id(INPUT)?.unchecked_into())
}

/// Whether the input has the focus.
pub(super) fn is_focused() -> bool {
    is_there("#recherche:focus")
}

/// Whether an element of the page is one for `selector`.
pub(super) fn is_there(selector: &str) -> bool {
    // Fails only for what is no selector.
    document().query_selector(selector).ok().flatten().is_some()
}

/// Calls `handle` for every event of that name, as long as the page lives.
pub(super) fn on<E: FromWasmAbi + 'static>(
    target: &web_sys::EventTarget,
    name: &str,
    handle: impl FnMut(E) + 'static,
) {
    let handle = Closure::<dyn FnMut(E)>::new(handle);
    // Fails for no event of that kind.
    let _ = target.add_event_listener_with_callback(name, handle.as_ref().unchecked_ref());
    handle.forget();
}

/// The sentence in place of results that cannot be had, with a way to try again.
pub(super) fn failure(reason: String, retry: Callback<()>) -> AnyView {
    view! {
        <div class="results failed" role="alert">
            <p>"Recherche indisponible. " {reason}</p>
            <button type="button" class="main-button" on:click=move |_| retry.run(())>"Réessayer"</button>
        </div>
    }
    .into_any()
}
