//! Where the symbols of the layer of projects stand.

use crate::model::{Model, Symbol, SymbolKind};
use crate::served::{ProjectProperties, Reach};
use crate::{Frame, Layer, LonLat, MapBounds, MapPoint, RegionCode};

/// How far beside its region a regional disc stands, in map metres.
const BESIDE: f64 = 45_000.0;

/// One disc for every department of a documented region, zero included; one for the regional
/// projects of each such region, beside it; one pin for every commune that a project names.
pub(crate) fn symbols(model: &Model) -> Vec<Symbol> {
    let documented = model.manifest.couches.iter().filter(|one| one.couche == Layer::Projects);
    let mut symbols = pins(model);
    for region in documented.map(|one| &one.region) {
        symbols.extend(departments(model, region));
        symbols.extend(regional(model, region));
    }
    symbols
}

fn departments(model: &Model, region: &RegionCode) -> Vec<Symbol> {
    let count = |code: &str| {
        let is_there = |project: &&ProjectProperties| {
            project.portee == Reach::Departmental && project.departement.as_str() == code
        };
        model.projects.iter().filter(is_there).count()
    };
    places(model, region)
        .map(|place| Symbol {
            kind: SymbolKind::Department(place, count(&model.departments.properties[place].code)),
            at: model.departments.shapes.anchor(place),
        })
        .collect()
}

fn places<'a>(model: &'a Model, region: &'a RegionCode) -> impl Iterator<Item = usize> + 'a {
    let departments = model.departments.properties.iter().enumerate();
    departments.filter(move |(_, department)| department.region == *region).map(|(place, _)| place)
}

fn regional(model: &Model, region: &RegionCode) -> Option<Symbol> {
    let in_region = |project: &&ProjectProperties| {
        let department = model.department(&project.departement);
        department.is_some_and(|place| model.departments.properties[place].region == *region)
    };
    let regional = model.projects.iter().filter(|project| project.portee == Reach::Regional);
    let count = regional.filter(in_region).count();
    let bounds = places(model, region)
        .map(|place| model.departments.shapes.bounds(place))
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
    let is_free = |point: &MapPoint| model.departments.shapes.at(*point).is_none();
    sides.into_iter().find(is_free).unwrap_or(sides[0])
}

fn pins(model: &Model) -> Vec<Symbol> {
    let places = model.projects.iter().flat_map(|project| &project.lieux);
    places
        .map(|place| {
            let frame = Frame::of_department(place.code.department());
            let [lon, lat] = place.lon_lat;
            Symbol { kind: SymbolKind::Place, at: frame.map_from_lon_lat(LonLat::new(lon, lat)) }
        })
        .collect()
}
