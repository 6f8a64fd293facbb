//! The committed data, read once for all tests, and the files written from it.

use crate::scratch;
use geodata::compile::{self, Cells};
use geodata::inputs::{Folders, Inputs};
use geodata::topology::{GridPoint, Polygon, ring_m2, signed_area};
use geojson::{FeatureCollection, GeometryValue};
use map::LonLat;
use map::served::Manifest;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::LazyLock;

/// The committed contours and tables.
pub static INPUTS: LazyLock<Inputs> = LazyLock::new(|| {
    let (contours, sources) = (scratch::crate_folder("contours"), scratch::crate_folder("sources"));
    Inputs::read(&Folders { contours, sources, day: None }).unwrap()
});

/// Their cells.
pub static CELLS: LazyLock<Cells> = LazyLock::new(|| Cells::new(&INPUTS));

/// A folder with what a build writes.
pub static SERVED: LazyLock<PathBuf> = LazyLock::new(|| {
    let folder = scratch::empty_folder("served").join("data");
    compile::write(&INPUTS, &CELLS, &folder).unwrap();
    folder
});

/// The manifest of the served files.
pub fn manifest() -> Manifest {
    serde_json::from_slice(&std::fs::read(SERVED.join("manifest.json")).unwrap()).unwrap()
}

/// The text of a served file, by its name in the manifest.
pub fn text(name: &str) -> String {
    std::fs::read_to_string(SERVED.join(&manifest().fichiers[name].url)).unwrap()
}

/// The bytes of a served file, by its name in the manifest.
pub fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(SERVED.join(&manifest().fichiers[name].url)).unwrap()
}

/// A served GeoJSON file.
pub fn collection(name: &str) -> FeatureCollection {
    text(name).parse().unwrap()
}

/// The properties and the polygons of every feature of a served file.
pub fn features<P: DeserializeOwned>(name: &str) -> Vec<(P, Vec<Polygon>)> {
    let features = collection(name).features.into_iter();
    features
        .map(|feature| {
            let properties = serde_json::Value::Object(feature.properties.clone().unwrap());
            (serde_json::from_value(properties).unwrap(), polygons(&feature))
        })
        .collect()
}

/// The polygons of a feature, on the grid.
pub fn polygons(feature: &geojson::Feature) -> Vec<Polygon> {
    let grid =
        |position: &geojson::Position| GridPoint::nearest(LonLat::new(position[0], position[1]));
    let polygon = |rings: &Vec<Vec<geojson::Position>>| -> Polygon {
        rings.iter().map(|ring| ring.iter().map(grid).collect()).collect()
    };
    match &feature.geometry.as_ref().unwrap().value {
        GeometryValue::Polygon { coordinates } => vec![polygon(coordinates)],
        GeometryValue::MultiPolygon { coordinates } => coordinates.iter().map(polygon).collect(),
        other => panic!("expected polygons, found {other:?}"),
    }
}

/// The members of each intercommunality, as indices in the table of communes; the four islands
/// without one are in the last set.
pub fn epci_and_islands() -> (BTreeMap<String, Vec<usize>>, Vec<usize>) {
    let members = INPUTS.territories.members().into_iter();
    let communes = INPUTS.territories.communes.iter().enumerate();
    let islands = communes.filter(|(_, commune)| commune.epci.is_none());
    (
        members.map(|(code, members)| (code.to_string(), members)).collect(),
        islands.map(|(index, _)| index).collect(),
    )
}

/// Twice the area of an outline in grid steps, exact; holes count negatively.
pub fn doubled_area(outline: &[Polygon]) -> i64 {
    outline.iter().flatten().map(|ring| signed_area(ring)).sum()
}

/// The area of an outline in hectares.
pub fn area_ha(outline: &[Polygon]) -> f64 {
    outline.iter().flatten().map(|ring| ring_m2(ring)).sum::<f64>() / 1e4
}

/// The directed sides of an outline.
pub fn sides(outline: &[Polygon]) -> impl Iterator<Item = (GridPoint, GridPoint)> + '_ {
    outline.iter().flatten().flat_map(|ring| ring.windows(2)).map(|side| (side[0], side[1]))
}
