//! The panel: the answer for the selected territory, or for the country.

use crate::load::{Load, load_answers};
use crate::state::State;
use leptos::prelude::*;
use map::Territory;
use map::text::typographic;
use wasm_bindgen::JsCast;

/// The panel beside the map.
#[component]
pub(crate) fn Panel(state: State) -> impl IntoView {
    let answer = move || {
        let Some(answers) = state.answers.get() else {
            return view! { <Coming state=state/> }.into_any();
        };
        match state.choice.with(|choice| choice.selection) {
            None => answers.country(),
            Some(territory) => {
                let link = |to: Territory, name: String| link(state, to, name);
                answers.territory(territory, &link, close_button(state))
            }
        }
    };
    // The name is announced when it changes; the rest is there to be read.
    let announced = move || {
        let answers = state.answers.get()?;
        let territory = state.choice.with(|choice| choice.selection)?;
        Some(answers.announcement(territory))
    };
    view! {
        <aside class="panel" id="fiche" tabindex="-1" aria-label="Fiche du territoire">
            <p class="visually-hidden" aria-live="polite">{announced}</p>
            {answer}
        </aside>
    }
}

/// The link to another territory.
fn link(state: State, to: Territory, name: String) -> AnyView {
    view! {
        <button type="button" class="link" on:click=move |_| state.go_to(Some(to))>{name}</button>
    }
    .into_any()
}

/// The button that closes the answer. The map gets the focus, so that the keyboard goes on from there.
fn close_button(state: State) -> AnyView {
    let close = move |_| {
        state.select(None);
        let map = document().get_element_by_id("carte");
        if let Some(map) = map.and_then(|map| map.dyn_into::<web_sys::HtmlElement>().ok()) {
            // Fails only for what is not in the page.
            let _ = map.focus();
        }
    };
    view! {
        <button type="button" class="close" aria-label="Fermer la fiche" title="Fermer la fiche" on:click=close>"×"</button>
    }
    .into_any()
}

/// The panel before the answers are here: the name of the territory, and whether they are on their way.
#[component]
fn Coming(state: State) -> impl IntoView {
    let name = move || {
        let territory = state.choice.with(|choice| choice.selection)?;
        state.atlas.with(|atlas| Some(typographic(atlas.as_ref()?.model.name(territory))))
    };
    let retry = move |_| load_answers(state.answers, state.answers_load);
    move || match state.answers_load.get() {
        Load::Failed(error) => view! {
            <h2>{name()}</h2>
            <div class="caution" role="alert">
                <p>{error.to_string()}</p>
                <button type="button" on:click=retry>"Réessayer"</button>
            </div>
        }
        .into_any(),
        _ => view! { <h2>{name()}</h2> <p class="lead">"Chargement des fiches…"</p> }.into_any(),
    }
}
