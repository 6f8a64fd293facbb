//! The legend of a page: a sample of each status, symbol and backdrop that its map may show.

use super::content::Content;
use super::page::html;
use answers::swatch::{self, Disc};
use leptos::prelude::*;
use map::text::{capital, status};
use map::{Backdrop, Layer, SchemeIndex, Status, Subject, Territory};
use std::collections::BTreeSet;

/// The backdrops of a map of schemes.
const BACKDROPS: [Backdrop; 4] =
    [Backdrop::Absent, Backdrop::Partly, Backdrop::Facts, Backdrop::Undocumented];

/// The legend for a subject, for the country without one: the statuses of its schemes, then what all
/// maps show.
pub(super) fn legend(content: &Content, subject: Option<&Subject>) -> String {
    let layers = [Layer::Cls, Layer::Cpts].map(|layer| (layer, statuses(content, layer, subject)));
    let has_both = layers.iter().all(|(_, statuses)| !statuses.is_empty());
    html(|| {
        let schemes = layers.into_iter().flat_map(|(layer, statuses)| {
            let label = move |one| format!("{}, {}", layer.short_title(), status(layer, one));
            statuses.into_iter().map(move |one| row(swatch::scheme(layer, one), &label(one)))
        });
        let both = has_both.then(|| row(swatch::both(), "CLS et CPTS"));
        let discs = [
            (Disc::Department, "projets d’un département, leur nombre"),
            (Disc::Region, "projets d’une région, leur nombre"),
        ];
        let discs = discs.map(|(disc, label)| row(swatch::disc(disc), label));
        let venue = row(swatch::venue(), "lieu qu’une source nomme");
        let backdrops = BACKDROPS.map(|one| row(swatch::backdrop(one), swatch::backdrop_name(one)));
        let rows: Vec<_> =
            schemes.chain(both).chain(discs).chain([venue]).chain(backdrops).collect();
        view! { <section class="map-key"><h3>"Légende"</h3><ul class="rows">{rows}</ul></section> }
            .into_any()
    })
}

fn row(swatch: AnyView, label: &str) -> AnyView {
    view! { <li>{swatch} <span>{capital(label)}</span></li> }.into_any()
}

/// The statuses of the schemes of a layer that touch a subject.
pub(super) fn statuses(
    content: &Content,
    layer: Layer,
    subject: Option<&Subject>,
) -> BTreeSet<Status> {
    let records = &content.records;
    let here = |territory: Territory| -> BTreeSet<Status> {
        records.covering(layer, territory).into_iter().map(|one| one.scheme.statut).collect()
    };
    let own = |scheme: SchemeIndex| records.scheme_at(scheme).filter(|_| scheme.layer == layer);
    match subject {
        Some(Subject::Territory(territory)) => here(*territory),
        Some(Subject::Scheme(scheme)) => {
            let extent = records.extent(&Subject::Scheme(*scheme)).into_iter();
            let around = extent.flat_map(here);
            around.chain(own(*scheme).map(|one| one.statut)).collect()
        }
        _ => records.schemes(layer).iter().map(|one| one.statut).collect(),
    }
}
