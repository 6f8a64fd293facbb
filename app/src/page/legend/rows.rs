//! The rows of a layer: a status with its sample and the number of its schemes.

use answers::swatch::{self, Disc};
use leptos::prelude::*;
use map::text::{self, capital};
use map::{Layer, Model, Sign, Status, Subject};

/// A row of the legend.
pub(super) struct Row {
    pub(super) swatch: AnyView,
    pub(super) label: String,
    pub(super) count: u32,
    /// The status that the row hides and shows; none for a row that only explains.
    pub(super) status: Option<Status>,
}

/// The rows of a layer, for what the map draws of it.
pub(super) fn rows(model: &Model, layer: Layer) -> Vec<Row> {
    match layer {
        Layer::Cls | Layer::Cpts => by_status(model, layer),
        Layer::Projects => projects(model),
    }
}

fn by_status(model: &Model, layer: Layer) -> Vec<Row> {
    let count = |status| model.statuses(layer).filter(|own| *own == status).count() as u32;
    let rows = Status::ALL
        .into_iter()
        .map(|status| (status, count(status)))
        .filter(|&(_, count)| count > 0)
        .map(|(status, count)| Row {
            swatch: swatch::scheme(layer, status),
            label: capital(text::status(layer, status)),
            count,
            status: Some(status),
        });
    rows.chain(seats(model, layer)).collect()
}

/// The row of the schemes that are shown at their seat; none where there are none.
fn seats(model: &Model, layer: Layer) -> Option<Row> {
    let count = model.seats(layer).count() as u32;
    (count > 0).then(|| Row {
        swatch: swatch::seat(layer),
        label: "Siège, périmètre non publié".to_owned(),
        count,
        status: None,
    })
}

fn projects(model: &Model) -> Vec<Row> {
    let departmental = model.projects.iter().map(|one| one.departmental).sum();
    let regional = model.projects.iter().map(|one| one.regional).sum();
    let empty = model.departments_without_projects() as u32;
    let row = |(disc, label, count): (Disc, &str, u32)| Row {
        swatch: swatch::disc(disc),
        label: label.to_owned(),
        count,
        status: None,
    };
    let discs = [
        (Disc::Department, "Par département", departmental),
        (Disc::Region, "Régionaux", regional),
        (Disc::Zero, "Département sans projet", empty),
    ];
    let is_venue = |sign: &&Sign| matches!(sign.subject, Subject::Venue(_));
    let venues = Row {
        swatch: swatch::venue(),
        label: "Lieu qu’une source nomme".to_owned(),
        count: model.signs.iter().filter(is_venue).count() as u32,
        status: None,
    };
    discs.map(row).into_iter().chain([venues]).collect()
}
