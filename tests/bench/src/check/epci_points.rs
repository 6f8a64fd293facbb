//! A point inside each EPCI of the mainland, where a page must have painted something.

use std::fs;
use std::path::Path;

use serde::Deserialize;
use serde_json::Value;

use crate::error::Error;
use crate::page::Landmark;

/// An EPCI and a point inside it.
pub struct EpciPoint {
    /// Its name.
    pub name: String,
    /// The middle of its longest west–east chord at half its height.
    pub landmark: Landmark,
}

#[derive(Deserialize)]
struct Collection {
    features: Vec<Feature>,
}

#[derive(Deserialize)]
struct Feature {
    properties: Properties,
    geometry: Geometry,
}

#[derive(Deserialize)]
struct Properties {
    nom: String,
}

#[derive(Deserialize)]
struct Geometry {
    #[serde(rename = "type")]
    kind: String,
    coordinates: Value,
}

type Ring = Vec<[f64; 2]>;

/// The EPCI of the mainland and Corsica in the peers' file.
///
/// # Errors
/// [`Error`] when the file cannot be read.
pub fn mainland(path: &Path) -> Result<Vec<EpciPoint>, Error> {
    let text = fs::read_to_string(path).map_err(Error::file(path))?;
    let collection: Collection = serde_json::from_str(&text)?;
    let mut points = Vec::new();
    for feature in collection.features {
        let rings = largest_polygon(feature.geometry)?;
        let Some(landmark) = point_inside(&rings) else { continue };
        if landmark.lat > 40.0 {
            points.push(EpciPoint { name: feature.properties.nom, landmark });
        }
    }
    Ok(points)
}

/// The first polygon, which is the largest.
fn largest_polygon(geometry: Geometry) -> Result<Vec<Ring>, Error> {
    let mut polygons: Vec<Vec<Ring>> = if geometry.kind == "Polygon" {
        vec![serde_json::from_value(geometry.coordinates)?]
    } else {
        serde_json::from_value(geometry.coordinates)?
    };
    Ok(polygons.swap_remove(0))
}

fn point_inside(rings: &[Ring]) -> Option<Landmark> {
    let lats = || rings[0].iter().map(|point| point[1]);
    let lat = f64::midpoint(lats().reduce(f64::min)?, lats().reduce(f64::max)?);
    let sides = rings.iter().flat_map(|ring| ring.windows(2));
    let mut crossings: Vec<f64> = sides
        .filter(|side| (side[0][1] > lat) != (side[1][1] > lat))
        .map(|side| {
            let share = (lat - side[0][1]) / (side[1][1] - side[0][1]);
            side[0][0] + share * (side[1][0] - side[0][0])
        })
        .collect();
    crossings.sort_by(f64::total_cmp);
    let chords = crossings.chunks_exact(2);
    let chord = chords.max_by(|a, b| (a[1] - a[0]).total_cmp(&(b[1] - b[0])))?;
    Some(Landmark::on_the_mainland(f64::midpoint(chord[0], chord[1]), lat))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_point_inside_avoids_a_hole() {
        let square = |from: f64, to: f64| -> Ring {
            vec![[from, from], [to, from], [to, to], [from, to], [from, from]]
        };
        let landmark = point_inside(&[square(0.0, 10.0), square(3.0, 8.0)]).unwrap();
        assert_eq!((landmark.lon, landmark.lat), (1.5, 5.0));
    }
}
