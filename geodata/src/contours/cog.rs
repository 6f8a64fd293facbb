//! The Code officiel géographique as the npm package `@etalab/decoupage-administratif` gives it.

use crate::error::Error;
use map::EpciKind;
use serde::{Deserialize, de::DeserializeOwned};
use std::collections::HashMap;
use std::path::Path;

/// The parts of the COG that the compiler needs.
pub struct Cog {
    /// Communes of all types.
    pub communes: Vec<CogCommune>,
    /// Intercommunalities with their own taxes, each with its members.
    pub epci: Vec<CogEpci>,
    /// Departments, and the overseas collectivities listed with them.
    pub departements: Vec<CogDepartment>,
    /// Regions, and collectivities likewise.
    pub regions: Vec<CogRegion>,
}

/// A commune, or a part of one: a delegated or associated commune, a municipal arrondissement.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct CogCommune {
    /// INSEE code.
    pub code: String,
    /// Name.
    pub nom: String,
    /// `commune-actuelle`, `commune-deleguee`, `commune-associee` or `arrondissement-municipal`.
    #[serde(rename = "type")]
    pub kind: String,
    /// Department; absent for some collectivities.
    pub departement: Option<String>,
    /// The commune that a delegated or associated commune belongs to.
    pub chef_lieu: Option<String>,
    /// The commune that a municipal arrondissement belongs to.
    pub commune: Option<String>,
    /// Inhabitants; absent where there are none or where they are not published.
    pub population: Option<u32>,
    /// Postal codes.
    #[serde(default)]
    pub codes_postaux: Vec<String>,
}

/// An intercommunality.
#[derive(Deserialize)]
pub struct CogEpci {
    /// SIREN number.
    pub code: String,
    /// Name.
    pub nom: String,
    /// `CC`, `CA`, `CU`, `METRO` or `MET69`.
    #[serde(rename = "type")]
    pub kind: EpciKind,
    /// Members.
    pub membres: Vec<CogMember>,
}

/// A member of an intercommunality.
#[derive(Deserialize)]
pub struct CogMember {
    /// INSEE code of the commune.
    pub code: String,
}

/// A department.
#[derive(Deserialize)]
pub struct CogDepartment {
    /// Code.
    pub code: String,
    /// Name.
    pub nom: String,
    /// Its region; absent for collectivities.
    pub region: Option<String>,
    /// The commune where its prefecture is; absent for some collectivities.
    #[serde(rename = "chefLieu")]
    pub chef_lieu: Option<String>,
    /// `metro`, `drom` or `com`.
    pub zone: String,
}

/// A region.
#[derive(Deserialize)]
pub struct CogRegion {
    /// Code.
    pub code: String,
    /// Name.
    pub nom: String,
    /// `metro`, `drom` or `com`.
    pub zone: String,
}

impl Cog {
    /// Reads `communes.json`, `epci.json`, `departements.json` and `regions.json` from `folder`.
    ///
    /// # Errors
    /// [`Error`] with the file's name when one is missing or of another form.
    pub fn read(folder: &Path) -> Result<Self, Error> {
        Ok(Self {
            communes: read_json(&folder.join("communes.json"))?,
            epci: read_json(&folder.join("epci.json"))?,
            departements: read_json(&folder.join("departements.json"))?,
            regions: read_json(&folder.join("regions.json"))?,
        })
    }

    /// Communes in force, without their parts.
    pub fn current_communes(&self) -> impl Iterator<Item = &CogCommune> {
        self.communes.iter().filter(|commune| commune.kind == "commune-actuelle")
    }

    /// From every code that a commune bears or bore to the commune in force: itself, the commune
    /// that it is a delegated or associated part of, or the one in the table of merged communes.
    pub fn successors(&self, passage: &HashMap<String, String>) -> HashMap<String, String> {
        let mut successors: HashMap<String, String> = HashMap::new();
        for commune in self.communes.iter().filter(|commune| commune.kind.ends_with("ee")) {
            if let Some(whole) = &commune.chef_lieu {
                successors.insert(commune.code.clone(), whole.clone());
            }
        }
        // A commune in force is itself, whatever the older tables say.
        for commune in self.current_communes() {
            successors.insert(commune.code.clone(), commune.code.clone());
        }
        for (former, current) in passage {
            if let Some(commune) = successors.get(current).cloned() {
                successors.entry(former.clone()).or_insert(commune);
            }
        }
        successors
    }
}

/// Reads the table of merged communes: `code_historique,code_2025`.
///
/// # Errors
/// [`Error`] when the file cannot be read or lacks a column.
pub fn read_passage(path: &Path) -> Result<HashMap<String, String>, Error> {
    #[derive(Deserialize)]
    struct Row {
        code_historique: String,
        code_2025: String,
    }
    let mut reader = csv::Reader::from_path(path).map_err(|error| Error::form(path, &error))?;
    let rows = reader.deserialize::<Row>();
    rows.map(|row| row.map(|row| (row.code_historique, row.code_2025)))
        .collect::<Result<_, _>>()
        .map_err(|error| Error::form(path, &error))
}

fn read_json<T: DeserializeOwned>(path: &Path) -> Result<T, Error> {
    let bytes = std::fs::read(path).map_err(Error::file(path))?;
    serde_json::from_slice(&bytes).map_err(|error| Error::form(path, &error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn commune(code: &str, kind: &str, chef_lieu: Option<&str>) -> CogCommune {
        CogCommune {
            code: code.into(),
            nom: String::new(),
            kind: kind.into(),
            departement: None,
            chef_lieu: chef_lieu.map(Into::into),
            commune: None,
            population: None,
            codes_postaux: Vec::new(),
        }
    }

    #[test]
    fn every_former_code_leads_to_a_commune_in_force() {
        let cog = Cog {
            communes: vec![
                commune("01015", "commune-actuelle", None),
                commune("01015", "commune-deleguee", Some("01015")),
                commune("01340", "commune-deleguee", Some("01015")),
                commune("15031", "commune-actuelle", None),
            ],
            epci: Vec::new(),
            departements: Vec::new(),
            regions: Vec::new(),
        };
        let passage = [("01999", "01340"), ("15031", "01015"), ("99999", "88888")]
            .map(|(former, current)| (former.to_owned(), current.to_owned()));
        let successors = cog.successors(&HashMap::from(passage));
        assert_eq!(successors["01340"], "01015");
        assert_eq!(successors["01999"], "01015", "through a commune that was merged later");
        assert_eq!(successors["15031"], "15031", "re-established: in force again");
        assert!(!successors.contains_key("99999"), "leads nowhere");
    }
}
