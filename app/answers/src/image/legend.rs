//! The samples of what is in sight.

use crate::swatch::backdrop_name;
use map::served::{SHARE_CLASSES, Share};
use map::text::{capital, class_bounds, shares_title, status};
use map::{
    Backdrop, Choropleth, Fill, Layer, Palette, Scene, Status, Subject, Viewport, backdrop, sample,
};

/// The size of a sample, CSS pixels.
const SIZE: (f64, f64) = (28.0, 18.0);

/// A sample of the legend.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Sample {
    Area(Fill),
    /// A disc with its number.
    Disc(&'static str),
    /// A seat of a scheme of that layer.
    Seat(Layer),
    Venue,
    /// A title of rows, without a sample.
    Title,
}

/// The rows for a view: shares, or schemes with what lies between them.
pub(super) fn legend(scene: &Scene, viewport: &Viewport) -> Vec<(Sample, String)> {
    match &scene.style.choropleth {
        Some(choropleth) => shares(choropleth),
        None => schemes(scene, viewport),
    }
}

/// The classes of a second reading, then what is no class.
fn shares(choropleth: &Choropleth) -> Vec<(Sample, String)> {
    let layer = choropleth.layer;
    let Some(own) = choropleth.shares.of(layer) else { return Vec::new() };
    let area = |share| Sample::Area(Palette::LIGHT.share(layer, own, share));
    let classes = (0..SHARE_CLASSES).map(|class| {
        let bounds = own.class_bounds(class);
        (area(Share::Exactly(bounds.0)), class_bounds(bounds))
    });
    let others = [
        (Share::AtLeast(0), "Au moins (sans liste)"),
        (Share::Zero, "0\u{a0}%, aucun actif"),
        (Share::Uncertain, "Statuts incertains"),
        (Share::NotKnown, "Part non connue"),
        (Share::Undocumented, "Non documenté"),
    ];
    let others = others.map(|(share, label)| (area(share), label.to_owned()));
    let title = (Sample::Title, shares_title(layer));
    std::iter::once(title).chain(classes).chain(others).collect()
}

/// The statuses of the schemes in sight, the symbols, and what areas without a scheme show.
fn schemes(scene: &Scene, viewport: &Viewport) -> Vec<(Sample, String)> {
    let palette = &Palette::LIGHT;
    let layers = [Layer::Cls, Layer::Cpts].map(|layer| (layer, in_sight(scene, viewport, layer)));
    let has_both = layers.iter().all(|(_, all)| all.contains(&Status::Active));
    let mut rows = Vec::new();
    for (layer, all) in layers {
        rows.extend(all.into_iter().map(|one| {
            let label = format!("{}, {}", layer.short_title(), status(layer, one));
            (Sample::Area(palette.scheme(layer, one)), label)
        }));
        if has_seat(scene, viewport, layer) {
            let label = format!("{}, siège, périmètre non publié", layer.short_title());
            rows.push((Sample::Seat(layer), label));
        }
    }
    if has_both {
        rows.push((Sample::Area(palette.both()), "CLS et CPTS".to_owned()));
    }
    if scene.style.layers.contains(&Layer::Projects) {
        rows.push((Sample::Disc("n"), "Projets labellisés, leur nombre".to_owned()));
    }
    let is_venue = |subject: &Subject| matches!(subject, Subject::Venue(_));
    if has_sign(scene, viewport, is_venue) && scene.style.layers.contains(&Layer::Projects) {
        rows.push((Sample::Venue, "Lieu qu’une source nomme".to_owned()));
    }
    rows.extend(
        backdrops(scene, viewport)
            .into_iter()
            .map(|one| (Sample::Area(palette.backdrop(one)), capital(backdrop_name(one)))),
    );
    rows
}

/// The statuses of a layer that are shown in sight, in their order.
fn in_sight(scene: &Scene, viewport: &Viewport, layer: Layer) -> Vec<Status> {
    let (model, seen) = (&scene.atlas.model, viewport.bounds());
    let is_seen = |status: &Status| {
        let own = model.schemes.iter().filter(|one| one.index.layer == layer);
        let mut own = own.filter(|one| one.status == *status && scene.style.shows(layer, *status));
        own.any(|one| one.cells.iter().any(|cell| model.mesh.bounds_of(*cell).intersects(seen)))
    };
    Status::ALL.into_iter().filter(is_seen).collect()
}

fn has_seat(scene: &Scene, viewport: &Viewport, layer: Layer) -> bool {
    let is_shown = scene.style.layers.contains(&layer);
    let mut seats = scene.atlas.model.seats(layer);
    is_shown
        && seats.any(|seat| {
            viewport.bounds().contains(seat.at) && scene.style.shows(layer, seat.status)
        })
}

fn has_sign(scene: &Scene, viewport: &Viewport, is_it: impl Fn(&Subject) -> bool) -> bool {
    let mut signs = scene.atlas.model.signs.iter();
    signs.any(|sign| is_it(&sign.subject) && viewport.bounds().contains(sign.at))
}

/// Rows for areas without a scheme in the regions in sight; last, that of what a filter hides.
fn backdrops(scene: &Scene, viewport: &Viewport) -> Vec<Backdrop> {
    let model = &scene.atlas.model;
    let mut backdrops = Vec::new();
    for region in regions_in_sight(scene, viewport) {
        let one = backdrop(model, &scene.style, region);
        if !backdrops.contains(&one) {
            backdrops.push(one);
        }
    }
    if !scene.style.hidden.is_empty() {
        backdrops.push(Backdrop::Hidden);
    }
    backdrops
}

/// The indexes of the regions that a view shows, rising.
pub(super) fn regions_in_sight(scene: &Scene, viewport: &Viewport) -> Vec<u32> {
    let (model, seen) = (&scene.atlas.model, viewport.bounds());
    let mut regions: Vec<u32> = Vec::new();
    for (cell, index) in model.cells.iter().zip(0..) {
        let region = model.departments[cell.department as usize].region;
        if !regions.contains(&region) && model.mesh.bounds_of(index).intersects(seen) {
            regions.push(region);
        }
    }
    regions.sort_unstable();
    regions
}

impl Sample {
    /// The sample as elements of SVG; `at` tells it from others.
    pub(super) fn elements(self, at: usize) -> String {
        let project = &Palette::LIGHT.project.css()[..7];
        match self {
            Self::Title => String::new(),
            Self::Area(fill) => {
                let area = sample(fill, SIZE, &format!("l{at}-"));
                format!(
                    "{area}<rect x=\"0.5\" y=\"0.5\" width=\"27\" height=\"17\" fill=\"none\" \
                     stroke=\"#6f7a84\"/>"
                )
            }
            Self::Disc(number) => format!(
                "<circle cx=\"14\" cy=\"9\" r=\"8.5\" fill=\"{project}\"/><text x=\"14\" y=\"13\" \
                 font-size=\"11\" font-weight=\"700\" text-anchor=\"middle\" fill=\"#ffffff\">{number}</text>"
            ),
            Self::Seat(layer) => {
                let ink = Palette::LIGHT.perimeter(layer).color.css();
                format!(
                    "<path d=\"M14 3L20 9L14 15L8 9Z\" fill=\"#ffffff\" stroke=\"{}\" stroke-width=\"1.8\"/>",
                    &ink[..7]
                )
            }
            Self::Venue => format!(
                "<path d=\"M9 4H19V14H9Z\" fill=\"#ffffff\" stroke=\"{project}\" stroke-width=\"1.8\"/>\
                 <circle cx=\"14\" cy=\"9\" r=\"2\" fill=\"{project}\"/>"
            ),
        }
    }
}
