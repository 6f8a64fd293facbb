//! The committed tables of territories, derived from the COG by `geodata contours`.

use crate::error::Error;
use crate::files::Files;
use map::{CommuneCode, DepartmentCode, EpciKind, EpciSiren, RegionCode};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use std::collections::{BTreeMap, HashMap};
use std::path::Path;

/// The territories of one vintage of the COG, in code order.
#[derive(Debug, Default)]
pub struct Territories {
    /// Regions with at least one department.
    pub regions: Vec<Region>,
    /// The 101 departments.
    pub departements: Vec<Department>,
    /// The intercommunalities.
    pub epci: Vec<Epci>,
    /// The communes of the 101 departments.
    pub communes: Vec<Commune>,
    /// The municipal arrondissements of Paris, Lyon and Marseille.
    pub arrondissements: Vec<Arrondissement>,
    /// Communes that were, and names that communes bore.
    pub anciennes: Vec<FormerCommune>,
}

/// A region.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Region {
    /// Code of the COG.
    pub code: RegionCode,
    /// Name.
    pub nom: String,
}

/// A department.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Department {
    /// Code of the COG.
    pub code: DepartmentCode,
    /// Name.
    pub nom: String,
    /// Region.
    pub region: RegionCode,
    /// The commune where its prefecture is.
    pub prefecture: CommuneCode,
    /// Official surface in hectares, from the reference edition, for checking; none if not there.
    pub surface_reference_ha: Option<f64>,
}

/// An intercommunality.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Epci {
    /// SIREN number.
    pub code: EpciSiren,
    /// Name.
    pub nom: String,
    /// `CC`, `CA`, `CU`, `METRO` or `MET69`.
    #[serde(rename = "type")]
    pub kind: EpciKind,
    /// Official surface in hectares, from the reference edition, for checking; none if not there.
    pub surface_reference_ha: Option<f64>,
}

/// A commune.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Commune {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub nom: String,
    /// Department.
    pub departement: DepartmentCode,
    /// Intercommunality; none for four islands.
    pub epci: Option<EpciSiren>,
    /// Inhabitants; none where the source gives none.
    pub population: Option<u32>,
    /// Surface of its contour in hectares; none for a commune without a contour of its own.
    pub surface_ha: Option<f64>,
    /// Postal codes, separated by spaces.
    pub codes_postaux: String,
}

/// A municipal arrondissement.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Arrondissement {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub nom: String,
    /// The commune that it is a part of.
    pub commune: CommuneCode,
    /// Inhabitants.
    pub population: Option<u32>,
    /// Surface of its outline in hectares; those of a commune are together that of the commune.
    pub surface_ha: Option<f64>,
}

impl Arrondissement {
    /// The name as sentences and the map have it: « Marseille 13e arrondissement ».
    pub fn display_name(&self) -> String {
        self.nom.replace(" Arrondissement", " arrondissement")
    }
}

/// A delegated, associated or merged commune, or a former name of a commune in force.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FormerCommune {
    /// The INSEE code that it bears or bore.
    pub code: CommuneCode,
    /// Its name; empty where no source at hand gives it.
    pub nom: String,
    /// The commune in force that its area belongs to.
    pub commune: CommuneCode,
}

impl Territories {
    /// Reads the tables from `folder`.
    ///
    /// # Errors
    /// [`Error`] with the file's name when one is missing or of another form.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        Self::of_files(&Files::of_folder(folder))
    }

    /// Reads the tables from files.
    ///
    /// # Errors
    /// [`Error`] with the file's name when one is missing or of another form.
    pub fn of_files(files: &Files) -> Result<Self, Error> {
        Ok(Self {
            regions: read_table(files, "regions.csv")?,
            departements: read_table(files, "departements.csv")?,
            epci: read_table(files, "epci.csv")?,
            communes: read_table(files, "communes.csv")?,
            arrondissements: read_table(files, "arrondissements.csv")?,
            anciennes: read_table(files, "anciennes.csv")?,
        })
    }

    /// Writes the tables into `folder`.
    ///
    /// # Errors
    /// [`Error`] when a file cannot be written.
    pub fn write(&self, folder: &Path) -> Result<(), Error> {
        write_table(&folder.join("regions.csv"), &self.regions)?;
        write_table(&folder.join("departements.csv"), &self.departements)?;
        write_table(&folder.join("epci.csv"), &self.epci)?;
        write_table(&folder.join("communes.csv"), &self.communes)?;
        write_table(&folder.join("arrondissements.csv"), &self.arrondissements)?;
        write_table(&folder.join("anciennes.csv"), &self.anciennes)
    }

    /// The communes of a department, as indices in `communes`.
    pub fn communes_of(&self, department: &DepartmentCode) -> impl Iterator<Item = usize> {
        let communes = self.communes.iter().enumerate();
        communes.filter(move |(_, one)| one.departement == *department).map(|(index, _)| index)
    }

    /// The members of each intercommunality, as indices in `communes`.
    pub fn members(&self) -> BTreeMap<&EpciSiren, Vec<usize>> {
        let mut members: BTreeMap<&EpciSiren, Vec<usize>> = BTreeMap::new();
        for (index, commune) in self.communes.iter().enumerate() {
            if let Some(epci) = &commune.epci {
                members.entry(epci).or_default().push(index);
            }
        }
        members
    }

    /// The index of each commune in `communes`, by code.
    pub fn commune_indices(&self) -> HashMap<&str, usize> {
        let indices = self.communes.iter().enumerate();
        indices.map(|(index, commune)| (commune.code.as_str(), index)).collect()
    }
}

fn read_table<T: DeserializeOwned>(files: &Files, name: &str) -> Result<Vec<T>, Error> {
    let bytes = files.bytes(name)?;
    let rows = csv::Reader::from_reader(&*bytes).into_deserialize().collect::<Result<_, _>>();
    rows.map_err(|error| Error::form(files.path(name), &error))
}

/// Writes `rows` under a header with the names of their fields.
pub(crate) fn write_table<T: Serialize>(path: &Path, rows: &[T]) -> Result<(), Error> {
    let mut writer = csv::Writer::from_path(path).map_err(|error| Error::form(path, &error))?;
    for row in rows {
        writer.serialize(row).map_err(|error| Error::form(path, &error))?;
    }
    writer.flush().map_err(Error::file(path))
}
