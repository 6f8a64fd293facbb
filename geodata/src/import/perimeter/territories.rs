//! The territories of a perimeter.

use crate::import::resolve::TerritoryRef;
use std::collections::BTreeSet;

/// The perimeter of a scheme, by indices in the tables of territories.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Perimeter {
    pub(crate) epci: BTreeSet<usize>,
    pub(crate) communes: BTreeSet<usize>,
    pub(crate) arrondissements: BTreeSet<usize>,
}

impl Perimeter {
    pub(super) fn add(&mut self, territory: TerritoryRef) {
        match territory {
            TerritoryRef::Commune(index) => self.communes.insert(index),
            TerritoryRef::Arrondissement(index) => self.arrondissements.insert(index),
            TerritoryRef::Epci(index) => self.epci.insert(index),
        };
    }

    pub(super) fn is_empty(&self) -> bool {
        self.epci.is_empty() && self.communes.is_empty() && self.arrondissements.is_empty()
    }
}
