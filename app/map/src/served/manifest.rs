//! The manifest: the served files and their sources.

use crate::{Degree, Layer, RegionCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `manifest.json`: the served files and their sources.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Manifest {
    /// Vintage of the territories' codes.
    pub cog: String,
    /// Day of the build, ISO 8601.
    pub date: String,
    /// Day that the statuses refer to, ISO 8601; none where no status depends on a day.
    #[serde(default)]
    pub etat: Option<String>,
    /// The files by name (`departements`, `epci`, `cls`, `cpts`, `projets`, `couverture`).
    pub fichiers: BTreeMap<String, ServedFile>,
    /// Names of the regions by code.
    pub regions: BTreeMap<RegionCode, String>,
    /// The lists that document a layer for a region.
    pub couches: Vec<Documentation>,
    /// The degree of each layer in each region where something is known of it.
    #[serde(default)]
    pub degres: Vec<RegionDegree>,
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
    /// Its content in French words.
    pub contenu: String,
    /// Identifiers of the sources that it is derived from.
    #[serde(default)]
    pub sources: Vec<String>,
    /// The tolerance of its contours in metres: a smaller detail is not drawn. None for a file
    /// without contours.
    #[serde(default)]
    pub precision_m: Option<u32>,
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
    /// Remark for readers on the list.
    #[serde(default)]
    pub note: Option<String>,
}

/// The degree of a layer in a region, with the numbers of its schemes there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct RegionDegree {
    /// The layer.
    pub couche: Layer,
    /// The region.
    pub region: RegionCode,
    /// The degree to which it is known there.
    pub degre: Degree,
    /// Schemes that lie in it, in part at least.
    pub dispositifs: u32,
    /// Those of them whose whole perimeter is known.
    pub avec_perimetre: u32,
}

/// A source of facts.
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
    /// Remark for readers.
    pub note: Option<String>,
}
