//! The table of a list. Of its rows, those in sight are in the document; two empty ones are as high as
//! the others, and `aria-rowcount` gives the number of all.

use super::line::{Pointed, line};
use super::listing::ShownListing;
use super::ticks::follow_ticks;
use super::window::RowWindow;
use crate::browser::{pixels, window_height};
use crate::state::State;
use leptos::{html, prelude::*};
use map::table::{Column, Listed, Order, Table};
use map::text::table::{column_title, rows_shown, sorted_by};
use std::sync::Arc;

/// The height of a row, CSS pixels, before one is measured.
const ROW: f64 = 44.0;

/// The part of a table that is in sight.
#[derive(Clone, Copy, PartialEq)]
struct Scroll {
    top: f64,
    row: f64,
}

/// The table.
pub(super) fn grid(state: State, listing: ShownListing) -> AnyView {
    let area = NodeRef::<html::Div>::new();
    let scroll = RwSignal::new(Scroll { top: 0.0, row: ROW });
    let window = Memo::new(move |_| {
        let Scroll { top, row } = scroll.get();
        // None before it is laid out.
        let height = area.get().map(|area| f64::from(area.client_height()));
        let height = height.filter(|height| *height > 0.0).unwrap_or_else(window_height);
        RowWindow::new(top, height, row, listing.shown.with(|shown| shown.len()))
    });
    let read = move || {
        let Some(area) = area.get_untracked() else { return };
        let line = area.query_selector("tbody tr[aria-rowindex]").ok().flatten();
        let row = line.map_or(ROW, |line| line.get_bounding_client_rect().height());
        scroll.set(Scroll { top: f64::from(area.scroll_top()), row });
    };
    let pointed = Pointed::new(state);
    follow_map(listing, pointed, area, scroll);
    start_at_top(listing, area, scroll);
    follow_ticks(listing, area);
    let has_ticks = move || listing.listed.get() != Listed::Schemes;
    let rows_before = move || window.get().start;
    let rows_after =
        move || listing.shown.with(|shown| shown.len()).saturating_sub(window.get().end);
    // Rows of another table are other rows.
    let lines = move || {
        let table = listing.table.with(|table| table.as_ref().map_or(0, address_of));
        let RowWindow { start, end } = window.get();
        listing.shown.with(|shown| {
            let own = shown.iter().enumerate().take(end).skip(start);
            own.map(|(position, index)| (table, position, *index)).collect::<Vec<_>>()
        })
    };
    let line = move |(_, position, index)| {
        let table = listing.table.get_untracked()?;
        line(state, listing, pointed, &table, position, index)
    };
    view! {
        <div node_ref=area class="table-scroll" tabindex="0" role="region" aria-label="Lignes de la liste" on:scroll=move |_| read()>
            <table class="list-table" class:with-ticks=has_ticks aria-rowcount=move || listing.shown.with(|shown| shown.len() + 1)>
                <caption class="visually-hidden">{move || caption(listing)}</caption>
                <thead>{move || listing.table.get().map(|table| head(state, listing, &table))}</thead>
                <tbody>
                    {empty(rows_before, scroll)}
                    <For each=lines key=|line| *line children=line/>
                    {empty(rows_after, scroll)}
                </tbody>
            </table>
        </div>
    }
    .into_any()
}

/// The address of a table in memory, which tells it from others.
fn address_of(table: &Arc<Table>) -> usize {
    Arc::as_ptr(table) as usize
}

/// An empty row as high as so many.
fn empty(rows: impl Fn() -> usize + Send + Sync + 'static, scroll: RwSignal<Scroll>) -> AnyView {
    let height = move || pixels(rows() as f64 * scroll.get().row);
    view! { <tr class="empty-row" aria-hidden="true"><td style:height=height></td></tr> }.into_any()
}

/// The row of headings: each is a button that sorts.
fn head(state: State, listing: ShownListing, table: &Arc<Table>) -> AnyView {
    let heading = |column: Column| {
        let order = move || {
            let sort = listing.sort.get();
            (sort.column == column).then_some(sort.order)
        };
        let aria = move || {
            order().map(|order| match order {
                Order::Rising => "ascending",
                Order::Falling => "descending",
            })
        };
        let sign = move || match order() {
            Some(Order::Rising) => "▲",
            Some(Order::Falling) => "▼",
            None => "",
        };
        let sort = move |_| {
            listing.sort.update(|sort| *sort = sort.chosen(column));
            state.announcement.set(sorted_by(listing.sort.get_untracked()));
        };
        view! {
            <th scope="col" aria-sort=aria>
                <button type="button" on:click=sort>
                    {column_title(column)} <span class="sign" aria-hidden="true">{sign}</span>
                </button>
            </th>
        }
        .into_any()
    };
    let headings: Vec<AnyView> = table.columns().iter().copied().map(heading).collect();
    view! { <tr aria-rowindex="1">{headings}</tr> }.into_any()
}

fn caption(listing: ShownListing) -> Option<String> {
    let all = listing.table.with(|table| table.as_ref().map(|table| table.rows.len()))?;
    let rows = rows_shown(listing.listed.get(), all as u32, all as u32);
    Some(format!("{rows}. {}", sorted_by(listing.sort.get())))
}

/// Another order or other rows are seen from the first one on. At the top already, the browser is not asked:
/// it would lay out the page for its answer, a third of the time of a sort.
fn start_at_top(listing: ShownListing, area: NodeRef<html::Div>, scroll: RwSignal<Scroll>) {
    Effect::new(move |before: Option<()>| {
        listing.shown.track();
        let is_at_top = scroll.with_untracked(|scroll| scroll.top <= 0.0);
        if let Some(area) = area.get_untracked().filter(|_| before.is_some() && !is_at_top) {
            area.set_scroll_top(0);
        }
    });
}

/// Brings the row of what is under the pointer on the map into sight.
fn follow_map(
    listing: ShownListing,
    pointed: Pointed,
    area: NodeRef<html::Div>,
    scroll: RwSignal<Scroll>,
) {
    Effect::new(move |_| {
        let position = pointed.position_in(listing);
        let (Some(position), Some(area)) = (position, area.get_untracked()) else { return };
        let Scroll { row, .. } = scroll.get_untracked();
        let (top, height) = (f64::from(area.scroll_top()), f64::from(area.client_height()));
        let at = position as f64 * row;
        if at < top || at + 2.0 * row > top + height {
            area.set_scroll_top((at - height / 2.0).max(0.0) as i32);
        }
    });
}
