//! Subjects with their outlines as GeoJSON (RFC 7946).

use super::field::{Field, Value};
use super::ring::{Polygon, Position};

/// The origin of a file: what a reader of it alone needs to know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Colophon {
    /// The name of what it shows.
    pub title: String,
    /// The day of the statuses: « Statuts au 28 novembre 2026 ».
    pub day: String,
    /// The sources, with their dates.
    pub sources: Vec<String>,
    /// The address that shows the same.
    pub address: String,
}

/// A subject as a feature.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Feature {
    /// The code, or the identifier.
    pub(super) id: String,
    pub(super) polygons: Vec<Polygon>,
    /// The points that stand for it where it has no polygons.
    pub(super) points: Vec<Position>,
    pub(super) fields: Vec<Field>,
}

/// The lowest and the highest longitude and latitude.
#[derive(Clone, Copy)]
struct Extent {
    low: Position,
    high: Position,
}

/// The features as a collection, with its origin in members of our own (RFC 7946 §6.1).
pub(super) fn collection(features: &[Feature], about: &Colophon) -> String {
    let mut text = "{\"type\":\"FeatureCollection\",".to_owned();
    let extents = features.iter().filter_map(Feature::extent);
    if let Some(extent) = extents.reduce(Extent::union) {
        extent.push(&mut text);
    }
    push_string(&mut text, "titre", &about.title);
    push_string(&mut text, "date", &about.day);
    text.push_str("\"sources\":[");
    push_all(&mut text, &about.sources, |text, source| push_quoted(text, source));
    text.push_str("],");
    push_string(&mut text, "adresse", &about.address);
    text.push_str("\"features\":[\n");
    for (at, feature) in features.iter().enumerate() {
        text.push_str(if at > 0 { ",\n" } else { "" });
        feature.push(&mut text);
    }
    text.push_str("\n]}\n");
    text
}

impl Feature {
    fn extent(&self) -> Option<Extent> {
        let outer = self.polygons.iter().filter_map(|polygon| polygon.first()).flatten();
        let all = outer.chain(&self.points);
        all.map(|&at| Extent { low: at, high: at }).reduce(Extent::union)
    }

    fn push(&self, text: &mut String) {
        text.push_str("{\"type\":\"Feature\",");
        push_string(text, "id", &self.id);
        if let Some(extent) = self.extent() {
            extent.push(text);
        }
        text.push_str("\"geometry\":");
        self.push_geometry(text);
        text.push_str(",\"properties\":{");
        push_all(text, &self.fields, |text, field| {
            push_quoted(text, field.code);
            text.push(':');
            match &field.value {
                Value::Code(own) | Value::Text(own) => push_quoted(text, own),
                Value::Number(number) => text.push_str(&number.to_string()),
                Value::Missing => text.push_str("null"),
            }
        });
        text.push_str("}}");
    }

    fn push_geometry(&self, text: &mut String) {
        let polygon = |text: &mut String, polygon: &Polygon| {
            text.push('[');
            push_all(text, polygon, |text, ring| {
                text.push('[');
                push_all(text, ring, |text, at| push_position(text, *at));
                text.push(']');
            });
            text.push(']');
        };
        match (&self.polygons[..], &self.points[..]) {
            ([one], _) => {
                text.push_str("{\"type\":\"Polygon\",\"coordinates\":");
                polygon(text, one);
            }
            ([], []) => return text.push_str("null"),
            ([], points) => {
                text.push_str("{\"type\":\"MultiPoint\",\"coordinates\":[");
                push_all(text, points, |text, at| push_position(text, *at));
                text.push(']');
            }
            (all, _) => {
                text.push_str("{\"type\":\"MultiPolygon\",\"coordinates\":[");
                push_all(text, all, polygon);
                text.push(']');
            }
        }
        text.push('}');
    }
}

impl Extent {
    fn union(self, other: Self) -> Self {
        let (low, high) = (self.low, self.high);
        Self {
            low: (low.0.min(other.low.0), low.1.min(other.low.1)),
            high: (high.0.max(other.high.0), high.1.max(other.high.1)),
        }
    }

    /// West, south, east, north (RFC 7946 §5).
    fn push(self, text: &mut String) {
        text.push_str("\"bbox\":[");
        let all = [self.low.0, self.low.1, self.high.0, self.high.1];
        push_all(text, &all, |text, number| push_degrees(text, *number));
        text.push_str("],");
    }
}

fn push_all<T>(text: &mut String, all: &[T], push: impl Fn(&mut String, &T)) {
    for (at, one) in all.iter().enumerate() {
        if at > 0 {
            text.push(',');
        }
        push(text, one);
    }
}

fn push_position(text: &mut String, (lon, lat): Position) {
    text.push('[');
    push_degrees(text, lon);
    text.push(',');
    push_degrees(text, lat);
    text.push(']');
}

/// Writes hundred thousandths of a degree, without zeros at the end.
fn push_degrees(text: &mut String, number: i32) {
    if number < 0 {
        text.push('-');
    }
    let all = number.unsigned_abs();
    text.push_str(&(all / 100_000).to_string());
    let rest = all % 100_000;
    if rest > 0 {
        let digits = (100_000 + rest).to_string();
        text.push('.');
        text.push_str(digits[1..].trim_end_matches('0'));
    }
}

fn push_string(text: &mut String, name: &str, value: &str) {
    push_quoted(text, name);
    text.push(':');
    push_quoted(text, value);
    text.push(',');
}

/// Writes a string (RFC 8259 §7).
fn push_quoted(text: &mut String, own: &str) {
    text.push('"');
    for letter in own.chars() {
        match letter {
            '"' | '\\' => text.extend(['\\', letter]),
            '\0'..'\u{20}' => text.push(' '),
            _ => text.push(letter),
        }
    }
    text.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn degrees_have_five_decimals_at_most() {
        let text = |number| {
            let mut text = String::new();
            push_degrees(&mut text, number);
            text
        };
        assert_eq!(text(483_201), "4.83201");
        assert_eq!(text(-5_232_610), "-52.3261");
        assert_eq!(text(4_500_000), "45");
        assert_eq!(text(-7), "-0.00007");
    }

    #[test]
    fn what_has_no_outline_has_no_geometry_and_what_has_a_seat_has_a_point() {
        let mut feature = Feature {
            id: "a\"b".to_owned(),
            polygons: Vec::new(),
            points: Vec::new(),
            fields: vec![Field::new("cls", "CLS", Value::Missing)],
        };
        let text = collection(std::slice::from_ref(&feature), &Colophon::default());
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert!(json["features"][0]["geometry"].is_null() && json.get("bbox").is_none());
        assert_eq!(json["features"][0]["id"], "a\"b");
        feature.points.push((483_000, 4_575_000));
        let text = collection(&[feature], &Colophon::default());
        let json: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(json["features"][0]["geometry"]["coordinates"][0][0], 4.83);
        assert_eq!(json["bbox"][3], 45.75);
    }
}
