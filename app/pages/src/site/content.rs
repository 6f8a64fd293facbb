//! The content: the files of the page, decoded, and the communes.

use super::names::{Names, address};
use crate::error::Error;
use crate::manifest;
use map::served::{Manifest, SchemeProperties};
use map::{CommuneIndex, Detail, Layer, Model, Records, Territory};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// What pages are made from.
pub(super) struct Content {
    pub(super) records: Records,
    pub(super) model: Arc<Model>,
    /// By department.
    pub(super) details: Vec<Arc<Detail>>,
    /// By code.
    pub(super) communes: Vec<Commune>,
    pub(super) names: Names,
    /// Of regions, of departments, of intercommunalities.
    neighbours: [map::mesh::Neighbours; 3],
    /// By code of a commune, the CLS and CPTS whose perimeter it is in.
    schemes: BTreeMap<String, Vec<(Layer, usize)>>,
}

/// A commune.
pub(super) struct Commune {
    pub(super) code: String,
    pub(super) nom: String,
    /// Its intercommunality; none for four islands.
    pub(super) epci: Option<String>,
    pub(super) population: Option<u32>,
}

impl Content {
    /// Reads the data of the site in `folder`.
    pub(super) fn read(folder: &Path) -> Result<Self, Error> {
        let manifest = manifest::read(folder)?;
        let (_, bytes) = file(folder, &manifest, "fiches")?;
        let records = Records::decode(&bytes).map_err(|error| Error::form(folder, &error))?;
        let (path, bytes) = file(folder, &manifest, "carte")?;
        let model = Arc::new(Model::decode(&bytes).map_err(|error| Error::form(&path, &error))?);
        let details = details(&path, &model)?;
        let (path, bytes) = file(folder, &manifest, "communes")?;
        let index: CommuneIndex =
            serde_json::from_slice(&bytes).map_err(|error| Error::form(&path, &error))?;
        let schemes = schemes_by_commune(&records);
        let neighbours = [Territory::Region(0), Territory::Department(0), Territory::Epci(0)];
        let neighbours = neighbours.map(|level| model.neighbours(level));
        let names = Names::new(&records, &model);
        let communes = communes(index);
        Ok(Self { records, model, details, communes, names, neighbours, schemes })
    }

    /// The address of the page of a subject, relative to the site.
    pub(super) fn folder(&self, subject: &map::Subject) -> String {
        address(&self.records, subject)
    }

    /// The commune of that code.
    pub(super) fn commune(&self, code: &str) -> Option<&Commune> {
        let index = self.communes.binary_search_by(|one| one.code.as_str().cmp(code)).ok()?;
        self.communes.get(index)
    }

    /// The neighbours of a territory among those of its level.
    pub(super) fn neighbours(&self, territory: Territory) -> Vec<Territory> {
        let [regions, departments, epci] = &self.neighbours;
        let all = |known: &map::mesh::Neighbours, index: usize| -> Vec<usize> {
            known.of(index as u32).map(|index| index as usize).collect()
        };
        match territory {
            Territory::Region(index) => {
                all(regions, index).into_iter().map(Territory::Region).collect()
            }
            Territory::Department(index) => {
                all(departments, index).into_iter().map(Territory::Department).collect()
            }
            Territory::Epci(index) => all(epci, index).into_iter().map(Territory::Epci).collect(),
        }
    }

    /// The schemes of `layer` whose perimeter a commune is in.
    pub(super) fn schemes_of(&self, layer: Layer, commune: &str) -> Vec<&SchemeProperties> {
        let known = self.schemes.get(commune).map_or(&[][..], Vec::as_slice);
        let own = known.iter().filter(|(one, _)| *one == layer);
        own.map(|&(_, index)| &self.records.schemes(layer)[index]).collect()
    }
}

/// The path and the bytes of a file of the manifest.
fn file(
    folder: &Path,
    manifest: &Manifest,
    name: &str,
) -> Result<(std::path::PathBuf, Vec<u8>), Error> {
    let missing = || Error::form(folder, &format!("«\u{a0}{name}\u{a0}» manque"));
    let path = manifest::path_of(folder, manifest.fichiers.get(name).ok_or_else(missing)?);
    let bytes = std::fs::read(&path).map_err(Error::file(&path))?;
    Ok((path, bytes))
}

fn details(map: &Path, model: &Arc<Model>) -> Result<Vec<Arc<Detail>>, Error> {
    let folder = map.parent().unwrap_or(map);
    let decode = |(department, address): (usize, &String)| {
        let path = folder.join(address);
        let bytes = std::fs::read(&path).map_err(Error::file(&path))?;
        let detail = Detail::decode(&bytes, department, model);
        detail.map(Arc::new).map_err(|error| Error::form(&path, &error))
    };
    model.details.iter().enumerate().map(decode).collect()
}

fn communes(index: CommuneIndex) -> Vec<Commune> {
    let CommuneIndex { epci, codes, noms, appartient, populations, .. } = index;
    let rows = codes.into_iter().zip(noms).zip(appartient.into_iter().zip(populations));
    rows.map(|((code, nom), (own, population))| Commune {
        code: code.to_string(),
        nom,
        epci: own.and_then(|own| epci.get(own as usize)).map(ToString::to_string),
        population,
    })
    .collect()
}

fn schemes_by_commune(records: &Records) -> BTreeMap<String, Vec<(Layer, usize)>> {
    let mut schemes: BTreeMap<String, Vec<(Layer, usize)>> = BTreeMap::new();
    for layer in [Layer::Cls, Layer::Cpts] {
        for (index, scheme) in records.schemes(layer).iter().enumerate() {
            for commune in &scheme.communes {
                schemes.entry(commune.to_string()).or_default().push((layer, index));
            }
        }
    }
    schemes
}
