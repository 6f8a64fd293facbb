//! From one item of a cell, a code or a name, to the territory that it designates.

use super::agreement::Coded;
use super::checker::Checker;
use super::items::{code_and_name, is_like_a_code};
use super::numbers::{WrittenCode, written_code};
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
    /// Whether our contours have it: communes re-established since are drawn with the one that
    /// they were a part of.
    pub has_contour: bool,
}

/// Ends a message about a number in scientific notation.
const SCIENTIFIC: &str = "\u{a0}; le tableur l’a mis en notation scientifique et a pu en perdre des \
                          chiffres (mettre la colonne au format texte)";
const SIREN_DIGITS: usize = 9;

fn is_siret(code: &str) -> bool {
    code.len() == SIREN_DIGITS + 5 && code.bytes().all(|byte| byte.is_ascii_digit())
}

impl Checker<'_> {
    /// The commune that `item` designates: by its code, by its name, or by its code with its name
    /// behind it.
    pub(crate) fn commune_of(&self, item: &str) -> Result<KnownCommune, Finding> {
        // « 75020 Paris » is an arrondissement by its postal code.
        if let Some((code, name)) = code_and_name(item)
            && self.names().arrondissements.find(item) == Match::Nothing
            && let Ok(known) = self.commune_named(code)
        {
            return self.check_name(code, Coded::Commune(known.index), name).map(|()| known);
        }
        match written_code(item) {
            WrittenCode::Certain(item) => self.commune_named(&item),
            WrittenCode::Scientific(_) => Err(format!("{COMMUNE_EXPECTED}{SCIENTIFIC}").into()),
        }
    }

    fn commune_named(&self, item: &str) -> Result<KnownCommune, Finding> {
        let (index, is_former) = match self.names().communes.find(item) {
            Match::One(index) => (index, false),
            Match::Former(index) => (index, true),
            Match::Several(indices) => {
                let expected = "un nom que porte une seule commune (le préciser par le département \
                                entre parenthèses, ou donner le code)";
                let proposal = propose::homonyms(self.territories, &indices);
                return Err(Finding::proposing(expected, proposal));
            }
            Match::Nothing if self.is_postal(item) => {
                let expected = format!("{COMMUNE_EXPECTED}\u{a0}; c’est un code postal");
                return Err(Finding::proposing(expected, self.by_postal_code(item)));
            }
            Match::Nothing => {
                let proposal = propose::communes(self.territories, self.names(), item);
                return Err(self.unresolved(COMMUNE_EXPECTED, item, proposal));
            }
        };
        let has_contour = self.territories.communes[index].surface_ha.is_some();
        Ok(KnownCommune { index, is_former, has_contour })
    }

    /// The commune with a contour that `item` designates: one to show on the map.
    pub(crate) fn commune_with_contour(&self, item: &str) -> Result<KnownCommune, Finding> {
        let known = self.commune_of(item)?;
        if !known.has_contour {
            return Err(
                "une commune qui a un contour (celle-ci n’en a pas encore\u{a0}: donner son EPCI, ou la \
                        commune dont elle a été détachée)"
                    .into(),
            );
        }
        Ok(known)
    }

    /// The index of the intercommunality that `item` designates.
    pub(crate) fn epci_of(&self, item: &str) -> Result<usize, Finding> {
        match written_code(item) {
            WrittenCode::Certain(code) if is_siret(&code) => {
                let siren = code.get(..SIREN_DIGITS).unwrap_or_default();
                let expected = format!("{EPCI_EXPECTED}\u{a0}; c’est un SIRET (14 chiffres)");
                Err(Finding::proposing(expected, self.known_epci(siren)))
            }
            WrittenCode::Certain(item) => self.epci_named(&item),
            WrittenCode::Scientific(digits) => {
                let expected = format!("{EPCI_EXPECTED}{SCIENTIFIC}");
                Err(Finding::proposing(expected, self.known_epci(&digits)))
            }
        }
    }

    /// The intercommunality of that number, to propose.
    fn known_epci(&self, siren: &str) -> Option<String> {
        let index = self.territories.epci.iter().position(|one| one.code.as_str() == siren)?;
        propose::epci_at(self.territories, &[index])
    }

    fn epci_named(&self, item: &str) -> Result<usize, Finding> {
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
        let code = match code_and_name(item) {
            Some((code, _)) => code.into(),
            None => match written_code(item) {
                WrittenCode::Certain(code) => code,
                WrittenCode::Scientific(_) => item.into(),
            },
        };
        let find = |item: &str| self.names().arrondissements.find(item);
        match (find(item), find(&code)) {
            (Match::One(index), _) => Ok(index),
            (_, Match::One(index)) => match code_and_name(item) {
                Some((code, name)) => {
                    self.check_name(code, Coded::Arrondissement(index), name).map(|()| index)
                }
                None => Ok(index),
            },
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
        let code = code_and_name(item).map_or(item, |(code, _)| code);
        let part = |item: &str| names.arrondissements.find(item);
        if let (Match::One(index), _) | (_, Match::One(index)) = (part(item), part(code)) {
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
