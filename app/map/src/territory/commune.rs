//! Communes in the served files: the detail of a department, and the search index.

use crate::{CommuneCode, EpciSiren};
use serde::{Deserialize, Serialize};

/// Properties of a commune or a municipal arrondissement in `detail/<department>.geojson`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommuneProperties {
    /// INSEE code.
    pub code: CommuneCode,
    /// Name.
    pub nom: String,
    /// `commune` or `arrondissement`.
    #[serde(rename = "type")]
    pub kind: String,
    /// The commune that an arrondissement is a part of; none for a commune.
    #[serde(default)]
    pub commune: Option<CommuneCode>,
    /// Intercommunality; none for four islands.
    pub epci: Option<EpciSiren>,
    /// Inhabitants; none where the source gives none.
    pub population: Option<u32>,
}

/// Properties of the part of an intercommunality in `detail/<department>.geojson`; the rest is in
/// the overview.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EpciPartProperties {
    /// SIREN number.
    pub code: EpciSiren,
    /// Always `epci`.
    #[serde(rename = "type")]
    pub kind: String,
}

/// `communes.json`: every commune, column by column; the lists have one length and one order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CommuneIndex {
    /// SIREN numbers that `appartient` points to.
    pub epci: Vec<EpciSiren>,
    /// INSEE codes, rising.
    pub codes: Vec<CommuneCode>,
    /// Postal codes, separated by spaces. Beside the other codes they take a hundredth less.
    pub codes_postaux: Vec<String>,
    /// Names.
    pub noms: Vec<String>,
    /// Index in `epci` of the intercommunality; none for four islands.
    pub appartient: Vec<Option<u32>>,
    /// Inhabitants; none where the source gives none.
    pub populations: Vec<Option<u32>>,
    /// West, south, width and height in hundredths of a degree; none without a contour.
    pub bornes: Vec<Option<[i32; 4]>>,
}
