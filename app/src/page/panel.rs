//! The panel: the answer for the selected territory, or for the country.

use crate::link::page_of;
use crate::load::{Load, load_answers, load_communes};
use crate::state::State;
use answers::{Context, Report};
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
                let contact = contact();
                let page = window().location().href().unwrap_or_default();
                let report = contact.as_deref().map(|contact| Report { contact, page: &page });
                let context = Context { link: &link, report };
                answers.answer(&subject, context, close_button(state))
            }
        }
    };
    let asked = StoredValue::new(Vec::new());
    Effect::new(move |_| {
        if let Some(subject) = state.choice.with(|choice| choice.selection.clone()) {
            load_communes(state.answers, &subject, asked);
        }
    });
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

/// The e-mail address that errors are reported to, as the build wrote it; none without one.
fn contact() -> Option<String> {
    let meta = document().query_selector("meta[name=contact]").ok()??;
    meta.get_attribute("content").filter(|contact| !contact.is_empty())
}

/// The link to another subject.
fn link(state: State, to: Subject, name: String) -> AnyView {
    let (href, shown) = (page_of(state, &to), to.clone());
    // The browser's own way for another tab, a window, a download.
    let follow = move |event: MouseEvent| {
        let is_plain = event.button() == 0 && !event.ctrl_key() && !event.meta_key();
        if is_plain && !event.shift_key() && !event.alt_key() {
            event.prevent_default();
            state.go_to(Some(to.clone()));
        }
    };
    let pointed = shown.clone();
    let point = move || state.point_at(vec![pointed.clone()]);
    let (over, focus) = (point.clone(), point);
    let leave = move || state.point_at(Vec::new());
    // The scheme under the pointer, on the map, is marked in the list.
    let is_here = move || {
        let Subject::Scheme(scheme) = shown else { return false };
        state.hover.with(|hover| hover.as_ref().is_some_and(|it| it.schemes.contains(&scheme)))
    };
    view! {
        <a
            class="link"
            class:link-here=is_here
            href=href
            on:click=follow
            on:pointerenter=move |_| over()
            on:pointerleave=move |_| leave()
            on:focus=move |_| focus()
            on:blur=move |_| leave()
        >
            {name}
        </a>
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
