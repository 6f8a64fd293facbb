//! From a code or a name, as lists write them, to a territory.

use super::matched::{Found, MatchedBy, TerritoryRef, found};
use super::spelling::{article_first, with_its_zero};
use crate::import::read::{Field, Record};
use crate::names::Match;
use crate::problem::Finding;
use crate::tables::resolve::{Checker, is_code, propose};
use map::{Layer, RegionCode};
use std::cell::RefCell;
use std::collections::HashMap;

/// Finds the territories that lists write.
pub(crate) struct Finder<'a> {
    pub checker: &'a Checker<'a>,
    /// The layer: a CLS may be given by intercommunalities, a CPTS by arrondissements.
    pub layer: Layer,
    /// The region that the list is about, to tell communes of one name apart.
    pub region: Option<RegionCode>,
    /// Earlier findings, by the item, the department and the postal code: lists repeat their
    /// communes in hundreds of thousands of rows, and the nearest name takes milliseconds.
    before: RefCell<HashMap<[String; 3], Result<Found, Finding>>>,
}

impl<'a> Finder<'a> {
    /// A finder of the territories of `checker`.
    pub(crate) fn new(checker: &'a Checker<'a>, layer: Layer, region: Option<RegionCode>) -> Self {
        Self { checker, layer, region, before: RefCell::default() }
    }
}

impl Finder<'_> {
    /// The territory that `item` designates in a column of communes.
    pub(crate) fn commune(&self, item: &str, record: &Record) -> Result<Found, Finding> {
        let text = |field| record.text(field).unwrap_or_default().to_owned();
        let key = [item.to_owned(), text(Field::Department), text(Field::PostalCode)];
        if let Some(found) = self.before.borrow().get(&key) {
            return found.clone();
        }
        let found = self.resolve(item, record);
        self.before.borrow_mut().insert(key, found.clone());
        found
    }

    fn resolve(&self, item: &str, record: &Record) -> Result<Found, Finding> {
        let item = &article_first(&with_its_zero(item));
        let found = match self.with_hint(item, record)? {
            Some(found) => Some(found),
            None => self.in_region(item),
        };
        let found = found.or_else(|| self.plainly(item));
        let Some(found) = found else {
            // Nothing, or several: the tables’ own message, with its proposal.
            return match self.checker.commune_of(item) {
                Ok(known) => Ok(Found {
                    territory: TerritoryRef::Commune(known.index),
                    matched_by: MatchedBy::Tolerant,
                }),
                Err(finding) => Err(self.nearer(finding, item)),
            };
        };
        self.checked(found)
    }

    /// The intercommunality that `item` designates.
    pub(crate) fn epci(&self, item: &str) -> Result<Found, Finding> {
        let index = self.checker.epci_of(item)?;
        let epci = &self.checker.territories.epci[index];
        Ok(Found {
            territory: TerritoryRef::Epci(index),
            matched_by: matched_by(item, epci.code.as_str(), &epci.nom),
        })
    }

    /// The municipal arrondissement that `item` designates.
    pub(crate) fn arrondissement(&self, item: &str) -> Result<Found, Finding> {
        let index = self.checker.arrondissement_of(item)?;
        self.checked(self.by_part(item, index))
    }

    /// The only one of that name in the region of the list.
    fn in_region(&self, item: &str) -> Option<Found> {
        let region = self.region.as_ref().filter(|_| !is_code(item))?;
        let names = &self.checker.names().communes;
        let departments = self.checker.territories.departements.iter();
        let matches: Vec<Match> = departments
            .filter(|one| one.region == *region)
            .map(|one| names.find(&format!("{item} ({})", one.code)))
            .collect();
        let one = |found: &Match| if let Match::One(index) = found { Some(*index) } else { None };
        let former =
            |found: &Match| if let Match::Former(index) = found { Some(*index) } else { None };
        let in_force: Vec<usize> = matches.iter().filter_map(one).collect();
        let were: Vec<usize> = matches.iter().filter_map(former).collect();
        match (&in_force[..], &were[..], names.find(item)) {
            ([index], _, Match::One(_)) => Some(self.by_name(item, *index)),
            ([index], _, _) => Some(found(*index, MatchedBy::Region)),
            ([], [index], _) => Some(found(*index, MatchedBy::Former)),
            ([], [], Match::One(index)) => Some(found(index, MatchedBy::OutsideRegion)),
            _ => None,
        }
    }

    /// Of the homonyms that a finding proposes, those of the region, if there are some.
    fn nearer(&self, finding: Finding, item: &str) -> Finding {
        let (Match::Several(mut indices), Some(region)) =
            (self.checker.names().communes.find(item), &self.region)
        else {
            return finding;
        };
        let territories = self.checker.territories;
        let of_region = territories.departements.iter().filter(|one| one.region == *region);
        let departments: Vec<_> = of_region.map(|one| &one.code).collect();
        indices.retain(|index| departments.contains(&&territories.communes[*index].departement));
        let proposal = propose::homonyms(territories, &indices).or(finding.proposal);
        Finding { proposal, ..finding }
    }

    /// The territory of that name alone: a commune, or else an arrondissement, or else an
    /// intercommunality.
    fn plainly(&self, item: &str) -> Option<Found> {
        let names = self.checker.names();
        match names.communes.find(item) {
            Match::One(index) => return Some(self.by_name(item, index)),
            Match::Former(index) => return Some(found(index, MatchedBy::Former)),
            Match::Several(_) => return None,
            Match::Nothing => {}
        }
        match names.arrondissements.find(item) {
            Match::One(index) => Some(self.by_part(item, index)),
            _ => self.epci(item).ok(),
        }
    }

    pub(super) fn by_name(&self, item: &str, index: usize) -> Found {
        let commune = &self.checker.territories.communes[index];
        found(index, matched_by(item, commune.code.as_str(), &commune.nom))
    }

    pub(super) fn by_part(&self, item: &str, index: usize) -> Found {
        let row = &self.checker.territories.arrondissements[index];
        let matched_by = matched_by(item, row.code.as_str(), &row.nom);
        Found { territory: TerritoryRef::Arrondissement(index), matched_by }
    }

    /// The territory found, unless our table of that layer cannot hold it.
    fn checked(&self, found: Found) -> Result<Found, Finding> {
        let territories = self.checker.territories;
        match (found.territory, self.layer) {
            (TerritoryRef::Arrondissement(index), Layer::Cls) => {
                let commune = territories.arrondissements[index].commune.as_str();
                let expected =
                    "une commune ou un EPCI (la table des CLS n’a pas d’arrondissements)";
                Err(Finding::proposing(expected, Some(commune.to_owned())))
            }
            _ => Ok(found),
        }
    }
}

fn matched_by(item: &str, code: &str, name: &str) -> MatchedBy {
    match item {
        _ if item == code => MatchedBy::Code,
        _ if item == name => MatchedBy::Name,
        _ => MatchedBy::Tolerant,
    }
}
