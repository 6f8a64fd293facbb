//! The switch of a layer.

use crate::state::State;
use leptos::prelude::*;
use map::Layer;
use map::text::{Visibility, layer_turned};

/// The switch of a layer, with its label.
pub(super) fn layer_switch(state: State, layer: Layer, label: String) -> impl IntoView {
    let id = format!("couche-{}", layer.code());
    let is_shown = move || state.shows(layer);
    let toggle = move |_| {
        state.toggle(layer);
        state.announcement.set(layer_turned(layer, visibility(is_shown())));
    };
    view! {
        <input type="checkbox" role="switch" id=id.clone() prop:checked=is_shown on:change=toggle/>
        <label for=id title=layer.title()>{label}</label>
    }
}

/// Whether something is on the map, as sentences have it.
pub(super) fn visibility(is_shown: bool) -> Visibility {
    if is_shown { Visibility::Shown } else { Visibility::Hidden }
}
