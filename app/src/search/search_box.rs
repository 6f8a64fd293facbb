//! The input of the search box. Everything else of it comes when it is first used.

use super::part::{SearchViews, load_views};
use crate::load::{Load, Progress};
use crate::state::State;
use leptos::{ev, html, prelude::*};
use map::search::ResultRow;
use std::sync::Arc;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// The signals of the box. It is `Copy`.
#[derive(Clone, Copy)]
pub(super) struct Box {
    pub(super) input: NodeRef<html::Input>,
    /// The text typed.
    pub(super) text: RwSignal<String>,
    /// Whether the list is shown.
    pub(super) is_open: RwSignal<bool>,
    /// The result that the arrow keys have led to.
    pub(super) active: RwSignal<Option<usize>>,
    pub(super) rows: RwSignal<Vec<ResultRow>>,
    /// The download of the communes.
    pub(super) load: RwSignal<Load>,
    /// What keeps the list from being whole; empty for nothing.
    pub(super) note: RwSignal<String>,
    views: RwSignal<Option<Arc<dyn SearchViews>>>,
}

/// The box, at the top left of the map.
#[component]
pub(crate) fn SearchBox(state: State) -> impl IntoView {
    let this = Box {
        input: NodeRef::new(),
        text: RwSignal::new(String::new()),
        is_open: RwSignal::new(false),
        active: RwSignal::new(None),
        rows: RwSignal::new(Vec::new()),
        load: RwSignal::new(Load::Running(Progress::default())),
        note: RwSignal::new(String::new()),
        views: RwSignal::new(None),
    };
    open_with_slash(this.input);
    let list = move || this.views.get().map(|views| views.list());
    let typed = move |event| {
        this.text.set(event_target_value(&event));
        this.active.set(None);
        this.is_open.set(true);
        if let Some(views) = this.views.get_untracked() {
            views.typed();
        }
    };
    let pressed = move |event: ev::KeyboardEvent| {
        if let Some(views) = this.views.get_untracked() {
            views.key(&event);
        }
    };
    view! {
        <div class="search" role="search">
            <label class="visually-hidden" for="recherche">
                "Chercher une commune, un code postal, une intercommunalité"
            </label>
            <input
                node_ref=this.input
                id="recherche"
                type="search"
                role="combobox"
                autocomplete="off"
                autocapitalize="off"
                spellcheck="false"
                enterkeyhint="go"
                placeholder="Commune, code postal, intercommunalité…"
                aria-autocomplete="list"
                aria-controls="resultats"
                aria-expanded=move || this.is_open.get().to_string()
                aria-activedescendant=move || this.active.get().map(option_id)
                prop:value=move || this.text.get()
                on:focus=move |_| load_views(state, this, this.views)
                on:input=typed
                on:keydown=pressed
                on:blur=move |_| this.is_open.set(false)
            />
            {list}
        </div>
    }
}

/// The `id` of the result of that index.
pub(super) fn option_id(index: usize) -> String {
    format!("resultat-{index}")
}

/// « / » leads to the box from anywhere but a field.
fn open_with_slash(input: NodeRef<html::Input>) {
    let on_key = Closure::<dyn FnMut(_)>::new(move |event: ev::KeyboardEvent| {
        let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
        let focused = document().active_element().map(|element| element.tag_name());
        let is_field =
            focused.is_some_and(|tag| matches!(tag.as_str(), "INPUT" | "SELECT" | "TEXTAREA"));
        if event.key() == "/" && is_plain && !is_field {
            event.prevent_default();
            if let Some(input) = input.get_untracked() {
                // Fails only for what is not in the page.
                let _ = input.focus();
            }
        }
    });
    let _ = document().add_event_listener_with_callback("keydown", on_key.as_ref().unchecked_ref());
    // The box lives as long as the page.
    on_key.forget();
}
