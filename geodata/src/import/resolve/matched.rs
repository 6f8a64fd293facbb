//! A territory that was recognised, and how.

use crate::import::read::Field;
use crate::problem::Finding;

/// A territory, by its index in the table of its level.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TerritoryRef {
    Commune(usize),
    Arrondissement(usize),
    Epci(usize),
}

/// The way in which a territory was recognised, the surest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum MatchedBy {
    Code,
    Name,
    Tolerant,
    Department,
    Region,
    OutsideRegion,
    Former,
    Overlay,
}

impl MatchedBy {
    /// Ends the sentence « reconnu … ».
    pub(crate) fn words(self) -> &'static str {
        match self {
            Self::Code => "par le code",
            Self::Name => "par le nom exact",
            Self::Tolerant => "par un nom approché",
            Self::Department => "par le nom et le département ou le code postal",
            Self::Region => "par le nom et la région",
            Self::OutsideRegion => "par le nom, hors de la région indiquée",
            Self::Former => "par un ancien code ou un ancien nom",
            Self::Overlay => "par superposition",
        }
    }
}

/// A territory, and how it was recognised.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Found {
    pub territory: TerritoryRef,
    pub matched_by: MatchedBy,
}

/// The commune of that index, and how it was recognised.
pub(super) fn found(index: usize, matched_by: MatchedBy) -> Found {
    Found { territory: TerritoryRef::Commune(index), matched_by }
}

/// An item of a cell, and the territory that it names.
pub(crate) struct Item<'a> {
    pub field: Field,
    pub text: &'a str,
    pub found: Result<Found, Finding>,
}
