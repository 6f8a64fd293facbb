//! The answer for one named place.

use super::scheme::extent;
use crate::link::Link;
use crate::sources::source_link;
use leptos::prelude::*;
use map::text::{date, named_place, typographic};
use map::{Records, Subject};

/// The answer for a place where something is offered, or took place.
pub(crate) fn venue(
    records: &Records,
    index: usize,
    link: Link,
    controls: AnyView,
) -> Option<impl IntoView + use<>> {
    let venue = records.venue_at(index)?;
    let day = venue.date.as_deref().map(|day| format!(" · {}", date(day)));
    let note = venue.note.as_deref().map(typographic);
    Some(view! {
        <div class="answer-head">
            <p class="kind"><span>{venue.kind.label()}</span></p>
            <h2>{typographic(&venue.nom)}</h2>
            {extent(records, &Subject::Venue(index), link)}
            {controls}
        </div>
        <p>{typographic(&named_place(venue))} {day}</p>
        {note.map(|note| view! { <p class="note">{note}</p> })}
        {source_link(records, &venue.source)}
    })
}
