//! Layers that cannot be read: the feature, ring and vertex that is wrong, or the kind of file.

use super::super::input::problem_of_form;
use super::super::record::{FeatureRef, Origin};
use super::features::NoFeatures;
use super::rings::ring_name;
use crate::problem::Problem;
use geojson::Feature;
use serde_json::Value;

const EXPECTED: &str = "une couche GeoJSON (FeatureCollection, RFC 7946)";

/// The problems of a file without features, by the reason.
pub(super) fn problems(file: &str, reason: NoFeatures) -> Vec<Problem> {
    match reason {
        NoFeatures::Syntax(error) => {
            let what =
                if error.is_eof() { "fin du fichier" } else { "texte qui n’est pas du JSON" };
            let value = format!("{what}, colonne {}", error.column());
            vec![problem_of_form(file, error.line() as u64, &value, EXPECTED)]
        }
        NoFeatures::OtherKind(kind) => {
            let expected = match kind.as_str() {
                "TopoJSON" => format!("{EXPECTED}\u{a0}: exporter la couche au format GeoJSON"),
                "JSON d’ArcGIS" => {
                    format!("{EXPECTED}\u{a0}: la demander au serveur avec f=geojson")
                }
                _ => EXPECTED.to_owned(),
            };
            vec![problem_of_form(file, 0, &kind, expected)]
        }
        NoFeatures::Damaged(value) => damaged(file, &value),
    }
}

/// The problems of the features of a collection.
fn damaged(file: &str, value: &Value) -> Vec<Problem> {
    let mut problems = Vec::new();
    let features = value.get("features").and_then(Value::as_array).into_iter().flatten();
    for (number, feature) in (1..).zip(features) {
        if serde_json::from_value::<Feature>(feature.clone()).is_err() {
            let reference = Some(FeatureRef { number, name: String::new() });
            let origin = Origin { file: file.to_owned(), line: 0, feature: reference };
            let Oddity { part, value, expected } = odd_position(feature).unwrap_or_else(|| {
                let kind = feature.pointer("/geometry/type").or_else(|| feature.get("type"));
                let expected = "une entité GeoJSON (Feature, RFC 7946)";
                Oddity { part: String::new(), value: shortened(kind), expected }
            });
            problems.push(origin.problem(&part, &value, expected));
        }
    }
    if problems.is_empty() {
        problems.push(problem_of_form(file, 0, &shortened(value.get("type")), EXPECTED));
    }
    problems
}

/// A wrong part of a feature.
struct Oddity {
    /// The ring and the vertex; empty for the feature as a whole.
    part: String,
    value: String,
    expected: &'static str,
}

/// The first position of a perimeter that is no pair of numbers.
fn odd_position(feature: &Value) -> Option<Oddity> {
    let coordinates = feature.pointer("/geometry/coordinates")?;
    let polygons = match feature.pointer("/geometry/type")?.as_str()? {
        "Polygon" => vec![coordinates],
        "MultiPolygon" => coordinates.as_array()?.iter().collect(),
        _ => return None,
    };
    for (polygon, rings) in (1..).zip(&polygons) {
        for (number, ring) in (1..).zip(rings.as_array()?) {
            for (vertex, position) in (1..).zip(ring.as_array()?) {
                let numbers = position.as_array().filter(|numbers| numbers.len() >= 2);
                if !numbers.is_some_and(|numbers| numbers.iter().all(Value::is_number)) {
                    let ring = ring_name(polygons.len(), polygon, number);
                    let part = format!("{ring}, sommet {vertex}");
                    let expected = "une longitude et une latitude";
                    return Some(Oddity { part, value: shortened(Some(position)), expected });
                }
            }
        }
    }
    None
}

/// A value as its file writes it, not too long.
fn shortened(value: Option<&Value>) -> String {
    const LONGEST: usize = 60;
    let text = match value {
        Some(Value::String(text)) => text.clone(),
        Some(value) => value.to_string(),
        None => String::new(),
    };
    text.chars().take(LONGEST).collect()
}
