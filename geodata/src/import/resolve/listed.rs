//! The territories that one row of a list names.

use super::finder::Finder;
use super::matched::{Found, Item, TerritoryRef};
use super::spelling::{items, with_its_zero};
use crate::import::read::{Field, Record};
use crate::problem::Finding;
use crate::tables::resolve::{Coded, code_and_name};

/// The territories that a row names.
pub(crate) fn items_of<'a>(record: &'a Record, finder: &Finder) -> Vec<Item<'a>> {
    let mut found = communes_of(record, finder);
    // Beside communes, an intercommunality only says where they lie.
    if found.is_empty() {
        found.extend(epci_of(record, finder));
    } else {
        found.extend(wider_epci(record, finder, &found));
    }
    let field = Field::Arrondissements;
    let parts = listed(record, field).into_iter();
    found.extend(parts.map(|text| Item { field, text, found: finder.arrondissement(text) }));
    found
}

/// The items of a field of a row; none where it is empty.
pub(super) fn listed(record: &Record, field: Field) -> Vec<&str> {
    record.text(field).map(items).unwrap_or_default()
}

fn epci_of<'a>(record: &'a Record, finder: &Finder) -> Vec<Item<'a>> {
    let field = Field::Epci;
    let epci = listed(record, field).into_iter();
    epci.map(|text| Item { field, text, found: finder.epci(text) }).collect()
}

/// A contradiction if an intercommunality beside communes holds none of them: it is then a part of
/// the perimeter, or a mistake.
fn wider_epci<'a>(record: &'a Record, finder: &Finder, communes: &[Item]) -> Vec<Item<'a>> {
    let territories = finder.checker.territories;
    let found: Vec<usize> = communes
        .iter()
        .filter_map(|one| one.found.as_ref().ok())
        .filter_map(|found| match found.territory {
            TerritoryRef::Commune(index) => Some(index),
            _ => None,
        })
        .collect();
    let all_are_found = found.len() == communes.len();
    let holds_none = |item: &Item| {
        let Ok(Found { territory: TerritoryRef::Epci(epci), .. }) = item.found else {
            return false;
        };
        let code = &territories.epci[epci].code;
        !found.iter().any(|index| territories.communes[*index].epci.as_ref() == Some(code))
    };
    let epci = epci_of(record, finder).into_iter();
    epci.filter(|item| all_are_found && holds_none(item))
        .map(|item| {
            let expected = "l’EPCI d’une des communes que dit la même ligne (s’il fait lui aussi \
                            partie du périmètre, lui donner une ligne à lui\u{a0}; sinon, --champ \
                            epci= ne lit pas la colonne)";
            Item { found: Err(expected.into()), ..item }
        })
        .collect()
}

/// The communes of a row: by code where there are codes, else by name.
fn communes_of<'a>(record: &'a Record, finder: &Finder) -> Vec<Item<'a>> {
    let (codes, names) = (listed(record, Field::CommuneCode), listed(record, Field::Communes));
    let field = Field::Communes;
    if codes.is_empty() {
        let only = names.len() == 1;
        let item = |text| {
            let found = commune(text, record, finder);
            Item {
                field,
                text,
                found: found.and_then(|found| finder.beside(text, found, record, only)),
            }
        };
        return names.into_iter().map(item).collect();
    }
    if !names.is_empty() && names.len() != codes.len() {
        let expected = format!("autant de noms que de codes ({})", codes.len());
        let text = record.text(field).unwrap_or("");
        return vec![Item { field, text, found: Err(expected.into()) }];
    }
    let only = codes.len() == 1;
    let names = names.into_iter().map(Some).chain(std::iter::repeat(None));
    let item = |(text, name): (&'a str, Option<&str>)| {
        let found = match name {
            // A code column may hold code and name too.
            Some(name) => coded(text, name, record, finder),
            None => commune(text, record, finder),
        };
        let found = found.and_then(|found| finder.beside(text, found, record, only));
        Item { field: Field::CommuneCode, text, found }
    };
    codes.into_iter().zip(names).map(item).collect()
}

/// The territory of an item: a name, a code, or both.
fn commune(item: &str, record: &Record, finder: &Finder) -> Result<Found, Finding> {
    match code_and_name(item) {
        Some((code, name)) => match finder.arrondissement(item) {
            // « 13014 Marseille » is an arrondissement by its postal code.
            Ok(part) => Ok(part),
            Err(_) => coded(code, name, record, finder),
        },
        None => finder.commune(item, record),
    }
}

/// The territory found by its code, if the name beside it is not that of another one.
fn coded(code: &str, name: &str, record: &Record, finder: &Finder) -> Result<Found, Finding> {
    let found = finder.commune(code, record)?;
    let coded = match found.territory {
        TerritoryRef::Commune(index) => Coded::Commune(index),
        TerritoryRef::Arrondissement(index) => Coded::Arrondissement(index),
        TerritoryRef::Epci(_) => return Ok(found),
    };
    finder.checker.check_name(&with_its_zero(code), coded, name).map(|()| found)
}
