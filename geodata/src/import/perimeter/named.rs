//! A perimeter that is named: by the territories in the rows of a list.

use super::territories::Perimeter;
use crate::import::read::{Field, Record};
use crate::import::report::Report;
use crate::import::resolve::{
    Finder, Found, PublishedScheme, TerritoryRef, code_and_name, is_same_name, items,
};
use crate::problem::{Finding, Problem};
use std::cell::RefCell;
use std::collections::HashMap;

/// An item of a cell, and the territory that it names.
struct Item<'a> {
    field: Field,
    text: &'a str,
    found: Result<Found, Finding>,
}

/// The communes of items that were read before, by the item and the place that its row gives it: a
/// list repeats them in hundreds of thousands of rows, and to look for the nearest name takes
/// milliseconds.
#[derive(Default)]
pub(super) struct ReadBefore(RefCell<HashMap<[String; 3], Result<Found, Finding>>>);

impl ReadBefore {
    fn commune(&self, item: &str, record: &Record, finder: &Finder) -> Result<Found, Finding> {
        let text = |field| record.text(field).unwrap_or_default().to_owned();
        let key = [item.to_owned(), text(Field::Department), text(Field::PostalCode)];
        let mut known = self.0.borrow_mut();
        known.entry(key).or_insert_with(|| finder.commune(item, record)).clone()
    }
}

/// Finds territories, and remembers those that it has found.
pub(super) struct Reader<'a, 'f> {
    pub(super) finder: &'a Finder<'f>,
    pub(super) before: &'a ReadBefore,
}

impl Reader<'_, '_> {
    fn commune(&self, item: &str, record: &Record) -> Result<Found, Finding> {
        self.before.commune(item, record, self.finder)
    }
}

/// Adds the territories that the rows of `scheme` name to its perimeter.
pub(super) fn take(
    reader: &Reader,
    scheme: &PublishedScheme,
    perimeter: &mut Perimeter,
    report: &mut Report,
    problems: &mut Vec<Problem>,
) {
    for record in &scheme.records {
        let items = items_of(record, reader);
        if items.is_empty() && scheme.records.len() > 1 {
            let oddity = "ligne qui ne nomme aucun territoire";
            problems.push(record.origin.warning("", &scheme.name, oddity));
        }
        for Item { field, text, found } in items {
            match found {
                Ok(found) => {
                    perimeter.add(found.territory);
                    report.count(&record.origin, text, found);
                }
                Err(finding) => problems.push(record.problem(field, text, finding)),
            }
        }
    }
}

/// The items of a field of a row; none where it is empty.
fn listed(record: &Record, field: Field) -> Vec<&str> {
    record.text(field).map(items).unwrap_or_default()
}

/// The territories that a row names.
fn items_of<'a>(record: &'a Record, reader: &Reader) -> Vec<Item<'a>> {
    let mut found = communes_of(record, reader);
    // Beside communes, an intercommunality only says where they lie.
    if found.is_empty() {
        let field = Field::Epci;
        let epci = listed(record, field).into_iter();
        found.extend(epci.map(|text| Item { field, text, found: reader.finder.epci(text) }));
    }
    let field = Field::Arrondissements;
    let parts = listed(record, field).into_iter();
    found.extend(parts.map(|text| Item { field, text, found: reader.finder.arrondissement(text) }));
    found
}

/// The communes of a row: by code where there are codes, else by name.
fn communes_of<'a>(record: &'a Record, reader: &Reader) -> Vec<Item<'a>> {
    let (codes, names) = (listed(record, Field::CommuneCode), listed(record, Field::Communes));
    let field = Field::Communes;
    if codes.is_empty() {
        let named = names.into_iter();
        let item = |text| Item { field, text, found: commune(text, record, reader) };
        return named.map(item).collect();
    }
    if !names.is_empty() && names.len() != codes.len() {
        let expected = format!("autant de noms que de codes ({})", codes.len());
        let text = record.text(field).unwrap_or("");
        return vec![Item { field, text, found: Err(expected.into()) }];
    }
    let names = names.into_iter().map(Some).chain(std::iter::repeat(None));
    let item = |(text, name): (&'a str, Option<&str>)| {
        let found = reader.commune(text, record).and_then(|found| match name {
            Some(name) => agreeing(found, name, record, reader),
            None => Ok(found),
        });
        Item { field: Field::CommuneCode, text, found }
    };
    codes.into_iter().zip(names).map(item).collect()
}

/// The commune of an item: a name, a code, or both.
fn commune(item: &str, record: &Record, reader: &Reader) -> Result<Found, Finding> {
    match code_and_name(item) {
        Some((code, name)) => {
            let found = reader.commune(code, record)?;
            agreeing(found, name, record, reader)
        }
        None => reader.commune(item, record),
    }
}

/// The commune found by its code, if the name beside it is not that of another one.
fn agreeing(found: Found, name: &str, record: &Record, reader: &Reader) -> Result<Found, Finding> {
    let TerritoryRef::Commune(index) = found.territory else { return Ok(found) };
    let communes = &reader.finder.checker.territories.communes;
    match reader.commune(name, record) {
        Ok(Found { territory: TerritoryRef::Commune(named), .. })
            if named != index && !is_same_name(name, &communes[index].nom) =>
        {
            let expected = format!("le code de «\u{a0}{name}\u{a0}», que dit la même ligne");
            let named = &communes[named];
            let proposal = format!("{}, {}", named.code, named.nom);
            Err(Finding::proposing(expected, Some(proposal)))
        }
        _ => Ok(found),
    }
}
