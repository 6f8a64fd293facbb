//! The drawer: the panel of a narrow window, which is pulled up over the map.
//!
//! | file | does |
//! | --- | --- |
//! | `panel_view` | the views of the panel |
//! | `stops` | the three stops, and the scroll of the page at each |
//! | `pull` | follows the scroll, scrolls to a stop, makes room on the map |

mod panel_view;
mod pull;
mod stops;

use super::legend::{Legend, LegendBody};
use crate::browser::follow_media;
use crate::state::State;
use leptos::ev::KeyboardEvent;
use leptos::prelude::*;
use map::{Subject, View};
pub(crate) use panel_view::PanelView;
use stops::Stop;

/// The windows in which the legend is a view of the panel.
const NARROW: &str = "screen and (max-width: 799px)";

/// The bar at the head of the panel: the handle, the choice of the view, the way back to the map. Below
/// it the legend, while that is the view.
#[component]
pub(crate) fn Drawer(state: State, view: RwSignal<PanelView>) -> impl IntoView {
    let is_narrow = follow_media(NARROW);
    let stop = pull::follow(state);
    let shows_legend = move || is_narrow.get() && view.get() == PanelView::Legend;
    Effect::new(move |before: Option<Option<Subject>>| {
        let selection = state.choice.with(|choice| choice.selection.clone());
        if before.is_some_and(|before| before != selection) {
            view.set(PanelView::Answer);
            // Before the frame in which a disc scrolls to its projects.
            pull::show_head();
        }
        selection
    });
    Effect::new(move |before: Option<bool>| {
        let compares = state.compares();
        if compares && before != Some(true) {
            view.set(PanelView::Answer);
            // By then the table is there.
            request_animation_frame(|| pull::pull_to(Stop::Full));
        }
        compares
    });
    Effect::new(move |_| pull::note_view(view.get()));
    view! {
        <div class="drawer-bar">
            <Handle state=state stop=stop/>
            <div class="panel-views" role="group" aria-label="Contenu du volet">
                {PanelView::ALL.map(|one| view_button(state, view, stop, one))}
            </div>
            <button
                type="button"
                class="drawer-back"
                class:drawer-back-away=move || stop.get() == Stop::Strip
                on:click=move |_| pull(state, Stop::Strip)
            >
                "Carte"
            </button>
        </div>
        <Show when=shows_legend>
            <section class="panel-legend" aria-labelledby="legende-titre">
                <h2 id="legende-titre">"Légende et couches"</h2>
                <LegendBody state=state/>
            </section>
        </Show>
    }
}

/// The handle: a press leads to the next stop, arrows up and down.
#[component]
fn Handle(state: State, stop: RwSignal<Stop>) -> impl IntoView {
    let label = move || match stop.get() {
        Stop::Strip | Stop::Half => "Agrandir la fiche",
        Stop::Full => "Réduire la fiche",
    };
    let on_key = move |event: KeyboardEvent| {
        let to = match event.key().as_str() {
            "ArrowUp" => stop.get_untracked().above(),
            "ArrowDown" => stop.get_untracked().below(),
            _ => return,
        };
        event.prevent_default();
        pull(state, to);
    };
    view! {
        <button
            type="button"
            class="drawer-handle"
            aria-controls="fiche"
            aria-expanded=move || (stop.get() != Stop::Strip).to_string()
            aria-label=label
            title=label
            on:click=move |_| pull(state, stop.get_untracked().next())
            on:keydown=on_key
        ></button>
    }
}

/// Pulls the drawer to a stop, and says so.
fn pull(state: State, to: Stop) {
    pull::pull_to(to);
    state.announcement.set(to.words().to_owned());
}

/// The button that shows a view of the panel.
fn view_button(
    state: State,
    view: RwSignal<PanelView>,
    stop: RwSignal<Stop>,
    one: PanelView,
) -> impl IntoView {
    let choose = move |_| {
        match one {
            _ if untrack(|| state.compares()) => {}
            PanelView::Answer => state.choice.update(|choice| choice.view = View::Map),
            PanelView::List => state.choice.update(|choice| choice.view = View::List),
            PanelView::Legend => {}
        }
        show(view, stop.get_untracked(), one);
    };
    let is_shown = move || shown(state, view) == one;
    // A comparison takes the place of the answer and of the list.
    let is_hidden = move || one == PanelView::List && state.compares();
    let title = move || match one {
        PanelView::Answer if state.compares() => "Comparaison",
        _ => one.title(),
    };
    view! {
        <button
            type="button"
            hidden=is_hidden
            aria-pressed=move || is_shown().to_string()
            on:click=choose
        >
            {title}
        </button>
    }
}

/// The view of the panel: the legend, or else what the address says.
fn shown(state: State, view: RwSignal<PanelView>) -> PanelView {
    let is_list = state.choice.with(|choice| choice.view == View::List);
    match view.get() {
        PanelView::Legend => PanelView::Legend,
        _ if is_list && !state.compares() => PanelView::List,
        _ => PanelView::Answer,
    }
}

/// Shows a view of the panel, and pulls up a drawer of which only the strip is in sight.
fn show(view: RwSignal<PanelView>, stop: Stop, next: PanelView) {
    view.set(next);
    if stop == Stop::Strip && next != PanelView::Answer {
        pull::pull_to(Stop::Half);
    }
    pull::show_head();
}

/// The legend in its corner of the map; in a narrow window the button that shows it in the panel.
#[component]
pub(crate) fn LegendBox(state: State, view: RwSignal<PanelView>) -> impl IntoView {
    let is_narrow = follow_media(NARROW);
    move || {
        if is_narrow.get() {
            view! { <LegendButton state=state view=view/> }.into_any()
        } else {
            view! { <Legend state=state/> }.into_any()
        }
    }
}

#[component]
fn LegendButton(state: State, view: RwSignal<PanelView>) -> impl IntoView {
    let is_shown = move || view.get() == PanelView::Legend;
    // It lies on the map: the drawer does not cover that.
    let turn = move |_| {
        let next = if is_shown() { PanelView::Answer } else { PanelView::Legend };
        show(view, Stop::Strip, next);
        state.announcement.set(next.title().to_owned());
    };
    view! {
        <button
            type="button"
            class="legend-button"
            aria-label="Légende"
            title="Légende"
            aria-controls="fiche"
            aria-expanded=move || is_shown().to_string()
            on:click=turn
        >
            <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
                <path d="M3 4h4v3H3zM3 9h4v3H3zM3 14h4v3H3z" fill="currentColor"/>
                <path d="M10 5.5h7M10 10.5h7M10 15.5h7" stroke="currentColor" stroke-width="1.8" stroke-linecap="round"/>
            </svg>
        </button>
    }
}
