//! The manifest: the served files and their sources.

use crate::{Layer, RegionCode};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// `manifest.json`: the served files and their sources.
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
    /// The lists that document a layer for a region.
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
