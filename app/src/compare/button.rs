//! The button that begins to compare, beside the tabs of an answer.

use crate::browser::focus;
use crate::state::State;
use leptos::prelude::*;
use map::View;

/// The button for what is selected; none for what is not compared, and in a list, whose rows are ticked.
pub(crate) fn compare_button(state: State) -> Option<AnyView> {
    let key = state.choice.with(|choice| {
        let selection = choice.selection.as_ref().filter(|_| choice.view != View::List)?;
        state.compared_key(selection)
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
