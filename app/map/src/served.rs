//! The contract of the served files: what the compiler writes and the page reads.
//!
//! Names of fields are the names of properties, in French, as DESIGN asks of data columns.

mod facts;
mod map_file;
mod plans;
mod territory_facts;

pub use facts::{
    Facts, Indicator, KeyFact, LabelEntry, LabelKind, Mention, NamedPlace, Nature, PlaceKind,
    Precision, Subject,
};
pub use map_file::{
    DepartmentRow, DetailFile, EpciColumns, MapFile, RecordsFile, SchemeRow, from_steps, steps,
};
pub use plans::{Call, CallStatus, Field, Roadmap, Statement};
pub use territory_facts::{Level, TerritoryFacts};

use crate::coverage::TerritoryCoverage;
use crate::{CommuneCode, DepartmentCode, EpciSiren, Layer, RegionCode, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// Properties of a department or an intercommunality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TerritoryProperties {
    /// Code of the COG, or SIREN number.
    pub code: String,
    /// Name.
    pub nom: String,
    /// `departement`, or the kind of intercommunality (`CC`, `CA`, `CU`, `METRO`, `MET69`).
    #[serde(rename = "type")]
    pub kind: String,
    /// The departments it lies in, most populated part first; itself for a department.
    pub departements: Vec<DepartmentCode>,
    /// Its region; for an intercommunality that of its most populated part.
    pub region: RegionCode,
    /// How many communes it has.
    pub communes: u32,
    /// Inhabitants.
    pub population: u32,
    /// Surface of its contours, hectares.
    pub surface_ha: u32,
}

/// Properties of a CLS or a CPTS.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct SchemeProperties {
    /// Stable identifier.
    pub id: String,
    /// Name as published.
    pub nom: String,
    /// Where it stands.
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
    /// What a reader must know about this row.
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
    /// What identical projects have in common.
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
    pub lieux: Vec<Place>,
    /// Identifier of the source.
    pub source: String,
}

/// How far a project reaches, as its list sorts it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Reach {
    /// Listed under « Régional ».
    #[serde(rename = "regional")]
    Regional,
    /// Listed under a department.
    #[serde(rename = "departemental")]
    Departmental,
}

/// A commune as a place on the map.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Place {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub nom: String,
    /// The intercommunality it belongs to.
    pub epci: Option<EpciSiren>,
    /// A point inside it, degrees east and north.
    pub lon_lat: [f64; 2],
}

/// `couverture.json`: by territory, `dep-69` or `epci-200046977`.
pub type CoverageFile = BTreeMap<String, TerritoryCoverage>;

/// `manifest.json`: what is served, from which sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Vintage of the territories' codes.
    pub cog: String,
    /// Day of the build, ISO 8601.
    pub date: String,
    /// The files by name (`departements`, `epci`, `cls`, `cpts`, `projets`, `couverture`).
    pub fichiers: BTreeMap<String, ServedFile>,
    /// Names of the regions by code.
    pub regions: BTreeMap<RegionCode, String>,
    /// Which list documents which layer where.
    pub couches: Vec<Documentation>,
    /// The sources by identifier.
    pub sources: BTreeMap<String, Source>,
}

/// A served file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ServedFile {
    /// Address relative to the manifest.
    pub url: String,
    /// Size in bytes, uncompressed.
    pub octets: usize,
    /// What it holds.
    pub contenu: String,
    /// Identifiers of the sources that it is derived from.
    #[serde(default)]
    pub sources: Vec<String>,
}

/// A list documents a layer for a region: what is not in the list does not exist there.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Documentation {
    /// The layer.
    pub couche: Layer,
    /// The region.
    pub region: RegionCode,
    /// Identifier of the list.
    pub source: String,
    /// What a reader must know about the list.
    #[serde(default)]
    pub note: Option<String>,
}

/// Where facts come from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Title.
    pub titre: String,
    /// Publisher.
    pub editeur: String,
    /// Date of the source itself, ISO 8601; none when it is undated.
    pub date: Option<String>,
    /// Day or month on which it was read, ISO 8601.
    pub date_releve: Option<String>,
    /// Licence; none when the source does not say.
    pub licence: Option<String>,
    /// Web address; none when unknown.
    pub adresse: Option<String>,
    /// What a reader must know.
    pub note: Option<String>,
}
