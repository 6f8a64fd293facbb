//! Symbols: numbered discs and pins of projects, seats of schemes without a perimeter, named places.

use super::style::MapStyle;
use crate::data::{Model, Sign, Subject, Territory};
use crate::{Layer, MapBounds, MapPoint};

/// The distance between a region and its disc beside it, map metres.
const BESIDE: f64 = 32_000.0;

/// The width of the ring around a regional disc and of the gap between them, CSS pixels.
pub(crate) const RING: f64 = 3.5;

/// A symbol.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Symbol {
    /// A number of projects.
    Disc(Disc),
    /// A seat, a commune that a project names, a place.
    Sign(Sign),
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
    /// The region of that index in the file.
    Region(usize),
}

/// The symbols of the layers that are shown: seats, places and pins, then one disc for every department of
/// a documented region, zero included, and one beside it for its regional projects. Above shares there are none.
pub(crate) fn symbols(model: &Model, style: &MapStyle) -> Vec<Symbol> {
    if style.choropleth.is_some() {
        return Vec::new();
    }
    let is_shown = |sign: &&Sign| match sign.subject {
        Subject::Scheme(scheme) if scheme.layer != Layer::Projects => {
            style.shows(scheme.layer, sign.status)
        }
        _ => style.layers.contains(&Layer::Projects),
    };
    let mut symbols: Vec<Symbol> =
        model.signs.iter().filter(is_shown).cloned().map(Symbol::Sign).collect();
    if style.layers.contains(&Layer::Projects) {
        for region in model.documented_regions(Layer::Projects) {
            let departments = departments_of(model, region);
            symbols.extend(departments.map(|index| Symbol::Disc(departmental(model, index))));
            symbols.extend(regional(model, region).map(Symbol::Disc));
        }
    }
    symbols
}

/// The radius of a disc, CSS pixels; other symbols are drawn in its proportions.
pub(crate) fn disc_radius(resolution: f64) -> f64 {
    match resolution {
        resolution if resolution > 2_600.0 => 6.5,
        resolution if resolution > 1_500.0 => 8.5,
        _ => 11.0,
    }
}

impl Sign {
    /// Whether it is drawn as a pin, whose tip is at its point.
    pub(crate) fn is_pin(&self) -> bool {
        matches!(self.subject, Subject::Scheme(scheme) if scheme.layer == Layer::Projects)
    }
}

impl Model {
    /// The departments of the region of that index where regional projects take place.
    pub(crate) fn departments_with_regional_projects(
        &self,
        region: usize,
    ) -> impl Iterator<Item = Territory> {
        departments_of(self, region as u32)
            .filter(|&index| self.project_counts(index).regional > 0)
            .map(Territory::Department)
    }
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
    (number > 0).then(|| Disc {
        at: beside(model, bounds),
        number,
        scope: Scope::Region(region as usize),
    })
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
