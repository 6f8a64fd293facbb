//! The territories that the rows of a list name.

use super::account::Account;
use super::fields::Field;
use super::gather::Published;
use super::perimeter::{Perimeter, Perimeters};
use super::places::{Found, Place};
use super::record::Record;
use super::spelling::{code_and_name, is_same_name, items};
use crate::problem::{Finding, Problem};

/// An item of a row, with the field that it stands in and what it is.
type Item<'a> = (Field, &'a str, Result<Found, Finding>);

impl Perimeters<'_> {
    /// Adds what the rows of `scheme` name.
    pub(super) fn take_named(
        &self,
        scheme: &Published,
        perimeter: &mut Perimeter,
        (account, problems): (&mut Account, &mut Vec<Problem>),
    ) {
        for record in &scheme.records {
            let items = self.items(record);
            if items.is_empty() && scheme.records.len() > 1 {
                let oddity = "ligne qui ne nomme aucun territoire";
                problems.push(record.origin.warning("", &scheme.name, oddity));
            }
            for (field, item, found) in items {
                match found {
                    Ok(found) => {
                        perimeter.add(found.place);
                        account.count(&record.origin, item, found);
                    }
                    Err(finding) => problems.push(record.problem(field, item, finding)),
                }
            }
        }
    }

    /// Everything that a row names.
    fn items<'a>(&self, record: &'a Record) -> Vec<Item<'a>> {
        let listed = |field| record.text(field).map(items).unwrap_or_default();
        let mut found = self.communes(record);
        // Beside communes, an intercommunality only says where they lie.
        if found.is_empty() {
            let epci = listed(Field::Epci).into_iter();
            found.extend(epci.map(|item| (Field::Epci, item, self.finder.epci(item))));
        }
        let field = Field::Arrondissements;
        let parts = listed(field).into_iter();
        found.extend(parts.map(|item| (field, item, self.finder.arrondissement(item))));
        found
    }

    /// The communes of a row: by code where there are codes, else by name.
    fn communes<'a>(&self, record: &'a Record) -> Vec<Item<'a>> {
        let listed = |field| record.text(field).map(items).unwrap_or_default();
        let (codes, names) = (listed(Field::CommuneCode), listed(Field::Communes));
        if codes.is_empty() {
            let named = names.into_iter();
            return named.map(|item| (Field::Communes, item, self.commune(item, record))).collect();
        }
        if !names.is_empty() && names.len() != codes.len() {
            let expected = format!("autant de noms que de codes ({})", codes.len());
            let written = record.text(Field::Communes).unwrap_or("");
            return vec![(Field::Communes, written, Err(expected.into()))];
        }
        let names = names.into_iter().map(Some).chain(std::iter::repeat(None));
        codes
            .into_iter()
            .zip(names)
            .map(|(code, name)| {
                let found = self.finder.commune(code, record);
                let found = found.and_then(|found| match name {
                    Some(name) => self.agreeing(found, name, record),
                    None => Ok(found),
                });
                (Field::CommuneCode, code, found)
            })
            .collect()
    }

    /// The commune of an item: a name, a code, or both.
    fn commune(&self, item: &str, record: &Record) -> Result<Found, Finding> {
        match code_and_name(item) {
            Some((code, name)) => {
                let found = self.finder.commune(code, record)?;
                self.agreeing(found, name, record)
            }
            None => self.finder.commune(item, record),
        }
    }

    /// A code and the name beside it are of the same commune.
    fn agreeing(&self, found: Found, name: &str, record: &Record) -> Result<Found, Finding> {
        let Place::Commune(place) = found.place else { return Ok(found) };
        let communes = &self.territories().communes;
        match self.finder.commune(name, record) {
            Ok(Found { place: Place::Commune(named), .. })
                if named != place && !is_same_name(name, &communes[place].nom) =>
            {
                let expected = format!("le code de «\u{a0}{name}\u{a0}», que dit la même ligne");
                let named = &communes[named];
                let proposal = format!("{}, {}", named.code, named.nom);
                Err(Finding::proposing(expected, Some(proposal)))
            }
            _ => Ok(found),
        }
    }
}
