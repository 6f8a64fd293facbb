//! Symbols: numbered discs and pins of projects, seats of schemes without a perimeter.

use super::style::MapStyle;
use crate::data::{Model, SchemeIndex, Sign, Subject, Territory};
use crate::{Layer, MapBounds, MapPoint};

/// The distance between a region and its disc beside it, map metres.
const BESIDE: f64 = 32_000.0;

/// A symbol.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Symbol {
    /// A number of projects.
    Disc(Disc),
    /// A commune that a project names.
    Pin(MapPoint),
    /// The registered seat of a scheme of that layer, whose perimeter is not drawn.
    Seat(Layer, MapPoint),
}

/// A numbered disc.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Disc {
    /// The middle.
    pub(crate) at: MapPoint,
    /// The number of projects.
    pub(crate) number: u32,
    pub(crate) scope: Scope,
}

/// The territory whose projects a disc counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// The department of that index in the file.
    Department(usize),
    Region,
}

/// The symbols of the layers that are shown: those of projects last.
pub(crate) fn symbols(model: &Model, style: &MapStyle) -> Vec<Symbol> {
    let seat = |sign: &Sign| match sign.subject {
        Subject::Scheme(SchemeIndex { layer, .. }) if layer != Layer::Projects => {
            style.shows(layer, sign.status).then_some(Symbol::Seat(layer, sign.at))
        }
        _ => None,
    };
    let mut symbols: Vec<Symbol> = model.signs.iter().filter_map(seat).collect();
    if style.layers.contains(&Layer::Projects) {
        symbols.extend(of_projects(model));
    }
    symbols
}

/// One disc for every department of a documented region, zero included; one for the regional
/// projects of each of these regions, beside it; one pin for every commune that a project names.
fn of_projects(model: &Model) -> Vec<Symbol> {
    let pin = |sign: &Sign| match sign.subject {
        Subject::Scheme(scheme) if scheme.layer == Layer::Projects => Some(Symbol::Pin(sign.at)),
        _ => None,
    };
    let mut symbols: Vec<Symbol> = model.signs.iter().filter_map(pin).collect();
    for region in model.documented_regions(Layer::Projects) {
        let departments = departments_of(model, region);
        symbols.extend(departments.map(|index| Symbol::Disc(departmental(model, index))));
        symbols.extend(regional(model, region).map(Symbol::Disc));
    }
    symbols
}

/// The disc of a department; none where no list documents its region.
pub(crate) fn disc_of(model: &Model, department: usize) -> Option<Disc> {
    let region = model.departments[department].region;
    model.is_documented(Layer::Projects, region).then(|| departmental(model, department))
}

fn departmental(model: &Model, department: usize) -> Disc {
    Disc {
        at: model.anchor(Territory::Department(department)),
        number: model.project_counts(department).departmental,
        scope: Scope::Department(department),
    }
}

fn departments_of(model: &Model, region: u32) -> impl Iterator<Item = usize> {
    (0..model.departments.len()).filter(move |&index| model.departments[index].region == region)
}

fn regional(model: &Model, region: u32) -> Option<Disc> {
    let number =
        departments_of(model, region).map(|index| model.project_counts(index).regional).sum();
    let bounds = departments_of(model, region)
        .map(|index| model.bounds(Territory::Department(index)))
        .fold(MapBounds::EMPTY, MapBounds::union);
    (number > 0).then(|| Disc { at: beside(model, bounds), number, scope: Scope::Region })
}

/// A point beside the region, where no department lies if there is such a side.
fn beside(model: &Model, region: MapBounds) -> MapPoint {
    let center = region.center();
    let sides = [
        MapPoint::new(region.max.x + BESIDE, center.y),
        MapPoint::new(center.x, region.min.y - BESIDE),
        MapPoint::new(region.min.x - BESIDE, center.y),
        MapPoint::new(center.x, region.max.y + BESIDE),
    ];
    let is_free = |point: &MapPoint| model.cell_at(*point).is_none();
    sides.into_iter().find(is_free).unwrap_or(sides[0])
}
