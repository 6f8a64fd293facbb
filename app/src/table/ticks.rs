//! Rows that are ticked, to be compared.

use super::listing::ShownListing;
use crate::state::State;
use leptos::{ev, html, prelude::*};
use map::Subject;
use map::table::MOST_COMPARED;
use map::text::table::ticked;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;

/// The box of a row; none for what is not compared. Nothing follows its tick: [`follow_ticks`] does for all,
/// so that rows are quick to write.
pub(super) fn tick(
    state: State,
    listing: ShownListing,
    subject: &Subject,
    name: &str,
) -> Option<AnyView> {
    let key = state.compared_key(subject)?;
    let is_ticked = listing.ticked.with_untracked(|all| all.contains(&key));
    let own = key.clone();
    let turn = move |event: ev::Event| {
        let input: HtmlInputElement = event_target(&event);
        input.set_checked(turned(state, listing, &key));
    };
    let label = ["Comparer ", name].concat();
    Some(
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    data-key=own
                    aria-label=label
                    prop:checked=is_ticked
                    on:change=turn
                />
            </label>
        }
        .into_any(),
    )
}

/// Ticks a row, or takes its tick away. Returns whether it is ticked then: there is a most.
fn turned(state: State, listing: ShownListing, key: &String) -> bool {
    let mut all = listing.ticked.get_untracked();
    match all.iter().position(|one| one == key) {
        Some(at) => {
            all.remove(at);
        }
        None if all.len() < MOST_COMPARED => all.push(key.clone()),
        None => {}
    }
    let is_ticked = all.contains(key);
    state.announcement.set(ticked(all.len()));
    listing.ticked.set(all);
    is_ticked
}

/// Keeps the boxes of the rows that are written true, when all ticks are taken away.
pub(super) fn follow_ticks(listing: ShownListing, area: NodeRef<html::Div>) {
    Effect::new(move |_| {
        let ticked = listing.ticked.get();
        let Some(boxes) = area.get_untracked().map(|area| area.get_elements_by_tag_name("input"))
        else {
            return;
        };
        for input in (0..boxes.length()).filter_map(|at| boxes.item(at)) {
            let key = input.get_attribute("data-key").unwrap_or_default();
            let input: HtmlInputElement = input.unchecked_into();
            input.set_checked(ticked.contains(&key));
        }
    });
}

/// The button that compares what is ticked, and the one that takes all ticks away; nothing without any.
pub(super) fn compare_ticked(state: State, listing: ShownListing) -> AnyView {
    let number = Memo::new(move |_| listing.ticked.with(Vec::len));
    let compare = move |_| state.compare(listing.ticked.get_untracked().join(","));
    view! {
        <Show when=move || { number.get() > 0 }>
            <span class="ticked">
                <button
                    type="button"
                    class="compare-button"
                    disabled=move || number.get() < 2
                    title=move || ticked(number.get())
                    on:click=compare
                >
                    {move || format!("Comparer ({})", number.get())}
                </button>
                <button
                    type="button"
                    class="untick"
                    aria-label="Tout décocher"
                    title="Tout décocher"
                    on:click=move |_| listing.ticked.set(Vec::new())
                >
                    "×"
                </button>
            </span>
        </Show>
    }
    .into_any()
}
