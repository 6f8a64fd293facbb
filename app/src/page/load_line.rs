//! The progress line of the map.

use super::notice::notice;
use crate::state::{State, Wanted};
use leptos::prelude::*;

/// The progress of the map's file; or the reason for its absence, with the way out.
#[component]
pub(crate) fn LoadLine(state: State) -> impl IntoView {
    view! { <div class="load">{move || state.load.with(|load| notice(state, Wanted::Map, load))}</div> }
}
