//! The tabs of the panel: the answer, or the list of what the selection holds.

use crate::browser::focus;
use crate::compare::{compare_button, note_comparison};
use crate::state::State;
use leptos::{ev, prelude::*};
use map::View;

/// The identifiers of the tabs and of what they show.
const ANSWER: &str = "onglet-fiche";
const LIST: &str = "onglet-liste";
const SHOWN: &str = "volet";

/// The identifier of the button that gives the map its area again.
pub(super) const TO_MAP: &str = "revenir-a-la-carte";

/// The tabs « Fiche » and « Liste », and the button that gives the list the place of the map.
pub(crate) fn tabs(state: State) -> AnyView {
    let is_list = move || state.choice.with(|choice| choice.view == View::List);
    let widen = move |_| {
        state.choice.update(|choice| choice.view = View::Table);
        // By then the table is there.
        request_animation_frame(|| focus(TO_MAP));
    };
    let name = "Tableau à la place de la carte";
    label_panel(state);
    note_comparison(state);
    view! {
        <div class="tabs">
            <div role="tablist" aria-label="Présentation" on:keydown=move |event| on_key(state, &event)>
                {tab(state, View::Map, ANSWER, ("Fiche", "f"))}
                {tab(state, View::List, LIST, ("Liste", "t"))}
            </div>
            {move || compare_button(state)}
            <Show when=is_list>
                <button type="button" class="widen" aria-label=name title=name on:click=widen>
                    <span aria-hidden="true">"⤢"</span>
                </button>
            </Show>
        </div>
    }
    .into_any()
}

/// A tab with its name, and the letter that leads there together with the keys of the browser for that.
fn tab(
    state: State,
    view: View,
    id: &'static str,
    (name, key): (&'static str, &'static str),
) -> AnyView {
    let is_shown = move || {
        let is_list = state.choice.with(|choice| choice.view == View::List);
        is_list == (view == View::List)
    };
    view! {
        <button
            type="button"
            role="tab"
            id=id
            accesskey=key
            aria-controls=SHOWN
            aria-selected=move || is_shown().to_string()
            tabindex=move || if is_shown() { "0" } else { "-1" }
            on:click=move |_| show(state, view)
        >
            {name}
        </button>
    }
    .into_any()
}

/// Shows what a tab stands for. The table leaves the answer in the panel.
fn show(state: State, view: View) {
    let shown = state.choice.with_untracked(|choice| choice.view);
    if shown != view && (shown, view) != (View::Table, View::Map) {
        state.choice.update(|choice| choice.view = view);
    }
}

/// The arrow keys, Home and End go from tab to tab and show what it stands for.
fn on_key(state: State, event: &ev::KeyboardEvent) {
    let is_list = state.choice.with_untracked(|choice| choice.view == View::List);
    let goes_to_list = match event.key().as_str() {
        "ArrowLeft" | "ArrowRight" => !is_list,
        "Home" => false,
        "End" => true,
        _ => return,
    };
    let (view, id) = if goes_to_list { (View::List, LIST) } else { (View::Map, ANSWER) };
    event.prevent_default();
    show(state, view);
    focus(id);
}

/// Gives the map its area again, and the list that of the answer.
pub(super) fn narrow(state: State) {
    state.choice.update(|choice| choice.view = View::List);
    focus(LIST);
}

/// Names the panel below after the tab that is chosen.
fn label_panel(state: State) {
    Effect::new(move |_| {
        let is_list = state.choice.with(|choice| choice.view == View::List);
        let label = if is_list { LIST } else { ANSWER };
        if let Some(shown) = document().get_element_by_id(SHOWN) {
            // Fails only for a name that is no attribute.
            let _ = shown.set_attribute("aria-labelledby", label);
        }
    });
}
