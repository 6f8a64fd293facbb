//! The controls of a list: what is listed, which rows, and a part of their names.

use super::listing::ShownListing;
use crate::state::State;
use leptos::{ev, prelude::*};
use map::table::{Listed, Only};
use map::text::table::{condition, listed_title};

/// The controls.
pub(super) fn controls(state: State, listing: ShownListing) -> AnyView {
    let write = move |event: ev::Event| {
        let text = event_target_value(&event);
        listing.filter.update(|filter| filter.text = text);
    };
    view! {
        <div class="list-controls" role="group" aria-label="Ce que la liste montre">
            {kinds(listing)}
            {conditions(state, listing)}
            <input
                type="search"
                aria-label="Filtrer par nom"
                placeholder="Filtrer par nom"
                prop:value=move || listing.filter.with(|filter| filter.text.clone())
                on:input=write
            />
        </div>
    }
    .into_any()
}

/// The choice of what is listed.
fn kinds(listing: ShownListing) -> AnyView {
    let possible = Memo::new(move |_| Listed::of(listing.scope.get()).to_vec());
    let choose = move |event: ev::Event| {
        let index: Option<usize> = event_target_value(&event).parse().ok();
        let listed = possible.with_untracked(|all| all.get(index?).copied());
        listing.chosen.set(listed);
    };
    let options = move || {
        let option = |(index, listed): (usize, Listed)| {
            let is_chosen = move || listing.listed.get() == listed;
            view! { <option value=index.to_string() prop:selected=is_chosen>{listed_title(listed)}</option> }
        };
        possible.get().into_iter().enumerate().map(option).collect::<Vec<_>>()
    };
    view! { <select aria-label="Lister" on:change=choose>{options}</select> }.into_any()
}

/// The choice of a condition on the rows. One that no row of another table meets is given up.
fn conditions(state: State, listing: ShownListing) -> AnyView {
    let possible = Memo::new(move |_| {
        listing.table.with(|table| table.as_ref().map(|table| table.conditions()))
    });
    Effect::new(move |_| {
        let only = listing.filter.with_untracked(|filter| filter.only);
        let is_possible = possible.with(|all| all.as_ref().is_none_or(|all| all.contains(&only)));
        if !is_possible && untrack(|| listing.is_whole(state)) {
            listing.filter.update(|filter| filter.only = Only::All);
        }
    });
    let choose = move |event: ev::Event| {
        let index: Option<usize> = event_target_value(&event).parse().ok();
        let only = possible.with_untracked(|all| all.as_ref()?.get(index?).copied());
        listing.filter.update(|filter| filter.only = only.unwrap_or_default());
    };
    let options = move || {
        let option = |(index, only): (usize, Only)| {
            let is_chosen = move || listing.filter.with(|filter| filter.only == only);
            view! { <option value=index.to_string() prop:selected=is_chosen>{condition(only)}</option> }
        };
        let possible = possible.get().unwrap_or_default();
        possible.into_iter().enumerate().map(option).collect::<Vec<_>>()
    };
    view! { <select aria-label="Lignes" on:change=choose>{options}</select> }.into_any()
}
