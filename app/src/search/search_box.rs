//! The input of the search box. Everything else of it comes when it is first used.

use super::field::{INPUT, LIST, failure, focus};
use super::part::{MakeList, find_list};
use crate::state::State;
use leptos::task::spawn_local;
use leptos::{ev, prelude::*};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The reason why the part cannot be had.
const OFFLINE: &str = "Vérifiez votre connexion à Internet, puis réessayez.";

/// The part that makes the list of results.
#[derive(Clone, Copy)]
enum ListPart {
    /// Not asked for.
    Absent,
    Coming,
    Here(MakeList),
    Failed,
}

/// The box: in the banner of a phone, over the map of a wider window.
#[component]
pub(crate) fn SearchBox(state: State) -> impl IntoView {
    let part = RwSignal::new(ListPart::Absent);
    let is_wanted = RwSignal::new(false);
    // What is found is shown on the map: without it there is nothing to be found.
    Effect::new(move |_| {
        if is_wanted.get() && state.atlas.with(Option::is_some) {
            load(part);
        }
    });
    focus_with_slash();
    let list = move || match part.get() {
        ListPart::Here(make) => Some(make(state)),
        ListPart::Failed => Some(failure(OFFLINE.to_owned(), Callback::new(move |()| load(part)))),
        ListPart::Absent | ListPart::Coming => None,
    };
    view! {
        <div class="search" role="search" on:focusin=move |_| is_wanted.set(true)>
            <label class="visually-hidden" for=INPUT>
                "Chercher une commune, un code postal, une intercommunalité"
            </label>
            <input
                id=INPUT
                type="search"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="go"
                placeholder="Commune, code postal, intercommunalité…"
                aria-autocomplete="list"
                aria-controls=LIST
                aria-expanded="false"
                aria-keyshortcuts="/"
            />
            {list}
        </div>
    }
}

/// Loads the part, unless it is here or on its way.
fn load(part: RwSignal<ListPart>) {
    if matches!(part.get_untracked(), ListPart::Coming | ListPart::Here(_)) {
        return;
    }
    part.set(ListPart::Coming);
    spawn_local(
        async move { part.set(find_list().await.map_or(ListPart::Failed, ListPart::Here)) },
    );
}

/// « / » leads to the box from anywhere but a field.
fn focus_with_slash() {
    let on_key = Closure::<dyn FnMut(_)>::new(move |event: ev::KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        let focused = document().active_element().map(|element| element.tag_name());
        let is_field =
            focused.is_some_and(|tag| matches!(tag.as_str(), "INPUT" | "SELECT" | "TEXTAREA"));
        if event.key() == "/" && is_plain && !is_field {
            event.prevent_default();
            focus(INPUT);
        }
    });
    let _ = document().add_event_listener_with_callback("keydown", on_key.as_ref().unchecked_ref());
    // The box lives as long as the page.
    on_key.forget();
}
