//! The properties of regions, departments and intercommunalities.

use crate::{DepartmentCode, EpciKind, RegionCode};
use serde::{Deserialize, Serialize};

/// Properties of a region, a department or an intercommunality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct TerritoryProperties {
    /// Code of the COG, or SIREN number.
    pub code: String,
    /// Name.
    pub nom: String,
    /// Region, department, or the kind of intercommunality.
    #[serde(rename = "type")]
    pub kind: TerritoryKind,
    /// The departments it lies in, most populated part first; itself for a department.
    pub departements: Vec<DepartmentCode>,
    /// Its region; for an intercommunality that of its most populated part.
    pub region: RegionCode,
    /// Number of communes.
    pub communes: u32,
    /// Inhabitants.
    pub population: u32,
    /// Surface of its contours, hectares.
    pub surface_ha: u32,
}

/// The kind of a territory: `region`, `departement`, or the code of an [`EpciKind`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub enum TerritoryKind {
    /// A region.
    Region,
    /// A department.
    Department,
    /// An intercommunality.
    Epci(EpciKind),
}

/// The reason why a text is no kind of territory.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected region, departement, CC, CA, CU, METRO or MET69")]
pub struct KindError;

/// The name of a region's kind in files.
const REGION: &str = "region";

/// The name of a department's kind in files.
const DEPARTMENT: &str = "departement";

impl TryFrom<String> for TerritoryKind {
    type Error = KindError;

    fn try_from(text: String) -> Result<Self, KindError> {
        match text.as_str() {
            REGION => Ok(Self::Region),
            DEPARTMENT => Ok(Self::Department),
            code => EpciKind::from_code(code).map(Self::Epci).ok_or(KindError),
        }
    }
}

impl From<TerritoryKind> for String {
    fn from(kind: TerritoryKind) -> Self {
        match kind {
            TerritoryKind::Region => REGION.to_owned(),
            TerritoryKind::Department => DEPARTMENT.to_owned(),
            TerritoryKind::Epci(kind) => kind.code().to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kind_survives_its_text_and_other_texts_are_refused() {
        for text in ["region", "departement", "CC", "MET69"] {
            let kind = TerritoryKind::try_from(text.to_owned()).unwrap();
            assert_eq!(String::from(kind), text);
        }
        assert_eq!(TerritoryKind::try_from("pays".to_owned()), Err(KindError));
    }
}
