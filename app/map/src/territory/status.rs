//! The statuses of schemes, and how well a layer is known in a region.

use serde::{Deserialize, Serialize};

/// The status of a scheme on the reference day of the data.
///
/// Only an active scheme covers its perimeter. A presumed one is counted apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// Signed and in force, according to a source.
    #[serde(rename = "actif")]
    Active,
    /// Signed less than five years before the reference day, with no known end: in force by
    /// deduction.
    #[serde(rename = "presume")]
    Presumed,
    /// Being prepared, voted or announced.
    #[serde(rename = "en_preparation")]
    InPreparation,
    /// Known to exist; nothing says whether it is in force.
    #[serde(rename = "non_etabli")]
    NotEstablished,
    /// The list that names it gives no status.
    #[serde(rename = "inconnu")]
    Unknown,
    /// Past its end; a successor may exist.
    #[serde(rename = "echu")]
    Expired,
    /// Seen in preparation more than three years before the reference day.
    #[serde(rename = "etat_ancien")]
    FormerState,
    /// Labelled by the ARS; said of projects only.
    #[serde(rename = "labellise")]
    Labelled,
}

impl Status {
    /// All statuses, in the order of legends.
    pub const ALL: [Self; 8] = [
        Self::Active,
        Self::Presumed,
        Self::InPreparation,
        Self::NotEstablished,
        Self::Unknown,
        Self::Expired,
        Self::FormerState,
        Self::Labelled,
    ];

    /// The name in files and addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Active => "actif",
            Self::Presumed => "presume",
            Self::InPreparation => "en_preparation",
            Self::NotEstablished => "non_etabli",
            Self::Unknown => "inconnu",
            Self::Expired => "echu",
            Self::FormerState => "etat_ancien",
            Self::Labelled => "labellise",
        }
    }

    /// The status of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.code() == code)
    }

    /// The French word, for a masculine noun.
    pub const fn label(self) -> &'static str {
        match self {
            Self::Active => "actif",
            Self::Presumed => "présumé actif",
            Self::InPreparation => "en préparation",
            Self::NotEstablished => "statut non établi",
            Self::Unknown => "statut non précisé",
            Self::Expired => "échu, suite inconnue",
            Self::FormerState => "état ancien, non compté",
            Self::Labelled => "labellisé",
        }
    }
}

/// The degree to which a layer is known in a region, where something is known of it.
///
/// A region without a degree is not documented at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Degree {
    /// A list says that it is complete: outside its schemes there is none.
    #[serde(rename = "liste")]
    List,
    /// Schemes are known one by one: their absence says nothing, shares are « au moins ».
    #[serde(rename = "faits")]
    Facts,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_code_leads_back_to_its_status() {
        for status in Status::ALL {
            assert_eq!(Status::from_code(status.code()), Some(status));
            assert_eq!(serde_json::to_value(status).unwrap(), status.code());
        }
        assert_eq!(Status::from_code("expire"), None);
    }
}
