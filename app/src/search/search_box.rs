//! The search box without its results, which come when it is first used.

use super::field::{INPUT, failure, input, is_focused, is_there, on};
use super::part::{MakeList, find_list};
use crate::browser::focus;
use crate::state::State;
use leptos::task::spawn_local;
use leptos::{ev, prelude::*};
use std::sync::atomic::{AtomicBool, Ordering};

/// The reason why the part cannot be had.
const OFFLINE: &str = "Vérifiez votre connexion à Internet, puis réessayez.";

/// The part that makes the list of results.
#[derive(Clone, Copy)]
enum ListPart {
    /// Not asked for.
    Absent,
    Coming,
    Here(MakeList),
    Failed,
}

/// The part below the input: nothing before its first use.
#[component]
pub(crate) fn SearchResults(state: State) -> impl IntoView {
    let part = RwSignal::new(ListPart::Absent);
    let is_wanted = RwSignal::new(is_focused());
    if let Some(input) = input() {
        on(&input, "focus", move |_: ev::Event| is_wanted.set(true));
    }
    on(&document(), "keydown", |event: ev::KeyboardEvent| focus_with_slash(&event));
    // What is found is shown on the map: without it there is nothing to be found.
    Effect::new(move |_| {
        if is_wanted.get() && state.atlas.with(Option::is_some) {
            load(part);
        }
    });
    move || match part.get() {
        ListPart::Here(make) => Some(make(state)),
        ListPart::Failed => Some(failure(OFFLINE.to_owned(), Callback::new(move |()| load(part)))),
        ListPart::Absent | ListPart::Coming => None,
    }
}

/// Loads the part, unless it is here or on its way.
fn load(part: RwSignal<ListPart>) {
    if matches!(part.get_untracked(), ListPart::Coming | ListPart::Here(_)) {
        return;
    }
    part.set(ListPart::Coming);
    spawn_local(
        async move { part.set(find_list().await.map_or(ListPart::Failed, ListPart::Here)) },
    );
}

/// Whether « / » leads to the box. Who speaks to the computer turns it off: for this page, until it is left.
static SLASH_IS_ON: AtomicBool = AtomicBool::new(true);

/// The choice whether « / » leads to the box (WCAG 2.1.4).
#[component]
pub(crate) fn SlashChoice() -> impl IntoView {
    let turn = |event| SLASH_IS_ON.store(event_target_checked(&event), Ordering::Relaxed);
    view! {
        <p>
            <label>
                <input type="checkbox" prop:checked=true on:change=turn/>
                " La touche «\u{a0}/\u{a0}» mène à la recherche"
            </label>
        </p>
    }
}

/// « / » leads to the box from anywhere but a field, unless that is turned off.
fn focus_with_slash(event: &ev::KeyboardEvent) {
    if !SLASH_IS_ON.load(Ordering::Relaxed) {
        return;
    }
    let is_plain = !(event.ctrl_key() || event.alt_key() || event.meta_key());
    let is_field = is_there("input:not([type=checkbox]):focus, select:focus, textarea:focus");
    if event.key() == "/" && is_plain && !is_field {
        event.prevent_default();
        focus(INPUT);
    }
}
