//! The list of the selection, with its controls.

use super::controls::controls;
use super::grid::grid;
use super::listing::{Listing, ShownListing};
use super::tabs::{TO_MAP, narrow};
use super::ticks::compare_ticked;
use crate::browser::follow_plainly;
use crate::link::page_of;
use crate::load::Shares;
use crate::state::State;
use crate::take::{ListedRows, TakeRow, Taken};
use leptos::prelude::*;
use map::served::WhiteZones;
use map::table::{Only, RowFilter};
use map::text::table::{neither_sentence, rows_shown};
use map::text::typographic;
use map::{Subject, Territory};

/// The part of the page that a list is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Surroundings {
    /// The panel beside the map.
    Panel,
    /// The area of the map.
    MapsArea,
}

/// The list of what is selected: its name, its controls, the number of rows, the rows.
pub(super) fn list(state: State, listing: &Listing, around: Surroundings) -> AnyView {
    let listing = listing.shown(state);
    let name = move || name_of(state, listing.scope.get());
    let rows = ListedRows { table: listing.table, shown: listing.shown };
    let content = view! {
        <div class="list-head">
            <h2>{name}</h2>
            {move || parent(state, listing.scope.get())}
            {(around == Surroundings::MapsArea).then(|| to_map(state))}
        </div>
        {controls(state, listing)}
        <div class="list-line">
            <p class="list-count" role="status">{move || count(listing)}</p>
            {compare_ticked(state, listing)}
        </div>
        <p class="note">{move || note(state, listing)}</p>
        {move || listing.load.get().notice(move || listing.retry(state))}
        {grid(state, listing)}
        {answers::key_of_signs()}
        <TakeRow state=state taken=Taken::Rows(rows)/>
    };
    match around {
        Surroundings::Panel => view! { <div class="list">{content}</div> }.into_any(),
        Surroundings::MapsArea => view! {
            <section class="list list-wide" aria-label="Tableau">{content}</section>
        }
        .into_any(),
    }
}

fn name_of(state: State, scope: Option<Territory>) -> String {
    let Some(territory) = scope else { return "France".to_owned() };
    let name = state
        .atlas
        .with_untracked(|atlas| atlas.as_ref().map(|atlas| atlas.model.name(territory).to_owned()));
    typographic(&name.unwrap_or_default())
}

/// The link to the territory around that of the list; none for the country.
fn parent(state: State, scope: Option<Territory>) -> Option<AnyView> {
    let around = state.atlas.with_untracked(|atlas| atlas.as_ref()?.model.within(&scope?.into()));
    scope?;
    let to = around.map(Subject::Territory);
    let name = name_of(state, around);
    let href = page_of(state, to.as_ref());
    let follow = move |event| {
        if follow_plainly(&event) {
            state.go_to(to.clone());
        }
    };
    Some(view! { <p class="containing"><a class="link" href=href on:click=follow>"‹\u{a0}" {name}</a></p> }.into_any())
}

/// The button that gives the map its area again.
fn to_map(state: State) -> AnyView {
    view! {
        <button type="button" class="to-map" id=TO_MAP on:click=move |_| narrow(state)>
            "Revenir à la carte"
        </button>
    }
    .into_any()
}

/// « 3 des 46 intercommunalités ».
fn count(listing: ShownListing) -> Option<String> {
    let all = listing.table.with(|table| table.as_ref().map(|table| table.rows.len()))?;
    let shown = listing.shown.with(|shown| shown.len());
    Some(rows_shown(listing.listed.get(), shown as u32, all as u32))
}

/// The white zone; for rows with neither layer, what that rests on.
fn note(state: State, listing: ShownListing) -> Option<String> {
    let table = listing.table.get()?;
    if listing.filter.with(|RowFilter { only, .. }| *only == Only::Neither) {
        return Some(neither_sentence(table.listed, table.neither()));
    }
    let answers = state.answers.get_untracked()?;
    let sentence = |zones: &WhiteZones| answers::white_zone(answers.records(), zones, table.scope);
    state.shares.with(|shares| match shares {
        Shares::Here(shares) => Some(sentence(&shares.white_zones)),
        Shares::Absent | Shares::Failed(_) => None,
    })
}
