//! A published layer of perimeters: GeoJSON features, with properties whose names change.
//!
//! 1. `text` decodes the file;
//! 2. `features` finds its features, `unreadable` says why there are none;
//! 3. `crs` wants degrees;
//! 4. `codes` finds the properties that list territories;
//! 5. `geometry` reads the polygons, whose rings `rings`, `crossing` and `holes` check.

mod codes;
mod crossing;
mod crs;
mod features;
mod geometry;
mod holes;
mod rings;
mod text;
mod unreadable;

use super::fields::{Columns, Field, Override};
use super::input::{Input, problem_of_form};
use super::record::{Cell, FeatureRef, Origin, Record};
use crate::problem::Problem;
use geojson::{Feature, FeatureCollection};
use geometry::Perimeter;
use serde_json::Value;
use std::collections::{BTreeMap, HashSet};

/// Whether a file is GeoJSON rather than a list: no list begins with a brace, with a bracket before
/// one, or with the separator of a sequence.
pub(super) fn is_layer(bytes: &[u8]) -> bool {
    const LONGEST: usize = 1000;
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let bytes = [b"\xff\xfe", b"\xfe\xff"]
        .iter()
        .find_map(|mark| bytes.strip_prefix(*mark))
        .unwrap_or(bytes);
    // In UTF-16, every second byte of ASCII is zero.
    let head = bytes.iter().take(LONGEST).filter(|byte| **byte != 0);
    let mut signs = head.filter(|byte| !byte.is_ascii_whitespace());
    match signs.next() {
        Some(b'{' | b'\x1e') => true,
        Some(b'[') => matches!(signs.next(), Some(b'{' | b']')),
        _ => false,
    }
}

/// Reads a layer; one that cannot be read gives problems only.
pub(super) fn read(file: &str, bytes: &[u8], overrides: &[Override]) -> Input {
    let mut input = Input::default();
    match collection(file, bytes) {
        Ok(FeatureCollection { features, .. }) => {
            take_features(file, &features, overrides, &mut input);
        }
        Err(problems) => input.problems = problems,
    }
    input
}

/// The features of a layer in degrees.
fn collection(file: &str, bytes: &[u8]) -> Result<FeatureCollection, Vec<Problem>> {
    let text = text::decode(bytes).map_err(|text::EncodingError { line, found }| {
        let expected = "un texte en UTF-8 (exporter la couche en UTF-8)";
        vec![problem_of_form(file, line, &found, expected)]
    })?;
    let collection =
        features::features(&text).map_err(|reason| unreadable::problems(file, reason))?;
    match crs::foreign_crs(&collection) {
        None => Ok(collection),
        Some(name) => {
            let expected = "des degrés WGS84, les seuls du GeoJSON (RFC 7946)\u{a0}: exporter la \
                            couche en EPSG:4326, sans membre «\u{a0}crs\u{a0}»";
            Err(vec![problem_of_form(&format!("{file}, crs"), 0, &name, expected)])
        }
    }
}

fn take_features(file: &str, features: &[Feature], overrides: &[Override], input: &mut Input) {
    let names = property_names(features);
    let mut columns = Columns::recognise(&names, overrides).without_territories();
    codes::add_code_columns(&mut columns, &names, features, overrides);
    input.report_columns(&names, &columns, file, 0);
    let mut left_aside = Vec::new();
    for (number, feature) in (1..).zip(features) {
        let record = record(file, number, feature, &names, &columns);
        if record.text(Field::Name).is_none() && columns.has(Field::Name) {
            input.problems.push(record.problem(Field::Name, "", "le nom du dispositif"));
        }
        left_aside.extend(take_perimeter(feature, record, input));
    }
    input.leave_aside(left_aside, features.len(), file);
    if !columns.has(Field::Name) {
        let expected = "une propriété qui nomme le dispositif (--champ nom=PROPRIÉTÉ)";
        input.problems.push(problem_of_form(file, 0, &names.join(", "), expected));
    }
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
        let read = |value: &Value| match field {
            Field::Communes | Field::Arrondissements | Field::Epci => codes::text(value, *field),
            _ => text(value),
        };
        let text = feature.property(&names[*index]).map(read).unwrap_or_default();
        if !text.is_empty() {
            cells.insert(*field, Cell { column: names[*index].clone(), text });
        }
    }
    let name = cells.get(&Field::Name).map(|cell| cell.text.clone()).unwrap_or_default();
    let origin =
        Origin { file: file.to_owned(), line: 0, feature: Some(FeatureRef { number, name }) };
    Record { origin, cells, polygons: Vec::new() }
}

/// Adds the record of a feature if it is a perimeter, drawn or listed by codes. A feature without
/// either is left aside, with a warning that says so.
fn take_perimeter(feature: &Feature, mut record: Record, input: &mut Input) -> Option<Problem> {
    match geometry::perimeter(feature, &record.origin) {
        Perimeter::Drawn(polygons) => record.polygons = polygons,
        Perimeter::Wrong(problems) => {
            input.problems.extend(problems);
            return None;
        }
        Perimeter::LeftAside(_) if feature.geometry.is_none() && is_listed(&record) => {}
        Perimeter::LeftAside(kind) => {
            let oddity = "entité laissée de côté\u{a0}: un périmètre est un Polygon ou un \
                          MultiPolygon";
            return Some(record.origin.warning("geometry", &kind, oddity));
        }
    }
    input.records.push(record);
    None
}

/// Whether codes give the whole perimeter of a feature that is not drawn.
fn is_listed(record: &Record) -> bool {
    [Field::Communes, Field::Arrondissements].iter().any(|field| record.is_list(*field))
        || record.cells.contains_key(&Field::Epci)
}

/// The names of all properties, in the order in which they first occur.
fn property_names(features: &[Feature]) -> Vec<String> {
    let mut names: Vec<String> = Vec::new();
    let mut known: HashSet<&String> = HashSet::new();
    for properties in features.iter().filter_map(|feature| feature.properties.as_ref()) {
        for name in properties.keys() {
            if known.insert(name) {
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
