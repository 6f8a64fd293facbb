//! The two files that the peers load: the 1,255 EPCI and 101 departments at the detail at which
//! their contours are usually published.
//!
//! That is the simplification at 3 % of ADMIN EXPRESS COG CARTO (IGN, edition 2025) by the COGiter
//! project. Its files are not ours to publish: these are dissolved from our own contours, at the
//! tolerance that gives the same number of vertices, with the same properties, five decimals and
//! clockwise rings, one level of detail, as a site with one of these libraries would serve.

use std::collections::{BTreeMap, HashSet};
use std::fs;
use std::path::Path;

use geodata::contours::Contours;
use geodata::territories::Territories;
use geodata::topology::{Polygon, Topology};
use serde_json::{Value, json};

use crate::error::Error;

/// Vertices of the published `epci.geojson`, a ring's last included (434,276 bytes after brotli).
const EPCI_VERTICES: usize = 114_803;

/// Vertices of the published `departements.geojson` (127,673 bytes after brotli).
const DEPARTMENT_VERTICES: usize = 35_945;

/// The number of times that the range of tolerances is halved: then it is less than a metre.
const HALVINGS: usize = 12;

/// The coarsest tolerance that is tried, in metres.
const COARSEST_M: f32 = 4000.0;

/// Writes both files into `folder` and prints their numbers of vertices.
///
/// # Errors
/// [`Error`] when the contours cannot be read or a file cannot be written.
pub fn write(contours: &Path, folder: &Path) -> Result<(), Error> {
    let cells = Cells::read(contours)?;
    fs::create_dir_all(folder).map_err(Error::file(folder))?;
    cells.write_epci(folder)?;
    cells.write_departments(folder)
}

/// The cells that no department and no EPCI divides, and which territory has which.
struct Cells {
    territories: Territories,
    topology: Topology,
    cells_of_epci: BTreeMap<String, HashSet<u32>>,
    cells_of_department: BTreeMap<String, HashSet<u32>>,
    population_of_epci: BTreeMap<String, u64>,
}

impl Cells {
    fn read(folder: &Path) -> Result<Self, Error> {
        let territories = Territories::read(folder)?;
        let contours = Contours::read(folder)?;
        let indices = territories.commune_indices();
        let mut numbers = BTreeMap::new();
        let mut cells_of_epci: BTreeMap<String, HashSet<u32>> = BTreeMap::new();
        let mut cells_of_department: BTreeMap<String, HashSet<u32>> = BTreeMap::new();
        let mut cell_of_face = Vec::new();
        for code in &contours.header.communes {
            let commune = &territories.communes[indices[code.as_str()]];
            let next = numbers.len() as u32;
            let cell = *numbers.entry((&commune.departement, &commune.epci)).or_insert(next);
            cell_of_face.push(cell);
            cells_of_department.entry(commune.departement.to_string()).or_default().insert(cell);
            if let Some(epci) = &commune.epci {
                cells_of_epci.entry(epci.to_string()).or_default().insert(cell);
            }
        }
        let mut population_of_epci: BTreeMap<String, u64> = BTreeMap::new();
        for commune in &territories.communes {
            if let Some(epci) = &commune.epci {
                let inhabitants = u64::from(commune.population.unwrap_or(0));
                *population_of_epci.entry(epci.to_string()).or_default() += inhabitants;
            }
        }
        let topology = contours.topology.merged(|face| cell_of_face[face as usize]);
        drop((indices, numbers));
        Ok(Self { territories, topology, cells_of_epci, cells_of_department, population_of_epci })
    }

    fn write_epci(&self, folder: &Path) -> Result<(), Error> {
        let outlines = self.fitting(&self.cells_of_epci, EPCI_VERTICES);
        let features = self.territories.epci.iter().map(|epci| {
            let code = epci.code.to_string();
            let properties = json!({
                "code": code,
                "nom": epci.nom,
                "aire_ha": epci.surface_reference_ha,
                "type": epci.kind,
                "population": self.population_of_epci.get(&code),
            });
            feature(&properties, outlines.get(&code))
        });
        write_features(&folder.join("epci.geojson"), features)
    }

    fn write_departments(&self, folder: &Path) -> Result<(), Error> {
        let outlines = self.fitting(&self.cells_of_department, DEPARTMENT_VERTICES);
        let features = self.territories.departements.iter().map(|department| {
            let code = department.code.to_string();
            let properties = json!({
                "code": code,
                "nom": department.nom,
                "aire_ha": department.surface_reference_ha,
                "region": department.region,
            });
            feature(&properties, outlines.get(&code))
        });
        write_features(&folder.join("departements.geojson"), features)
    }

    /// The outlines at the tolerance that gives about that many vertices.
    fn fitting(
        &self,
        cells: &BTreeMap<String, HashSet<u32>>,
        vertices: usize,
    ) -> BTreeMap<String, Vec<Polygon>> {
        let (mut finer, mut coarser) = (0.0, COARSEST_M);
        for _ in 0..HALVINGS {
            let middle = f32::midpoint(finer, coarser);
            if count(&self.outlines(cells, middle)) > vertices {
                finer = middle;
            } else {
                coarser = middle;
            }
        }
        let outlines = self.outlines(cells, coarser);
        let (territories, found) = (outlines.len(), count(&outlines));
        println!("{territories} territories, {found} vertices at {coarser:.0} m");
        outlines
    }

    fn outlines(
        &self,
        cells: &BTreeMap<String, HashSet<u32>>,
        tolerance_m: f32,
    ) -> BTreeMap<String, Vec<Polygon>> {
        let simplified = self.topology.simplified(tolerance_m);
        let outline = |cells: &HashSet<u32>| simplified.dissolve(|it| cells.contains(&it), 0.0);
        cells.iter().map(|(code, cells)| (code.clone(), outline(cells))).collect()
    }
}

fn count(outlines: &BTreeMap<String, Vec<Polygon>>) -> usize {
    outlines.values().flatten().flatten().map(Vec::len).sum()
}

fn feature(properties: &Value, outline: Option<&Vec<Polygon>>) -> Value {
    let polygons: Vec<Value> = outline.into_iter().flatten().map(coordinates).collect();
    let geometry = match polygons.as_slice() {
        [only] => json!({ "type": "Polygon", "coordinates": only }),
        _ => json!({ "type": "MultiPolygon", "coordinates": polygons }),
    };
    json!({ "type": "Feature", "properties": properties, "geometry": geometry })
}

/// Rings the other way round than RFC 7946 has them: as published, and as d3-geo needs them.
fn coordinates(polygon: &Polygon) -> Value {
    let ring = |ring: &Vec<geodata::topology::GridPoint>| -> Value {
        let position = |point: &geodata::topology::GridPoint| {
            let at = point.lon_lat();
            json!([at.lon, at.lat])
        };
        ring.iter().rev().map(position).collect()
    };
    polygon.iter().map(ring).collect()
}

fn write_features(path: &Path, features: impl Iterator<Item = Value>) -> Result<(), Error> {
    let features: Vec<Value> = features.collect();
    let collection = json!({ "type": "FeatureCollection", "features": features });
    fs::write(path, collection.to_string()).map_err(Error::file(path))
}
