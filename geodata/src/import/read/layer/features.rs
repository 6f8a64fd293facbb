//! The features of a layer, in whichever arrangement of GeoJSON they come: one collection, one
//! feature a line, or a text sequence (RFC 8142).

use geojson::{Feature, FeatureCollection};
use serde_json::Value;

/// Record separator: it begins each text of a sequence (RFC 8142 §2).
const RECORD_SEPARATOR: char = '\u{1e}';

/// JSON that is no collection of features.
pub(super) enum NoFeatures {
    /// It is not JSON at all, or cut short; the line is that of the file.
    Syntax(serde_json::Error),
    /// JSON of another kind, in words.
    OtherKind(String),
    /// A collection, of which a feature is damaged.
    Damaged(Value),
}

/// The collection in `text`.
pub(super) fn features(text: &str) -> Result<FeatureCollection, NoFeatures> {
    if let Ok(collection) = serde_json::from_str::<FeatureCollection>(text) {
        return Ok(collection);
    }
    // As white space, separators keep the numbers of lines and columns.
    let text = text.replace(RECORD_SEPARATOR, " ");
    let values: Vec<Value> = serde_json::Deserializer::from_str(&text)
        .into_iter()
        .collect::<Result<_, _>>()
        .map_err(NoFeatures::Syntax)?;
    let mut all = FeatureCollection::default();
    for value in values {
        let FeatureCollection { features, foreign_members, .. } = collection(value)?;
        all.features.extend(features);
        all.foreign_members = all.foreign_members.or(foreign_members);
    }
    match all.features.is_empty() {
        true => Err(NoFeatures::OtherKind("aucune entité".to_owned())),
        false => Ok(all),
    }
}

/// One text of a sequence: a feature, a collection, or an array of features.
fn collection(value: Value) -> Result<FeatureCollection, NoFeatures> {
    let is_feature = |value: &Value| kind_of(value) == "Feature";
    let features = match value {
        Value::Array(values) if !values.is_empty() && values.iter().all(is_feature) => values,
        value if is_feature(&value) => vec![value],
        value if kind_of(&value) == "FeatureCollection" => {
            return serde_json::from_value(value.clone()).map_err(|_| NoFeatures::Damaged(value));
        }
        other => return Err(NoFeatures::OtherKind(in_words(&other))),
    };
    let parsed: Result<Vec<Feature>, _> =
        features.iter().map(|one| serde_json::from_value(one.clone())).collect();
    let damaged = |_| NoFeatures::Damaged(serde_json::json!({ "features": features }));
    Ok(FeatureCollection { features: parsed.map_err(damaged)?, ..FeatureCollection::default() })
}

fn kind_of(value: &Value) -> &str {
    value.get("type").and_then(Value::as_str).unwrap_or_default()
}

/// The kind of a JSON text that is no GeoJSON layer, in words.
fn in_words(value: &Value) -> String {
    const GEOMETRIES: [&str; 7] = [
        "Point",
        "MultiPoint",
        "LineString",
        "MultiLineString",
        "Polygon",
        "MultiPolygon",
        "GeometryCollection",
    ];
    let has = |name: &str| value.get(name).is_some();
    match (kind_of(value), value) {
        ("Topology", _) => "TopoJSON".to_owned(),
        (kind, _) if GEOMETRIES.contains(&kind) => format!("géométrie seule, sans nom ({kind})"),
        (_, Value::Array(_)) => "tableau JSON".to_owned(),
        (_, Value::Object(_)) if has("geometryType") || has("spatialReference") => {
            "JSON d’ArcGIS".to_owned()
        }
        (kind, Value::Object(members)) => match kind {
            "" => {
                let names: Vec<&str> = members.keys().map(String::as_str).take(5).collect();
                format!("JSON d’une autre sorte, de membres {}", names.join(", "))
            }
            kind => kind.chars().take(60).collect(),
        },
        _ => "valeur JSON seule".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn feature(name: &str) -> String {
        format!(r#"{{"type":"Feature","properties":{{"nom":"{name}"}},"geometry":null}}"#)
    }

    fn count(text: &str) -> usize {
        features(text).map_or(0, |collection| collection.features.len())
    }

    #[test]
    fn lines_and_sequences_of_features_are_layers() {
        let (one, other) = (feature("CLS du Léon"), feature("CLS du Trégor"));
        assert_eq!(count(&one), 1);
        assert_eq!(count(&format!("{one}\n{other}\n")), 2, "one a line");
        assert_eq!(count(&format!("{one}\r\n\r\n{other}")), 2, "with an empty line");
        assert_eq!(count(&format!("\u{1e}{one}\n\u{1e}{other}\n")), 2, "RFC 8142");
        assert_eq!(count(&format!("[{one},{other}]")), 2, "an array");
        let collection = format!(r#"{{"type":"FeatureCollection","features":[{one}]}}"#);
        assert_eq!(count(&format!("\u{1e}{collection}\n\u{1e}{collection}\n")), 2);
    }

    #[test]
    fn json_of_another_kind_is_named() {
        let kind = |text: &str| match features(text) {
            Err(NoFeatures::OtherKind(kind)) => kind,
            _ => panic!("{text}"),
        };
        assert_eq!(kind(r#"{"type":"Topology","objects":{},"arcs":[]}"#), "TopoJSON");
        assert_eq!(
            kind(r#"{"geometryType":"esriGeometryPolygon","features":[]}"#),
            "JSON d’ArcGIS"
        );
        assert_eq!(kind(r#"[{"nom":"CLS du Léon"}]"#), "tableau JSON");
        assert!(kind(r#"{"total_count":1,"results":[]}"#).contains("results"));
        assert!(kind(r#"{"type":"Polygon","coordinates":[]}"#).contains("géométrie seule"));
        assert_eq!(
            kind(r#"{"type":"FeatureCollection","features":[]}{"type":"Topology"}"#),
            "TopoJSON"
        );
    }
}
