//! Where the symbols of the layer of projects stand.

use crate::data::model::{Model, Territory};
use crate::{Layer, MapBounds, MapPoint};

/// How far beside its region a regional disc stands, in map metres.
const BESIDE: f64 = 32_000.0;

/// A symbol of the layer of projects.
#[derive(Clone, Debug, PartialEq)]
pub struct Symbol {
    /// What it stands for.
    pub kind: SymbolKind,
    /// Where it stands.
    pub at: MapPoint,
}

/// What a symbol of the layer of projects stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SymbolKind {
    /// The department of that index in the file, with its number of departmental projects.
    Department(usize, u32),
    /// A region, with its number of regional projects.
    Region(u32),
    /// A commune that a project names.
    Place,
}

/// One disc for every department of a documented region, zero included; one for the regional
/// projects of each such region, beside it; one pin for every commune that a project names.
pub fn symbols(model: &Model) -> Vec<Symbol> {
    let pin = |&at: &MapPoint| Symbol { kind: SymbolKind::Place, at };
    let mut symbols: Vec<Symbol> = model.pins.iter().map(pin).collect();
    for region in model.documented_regions(Layer::Projects) {
        symbols.extend(departments(model, region));
        symbols.extend(regional(model, region));
    }
    symbols
}

fn departments(model: &Model, region: u32) -> impl Iterator<Item = Symbol> {
    departments_of(model, region).map(|index| Symbol {
        kind: SymbolKind::Department(index, counts(model, index).0),
        at: model.anchor(Territory::Department(index)),
    })
}

/// How many departmental and regional projects a department has.
fn counts(model: &Model, index: usize) -> (u32, u32) {
    let own = model.projects.iter().find(|one| one.0 as usize == index);
    own.map_or((0, 0), |&(_, departmental, regional)| (departmental, regional))
}

fn departments_of(model: &Model, region: u32) -> impl Iterator<Item = usize> {
    let departments = model.departments.iter().enumerate();
    departments.filter(move |(_, department)| department.region == region).map(|(index, _)| index)
}

fn regional(model: &Model, region: u32) -> Option<Symbol> {
    let count = departments_of(model, region).map(|index| counts(model, index).1).sum();
    let bounds = departments_of(model, region)
        .map(|index| model.bounds(Territory::Department(index)))
        .fold(MapBounds::EMPTY, MapBounds::union);
    (count > 0).then(|| Symbol { kind: SymbolKind::Region(count), at: beside(model, bounds) })
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
