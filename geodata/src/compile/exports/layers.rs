//! The layers of the map for any GIS: under stable names, with texts instead of lists, the overview
//! and, for those who ask whether a place is inside, the detail.

use super::topojson::{self, Shape};
use crate::compile::cells::Cells;
use crate::compile::detail::{DETAIL_PRECISION_M, DETAIL_TOLERANCE_M};
use crate::compile::features;
use crate::compile::file_sources::attribution;
use crate::compile::output::{Layer, Output};
use crate::compile::territories::{self, Territory};
use crate::error::Error;
use crate::inputs::Inputs;
use crate::topology::Topology;
use geojson::{Feature, JsonObject, JsonValue};

/// Writes a layer of the overview under its stable name.
pub(in crate::compile) fn write_layer(
    name: &str,
    title: &str,
    layer: &Layer,
    output: &mut Output,
) -> Result<(), Error> {
    let features = layer.features.iter().map(with_texts).collect();
    write_geojson(name, title, Layer { features, ..*layer }, output)
}

/// Writes intercommunalities, CLS and CPTS in detail, as GeoJSON and as TopoJSON.
pub(in crate::compile) fn write_detailed_layers(
    inputs: &Inputs,
    cells: &Cells,
    epci: &[Territory],
    output: &mut Output,
) -> Result<(), Error> {
    // At the tolerance of the detail files: every border is theirs, to the last digit.
    let near = inputs.contours.topology.simplified(DETAIL_TOLERANCE_M);
    let detail = near.merged(|face| cells.of_face(face));
    let of_communes = |communes: &[usize]| {
        cells.dissolve(&detail, communes.iter().flat_map(|&one| cells.of_commune(one)))
    };
    let outline = |atoms: &[usize]| {
        cells.dissolve(&detail, atoms.iter().filter_map(|&one| cells.of_atom(one)))
    };
    let layers = [
        ("epci", "Intercommunalités", territories::features(epci, of_communes)),
        ("cls", "Contrats locaux de santé", features::of_layer(map::Layer::Cls, inputs, outline)),
        (
            "cpts",
            "Communautés professionnelles territoriales de santé",
            features::of_layer(map::Layer::Cpts, inputs, outline),
        ),
    ];
    for (name, title, features) in layers {
        let (name, title) = (format!("{name}-detail"), format!("{title}, en détail"));
        let features: Vec<Feature> = features.iter().map(with_texts).collect();
        let attribution = attribution(&name, inputs);
        let layer = Layer { features, precision_m: DETAIL_PRECISION_M, attribution };
        write_topojson(&name, &title, &layer, &detail, output)?;
        write_geojson(&name, &title, layer, output)?;
    }
    Ok(())
}

fn write_geojson(name: &str, title: &str, layer: Layer, output: &mut Output) -> Result<(), Error> {
    let (file, count, precision_m) =
        (format!("{name}.geojson"), layer.features.len(), layer.precision_m);
    let name = format!("export/{file}");
    output.export(&name, &file, title, layer.into_geojson().as_bytes())?;
    output.describe(&name, count, precision_m);
    Ok(())
}

fn write_topojson(
    name: &str,
    title: &str,
    layer: &Layer,
    topology: &Topology,
    output: &mut Output,
) -> Result<(), Error> {
    let shapes: Vec<Shape<'_>> = layer.features.iter().filter_map(Shape::of).collect();
    let object = name.trim_end_matches("-detail");
    let topology = topojson::topology(object, &shapes, topology, DETAIL_PRECISION_M);
    let topology = topology.attributed(layer.attribution);
    let file = format!("{name}.topojson");
    let name = format!("export/{file}");
    let bytes = serde_json::to_vec(&topology).map_err(|error| Error::form(&file, &error))?;
    output.export(&name, &file, title, &bytes)?;
    output.describe(&name, layer.features.len(), DETAIL_PRECISION_M);
    Ok(())
}

/// A feature whose lists are texts: a Shapefile has no lists, and `ogr2ogr` would leave them out.
fn with_texts(feature: &Feature) -> Feature {
    let properties = feature.properties.iter().flatten();
    let properties: JsonObject =
        properties.map(|(name, value)| (name.clone(), as_text(value))).collect();
    Feature { properties: Some(properties), ..feature.clone() }
}

fn as_text(value: &JsonValue) -> JsonValue {
    let JsonValue::Array(items) = value else { return value.clone() };
    let text = |item: &JsonValue| match (item.as_str(), &item["code"], &item["nom"]) {
        (Some(code), ..) => code.to_owned(),
        (None, JsonValue::String(code), JsonValue::String(name)) => format!("{code} {name}"),
        _ => item.to_string(),
    };
    let are_codes = items.iter().all(JsonValue::is_string);
    let items: Vec<String> = items.iter().map(text).collect();
    items.join(if are_codes { " " } else { " | " }).into()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn lists_are_texts_and_the_rest_stays_as_it_is() {
        assert_eq!(as_text(&json!(["01014", "2A004"])), "01014 2A004");
        let named =
            json!([{ "code": "03185", "nom": "Montluçon" }, { "code": "03190", "nom": "M" }]);
        assert_eq!(as_text(&named), "03185 Montluçon | 03190 M");
        assert_eq!(as_text(&json!(12)), 12);
    }
}
