//! The answer for one venue.

use crate::context::Context;
use crate::link::in_a_row;
use crate::sources::source_link;
use leptos::prelude::*;
use map::text::{date, named_place, typographic};
use map::{Records, Subject};

/// The answer for a place where something is offered, or took place.
pub(crate) fn venue(
    records: &Records,
    index: usize,
    context: Context,
    controls: AnyView,
) -> Option<impl IntoView + use<>> {
    let venue = records.venue_at(index)?;
    let day = venue.date.as_deref().map(|day| format!(" · {}", date(day)));
    let note = venue.note.as_deref().map(typographic);
    let around = records.extent(&Subject::Venue(index)).into_iter();
    let links: Vec<AnyView> = around
        .map(|one| context.link(one.into(), typographic(&records.properties(one).nom)))
        .collect();
    Some(view! {
        <div class="answer-head">
            <h2>{typographic(&venue.nom)}</h2>
            {controls}
        </div>
        <div class="answer-about">
            <p class="kind"><span>{venue.kind.label()}</span></p>
            <p class="containing">{in_a_row(links)}</p>
        </div>
        <p>{typographic(&named_place(venue))} {day}</p>
        {note.map(|note| view! { <p class="note">{note}</p> })}
        {source_link(records, &venue.source)}
        {context.report(records, &venue.id, &venue.source)}
    })
}
