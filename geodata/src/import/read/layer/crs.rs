//! The coordinate reference system that a layer names.

use geojson::{Feature, FeatureCollection, JsonObject};
use serde_json::Value;

/// Geographic systems in degrees that are WGS84 to within a metre, by their EPSG number: WGS84
/// itself (in two and three dimensions), ETRS89, RGF93 and those of the overseas departments.
const DEGREES: [&str; 9] = ["4326", "4979", "4258", "4171", "9777", "4624", "4627", "4470", "5489"];

/// The first system that a layer or one of its features names and that is not WGS84.
pub(super) fn foreign_crs(layer: &FeatureCollection) -> Option<String> {
    let of_features = layer
        .features
        .iter()
        .flat_map(|feature| [feature.foreign_members.as_ref(), of_geometry(feature)]);
    let members = std::iter::once(layer.foreign_members.as_ref()).chain(of_features).flatten();
    members.filter_map(|members| members.get("crs")).find_map(foreign)
}

fn of_geometry(feature: &Feature) -> Option<&JsonObject> {
    feature.geometry.as_ref()?.foreign_members.as_ref()
}

/// The name of a system, unless it is WGS84 or nothing.
///
/// # Source
/// *The GeoJSON Format Specification*, 2008, §3: named and linked systems.
fn foreign(crs: &Value) -> Option<String> {
    if crs.is_null() {
        return None;
    }
    let properties = crs.get("properties");
    let member = |name| properties.and_then(|properties: &Value| properties.get(name));
    let named = member("name").or_else(|| member("code")).or_else(|| member("href"));
    let name = match named.unwrap_or(crs) {
        Value::String(name) => name.trim().to_owned(),
        other => other.to_string(),
    };
    (!is_wgs84(&name)).then_some(name)
}

/// Whether a name is that of WGS84 in degrees: `EPSG:4326`, `urn:ogc:def:crs:OGC:1.3:CRS84`,
/// `http://www.opengis.net/def/crs/EPSG/0/4326`, and so on.
fn is_wgs84(name: &str) -> bool {
    let name = name.to_ascii_uppercase();
    let last = name.rsplit([':', '/', '#']).next().unwrap_or_default();
    match last {
        "CRS84" | "CRS84H" | "WGS84" | "WGS 84" | "RGF93G" => true,
        "84" => name == "CRS:84",
        _ => DEGREES.contains(&last) && (name == last || name.contains("EPSG")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn every_name_of_wgs84_is_known() {
        for name in [
            "urn:ogc:def:crs:OGC:1.3:CRS84",
            "urn:ogc:def:crs:EPSG::4326",
            "EPSG:4326",
            "epsg:4326",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
            "http://www.opengis.net/def/crs/EPSG/0/4326",
            "urn:ogc:def:crs:EPSG::4171",
        ] {
            assert_eq!(foreign(&json!({"type": "name", "properties": {"name": name}})), None);
        }
        assert_eq!(foreign(&json!({"type": "EPSG", "properties": {"code": 4326}})), None);
        assert_eq!(foreign(&Value::Null), None);
    }

    #[test]
    fn another_system_is_named() {
        for name in ["EPSG:2154", "urn:ogc:def:crs:EPSG::3857", "urn:ogc:def:crs:EPSG::27572"] {
            let crs = json!({"type": "name", "properties": {"name": name}});
            assert_eq!(foreign(&crs).as_deref(), Some(name));
        }
        let linked = json!({"type": "link", "properties": {"href": "https://x.fr/lambert.prj"}});
        assert_eq!(foreign(&linked).as_deref(), Some("https://x.fr/lambert.prj"));
        assert_eq!(foreign(&json!("EPSG:2154")).as_deref(), Some("EPSG:2154"));
    }
}
