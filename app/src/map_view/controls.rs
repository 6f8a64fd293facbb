//! Zoom buttons, the scale and a hint, which lie over the map.

use super::around::AroundMe;
use crate::browser::{is_framed, pixels};
use crate::state::State;
use leptos::prelude::*;
use map::text::view_width;
use map::{Hint, ScaleBar, ZOOM_STEP, shown_width_m};
use std::time::Duration;

/// How long a hint is shown.
const HINT: Duration = Duration::from_millis(2_500);

/// The longest scale bar, CSS pixels.
const SCALE_BAR: f64 = 110.0;

/// The buttons: nearer, farther, the whole country, around the device.
#[component]
pub(super) fn ZoomButtons(state: State) -> impl IntoView {
    view! {
        <div class="zoom">
            <button type="button" title="Agrandir" aria-label="Agrandir" on:click=move |_| zoom(state, ZOOM_STEP)>"+"</button>
            <button type="button" title="Réduire" aria-label="Réduire" on:click=move |_| zoom(state, 1.0 / ZOOM_STEP)>"−"</button>
            <button type="button" title="Toute la France" aria-label="Toute la France" on:click=move |_| whole_country(state)>
                <svg viewBox="0 0 20 20" width="18" height="18" aria-hidden="true">
                    <path d="M3 9.5 10 3l7 6.5M5 8v8.5h10V8" fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" stroke-linejoin="round"/>
                </svg>
            </button>
            // A frame of another site may not ask for the position.
            {(!is_framed()).then(|| view! { <AroundMe state=state/> })}
        </div>
    }
}

/// Zooms about the middle of the map, and says how wide the view will be.
pub(super) fn zoom(state: State, factor: f64) {
    state.zoom(factor);
    if let Some(view) = state.destination() {
        state.announcement.set(view_width(shown_width_m(&view)));
    }
}

/// Goes back to the whole country, and says so.
pub(super) fn whole_country(state: State) {
    state.go_to(None);
    state.announcement.set("Toute la France".to_owned());
}

/// The other way to do what the page around a frame has kept for itself.
#[component]
pub(super) fn HintLine(state: State) -> impl IntoView {
    Effect::new(move |_| {
        if state.hint.get().is_some() {
            set_timeout(move || state.hint.set(None), HINT);
        }
    });
    let text = |hint| match hint {
        Hint::TwoFingers => "Deux doigts pour déplacer la carte",
        Hint::CtrlWheel => "Ctrl (ou ⌘) + molette pour agrandir la carte",
    };
    move || state.hint.get().map(|hint| view! { <p class="hint" role="status">{text(hint)}</p> })
}

/// The scale in the middle of the map.
#[component]
pub(super) fn Scale(state: State) -> impl IntoView {
    // At rest: a bar that changes with every frame of a zoom cannot be read.
    let bar = Memo::new(move |_| state.settled.get().map(|view| ScaleBar::of(&view, SCALE_BAR)));
    move || {
        bar.get().map(|bar| {
            view! {
                <p class="scale" aria-hidden="true">
                    <span style:width=pixels(bar.length)></span>
                    {bar.text()}
                </p>
            }
        })
    }
}
