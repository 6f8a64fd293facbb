//! The served files, decoded: what the page should say, and where it should draw it.

use std::fs;
use std::sync::LazyLock;

use geojson::{Feature, FeatureCollection, GeometryValue};
use map::served::Manifest;
use map::{Frame, LonLat, MapPoint, Schemes, Shapes, Territories};
use serde::de::DeserializeOwned;

use crate::Site;

/// The files of the built site.
pub static SERVED: LazyLock<Served> = LazyLock::new(|| Served::of(&Site::built()));

/// What the scenarios need of the served files.
pub struct Served {
    /// The list of files, sources and lists.
    pub manifest: Manifest,
    /// The departments.
    pub departments: Territories,
    /// The intercommunalities.
    pub epci: Territories,
    /// The CLS.
    pub cls: Schemes,
}

impl Served {
    /// Reads the files of `site`.
    pub fn of(site: &Site) -> Self {
        let data = site.root().join("data");
        let text = |file: &str| fs::read_to_string(data.join(file)).unwrap();
        let manifest: Manifest = serde_json::from_str(&text("manifest.json")).unwrap();
        let features = |name: &str| {
            let collection: FeatureCollection = text(&manifest.fichiers[name].url).parse().unwrap();
            collection.features
        };
        let [departments, epci] = ["departements", "epci"].map(|name| territories(&features(name)));
        let cls = schemes(&features("cls"));
        Self { departments, epci, cls, manifest }
    }

    /// The place in the file of the department with that code.
    pub fn department(&self, code: &str) -> usize {
        place(&self.departments, code)
    }

    /// The place in the file of the intercommunality with that SIREN.
    pub fn epci(&self, siren: &str) -> usize {
        place(&self.epci, siren)
    }

    /// The intercommunalities whose most populated part lies in that department.
    pub fn epci_of(&self, department: &str) -> impl Iterator<Item = usize> {
        let is_here = move |place: &usize| {
            let departments = &self.epci.properties[*place].departements;
            departments.first().is_some_and(|first| first.as_str() == department)
        };
        (0..self.epci.shapes.len()).filter(is_here)
    }
}

fn place(territories: &Territories, code: &str) -> usize {
    let place = territories.properties.iter().position(|one| one.code == code);
    place.unwrap_or_else(|| panic!("no territory {code} in the served files"))
}

fn territories(features: &[Feature]) -> Territories {
    let mut territories = Territories::default();
    for feature in features {
        let properties: map::served::TerritoryProperties = properties(feature);
        push_shape(&mut territories.shapes, feature, properties.departements[0].as_str());
        territories.properties.push(properties);
    }
    territories
}

fn schemes(features: &[Feature]) -> Schemes {
    let mut schemes = Schemes::default();
    for feature in features {
        let properties: map::served::SchemeProperties = properties(feature);
        push_shape(&mut schemes.shapes, feature, properties.communes[0].department());
        schemes.properties.push(properties);
    }
    schemes
}

fn properties<T: DeserializeOwned>(feature: &Feature) -> T {
    serde_json::from_value(feature.properties.clone().unwrap().into()).unwrap()
}

fn push_shape(shapes: &mut Shapes, feature: &Feature, department: &str) {
    let frame = Frame::of_department(department);
    let ring = |ring: &Vec<geojson::Position>| -> Vec<MapPoint> {
        ring.iter().map(|at| frame.map_from_lon_lat(LonLat::new(at[0], at[1]))).collect()
    };
    match &feature.geometry.as_ref().unwrap().value {
        GeometryValue::Polygon { coordinates } => shapes.push(coordinates.iter().map(ring)),
        GeometryValue::MultiPolygon { coordinates } => {
            shapes.push(coordinates.iter().flatten().map(ring));
        }
        other => panic!("a territory is a polygon, found {other:?}"),
    }
}
