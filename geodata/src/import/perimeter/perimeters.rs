//! The perimeter of each published scheme, as our table gives it.

use super::coded::{Coded, Verdict};
use super::drawn::Drawn;
use super::named;
use super::territories::Perimeter;
use crate::import::read::{Field, Record};
use crate::import::report::Report;
use crate::import::resolve::{Finder, PublishedScheme};
use crate::problem::Problem;
use crate::territories::Territories;
use map::{EpciSiren, Layer};
use std::collections::{BTreeMap, BTreeSet};

/// Finds the perimeters of schemes.
pub(crate) struct Perimeters<'a> {
    finder: Finder<'a>,
    /// The contours to lay perimeters over, where these are drawn.
    drawn: Option<Drawn<'a>>,
    /// The members of each intercommunality.
    members: BTreeMap<&'a EpciSiren, Vec<usize>>,
}

impl<'a> Perimeters<'a> {
    /// Perimeters of the territories of `finder`.
    pub(crate) fn new(finder: Finder<'a>, drawn: Option<Drawn<'a>>) -> Self {
        let members = finder.checker.territories.members();
        Self { finder, drawn, members }
    }

    /// The perimeter of `scheme`; names that are not found are among the problems.
    pub(crate) fn of(
        &self,
        scheme: &PublishedScheme,
        report: &mut Report,
        problems: &mut Vec<Problem>,
    ) -> Perimeter {
        let before = problems.len();
        let mut perimeter = Perimeter::default();
        match &self.drawn {
            Some(drawn) => self.take_drawn(drawn, scheme, &mut perimeter, report, problems),
            None => named::take(&self.finder, scheme, &mut perimeter, report, problems),
        }
        if perimeter.is_empty() && problems.len() == before {
            let expected = "au moins un territoire\u{a0}: le périmètre est vide";
            let first = scheme.records.first();
            problems.extend(first.map(|one| one.problem(Field::Communes, "", expected)));
        }
        self.to_table_form(&mut perimeter);
        perimeter
    }

    /// Adds the territories that features list by their codes, and those that the others draw.
    fn take_drawn(
        &self,
        drawn: &Drawn,
        scheme: &PublishedScheme,
        perimeter: &mut Perimeter,
        report: &mut Report,
        problems: &mut Vec<Problem>,
    ) {
        let (listed, mut plain): (Vec<&Record>, Vec<&Record>) =
            scheme.records.iter().partition(|record| record.lists_territories());
        if !listed.is_empty() {
            let shares = drawn.shares(&listed);
            let coded = Coded { finder: &self.finder, members: &self.members, records: &listed };
            match coded.verdict(&shares, problems) {
                Verdict::Listed(found) => coded.take(found, perimeter, report),
                Verdict::Drawn => plain.extend(&listed),
                Verdict::Refused => {}
            }
        }
        if !plain.is_empty() {
            drawn.take(&scheme.name, &plain, perimeter, report, problems);
        }
    }

    /// Brings a perimeter into the form of our table: arrondissements instead of the commune that
    /// they are parts of; a CPTS has no intercommunalities, and a drawn CLS of whole ones is given
    /// by them.
    fn to_table_form(&self, perimeter: &mut Perimeter) {
        let territories = self.territories();
        let part = |index: &usize| territories.arrondissements[*index].commune.as_str();
        let split: BTreeSet<&str> = perimeter.arrondissements.iter().map(part).collect();
        let is_split = |index: &usize| split.contains(territories.communes[*index].code.as_str());
        perimeter.communes.retain(|index| !is_split(index));
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
        for (index, epci) in self.territories().epci.iter().enumerate() {
            let members = self.members.get(&epci.code).map_or(&[][..], Vec::as_slice);
            let is_inside =
                |one: &usize| perimeter.communes.contains(one) || !self.has_a_contour(*one);
            if !members.is_empty() && members.iter().all(is_inside) {
                perimeter.communes.retain(|one| !members.contains(one));
                perimeter.epci.insert(index);
            }
        }
    }

    fn has_a_contour(&self, commune: usize) -> bool {
        self.territories().communes[commune].surface_ha.is_some()
    }

    fn territories(&self) -> &'a Territories {
        self.finder.checker.territories
    }
}
