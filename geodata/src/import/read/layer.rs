//! A published layer of perimeters: GeoJSON features, with properties whose names change.

use super::fields::{Columns, Field, Override};
use super::input::{Input, problem_of_form};
use super::record::{Cell, FeatureRef, Origin, Record};
use super::rings;
use super::unreadable::unreadable;
use crate::topology::{GridPoint, Polygon};
use geojson::{Feature, FeatureCollection, GeometryValue, Position};
use map::LonLat;
use serde_json::Value;
use std::collections::BTreeMap;

/// Whether a file is GeoJSON rather than a list: no list begins with a brace.
pub(super) fn is_layer(bytes: &[u8]) -> bool {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    bytes.trim_ascii_start().starts_with(b"{")
}

/// Reads a layer; one that cannot be read gives problems only.
pub(super) fn read(file: &str, bytes: &[u8], overrides: &[Override]) -> Input {
    let mut input = Input::default();
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let Ok(FeatureCollection { features, .. }) = serde_json::from_slice(bytes) else {
        unreadable(file, bytes, &mut input);
        return input;
    };
    let names = property_names(&features);
    let columns = Columns::recognise(&names, overrides).without_territories();
    input.report_columns(&names, &columns, file, 0);
    for (number, feature) in (1..).zip(&features) {
        let record = record(file, number, feature, &names, &columns);
        if record.text(Field::Name).is_none() && columns.has(Field::Name) {
            input.problems.push(record.problem(Field::Name, "", "le nom du dispositif"));
        }
        take_polygons(feature, record, &mut input);
    }
    if !columns.has(Field::Name) {
        let expected = "une propriété qui nomme le dispositif (--champ nom=PROPRIÉTÉ)";
        input.problems.push(problem_of_form(file, 0, &names.join(", "), expected));
    }
    input
}

/// The record of the properties of a feature.
fn record(
    file: &str,
    number: usize,
    feature: &Feature,
    names: &[String],
    columns: &Columns,
) -> Record {
    let mut cells = BTreeMap::new();
    for (field, index) in &columns.known {
        let text = feature.property(&names[*index]).map(text).unwrap_or_default();
        if !text.is_empty() {
            cells.insert(*field, Cell { column: names[*index].clone(), text });
        }
    }
    let name = cells.get(&Field::Name).map(|cell| cell.text.clone()).unwrap_or_default();
    let origin =
        Origin { file: file.to_owned(), line: 0, feature: Some(FeatureRef { number, name }) };
    Record { origin, cells, polygons: Vec::new() }
}

/// Adds the record of a feature, if its geometry is a perimeter.
fn take_polygons(feature: &Feature, mut record: Record, input: &mut Input) {
    let polygons = match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => std::slice::from_ref(coordinates),
        Some(GeometryValue::MultiPolygon { coordinates }) => coordinates.as_slice(),
        other => {
            let found = other.map_or("", GeometryValue::type_name);
            let expected = "un périmètre\u{a0}: Polygon ou MultiPolygon";
            input.problems.push(record.origin.problem("geometry", found, expected));
            return;
        }
    };
    let wrong = rings::problems(polygons, &record.origin);
    if wrong.is_empty() {
        record.polygons = polygons.iter().map(|rings| polygon(rings)).collect();
        input.records.push(record);
    }
    input.problems.extend(wrong);
}

/// The names of all properties, in the order in which they first occur.
fn property_names(features: &[Feature]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    for properties in features.iter().filter_map(|feature| feature.properties.as_ref()) {
        for name in properties.keys() {
            if !names.contains(name) {
                names.push(name.clone());
            }
        }
    }
    names
}

/// A property as a list would write it.
fn text(value: &Value) -> String {
    match value {
        Value::String(text) => text.trim().to_owned(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}

fn polygon(rings: &[Vec<Position>]) -> Polygon {
    let vertex = |position: &Position| GridPoint::nearest(LonLat::new(position[0], position[1]));
    rings.iter().map(|ring| ring.iter().map(vertex).collect()).collect()
}
