//! One row of a list: its link, and the outline of what it stands for on the map.

use super::listing::ShownListing;
use super::ticks::tick;
use crate::browser::follow_plainly;
use crate::link::page_of;
use crate::state::{Hover, State};
use leptos::prelude::*;
use map::table::Table;
use map::text::typographic;
use map::{Model, Subject, Territory, View};
use std::sync::Arc;

/// The things under the pointer on the map, from the smallest territory up to its region. It is `Copy`.
#[derive(Clone, Copy)]
pub(super) struct Pointed(Memo<Vec<Subject>>);

impl Pointed {
    /// Those of a state.
    pub(super) fn new(state: State) -> Self {
        Self(Memo::new(move |_| {
            state
                .hover
                .with(|hover| {
                    let hover = hover.as_ref()?;
                    state.atlas.with_untracked(|atlas| Some(around(&atlas.as_ref()?.model, hover)))
                })
                .unwrap_or_default()
        }))
    }

    fn holds(self, subject: &Subject) -> bool {
        self.0.with(|all| all.contains(subject))
    }

    /// The position of the first row of one of them.
    pub(super) fn position_in(self, listing: ShownListing) -> Option<usize> {
        self.0.with(|all| {
            if all.is_empty() {
                return None;
            }
            let table = listing.table.get_untracked()?;
            let is_here = |index: &usize| {
                table.rows.get(*index).is_some_and(|row| all.contains(&row.subject))
            };
            listing.shown.with_untracked(|shown| shown.iter().position(is_here))
        })
    }
}

fn around(model: &Model, hover: &Hover) -> Vec<Subject> {
    let mut all = vec![hover.subject.clone(), hover.territory.into()];
    let department = model.department_of(hover.territory);
    if let Some(department) = department {
        all.push(Territory::Department(department).into());
        let region = model.departments[department].region as usize;
        all.push(Territory::Region(region).into());
    }
    all.extend(hover.schemes.iter().copied().map(Subject::Scheme));
    all
}

/// The row at a position of the table that is shown; none for an index that leads nowhere.
pub(super) fn line(
    state: State,
    listing: ShownListing,
    pointed: Pointed,
    table: &Arc<Table>,
    position: usize,
    index: usize,
) -> Option<AnyView> {
    let row = table.rows.get(index)?;
    let subject = row.subject.clone();
    let (own, over) = (subject.clone(), subject.clone());
    let is_here = move || pointed.holds(&own);
    let leave = move || state.point_at(Vec::new());
    let name = typographic(&row.name);
    let tick = tick(state, listing, &subject, &name);
    let link = link(state, subject, name);
    let heading = view! { {link} {tick} }.into_any();
    // The headings are the first row.
    Some(
        view! {
            <tr
                aria-rowindex={position + 2}
                class:row-here=is_here
                on:pointerenter=move |_| state.point_at(vec![over.clone()])
                on:pointerleave=move |_| leave()
            >
                {answers::row_heading(row, heading)}
                {answers::row_cells(row)}
            </tr>
        }
        .into_any(),
    )
}

/// The link of a row. A territory with parts is listed in its turn; of a commune or a scheme the answer
/// is shown.
fn link(state: State, subject: Subject, name: String) -> AnyView {
    let href = page_of(state, Some(&subject));
    let pointed = subject.clone();
    let follow = move |event| {
        if !follow_plainly(&event) {
            return;
        }
        let is_list = state.choice.with_untracked(|choice| choice.view == View::List);
        if is_list && !matches!(subject, Subject::Territory(_)) {
            state.choice.update(|choice| choice.view = View::Map);
        }
        state.go_to(Some(subject.clone()));
    };
    view! {
        <a
            class="link"
            href=href
            on:click=follow
            on:focus=move |_| state.point_at(vec![pointed.clone()])
            on:blur=move |_| state.point_at(Vec::new())
        >
            {name}
        </a>
    }
    .into_any()
}
