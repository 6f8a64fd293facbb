//! The caption below the map of an embed, which follows the choice.

use crate::link::page_of;
use crate::state::State;
use crate::takeover;
use leptos::prelude::*;

/// The caption. Once it is here, that of the page before the application may go.
#[component]
pub(crate) fn Caption(state: State) -> impl IntoView {
    let caption = move || {
        let answers = state.answers.get()?;
        let subject = state.choice.with(|choice| choice.selection.clone());
        let whole = page_of(state, subject.as_ref())?;
        Some(answers.caption(subject.as_ref(), &whole))
    };
    Effect::new(move |_| {
        if state.answers.with(Option::is_some) && state.is_shown.get() {
            takeover::end();
        }
    });
    view! { <div aria-live="polite">{caption}</div> }
}
