//! From GeoJSON text to the shapes and properties of the model.

use geojson::{Feature, FeatureCollection, GeometryValue};
use map::served::{ProjectProperties, SchemeProperties, TerritoryProperties};
use map::{Frame, LonLat, MapPoint, Schemes, Shapes, Territories};
use serde::de::DeserializeOwned;

/// Departments or intercommunalities.
pub(crate) fn territories(text: &str) -> Result<Territories, String> {
    let mut territories = Territories::default();
    for mut feature in features(text)? {
        let properties: TerritoryProperties = take_properties(&mut feature)?;
        let department = properties.departements.first().map_or("", |code| code.as_str());
        push_shape(&mut territories.shapes, &feature, Frame::of_department(department))?;
        territories.properties.push(properties);
    }
    Ok(territories)
}

/// CLS or CPTS.
pub(crate) fn schemes(text: &str) -> Result<Schemes, String> {
    let mut schemes = Schemes::default();
    for mut feature in features(text)? {
        let properties: SchemeProperties = take_properties(&mut feature)?;
        let department = properties.communes.first().map_or("", |code| code.department());
        push_shape(&mut schemes.shapes, &feature, Frame::of_department(department))?;
        schemes.properties.push(properties);
    }
    Ok(schemes)
}

/// Projects; their symbols stand on departments, so their own shapes are left aside.
pub(crate) fn projects(text: &str) -> Result<Vec<ProjectProperties>, String> {
    features(text)?.iter_mut().map(take_properties).collect()
}

fn features(text: &str) -> Result<Vec<Feature>, String> {
    let collection: FeatureCollection =
        text.parse().map_err(|error: geojson::Error| error.to_string())?;
    Ok(collection.features)
}

fn take_properties<T: DeserializeOwned>(feature: &mut Feature) -> Result<T, String> {
    let object = feature.properties.take().unwrap_or_default();
    serde_json::from_value(object.into()).map_err(|error| error.to_string())
}

fn push_shape(shapes: &mut Shapes, feature: &Feature, frame: Frame) -> Result<(), String> {
    let vertex = |position: &geojson::Position| -> MapPoint {
        frame.map_from_lon_lat(LonLat::new(position[0], position[1]))
    };
    let ring = |ring: &Vec<geojson::Position>| ring.iter().map(vertex).collect();
    match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => {
            shapes.push(coordinates.iter().map(ring));
            Ok(())
        }
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            shapes.push(coordinates.iter().flatten().map(ring));
            Ok(())
        }
        _ => Err("une entité n’a pas de polygone".to_owned()),
    }
}
