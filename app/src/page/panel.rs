//! The panel: the answer for the selected territory, or for the country.

use super::notice::notice;
use crate::browser::meta;
use crate::load::load_communes;
use crate::state::{State, Wanted};
use crate::subject_link::subject_link;
use leptos::prelude::*;
use map::Subject;
use map::text::typographic;
use wasm_bindgen::JsCast;

/// The panel beside the map.
#[component]
pub(crate) fn Panel(
    state: State,
    /// The bar at its head, and the legend below it in a narrow window.
    #[prop(into)]
    drawer: ViewFn,
    /// The tabs below that.
    #[prop(into)]
    tabs: ViewFn,
    /// What stands below the answer.
    #[prop(into)]
    below: ViewFn,
    /// The list; none while the answer is shown.
    list: Callback<(), Option<AnyView>>,
) -> impl IntoView {
    let opened = opened_page();
    let answer = move || {
        if let Some(list) = list.run(()) {
            return list;
        }
        let Some(answers) = state.answers.get() else {
            return coming(state, opened.as_ref());
        };
        match state.choice.with(|choice| choice.selection.clone()) {
            None => answers.country(),
            Some(subject) => {
                let link = |to: Subject, name: String| subject_link(state, to, name);
                answers.answer(&subject, &link, close_button(state))
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
            {move || drawer.run()}
            {move || tabs.run()}
            <div class="tab-panel" id="volet" role="tabpanel" aria-labelledby="onglet-fiche">{answer}</div>
            {move || below.run()}
        </aside>
    }
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

/// The page of a territory as its file has it, before any answer: the name and the answer in a sentence.
struct OpenedPage {
    name: String,
    sentence: String,
}

/// The page that was opened; none for the home page, and for a commune, which is a part of another's page.
fn opened_page() -> Option<OpenedPage> {
    let hash = window().location().hash().ok()?;
    let title = document().title();
    let title = title.strip_suffix(" — Santé des territoires")?;
    // The name, before what is said of it.
    let name = title.split("\u{a0}: ").next()?.to_owned();
    let sentence = meta("description")?;
    (!hash.starts_with("#commune-")).then_some(OpenedPage { name, sentence })
}

/// The panel before the answers are here: the name of the territory, the sentence of its page, and whether
/// the rest is on its way.
fn coming(state: State, opened: Option<&OpenedPage>) -> AnyView {
    // Before the map is here nothing can be selected.
    let is_early = state.atlas.with(Option::is_none);
    let name = match state.choice.with(|choice| choice.selection.clone()) {
        None => opened.filter(|_| is_early).map(|page| page.name.clone()),
        Some(Subject::Territory(territory) | Subject::Commune { within: territory, .. }) => {
            state.atlas.with(|atlas| Some(typographic(atlas.as_ref()?.model.name(territory))))
        }
        Some(_) => None,
    };
    let sentence = opened.filter(|page| name.as_ref() == Some(&page.name));
    let sentence = sentence.map(|page| view! { <p class="lead">{page.sentence.clone()}</p> });
    let load = move || state.answers_load.with(|load| notice(state, Wanted::Answers, load));
    view! { <h2>{name}</h2> {sentence} {load} }.into_any()
}
