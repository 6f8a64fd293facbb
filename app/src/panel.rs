//! The panel: the answer for the selected territory, or for the country.

use crate::load;
use crate::state::{Load, State};
use leptos::prelude::*;
use map::text::typographic;

/// The answer.
#[component]
pub(crate) fn Panel(state: State) -> impl IntoView {
    let answer = move || {
        let Some(said) = state.said.get() else {
            return view! { <Coming state=state/> }.into_any();
        };
        match state.choice.with(|choice| choice.selection) {
            None => said.country(),
            Some(territory) => said.answer(state, territory),
        }
    };
    // The name is announced when it changes; the rest is there to be read.
    let announced = move || {
        let said = state.said.get()?;
        let territory = state.choice.with(|choice| choice.selection)?;
        Some(said.announcement(territory))
    };
    view! {
        <aside class="panel" id="fiche" tabindex="-1" aria-label="Fiche du territoire">
            <p class="visually-hidden" aria-live="polite">{announced}</p>
            {answer}
        </aside>
    }
}

/// Before the answers are here: what is being waited for.
#[component]
fn Coming(state: State) -> impl IntoView {
    let name = move || {
        let territory = state.choice.with(|choice| choice.selection)?;
        state.atlas.with(|atlas| Some(typographic(atlas.as_ref()?.model.name(territory))))
    };
    move || match state.said_load.get() {
        Load::Failed(error) => view! {
            <h2>{name()}</h2>
            <div class="caution" role="alert">
                <p>{error.to_string()}</p>
                <button type="button" on:click=move |_| load::start_said(state)>"Réessayer"</button>
            </div>
        }
        .into_any(),
        _ => view! { <h2>{name()}</h2> <p class="lead">"Chargement des fiches…"</p> }.into_any(),
    }
}
