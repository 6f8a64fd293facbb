//! Overlays: by cell, what is shown of each area layer, and what is known where nothing is.

use super::palette::{Backdrop, Overlay};
use super::style::MapStyle;
use crate::{Degree, Fill, Layer, Model};

/// The area layers, in the order of their overlays.
pub(crate) const AREA_LAYERS: [Layer; 2] = [Layer::Cls, Layer::Cpts];

/// By cell, the overlay of each area layer.
pub(crate) fn overlays(model: &Model, style: &MapStyle) -> Vec<[Overlay; 2]> {
    let mut overlays = vec![[Overlay::None; 2]; model.cells.len()];
    for scheme in &model.schemes {
        let Some(layer) = AREA_LAYERS.iter().position(|&layer| layer == scheme.index.layer) else {
            continue;
        };
        if !style.layers.contains(&scheme.index.layer) {
            continue;
        }
        let is_shown = style.shows(scheme.index.layer, scheme.status);
        let own = if is_shown { Overlay::Scheme(scheme.status) } else { Overlay::Hidden };
        for &cell in &scheme.cells {
            let overlay = &mut overlays[cell as usize][layer];
            *overlay = stronger(*overlay, own);
        }
    }
    overlays
}

/// The stronger of two overlays of one cell: the one that shows.
fn stronger(one: Overlay, other: Overlay) -> Overlay {
    match (one, other) {
        (Overlay::Scheme(a), Overlay::Scheme(b)) => Overlay::Scheme(a.min(b)),
        (Overlay::Scheme(_), _) | (_, Overlay::None) => one,
        _ => other,
    }
}

/// The fill of each cell.
pub(crate) fn fills_of_cells(model: &Model, style: &MapStyle) -> Vec<Fill> {
    let regions = 0..model.regions.len() as u32;
    let backdrops: Vec<Backdrop> = regions.map(|region| backdrop(model, style, region)).collect();
    let fill = |(cell, overlays): (&crate::Cell, [Overlay; 2])| {
        let region = model.departments[cell.department as usize].region;
        let is_hidden = overlays.contains(&Overlay::Hidden)
            && overlays.iter().all(|overlay| !matches!(overlay, Overlay::Scheme(_)));
        if is_hidden {
            return style.palette.backdrop(Backdrop::Hidden);
        }
        style.palette.area(overlays, backdrops[region as usize])
    };
    model.cells.iter().zip(overlays(model, style)).map(fill).collect()
}

/// The backdrop of a region, for the visible area layers; for projects where only they are shown.
pub fn backdrop(model: &Model, style: &MapStyle, region: u32) -> Backdrop {
    let is_area = style.layers.iter().any(|layer| AREA_LAYERS.contains(layer));
    let counts = |layer: &&Layer| !is_area || AREA_LAYERS.contains(layer);
    let [mut lists, mut facts, mut all] = [0, 0, 0];
    for &layer in style.layers.iter().filter(counts) {
        all += 1;
        match model.degree(layer, region) {
            Some(Degree::List) => lists += 1,
            Some(Degree::Facts) => facts += 1,
            None => {}
        }
    }
    match (lists, facts) {
        _ if all == 0 => Backdrop::Silent,
        (0, 0) => Backdrop::Undocumented,
        (0, _) => Backdrop::Facts,
        (lists, _) if lists == all => Backdrop::Absent,
        _ => Backdrop::Partly,
    }
}
