//! The answer for one named place.

use crate::context::Context;
use crate::link::in_a_row;
use crate::sources::source_link;
use leptos::prelude::*;
use map::text::{date, named_place, typographic};
use map::{Records, Subject};

/// The answer for a place where something is offered, or took place.
pub(crate) fn place(
    records: &Records,
    index: usize,
    context: Context,
    controls: AnyView,
) -> Option<impl IntoView + use<>> {
    let place = records.place_at(index)?;
    let day = place.date.as_deref().map(|day| format!(" · {}", date(day)));
    let note = place.note.as_deref().map(typographic);
    let around = records.extent(&Subject::Place(index)).into_iter();
    let links: Vec<AnyView> = around
        .map(|one| context.link(one.into(), typographic(&records.properties(one).nom)))
        .collect();
    Some(view! {
        <div class="answer-head">
            <p class="kind"><span>{place.kind.label()}</span></p>
            <h2>{typographic(&place.nom)}</h2>
            <p class="containing">{in_a_row(links)}</p>
            {controls}
        </div>
        <p>{typographic(&named_place(place))} {day}</p>
        {note.map(|note| view! { <p class="note">{note}</p> })}
        {source_link(records, &place.source)}
        {context.report(records, &place.id, &place.source)}
    })
}
