//! The content of pages: the files of the application, decoded.

use super::names::{Names, address};
use super::options::Options;
use crate::error::Error;
use crate::manifest;
use map::served::{CommuneRow, Manifest};
use map::{CommuneCode, Detail, Layer, Membership, Model, Records, Territory};
use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

/// The CLS and CPTS by commune: their layer and index.
type SchemesByCommune = BTreeMap<CommuneCode, Vec<(Layer, usize)>>;

/// The content of pages.
pub(super) struct Content {
    pub(super) records: Records,
    pub(super) model: Arc<Model>,
    /// By department.
    pub(super) details: Vec<Arc<Detail>>,
    /// Communes and municipal arrondissements, by code.
    pub(super) communes: Vec<CommuneRow>,
    pub(super) names: Names,
    pub(super) options: Options,
    /// Of regions, of departments, of intercommunalities.
    neighbours: [map::mesh::Neighbours; 3],
    /// By commune, the CLS and CPTS whose perimeter it is in.
    schemes: SchemesByCommune,
}

impl Content {
    /// Reads the data of the site in `folder`.
    pub(super) fn read(folder: &Path, options: &Options) -> Result<Self, Error> {
        let manifest = manifest::read(folder)?;
        let mut records = records(folder, &manifest)?;
        let (path, bytes) = file(folder, &manifest, "carte")?;
        let model = Arc::new(Model::decode(&bytes).map_err(|error| Error::form(&path, &error))?);
        let details = details(&path, &model)?;
        let communes = take_communes(&mut records);
        let schemes = schemes_by_commune(&records);
        let neighbours = [Territory::Region(0), Territory::Department(0), Territory::Epci(0)];
        let neighbours = neighbours.map(|level| model.neighbours(level));
        let names = Names::new(&records, &model);
        let options = options.clone();
        Ok(Self { records, model, details, communes, names, options, neighbours, schemes })
    }

    /// The address of the page of a subject, relative to the site.
    pub(super) fn folder(&self, subject: &map::Subject) -> String {
        address(&self.records, subject)
    }

    /// The commune of that code.
    pub(super) fn commune(&self, code: &CommuneCode) -> Option<&CommuneRow> {
        let index = self.communes.binary_search_by(|one| one.code.cmp(code)).ok()?;
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

    /// The schemes of `layer` that a commune or a municipal arrondissement lies in, those in force first.
    pub(super) fn memberships(&self, layer: Layer, code: &CommuneCode) -> Vec<Membership<'_>> {
        let commune = code.city();
        let commune = commune.as_ref().unwrap_or(code);
        let known = self.schemes.get(commune).map_or(&[][..], Vec::as_slice);
        let own = known.iter().filter(|(one, _)| *one == layer);
        let schemes = own.map(|&(_, index)| &self.records.schemes(layer)[index]);
        let mut all: Vec<_> = schemes.filter_map(|scheme| Membership::of(scheme, code)).collect();
        all.sort_by_key(|one| one.scheme.statut);
        all
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

/// The records of every answer, with all communes.
fn records(folder: &Path, manifest: &Manifest) -> Result<Records, Error> {
    let (path, bytes) = file(folder, manifest, "fiches")?;
    let mut records = Records::decode(&bytes).map_err(|error| Error::form(&path, &error))?;
    let (path, bytes) = file(folder, manifest, "fiches-suite")?;
    records.add_rest(&bytes).map_err(|error| Error::form(&path, &error))?;
    for department in 0..records.file.departments.len() {
        let name = format!("fiches/{}", records.file.departments[department].code);
        let (path, bytes) = file(folder, manifest, &name)?;
        records.add_communes(department, &bytes).map_err(|error| Error::form(&path, &error))?;
    }
    Ok(records)
}

/// Takes the communes out of the records, by code: a page has them in a table with anchors, and not in
/// the list of its answer.
fn take_communes(records: &mut Records) -> Vec<CommuneRow> {
    let mut communes: Vec<CommuneRow> =
        std::mem::take(&mut records.communes).into_values().flatten().collect();
    communes.sort_by(|one, other| one.code.cmp(&other.code));
    communes
}

fn schemes_by_commune(records: &Records) -> SchemesByCommune {
    let mut schemes = SchemesByCommune::new();
    for layer in [Layer::Cls, Layer::Cpts] {
        for (index, scheme) in records.schemes(layer).iter().enumerate() {
            for commune in &scheme.communes {
                schemes.entry(commune.clone()).or_default().push((layer, index));
            }
        }
    }
    schemes
}
