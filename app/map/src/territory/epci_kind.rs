//! The kinds of intercommunalities.

use serde::{Deserialize, Serialize};

/// The legal form of an intercommunality.
///
/// # Source
/// DGCL, *Base nationale sur l’intercommunalité*, nature juridique.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum EpciKind {
    /// Communauté de communes.
    #[serde(rename = "CC")]
    CommunauteDeCommunes,
    /// Communauté d’agglomération.
    #[serde(rename = "CA")]
    CommunauteDAgglomeration,
    /// Communauté urbaine.
    #[serde(rename = "CU")]
    CommunauteUrbaine,
    /// Métropole.
    #[serde(rename = "METRO")]
    Metropole,
    /// The Métropole de Lyon, a collectivity with a status of its own.
    #[serde(rename = "MET69")]
    MetropoleDeLyon,
}

impl EpciKind {
    /// All kinds, the most frequent first.
    pub const ALL: [Self; 5] = [
        Self::CommunauteDeCommunes,
        Self::CommunauteDAgglomeration,
        Self::CommunauteUrbaine,
        Self::Metropole,
        Self::MetropoleDeLyon,
    ];

    /// The name in files.
    pub const fn code(self) -> &'static str {
        match self {
            Self::CommunauteDeCommunes => "CC",
            Self::CommunauteDAgglomeration => "CA",
            Self::CommunauteUrbaine => "CU",
            Self::Metropole => "METRO",
            Self::MetropoleDeLyon => "MET69",
        }
    }

    /// The kind of that name.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The French words.
    pub const fn label(self) -> &'static str {
        match self {
            Self::CommunauteDeCommunes => "Communauté de communes",
            Self::CommunauteDAgglomeration => "Communauté d’agglomération",
            Self::CommunauteUrbaine => "Communauté urbaine",
            Self::Metropole => "Métropole",
            Self::MetropoleDeLyon => "Métropole à statut particulier",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_one_name_in_files() {
        for kind in EpciKind::ALL {
            assert_eq!(EpciKind::from_code(kind.code()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.code());
        }
        assert_eq!(EpciKind::from_code("departement"), None);
    }
}
