//! Every source with its date and its licence.

use leptos::prelude::*;
use map::Records;
use map::served::Source;
use map::text::{publisher_and_date, typographic, vintage};

/// The list of the footer, and of which day it is.
pub(crate) fn sources(records: &Records) -> impl IntoView + use<> {
    let manifest = &records.file.manifest;
    let rows: Vec<_> = manifest.sources.iter().map(|(id, source)| row(id, source)).collect();
    view! {
        <ul class="sources">{rows}</ul>
        <p>{vintage(manifest)}</p>
    }
}

fn row(id: &str, source: &Source) -> impl IntoView + use<> {
    let licence = source.licence.clone().unwrap_or_else(|| "Licence non précisée".to_owned());
    let about = format!("{}. {licence}.", publisher_and_date(source));
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
