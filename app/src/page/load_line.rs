//! The progress line of the map.

use crate::load::{Load, load_map};
use crate::state::State;
use leptos::prelude::*;

/// The progress of the map's file; or the reason for its absence, with a way to try again.
#[component]
pub(crate) fn LoadLine(state: State) -> impl IntoView {
    let retry = move |_| load_map(state.atlas, state.load);
    move || match state.load.get() {
        Load::Done => ().into_any(),
        Load::Running(progress) => view! {
            <div class="load" role="status">
                <p>{progress.sentence()}</p>
                <progress max=progress.total value=progress.received></progress>
            </div>
        }
        .into_any(),
        Load::Failed(error) => view! {
            <div class="load load-failed" role="alert">
                <p>{error.to_string()}</p>
                <button type="button" on:click=retry>"Réessayer"</button>
            </div>
        }
        .into_any(),
    }
}
