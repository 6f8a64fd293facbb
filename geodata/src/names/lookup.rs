//! Names and codes of all levels, to look territories up by.

use super::arrondissements::Arrondissements;
use super::communes::Communes;
use super::epci::EpciNames;
use crate::territories::Territories;

/// The names and codes of all territories.
pub struct Names<'a> {
    /// Communes, former ones included.
    pub communes: Communes<'a>,
    /// Intercommunalities.
    pub epci: EpciNames<'a>,
    /// Municipal arrondissements.
    pub arrondissements: Arrondissements<'a>,
}

impl<'a> Names<'a> {
    /// Indexes `territories`: some tens of milliseconds.
    pub fn new(territories: &'a Territories) -> Self {
        Self {
            communes: Communes::new(territories),
            epci: EpciNames::new(territories),
            arrondissements: Arrondissements::new(territories),
        }
    }
}
