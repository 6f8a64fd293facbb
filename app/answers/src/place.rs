//! The answer for one named place.

use crate::link::Link;
use crate::scheme::extent;
use crate::sources::source_link;
use leptos::prelude::*;
use map::text::{date, named_place, typographic};
use map::{Records, Subject};

/// The answer for a place where something is offered, or took place.
pub(crate) fn place(
    records: &Records,
    index: usize,
    link: Link,
    controls: AnyView,
) -> Option<impl IntoView + use<>> {
    let place = records.place_at(index)?;
    let day = place.date.as_deref().map(|day| format!(" · {}", date(day)));
    let note = place.note.as_deref().map(typographic);
    Some(view! {
        <div class="answer-head">
            <p class="kind"><span>{place.kind.label()}</span></p>
            <h2>{typographic(&place.nom)}</h2>
            {extent(records, &Subject::Place(index), link)}
            {controls}
        </div>
        <p>{typographic(&named_place(place))} {day}</p>
        {note.map(|note| view! { <p class="note">{note}</p> })}
        {source_link(records, &place.source)}
    })
}
