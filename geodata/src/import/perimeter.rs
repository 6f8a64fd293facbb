//! The perimeter of a published scheme: what its rows name, or what its features draw.

use super::account::Account;
use super::drawn::PartlyCovered;
use super::fields::Field;
use super::gather::Published;
use super::overlay::CommuneGround;
use super::places::{Finder, Found, Place, is_same_name, items};
use super::record::Record;
use crate::problem::Problem;
use crate::tables::resolve::Fault;
use map::{CommuneCode, Layer};
use std::collections::BTreeSet;

/// What a scheme covers, by places in the tables of territories.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Perimeter {
    pub epci: BTreeSet<usize>,
    pub communes: BTreeSet<usize>,
    pub arrondissements: BTreeSet<usize>,
}

impl Perimeter {
    fn add(&mut self, place: Place) {
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

/// Finds perimeters, and keeps account of how.
pub(super) struct Perimeters<'a> {
    pub finder: Finder<'a>,
    pub ground: Option<CommuneGround<'a>>,
    /// The codes of the communes’ contours, by face.
    pub faces: &'a [CommuneCode],
    pub partly_covered: PartlyCovered,
}

impl Perimeters<'_> {
    /// The perimeter of `scheme`; what is not found is among the problems.
    pub(super) fn of(
        &self,
        scheme: &Published,
        account: &mut Account,
        problems: &mut Vec<Problem>,
    ) -> Perimeter {
        let before = problems.len();
        let mut perimeter = Perimeter::default();
        for record in &scheme.records {
            self.take_cells(record, &mut perimeter, account, problems);
        }
        self.take_ground(scheme, &mut perimeter, account, problems);
        if perimeter.is_empty() && problems.len() == before {
            let expected = "au moins un territoire\u{a0}: le périmètre est vide";
            problems.extend(
                scheme.records.first().map(|one| one.problem(Field::Communes, "", expected)),
            );
        }
        self.say_once(&mut perimeter);
        perimeter
    }

    fn take_cells(
        &self,
        record: &Record,
        perimeter: &mut Perimeter,
        account: &mut Account,
        problems: &mut Vec<Problem>,
    ) {
        let mut take = |field: Field, item: &str, found: Result<Found, Fault>| match found {
            Ok(found) => {
                perimeter.add(found.place);
                account.count(&record.origin, item, found);
            }
            Err(Fault { expected, proposal }) => {
                problems.push(Problem { proposal, ..record.problem(field, item, &expected) });
            }
        };
        let codes = record.text(Field::CommuneCode).map(items).unwrap_or_default();
        let names = record.text(Field::Communes).map(items).unwrap_or_default();
        for code in &codes {
            let found = self.finder.commune(code, record);
            let found = found.and_then(|found| self.agreeing(found, &codes, &names, record));
            take(Field::CommuneCode, code, found);
        }
        for name in names.iter().filter(|_| codes.is_empty()) {
            take(Field::Communes, name, self.finder.commune(name, record));
        }
        for item in record.text(Field::Arrondissements).map(items).unwrap_or_default() {
            take(Field::Arrondissements, item, self.finder.arrondissement(item));
        }
        // Beside communes it says where they lie.
        if codes.is_empty() && names.is_empty() {
            for item in record.text(Field::Epci).map(items).unwrap_or_default() {
                take(Field::Epci, item, self.finder.epci(item));
            }
        }
    }

    /// A code and the name in the same row are of the same commune.
    fn agreeing(
        &self,
        found: Found,
        codes: &[&str],
        names: &[&str],
        record: &Record,
    ) -> Result<Found, Fault> {
        let ([_], [name], Place::Commune(place)) = (codes, names, found.place) else {
            return Ok(found);
        };
        let commune = &self.finder.checker.territories.communes[place];
        match self.finder.commune(name, record) {
            Ok(Found { place: Place::Commune(named), .. })
                if named != place && !is_same_name(name, &commune.nom) =>
            {
                let expected = format!("le code de «\u{a0}{name}\u{a0}», que dit la même ligne");
                let named = &self.finder.checker.territories.communes[named];
                Err(Fault { expected, proposal: Some(format!("{}, {}", named.code, named.nom)) })
            }
            _ => Ok(found),
        }
    }

    /// Arrondissements say more than the commune that they are parts of; a CPTS has no
    /// intercommunalities in our table, and a drawn CLS that is made of whole ones is given by them.
    fn say_once(&self, perimeter: &mut Perimeter) {
        let territories = self.finder.checker.territories;
        let parts: BTreeSet<&str> = perimeter
            .arrondissements
            .iter()
            .map(|place| territories.arrondissements[*place].commune.as_str())
            .collect();
        perimeter
            .communes
            .retain(|place| !parts.contains(territories.communes[*place].code.as_str()));
        let members = territories.members();
        if self.finder.layer == Layer::Cpts {
            for epci in std::mem::take(&mut perimeter.epci) {
                let code = &territories.epci[epci].code;
                perimeter.communes.extend(members.get(code).into_iter().flatten());
            }
        } else if self.ground.is_some() {
            for (place, epci) in territories.epci.iter().enumerate() {
                let Some(members) = members.get(&epci.code) else { continue };
                // A commune without a contour cannot be seen to be outside.
                let is_covered = |one: &usize| {
                    perimeter.communes.contains(one)
                        || territories.communes[*one].surface_ha.is_none()
                };
                if members.iter().all(is_covered) {
                    perimeter.communes.retain(|one| !members.contains(one));
                    perimeter.epci.insert(place);
                }
            }
        }
    }
}
