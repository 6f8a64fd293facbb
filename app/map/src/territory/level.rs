//! The levels of territories, from the country down to the municipal arrondissement.

use super::codes::{CommuneCode, DepartmentCode, EpciSiren, RegionCode};
use serde::{Deserialize, Serialize};

/// The level of a territory of the COG.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Level {
    /// The whole country, whose code is `FR`.
    #[serde(rename = "pays")]
    Country,
    /// A region.
    #[serde(rename = "region")]
    Region,
    /// A department.
    #[serde(rename = "departement")]
    Department,
    /// An intercommunality.
    #[serde(rename = "epci")]
    Epci,
    /// A commune.
    #[serde(rename = "commune")]
    Commune,
    /// A municipal arrondissement of Paris, Lyon or Marseille.
    #[serde(rename = "arrondissement")]
    Arrondissement,
}

impl Level {
    /// All levels, the largest territories first.
    pub const ALL: [Self; 6] = [
        Self::Country,
        Self::Region,
        Self::Department,
        Self::Epci,
        Self::Commune,
        Self::Arrondissement,
    ];

    /// The name in files and addresses: the French word.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Country => "pays",
            Self::Region => "region",
            Self::Department => "departement",
            Self::Epci => "epci",
            Self::Commune => "commune",
            Self::Arrondissement => "arrondissement",
        }
    }

    /// The level of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.code() == code)
    }

    /// Whether `text` has the form of a code of this level; whether there is such a territory is
    /// for the tables to say.
    pub(super) fn has_code_like(self, text: &str) -> bool {
        match self {
            Self::Country => text == "FR",
            Self::Region => RegionCode::new(text).is_ok(),
            Self::Department => DepartmentCode::new(text).is_ok(),
            Self::Epci => EpciSiren::new(text).is_ok(),
            Self::Commune | Self::Arrondissement => CommuneCode::new(text).is_ok(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_level_has_one_name_in_files_and_addresses() {
        for level in Level::ALL {
            assert_eq!(Level::from_code(level.code()), Some(level));
            assert_eq!(serde_json::to_value(level).unwrap(), level.code());
        }
        assert_eq!(Level::from_code("dep"), None);
    }
}
