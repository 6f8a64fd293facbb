//! The schemes that are known to exist without their perimeter: listed, counted in words, in no share.

use super::item::{Row, StatusShown, scheme_item};
use crate::context::Context;
use leptos::prelude::*;
use map::served::SchemeProperties;
use map::text::{existing_too, known_part};
use map::{Layer, Records, Territory};

/// Those of the departments of a territory, folded away; none where there are none.
pub(super) fn without_perimeter(
    layer: Layer,
    records: &Records,
    territory: Territory,
    context: Context,
) -> Option<impl IntoView + use<>> {
    let schemes = records.without_perimeter(layer, territory);
    let items: Vec<AnyView> =
        schemes.iter().map(|one| item(layer, records, one, context)).collect();
    let where_ = match (territory, records.properties(territory).departements.len()) {
        (Territory::Region(_), _) => "dans la région",
        (Territory::Department(_), _) => "dans le département",
        (Territory::Epci(_), ..=1) => "dans son département",
        (Territory::Epci(_), _) => "dans ses départements",
    };
    (!items.is_empty()).then(|| {
        let title = existing_too(layer, items.len() as u32);
        view! {
            <details class="without-perimeter">
                <summary>{format!("{title}, {where_}")}</summary>
                <ul class="schemes">{items}</ul>
            </details>
        }
    })
}

fn item(layer: Layer, records: &Records, scheme: &SchemeProperties, context: Context) -> AnyView {
    let row = Row { layer, list: None, status: StatusShown::Here };
    scheme_item(row, records, scheme, known(records, scheme), context)
}

/// The part of a perimeter that is known, in words.
pub(super) fn known(records: &Records, scheme: &SchemeProperties) -> Option<String> {
    let name = |code: &map::EpciSiren| {
        let all = &records.file.epci;
        all.iter().find(|one| one.code == code.as_str()).map(|one| one.nom.as_str())
    };
    let epci: Vec<&str> = scheme.epci.iter().filter_map(name).collect();
    known_part(scheme, &epci)
}
