//! Rows that are ticked, to be compared.

use super::listing::ShownListing;
use crate::link::compared_key;
use crate::state::State;
use leptos::prelude::*;
use map::Subject;
use map::table::MOST_COMPARED;
use map::text::table::ticked;

/// The box of a row; none for what is not compared.
pub(super) fn tick(
    state: State,
    listing: ShownListing,
    subject: &Subject,
    name: &str,
) -> Option<AnyView> {
    let key = compared_key(state, subject)?;
    let (own, other) = (key.clone(), key.clone());
    let is_ticked = move || listing.ticked.with(|all| all.contains(&own));
    let is_over =
        move || listing.ticked.with(|all| all.len() >= MOST_COMPARED && !all.contains(&other));
    let turn = move |_| {
        listing.ticked.update(|all| match all.iter().position(|one| *one == key) {
            Some(at) => {
                all.remove(at);
            }
            None => all.push(key.clone()),
        });
        state.announcement.set(listing.ticked.with_untracked(|all| ticked(all.len())));
    };
    let label = ["Comparer ", name].concat();
    Some(
        view! {
            <label class="tick">
                <input
                    type="checkbox"
                    aria-label=label
                    prop:checked=is_ticked
                    disabled=is_over
                    on:change=turn
                />
            </label>
        }
        .into_any(),
    )
}

/// The button that compares what is ticked, and the one that takes all ticks away; nothing without any.
pub(super) fn compare_ticked(state: State, listing: ShownListing) -> AnyView {
    let number = Memo::new(move |_| listing.ticked.with(Vec::len));
    let compare = move |_| state.compare(listing.ticked.get_untracked());
    view! {
        <Show when=move || { number.get() > 0 }>
            <span class="ticked">
                <button
                    type="button"
                    class="compare"
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
