//! The lines that put the map into another site, below the answer.

use crate::link::site_address;
use crate::state::State;
use leptos::prelude::*;
use std::time::Duration;
use wasm_bindgen::JsCast;

/// The time for which the button says that it has copied.
const COPIED: Duration = Duration::from_millis(2_000);

/// The lines for what is chosen, with a button that copies them.
#[component]
pub(crate) fn Embedding(state: State) -> impl IntoView {
    let code = NodeRef::<leptos::html::Div>::new();
    let is_copied = RwSignal::new(false);
    let copy = move |_| {
        if code.get_untracked().is_some_and(|code| copied(&code)) {
            is_copied.set(true);
            set_timeout(move || is_copied.set(false), COPIED);
        }
    };
    let label = move || if is_copied.get() { "Copié" } else { "Copier" };
    let lines = move || {
        let answers = state.answers.get()?;
        let subject = state.choice.with(|choice| choice.selection.clone());
        let button =
            view! { <button type="button" class="main-button" on:click=copy>{label}</button> };
        Some(answers.embedding(subject.as_ref(), &site_address()?, button.into_any()))
    };
    view! { <div node_ref=code>{lines}</div> }
}

/// Whether the text of the field inside `code` could be copied. Unlike the clipboard's own interface, this way
/// works on pages without encryption and in frames too.
fn copied(code: &web_sys::Element) -> bool {
    let Ok(Some(field)) = code.query_selector("textarea") else { return false };
    let Some(field) = field.dyn_ref::<web_sys::HtmlTextAreaElement>() else { return false };
    field.select();
    let document = document();
    let document = document.dyn_ref::<web_sys::HtmlDocument>();
    document.is_some_and(|document| document.exec_command("copy").unwrap_or(false))
}
