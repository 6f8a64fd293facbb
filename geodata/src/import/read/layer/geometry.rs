//! The polygons of a feature, or the reason why it has none.

use super::super::record::Origin;
use super::rings;
use crate::problem::Problem;
use crate::topology::{GridPoint, Polygon};
use geojson::{Feature, Geometry, GeometryValue, Position};
use map::LonLat;

/// The polygons of a geometry, as their file gives them.
type Rings = Vec<Vec<Vec<Position>>>;

/// The geometry of a feature, as far as it is a perimeter.
pub(super) enum Perimeter {
    Drawn(Vec<Polygon>),
    /// Without a geometry, or with one that is a surface in part only: named by its kind.
    LeftAside(String),
    Wrong(Vec<Problem>),
}

/// Reads the geometry of a feature.
pub(super) fn perimeter(feature: &Feature, origin: &Origin) -> Perimeter {
    let Some(geometry) = &feature.geometry else {
        return Perimeter::LeftAside("null".to_owned());
    };
    let Some(polygons) = surfaces(geometry) else {
        let kind = geometry.value.type_name();
        if let GeometryValue::GeometryCollection { geometries } = &geometry.value {
            return Perimeter::LeftAside(named(kind, geometries));
        }
        let expected = "un périmètre\u{a0}: Polygon ou MultiPolygon";
        return Perimeter::Wrong(vec![origin.problem("geometry", kind, expected)]);
    };
    if polygons.iter().all(Vec::is_empty) {
        return Perimeter::LeftAside(format!("{} vide", geometry.value.type_name()));
    }
    match rings::problems(&polygons, origin) {
        wrong if wrong.is_empty() => {
            Perimeter::Drawn(polygons.iter().map(|rings| polygon(rings)).collect())
        }
        wrong => Perimeter::Wrong(wrong),
    }
}

/// The polygons of a geometry that is made of nothing else.
fn surfaces(geometry: &Geometry) -> Option<Rings> {
    match &geometry.value {
        GeometryValue::Polygon { coordinates } => Some(vec![coordinates.clone()]),
        GeometryValue::MultiPolygon { coordinates } => Some(coordinates.clone()),
        GeometryValue::GeometryCollection { geometries } => {
            let parts: Option<Vec<Rings>> = geometries.iter().map(surfaces).collect();
            parts.map(|parts| parts.concat())
        }
        _ => None,
    }
}

/// « GeometryCollection (Polygon, LineString) ».
fn named(kind: &str, parts: &[Geometry]) -> String {
    let mut kinds: Vec<&str> = parts.iter().map(|part| part.value.type_name()).collect();
    kinds.dedup();
    kinds.truncate(5);
    format!("{kind} ({})", kinds.join(", "))
}

fn polygon(rings: &[Vec<Position>]) -> Polygon {
    let vertex = |position: &Position| GridPoint::nearest(LonLat::new(position[0], position[1]));
    rings.iter().map(|ring| ring.iter().map(vertex).collect()).collect()
}
