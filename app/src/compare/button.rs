//! The button that begins to compare, beside the tabs of an answer.

use super::key::compared_key;
use crate::state::State;
use leptos::prelude::*;
use map::View;
use wasm_bindgen::JsCast;

/// The button for what is selected; none for what is not compared, and in a list, whose rows are ticked.
pub(crate) fn compare_button(state: State) -> Option<AnyView> {
    let key = state.choice.with(|choice| {
        let selection = choice.selection.as_ref().filter(|_| choice.view != View::List)?;
        compared_key(state, selection)
    })?;
    let name = "Comparer à un autre territoire";
    Some(
        view! {
            <button
                type="button"
                class="compare-button"
                accesskey="m"
                aria-label=name
                title=name
                on:click=move |_| {
                    state.compare(key.clone());
                    focus(PANEL);
                }
            >
                "Comparer"
            </button>
        }
        .into_any(),
    )
}

/// The identifier of the panel.
pub(super) const PANEL: &str = "fiche";

/// Gives the focus to the element of that identifier.
pub(super) fn focus(id: &str) {
    let element = document().get_element_by_id(id);
    if let Some(element) = element.and_then(|it| it.dyn_into::<web_sys::HtmlElement>().ok()) {
        // Fails only for what is not in the page.
        let _ = element.focus();
    }
}

/// Tells the style sheet whether territories are compared.
pub(crate) fn note_comparison(state: State) {
    Effect::new(move |_| {
        let compares = state.compares();
        if let Some(panel) = document().get_element_by_id(PANEL) {
            // Fails only for a name that is no attribute.
            let _ = match compares {
                true => panel.set_attribute("data-compares", ""),
                false => panel.remove_attribute("data-compares"),
            };
        }
    });
}
