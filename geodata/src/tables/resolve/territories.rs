//! From one item of a cell, a code or a name, to the territory that it designates.

use super::checker::Checker;
use super::items::is_like_a_code;
use super::propose;
use crate::names::{Match, normalized};
use crate::problem::Finding;

pub(super) const EPCI_EXPECTED: &str = "le SIREN (9 chiffres) ou le nom d’un EPCI du COG 2026";
pub(super) const COMMUNE_EXPECTED: &str =
    "le code INSEE (5 caractères) ou le nom d’une commune du COG 2026";
pub(super) const ARRONDISSEMENT_EXPECTED: &str = "le code ou le nom d’un arrondissement de Paris, Lyon ou Marseille (75101 à 75120, 69381 à \
     69389, 13201 à 13216)";

/// A commune, and whether the item is a code or name that it does not bear any more.
#[derive(Clone, Copy)]
pub(crate) struct KnownCommune {
    /// Its index in the table.
    pub index: usize,
    /// Whether only a part of it, or a former name, was written.
    pub is_former: bool,
}

impl Checker<'_> {
    /// The commune that `item` designates.
    pub(crate) fn commune_of(&self, item: &str) -> Result<KnownCommune, Finding> {
        let (index, is_former) = match self.names().communes.find(item) {
            Match::One(index) => (index, false),
            Match::Former(index) => (index, true),
            Match::Several(indices) => {
                let expected = "un nom que porte une seule commune (le préciser par le département \
                                entre parenthèses, ou donner le code)";
                let proposal = propose::homonyms(self.territories, &indices);
                return Err(Finding::proposing(expected, proposal));
            }
            Match::Nothing => {
                let proposal = propose::communes(self.territories, self.names(), item);
                return Err(self.unresolved(COMMUNE_EXPECTED, item, proposal));
            }
        };
        if self.territories.communes[index].surface_ha.is_none() {
            let expected = "une commune qui a un contour (celle-ci n’en a pas encore\u{a0}: donner \
                            son EPCI, ou la commune dont elle a été détachée)";
            return Err(expected.into());
        }
        Ok(KnownCommune { index, is_former })
    }

    /// The index of the intercommunality that `item` designates.
    pub(crate) fn epci_of(&self, item: &str) -> Result<usize, Finding> {
        match self.names().epci.find(item) {
            Match::One(index) => Ok(index),
            Match::Several(indices) => Err(Finding::proposing(
                "un nom que porte un seul EPCI (donner le SIREN)",
                propose::epci_at(self.territories, &indices),
            )),
            Match::Nothing | Match::Former(_) => {
                let proposal = propose::epci(self.territories, self.names(), item);
                Err(self.unresolved(EPCI_EXPECTED, item, proposal))
            }
        }
    }

    /// The index of the municipal arrondissement that `item` designates.
    pub(crate) fn arrondissement_of(&self, item: &str) -> Result<usize, Finding> {
        match self.names().arrondissements.find(item) {
            Match::One(index) => Ok(index),
            _ => {
                let proposal = propose::arrondissements(self.territories, item);
                Err(self.unresolved(ARRONDISSEMENT_EXPECTED, item, proposal))
            }
        }
    }

    /// A finding about an item that is not found. It says if the item is a territory of another
    /// level; otherwise it passes the `proposal` on.
    fn unresolved(&self, expected: &str, item: &str, proposal: Option<String>) -> Finding {
        if let Some((what, column)) = self.other_level(item) {
            return Finding::proposing(
                format!("{expected}\u{a0}; c’est {what}"),
                column.map(|column| format!("la colonne {column}")),
            );
        }
        // What is listed with commas is most often a list.
        let is_list = item.contains(", ") && !is_like_a_code(item) && proposal.is_none();
        let list = is_list.then(|| item.replace(", ", " | "));
        Finding::proposing(expected, proposal.or(list))
    }

    /// The territory of another level that `item` designates, in words, and the column where it
    /// would be right.
    fn other_level(&self, item: &str) -> Option<(String, Option<&'static str>)> {
        let names = self.names();
        if let Match::One(index) = names.epci.find(item) {
            return Some((format!("un EPCI, {}", self.territories.epci[index].nom), Some("epci")));
        }
        if let Match::One(index) = names.arrondissements.find(item) {
            let name = &self.territories.arrondissements[index].nom;
            let what = format!("un arrondissement municipal, {name}");
            return Some((what, Some("arrondissements")));
        }
        if let Match::One(index) | Match::Former(index) = names.communes.find(item) {
            let name = &self.territories.communes[index].nom;
            return Some((format!("une commune, {name}"), Some("communes")));
        }
        let is_named =
            |code: &str, name: &str| code == item || normalized(name) == normalized(item);
        let mut departments = self.territories.departements.iter();
        if let Some(one) = departments.find(|one| is_named(one.code.as_str(), &one.nom)) {
            return Some((format!("un département, {} ({})", one.nom, one.code), None));
        }
        let mut regions = self.territories.regions.iter();
        let region = regions.find(|one| is_named(one.code.as_str(), &one.nom))?;
        Some((format!("une région, {}", region.nom), None))
    }
}
