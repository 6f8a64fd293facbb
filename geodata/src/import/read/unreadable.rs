//! Layers that cannot be read: the feature, ring and vertex that is wrong.

use super::input::{Input, problem_of_form};
use super::record::{FeatureRef, Origin};
use super::rings::ring_name;
use geojson::Feature;
use serde_json::Value;

/// Reports why `bytes` are no collection of features.
pub(super) fn unreadable(file: &str, bytes: &[u8], input: &mut Input) {
    const EXPECTED: &str = "une couche GeoJSON (FeatureCollection, RFC 7946)";
    let value = match serde_json::from_slice::<Value>(bytes) {
        Ok(value) => value,
        Err(error) => {
            let what =
                if error.is_eof() { "fin du fichier" } else { "texte qui n’est pas du JSON" };
            let value = format!("{what}, colonne {}", error.column());
            input.problems.push(problem_of_form(file, error.line() as u64, &value, EXPECTED));
            return;
        }
    };
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
            input.problems.push(origin.problem(&part, &value, expected));
        }
    }
    if input.problems.is_empty() {
        let kind = shortened(value.get("type"));
        input.problems.push(problem_of_form(file, 0, &kind, EXPECTED));
    }
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
