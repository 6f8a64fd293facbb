//! What a scheme covers.

use crate::import::resolve::Place;
use std::collections::BTreeSet;

/// What a scheme covers, by places in the tables of territories.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Perimeter {
    pub(crate) epci: BTreeSet<usize>,
    pub(crate) communes: BTreeSet<usize>,
    pub(crate) arrondissements: BTreeSet<usize>,
}

impl Perimeter {
    pub(super) fn add(&mut self, place: Place) {
        match place {
            Place::Commune(place) => self.communes.insert(place),
            Place::Arrondissement(place) => self.arrondissements.insert(place),
            Place::Epci(place) => self.epci.insert(place),
        };
    }

    pub(super) fn is_empty(&self) -> bool {
        self.epci.is_empty() && self.communes.is_empty() && self.arrondissements.is_empty()
    }
}
