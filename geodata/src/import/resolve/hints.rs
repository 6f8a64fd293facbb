//! The department and the postal code that a list writes beside a territory.

use super::finder::Finder;
use super::matched::{Found, MatchedBy, TerritoryRef, found};
use super::spelling::with_its_zero;
use crate::import::read::{Field, Record};
use crate::names::Match;
use crate::problem::Finding;
use crate::tables::resolve::{DepartmentCell, department_cell, is_code};
use crate::territories::Commune;
use map::Layer;

/// « 20 », which is none.
const CORSICA_EXPECTED: &str =
    "2A ou 2B, les départements de Corse, et non «\u{a0}20\u{a0}», que dit la ligne";

impl Finder<'_> {
    /// With the department or the postal code that stands in the same row. A name that is not of
    /// that department is a contradiction, not a match.
    pub(super) fn with_hint(&self, item: &str, record: &Record) -> Result<Option<Found>, Finding> {
        let hint = record.text(Field::PostalCode).or_else(|| record.text(Field::Department));
        let Some(hint) = hint.filter(|_| !is_code(item)) else { return Ok(None) };
        let hint = with_its_zero(hint);
        let names = self.checker.names();
        if let Match::One(part) = names.arrondissements.find(&format!("{item} ({hint})")) {
            return Ok(Some(self.by_part(item, part)));
        }
        let hinted = self.hinted(item, &hint);
        match (hinted, names.communes.find(item)) {
            (Match::One(index), Match::One(_)) => Ok(Some(self.by_name(item, index))),
            (Match::One(index), _) => Ok(Some(found(index, MatchedBy::Department))),
            (Match::Former(index), _) => Ok(Some(found(index, MatchedBy::Former))),
            (_, Match::One(index)) => Err(self.contradiction(&hint, index)),
            _ => Ok(None),
        }
    }

    /// The communes of that name in the department, or with the postal code, that `hint` says.
    fn hinted(&self, item: &str, hint: &str) -> Match {
        let names = &self.checker.names().communes;
        let found = names.find(&format!("{item} ({hint})"));
        let (Match::Nothing, DepartmentCell::Known(codes)) =
            (&found, department_cell(hint, self.checker.territories))
        else {
            return found;
        };
        let found = codes.iter().map(|code| names.find(&format!("{item} ({code})")));
        let found: Vec<Match> = found.filter(|one| *one != Match::Nothing).collect();
        match <[Match; 1]>::try_from(found) {
            Ok([one]) => one,
            Err(_) => Match::Nothing,
        }
    }

    /// A name and a department that do not go together.
    fn contradiction(&self, hint: &str, index: usize) -> Finding {
        let one = &self.checker.territories.communes[index];
        let is_corsican = matches!(one.departement.as_str(), "2A" | "2B");
        if is_corsican && department_cell(hint, self.checker.territories) == DepartmentCell::Corsica
        {
            let proposal = format!("{} ({}, {})", one.departement, one.code, one.nom);
            return Finding::proposing(CORSICA_EXPECTED, Some(proposal));
        }
        let expected = format!("une commune de «\u{a0}{hint}\u{a0}», comme le dit la ligne");
        let proposal = format!("{}, {} ({})", one.code, one.nom, one.departement);
        Finding::proposing(expected, Some(proposal))
    }

    /// The territory found, unless the department or the postal code of its row contradicts it.
    /// One of several in a row (`is_only` is false) may lie beyond the border of a department.
    pub(super) fn beside(
        &self,
        item: &str,
        found: Found,
        record: &Record,
        is_only: bool,
    ) -> Result<Found, Finding> {
        if !is_only {
            return Ok(found);
        }
        let Some(commune) = self.commune_of(found) else { return Ok(found) };
        // A name of one commune beside its postal code says enough: the department may be that
        // of the scheme, which lies in two.
        if !self.is_confirmed(item, commune, record) {
            self.check_department(commune, record)?;
        }
        self.check_postal_code(item, found, commune, record).map(|()| found)
    }

    /// Whether an item is the name of one commune only, and its row has a postal code of it.
    fn is_confirmed(&self, item: &str, commune: usize, record: &Record) -> bool {
        let names = self.checker.names();
        let postal_code = record.text(Field::PostalCode).map(with_its_zero).unwrap_or_default();
        !is_code(item)
            && names.communes.find(item) == Match::One(commune)
            && names.postal_codes.communes_of(&postal_code).contains(&commune)
    }

    fn check_department(&self, commune: usize, record: &Record) -> Result<(), Finding> {
        let Some(hint) = record.text(Field::Department) else { return Ok(()) };
        let territories = self.checker.territories;
        let own = &territories.communes[commune].departement;
        match department_cell(hint, territories) {
            DepartmentCell::Known(codes) if !codes.contains(own) => {
                Err(self.contradiction(hint, commune))
            }
            DepartmentCell::Corsica => Err(self.contradiction(hint, commune)),
            _ => Ok(()),
        }
    }

    /// Checks a postal code beside a code, or a whole city beside the postal code of one of its
    /// arrondissements. A postal code that nobody has (« CEDEX ») contradicts nothing.
    fn check_postal_code(
        &self,
        item: &str,
        found: Found,
        commune: usize,
        record: &Record,
    ) -> Result<(), Finding> {
        let Some(written) = record.text(Field::PostalCode) else { return Ok(()) };
        let (written, code) = (with_its_zero(written), with_its_zero(item));
        let communes = self.checker.names().postal_codes.communes_of(&written);
        if communes.contains(&commune) || communes.is_empty() {
            return self.check_city(&written, found, commune);
        }
        let territories = self.checker.territories;
        let department = |one: &usize| &territories.communes[*one].departement;
        let is_near = communes.iter().any(|one| department(one) == department(&commune));
        if is_near && !self.checker.is_postal(&code) {
            return Ok(());
        }
        Err(self.contradiction(&written, commune))
    }

    /// Checks an arrondissement, or the city that it is a part of, against a postal code.
    fn check_city(&self, postal_code: &str, found: Found, commune: usize) -> Result<(), Finding> {
        let territories = self.checker.territories;
        let Commune { code, nom, .. } = &territories.communes[commune];
        let parts = &self.checker.names().arrondissements;
        let Match::One(part) = parts.find(&format!("{nom} ({postal_code})")) else { return Ok(()) };
        let is_contradicted = match found.territory {
            TerritoryRef::Arrondissement(index) => index != part,
            // The table of CLS has no arrondissements: the city is meant.
            TerritoryRef::Commune(_) => self.layer == Layer::Cpts,
            TerritoryRef::Epci(_) => false,
        };
        if !is_contradicted {
            return Ok(());
        }
        let part = &territories.arrondissements[part];
        let expected = format!(
            "un territoire de «\u{a0}{postal_code}\u{a0}», comme le dit la ligne (les deux lectures \
             sont possibles)"
        );
        let other = match found.territory {
            TerritoryRef::Arrondissement(index) => {
                let named = &territories.arrondissements[index];
                format!("{}, {}", named.code, named.nom)
            }
            _ => format!("{code}, la ville de {nom} entière, sans code postal"),
        };
        let proposal = format!("{}, {} ou {other}", part.code, part.nom);
        Err(Finding::proposing(expected, Some(proposal)))
    }

    /// The commune of a territory; none of an intercommunality.
    fn commune_of(&self, found: Found) -> Option<usize> {
        let territories = self.checker.territories;
        match found.territory {
            TerritoryRef::Commune(index) => Some(index),
            TerritoryRef::Arrondissement(part) => {
                let whole = &territories.arrondissements[part].commune;
                territories.communes.iter().position(|one| one.code == *whole)
            }
            TerritoryRef::Epci(_) => None,
        }
    }
}
