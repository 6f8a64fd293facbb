//! The properties of departments and intercommunalities.

use crate::{DepartmentCode, RegionCode};
use serde::{Deserialize, Serialize};

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
