//! The panel: the answer for the selected territory, or for the country.

use crate::link::page_of;
use crate::load::{Load, load_answers};
use crate::state::State;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use map::Subject;
use map::text::typographic;
use wasm_bindgen::JsCast;

/// The panel beside the map.
#[component]
pub(crate) fn Panel(state: State) -> impl IntoView {
    let answer = move || {
        let Some(answers) = state.answers.get() else {
            return view! { <Coming state=state/> }.into_any();
        };
        match state.choice.with(|choice| choice.selection.clone()) {
            None => answers.country(),
            Some(subject) => {
                let link = |to: Subject, name: String| link(state, to, name);
                answers.answer(&subject, &link, close_button(state))
            }
        }
    };
    // The name is announced when it changes; the rest is there to be read.
    let announced = move || {
        let answers = state.answers.get()?;
        state.choice.with(|choice| Some(answers.announcement(choice.selection.as_ref()?)))
    };
    view! {
        <aside class="panel" id="fiche" tabindex="-1" aria-label="Fiche du territoire">
            <p class="visually-hidden" aria-live="polite">{announced}</p>
            {answer}
        </aside>
    }
}

/// The link to another subject.
fn link(state: State, to: Subject, name: String) -> AnyView {
    let href = page_of(state, &to);
    // The browser's own way for another tab, a window, a download.
    let follow = move |event: MouseEvent| {
        let is_plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key();
        if is_plain && !event.shift_key() && !event.alt_key() {
            event.prevent_default();
            state.go_to(Some(to.clone()));
        }
    };
    view! { <a class="link" href=href on:click=follow>{name}</a> }.into_any()
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
        let subject = state.choice.with(|choice| choice.selection.clone())?;
        let (Subject::Territory(territory) | Subject::Commune { within: territory, .. }) = subject
        else {
            return None;
        };
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
