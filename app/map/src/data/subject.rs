//! Subjects: the things of which there is an answer, and which can be selected.

use crate::{CommuneCode, Layer, Level};

/// A thing of which there is an answer.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Subject {
    /// A region, a department or an intercommunality.
    Territory(Territory),
    /// A commune or a municipal arrondissement.
    Commune {
        /// Its intercommunality; its department on four islands, and before its detail is here.
        within: Territory,
        /// INSEE code.
        code: CommuneCode,
    },
    /// A CLS, a CPTS or a labelled project.
    Scheme(SchemeIndex),
    /// The named place of that index in the facts of the records.
    Venue(usize),
}

/// A scheme by its position in the records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct SchemeIndex {
    /// CLS, CPTS or labelled projects.
    pub layer: Layer,
    /// Its index among the records of that layer.
    pub index: usize,
}

impl From<Territory> for Subject {
    fn from(territory: Territory) -> Self {
        Self::Territory(territory)
    }
}

impl From<SchemeIndex> for Subject {
    fn from(scheme: SchemeIndex) -> Self {
        Self::Scheme(scheme)
    }
}

/// A territory that can be selected.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Territory {
    /// The region of that index in the file.
    Region(usize),
    /// The department of that index in the file.
    Department(usize),
    /// The intercommunality of that index in the file.
    Epci(usize),
}

impl Territory {
    /// The level of the territory.
    pub const fn level(self) -> Level {
        match self {
            Self::Region(_) => Level::Region,
            Self::Department(_) => Level::Department,
            Self::Epci(_) => Level::Epci,
        }
    }
}
