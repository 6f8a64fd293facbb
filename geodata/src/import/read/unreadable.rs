//! What keeps a layer from being read: which feature, which ring, which vertex.

use super::input::{Input, problem_of_form};
use super::record::Origin;
use geojson::Feature;
use serde_json::Value;

/// Says what is wrong with `bytes`, which are no collection of features.
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
            let origin =
                Origin { file: file.to_owned(), line: 0, feature: Some((number, String::new())) };
            let (position_name, value, expected) = odd_position(feature).unwrap_or_else(|| {
                let kind = feature.pointer("/geometry/type").or_else(|| feature.get("type"));
                (String::new(), shortened(kind), "une entité GeoJSON (Feature, RFC 7946)")
            });
            input.problems.push(origin.problem(&position_name, &value, expected));
        }
    }
    if input.problems.is_empty() {
        let kind = shortened(value.get("type"));
        input.problems.push(problem_of_form(file, 0, &kind, EXPECTED));
    }
}

/// The first position of a perimeter that is no pair of numbers: where it is, what stands there,
/// what was expected.
fn odd_position(feature: &Value) -> Option<(String, String, &'static str)> {
    let coordinates = feature.pointer("/geometry/coordinates")?;
    let polygons = match feature.pointer("/geometry/type")?.as_str()? {
        "Polygon" => vec![coordinates],
        "MultiPolygon" => coordinates.as_array()?.iter().collect(),
        _ => return None,
    };
    for (polygon, rings) in (1..).zip(&polygons) {
        for (number, ring) in (1..).zip(rings.as_array()?) {
            let ring_name = match polygons.len() {
                1 => format!("anneau {number}"),
                _ => format!("polygone {polygon}, anneau {number}"),
            };
            for (vertex, position) in (1..).zip(ring.as_array()?) {
                let numbers = position.as_array().filter(|numbers| numbers.len() >= 2);
                if !numbers.is_some_and(|numbers| numbers.iter().all(Value::is_number)) {
                    let position_name = format!("{ring_name}, sommet {vertex}");
                    return Some((
                        position_name,
                        shortened(Some(position)),
                        "une longitude et une latitude",
                    ));
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
