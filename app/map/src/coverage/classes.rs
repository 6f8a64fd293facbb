//! The classes of coverage, and amounts of communes, inhabitants and hectares.

use crate::{Degree, Status};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The class of an atom for one layer. Every atom has exactly one: the first that holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Class {
    /// Inside an active perimeter: covered.
    #[serde(rename = "actif")]
    Active,
    /// Inside a perimeter presumed active, counted apart.
    #[serde(rename = "presume")]
    Presumed,
    /// Inside a perimeter in preparation.
    #[serde(rename = "en_preparation")]
    InPreparation,
    /// Inside a perimeter whose status is not established.
    #[serde(rename = "non_etabli")]
    NotEstablished,
    /// Inside a perimeter whose status its list does not give.
    #[serde(rename = "inconnu")]
    Unknown,
    /// Inside a perimeter that is past its end; a successor may exist.
    #[serde(rename = "echu")]
    Expired,
    /// Inside a perimeter seen in preparation long ago.
    #[serde(rename = "etat_ancien")]
    FormerState,
    /// In no perimeter, where a list is said to be complete: zero.
    #[serde(rename = "aucun")]
    None,
    /// In no perimeter that we know of, where schemes are known one by one: unknown.
    #[serde(rename = "non_connu")]
    NotKnown,
    /// In no perimeter that we know of, where nothing is known: no data.
    #[serde(rename = "non_documente")]
    Undocumented,
}

impl Class {
    /// The class of what is in no perimeter, where a layer is known to that degree.
    pub const fn outside(degree: Option<Degree>) -> Self {
        match degree {
            Some(Degree::List) => Self::None,
            Some(Degree::Facts) => Self::NotKnown,
            None => Self::Undocumented,
        }
    }

    /// Whether it is in no perimeter that is known.
    pub const fn is_outside(self) -> bool {
        matches!(self, Self::None | Self::NotKnown | Self::Undocumented)
    }
}

impl From<Status> for Class {
    /// The class that a perimeter of that status gives.
    fn from(status: Status) -> Self {
        match status {
            Status::Active | Status::Labelled => Self::Active,
            Status::Presumed => Self::Presumed,
            Status::InPreparation => Self::InPreparation,
            Status::NotEstablished => Self::NotEstablished,
            Status::Unknown => Self::Unknown,
            Status::Expired => Self::Expired,
            Status::FormerState => Self::FormerState,
        }
    }
}

/// The size of a set of atoms.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Amount {
    /// Communes of which every atom is in the set.
    pub communes: u32,
    /// Communes of which only some atoms are in the set.
    #[serde(default)]
    pub communes_en_partie: u32,
    /// Inhabitants of the atoms whose population is known.
    pub population: u32,
    /// Hectares of the atoms whose surface is known: of communes in part, their arrondissements.
    #[serde(default)]
    pub surface_ha: u32,
}

/// The amounts of one territory for one layer, by class; classes without atoms are left out.
pub type CoverageByClass = BTreeMap<Class, Amount>;
