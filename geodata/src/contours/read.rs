//! Reading published contours and official surfaces from GeoJSON.

use super::areas::polygon_ha;
use crate::error::Error;
use crate::topology::{GridPoint, Polygon};
use geojson::{Feature, FeatureCollection, GeometryValue};
use map::LonLat;
use std::collections::HashMap;
use std::path::{Path, PathBuf};

/// A commune as published.
pub struct PublishedContour {
    /// Its INSEE code in the vintage of the contours.
    pub code: String,
    /// Its name there.
    pub name: String,
    /// Its polygons on the grid.
    pub polygons: Vec<Polygon>,
}

/// Reads every `*.geojson` file of `folder`, in name order.
pub fn published_contours(folder: &Path) -> Result<Vec<PublishedContour>, Error> {
    let mut contours = Vec::new();
    for path in geojson_files(folder)? {
        for feature in read_features(&path)? {
            contours.push(contour(&feature).map_err(|detail| Error::form(&path, &detail))?);
        }
    }
    if contours.is_empty() {
        return Err(Error::form(
            folder,
            "aucun contour\u{a0}: un dossier de fichiers .geojson est attendu",
        ));
    }
    Ok(contours)
}

/// A contour that stands for a part of another one.
pub struct PartOfContour {
    /// The part.
    pub contour: PublishedContour,
    /// The INSEE code of the whole.
    pub whole: String,
}

/// Reads a file of parts of contours; the property `whole` has the code of each one's whole.
pub fn parts(path: &Path, whole: &str) -> Result<Vec<PartOfContour>, Error> {
    let part = |feature: &Feature| -> Result<PartOfContour, String> {
        Ok(PartOfContour { contour: contour(feature)?, whole: text(feature, whole)? })
    };
    let features = read_features(path)?;
    features.iter().map(|one| part(one).map_err(|detail| Error::form(path, &detail))).collect()
}

/// The surfaces of a territory in the reference edition, in hectares.
pub struct Reference {
    /// The official one (property `aire_ha`).
    pub official_ha: f64,
    /// That of its contour.
    pub contour_ha: f64,
}

/// Reads the reference surfaces by territory code from `folder`.
pub fn reference_surfaces(folder: &Path) -> Result<HashMap<String, Reference>, Error> {
    let mut surfaces = HashMap::new();
    for path in geojson_files(folder)? {
        for feature in read_features(&path)? {
            let contour = contour(&feature).map_err(|detail| Error::form(&path, &detail))?;
            let official_ha = feature.property("aire_ha").and_then(serde_json::Value::as_f64);
            let reference = official_ha.map(|official_ha| Reference {
                official_ha,
                contour_ha: contour.polygons.iter().map(polygon_ha).sum(),
            });
            surfaces.extend(reference.map(|reference| (contour.code, reference)));
        }
    }
    Ok(surfaces)
}

fn geojson_files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(Error::file(folder))? {
        let path = entry.map_err(Error::file(folder))?.path();
        if path.extension().is_some_and(|extension| extension == "geojson") {
            paths.push(path);
        }
    }
    paths.sort();
    Ok(paths)
}

fn read_features(path: &Path) -> Result<Vec<Feature>, Error> {
    let text = std::fs::read_to_string(path).map_err(Error::file(path))?;
    let collection: FeatureCollection =
        text.parse().map_err(|error| Error::form(path, &format!("GeoJSON\u{a0}: {error}")))?;
    Ok(collection.features)
}

fn text(feature: &Feature, property: &str) -> Result<String, String> {
    let value = feature.property(property).and_then(serde_json::Value::as_str);
    value
        .map(ToOwned::to_owned)
        .ok_or_else(|| format!("une entité n’a pas de propriété «\u{a0}{property}\u{a0}»"))
}

fn contour(feature: &Feature) -> Result<PublishedContour, String> {
    let code = text(feature, "code")?;
    let polygons = match feature.geometry.as_ref().map(|geometry| &geometry.value) {
        Some(GeometryValue::Polygon { coordinates }) => vec![polygon(coordinates)],
        Some(GeometryValue::MultiPolygon { coordinates }) => {
            coordinates.iter().map(|rings| polygon(rings)).collect()
        }
        _ => {
            return Err(format!("{code}\u{a0}: un Polygon ou un MultiPolygon est attendu"));
        }
    };
    Ok(PublishedContour { name: text(feature, "nom")?, code, polygons })
}

fn polygon(coordinates: &[Vec<geojson::Position>]) -> Polygon {
    let vertex =
        |position: &geojson::Position| GridPoint::nearest(LonLat::new(position[0], position[1]));
    coordinates.iter().map(|ring| ring.iter().map(vertex).collect()).collect()
}
