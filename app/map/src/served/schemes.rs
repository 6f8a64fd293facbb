//! The properties of CLS, CPTS and labelled projects.

use crate::{CommuneCode, DepartmentCode, EpciSiren, Status};
use serde::{Deserialize, Serialize};

/// Properties of a CLS or a CPTS.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SchemeProperties {
    /// Stable identifier.
    pub id: String,
    /// Name as published.
    pub nom: String,
    /// Its status.
    pub statut: Status,
    /// First day, ISO 8601; none when the source does not say.
    #[serde(default)]
    pub debut: Option<String>,
    /// Last day, ISO 8601; none when the source does not say.
    #[serde(default)]
    pub fin: Option<String>,
    /// Communes of the perimeter, those covered in part included.
    pub communes: Vec<CommuneCode>,
    /// Intercommunalities by which the source gives the perimeter.
    #[serde(default)]
    pub epci: Vec<EpciSiren>,
    /// Municipal arrondissements by which the source gives the perimeter.
    #[serde(default)]
    pub arrondissements: Vec<CommuneCode>,
    /// Web address; none when the source does not say.
    #[serde(default)]
    pub site: Option<String>,
    /// Remark for readers on this row.
    #[serde(default)]
    pub note: Option<String>,
    /// Identifier of the source.
    pub source: String,
}

/// Properties of a labelled project. Its perimeter is its department.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ProjectProperties {
    /// Stable identifier.
    pub id: String,
    /// Title as published.
    pub nom: String,
    /// Always [`Status::Labelled`].
    pub statut: Status,
    /// Whether the list counts it as a regional project.
    pub portee: Reach,
    /// The department where it takes place.
    pub departement: DepartmentCode,
    /// Name shared by identical projects.
    pub dispositif: String,
    /// One of the four themes; none when the source does not say.
    #[serde(default)]
    pub theme: Option<String>,
    /// The holder; none when the source does not say.
    #[serde(default)]
    pub porteur: Option<String>,
    /// The objectives; none when the source does not say.
    #[serde(default)]
    pub objectifs: Option<String>,
    /// Places that the title names.
    #[serde(default)]
    pub lieux: Vec<NamedCommune>,
    /// Identifier of the source.
    pub source: String,
}

/// The reach of a project, as its list sorts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// Listed under « Régional ».
    #[serde(rename = "regional")]
    Regional,
    /// Listed under a department.
    #[serde(rename = "departemental")]
    Departmental,
}

/// A commune that a project names, with a point on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct NamedCommune {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub nom: String,
    /// The intercommunality it belongs to.
    pub epci: Option<EpciSiren>,
    /// A point inside it, degrees east and north.
    pub lon_lat: [f64; 2],
}
