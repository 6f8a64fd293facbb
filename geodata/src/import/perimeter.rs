//! The perimeter of a published scheme: what its rows name (`named`), or what its features draw
//! (`drawn`).

use super::account::Account;
use super::drawn::{Drawn, PartlyCovered};
use super::fields::Field;
use super::gather::Published;
use super::places::{Finder, Place};
use crate::problem::Problem;
use crate::territories::Territories;
use map::{EpciSiren, Layer};
use std::collections::{BTreeMap, BTreeSet};

/// What a scheme covers, by places in the tables of territories.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Perimeter {
    pub epci: BTreeSet<usize>,
    pub communes: BTreeSet<usize>,
    pub arrondissements: BTreeSet<usize>,
}

impl Perimeter {
    pub(super) fn add(&mut self, place: Place) {
        match place {
            Place::Commune(place) => self.communes.insert(place),
            Place::Arrondissement(place) => self.arrondissements.insert(place),
            Place::Epci(place) => self.epci.insert(place),
        };
    }

    fn is_empty(&self) -> bool {
        self.epci.is_empty() && self.communes.is_empty() && self.arrondissements.is_empty()
    }
}

/// Finds perimeters, and keeps account of how.
pub(super) struct Perimeters<'a> {
    pub finder: Finder<'a>,
    /// Where perimeters are drawn.
    pub drawn: Option<Drawn<'a>>,
    pub partly_covered: PartlyCovered,
    /// The members of each intercommunality.
    members: BTreeMap<&'a EpciSiren, Vec<usize>>,
}

impl<'a> Perimeters<'a> {
    /// Gets ready to find perimeters among the territories of `finder`.
    pub(super) fn new(
        finder: Finder<'a>,
        drawn: Option<Drawn<'a>>,
        partly_covered: PartlyCovered,
    ) -> Self {
        let members = finder.checker.territories.members();
        Self { finder, drawn, partly_covered, members }
    }

    /// The perimeter of `scheme`; what is not found is among the problems.
    pub(super) fn of(
        &self,
        scheme: &Published,
        account: &mut Account,
        problems: &mut Vec<Problem>,
    ) -> Perimeter {
        let before = problems.len();
        let mut perimeter = Perimeter::default();
        match &self.drawn {
            Some(drawn) => {
                self.take_drawn(drawn, scheme, &mut perimeter, (account, &mut *problems));
            }
            None => self.take_named(scheme, &mut perimeter, (account, &mut *problems)),
        }
        if perimeter.is_empty() && problems.len() == before {
            let expected = "au moins un territoire\u{a0}: le périmètre est vide";
            let first = scheme.records.first();
            problems.extend(first.map(|one| one.problem(Field::Communes, "", expected)));
        }
        self.say_once(&mut perimeter);
        perimeter
    }

    /// Gives everything as our table does: arrondissements say more than the commune that they are
    /// parts of; a CPTS has no intercommunalities, and a drawn CLS of whole ones is given by them.
    fn say_once(&self, perimeter: &mut Perimeter) {
        let territories = self.territories();
        let part = |place: &usize| territories.arrondissements[*place].commune.as_str();
        let split: BTreeSet<&str> = perimeter.arrondissements.iter().map(part).collect();
        let is_split = |place: &usize| split.contains(territories.communes[*place].code.as_str());
        perimeter.communes.retain(|place| !is_split(place));
        match self.finder.layer {
            Layer::Cpts => self.spell_out(perimeter),
            _ if self.drawn.is_some() => self.shorten(perimeter),
            _ => {}
        }
    }

    /// Intercommunalities as their members. One without a contour lies in a neighbour’s.
    fn spell_out(&self, perimeter: &mut Perimeter) {
        for epci in std::mem::take(&mut perimeter.epci) {
            let members = self.members.get(&self.territories().epci[epci].code);
            let members = members.into_iter().flatten().filter(|one| self.has_a_contour(**one));
            perimeter.communes.extend(members);
        }
    }

    /// Whole intercommunalities by themselves. A member without a contour cannot be seen to be
    /// outside.
    fn shorten(&self, perimeter: &mut Perimeter) {
        for (place, epci) in self.territories().epci.iter().enumerate() {
            let members = self.members.get(&epci.code).map_or(&[][..], Vec::as_slice);
            let is_inside =
                |one: &usize| perimeter.communes.contains(one) || !self.has_a_contour(*one);
            if !members.is_empty() && members.iter().all(is_inside) {
                perimeter.communes.retain(|one| !members.contains(one));
                perimeter.epci.insert(place);
            }
        }
    }

    fn has_a_contour(&self, commune: usize) -> bool {
        self.territories().communes[commune].surface_ha.is_some()
    }

    pub(super) fn territories(&self) -> &'a Territories {
        self.finder.checker.territories
    }
}
