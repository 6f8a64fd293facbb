//! Every source with its date and its licence.

use leptos::prelude::*;
use map::served::Source;
use map::text::typographic;
use map::{Records, source_date};

/// The list of the footer, and of which day it is.
pub(crate) fn sources(records: &Records) -> impl IntoView + use<> {
    let manifest = &records.file.manifest;
    let rows: Vec<_> = manifest.sources.iter().map(|(id, source)| row(id, source)).collect();
    let day = map::text::on(&manifest.date);
    view! {
        <ul class="sources">{rows}</ul>
        <p>{format!("Territoires\u{a0}: {}. Données compilées {day}.", manifest.cog)}</p>
    }
}

fn row(id: &str, source: &Source) -> impl IntoView + use<> {
    let licence = source.licence.clone().unwrap_or_else(|| "Licence non précisée".to_owned());
    let about = format!("{}, {}. {licence}.", source.editeur, source_date(source));
    let note = source.note.as_deref().map(typographic);
    view! {
        <li id=format!("source-{id}")>
            <cite>{typographic(&source.titre)}</cite>
            " — "
            {about}
            {note.map(|note| view! { <span class="note">{note}</span> })}
        </li>
    }
}
