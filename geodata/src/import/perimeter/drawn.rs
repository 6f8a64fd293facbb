//! The communes of a drawn perimeter: those of which it covers most.

use super::overlay::{CommuneAreas, Share};
use super::territories::Perimeter;
use crate::contours::Contours;
use crate::import::read::Record;
use crate::import::report::{Overlaid, Report, percent};
use crate::import::request::PartlyCovered;
use crate::problem::Problem;
use crate::territories::Territories;
use crate::topology::Polygon;

/// The share from which on a commune belongs to a drawn perimeter.
pub(super) const SURELY_INSIDE: f64 = 0.8;
/// The share up to which it does not.
pub(super) const SURELY_OUTSIDE: f64 = 0.2;
/// The share from which on it does when the steward leaves it to the majority.
pub(super) const HALF: f64 = 0.5;

/// The communes’ contours, and which commune each is.
pub(crate) struct Drawn<'a> {
    territories: &'a Territories,
    areas: CommuneAreas<'a>,
    /// By face: the index of the commune in the table.
    commune_of_face: Vec<Option<usize>>,
    partly_covered: PartlyCovered,
}

impl<'a> Drawn<'a> {
    /// Indexes the contours of `territories`.
    pub(crate) fn new(
        contours: &'a Contours,
        territories: &'a Territories,
        partly_covered: PartlyCovered,
    ) -> Self {
        let indices = territories.commune_indices();
        let faces = contours.header.communes.iter();
        Self {
            territories,
            areas: CommuneAreas::new(contours),
            commune_of_face: faces.map(|code| indices.get(code.as_str()).copied()).collect(),
            partly_covered,
        }
    }

    /// The communes that the features of a scheme meet, with their shares.
    pub(super) fn shares(&self, records: &[&Record]) -> Vec<(usize, Share)> {
        let polygons: Vec<Polygon> =
            records.iter().flat_map(|record| record.polygons.clone()).collect();
        let shares = self.areas.shares(&polygons).into_iter();
        shares
            .filter_map(|share| Some(((*self.commune_of_face.get(share.face)?)?, share)))
            .collect()
    }

    /// Adds the communes that features of the scheme called `name` cover to its perimeter.
    pub(super) fn take(
        &self,
        name: &str,
        records: &[&Record],
        perimeter: &mut Perimeter,
        report: &mut Report,
        problems: &mut Vec<Problem>,
    ) {
        let Some(record) = records.first() else { return };
        let shares = self.shares(records);
        let most = shares.iter().map(|(_, share)| share.of_commune).fold(0.0, f64::max);
        if most <= SURELY_OUTSIDE {
            let found = format!("{}\u{a0}% au plus d’une commune", percent(most));
            let expected = "un périmètre qui couvre la plus grande part d’au moins une commune";
            problems.push(record.origin.problem("", &found, expected));
        }
        let overlaid = self.take_shares(record, &shares, perimeter, report, problems);
        if overlaid.communes > 0 && overlaid.of_perimeter < SURELY_INSIDE {
            let found = format!("{}\u{a0}%", percent(overlaid.of_perimeter));
            let oddity = "part du périmètre qui se trouve dans les communes retenues";
            problems.push(record.origin.warning("", &found, oddity));
        }
        report.record_overlay(&record.origin, name, overlaid);
    }

    /// Adds the communes of which most is inside.
    fn take_shares(
        &self,
        record: &Record,
        shares: &[(usize, Share)],
        perimeter: &mut Perimeter,
        report: &mut Report,
        problems: &mut Vec<Problem>,
    ) -> Overlaid {
        let mut overlaid = Overlaid { communes: 0, least: 1.0, of_perimeter: 0.0 };
        for (index, share) in shares.iter().filter(|(_, one)| one.of_commune > SURELY_OUTSIDE) {
            match self.problem_of(record, *index, *share) {
                Some(problem) => problems.push(problem),
                None => report.count_overlay(),
            }
            if share.of_commune > HALF {
                perimeter.communes.insert(*index);
                overlaid.communes += 1;
                overlaid.least = overlaid.least.min(share.of_commune);
                overlaid.of_perimeter += share.of_perimeter;
            }
        }
        overlaid
    }

    /// The problem of a commune that is neither surely inside nor surely outside.
    fn problem_of(&self, record: &Record, index: usize, share: Share) -> Option<Problem> {
        if share.of_commune >= SURELY_INSIDE {
            return None;
        }
        let commune = &self.territories.communes[index];
        let value = format!("{}, {}", commune.code, commune.nom);
        let percent = percent(share.of_commune);
        Some(match self.partly_covered {
            PartlyCovered::Refuse => {
                let expected = format!(
                    "une commune dont moins de 20\u{a0}% ou plus de 80\u{a0}% de la surface est dans le \
                     périmètre (celle-ci\u{a0}: {percent}\u{a0}%\u{a0}; --majorite retient celles dont \
                     plus de la moitié y est)"
                );
                record.origin.problem("", &value, expected)
            }
            PartlyCovered::Majority => {
                let decision = if share.of_commune > HALF { "retenue" } else { "écartée" };
                let oddity = format!(
                    "{decision}\u{a0}: {percent}\u{a0}% de sa surface est dans le périmètre"
                );
                record.origin.warning("", &value, oddity)
            }
        })
    }
}
