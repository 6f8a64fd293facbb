//! The communes of a drawn perimeter: those of which it covers most.

use super::account::Account;
use super::gather::Published;
use super::overlay::{CommuneGround, Share};
use super::perimeter::{Perimeter, Perimeters};
use super::record::Record;
use crate::contours::Contours;
use crate::problem::Problem;
use crate::territories::Territories;
use crate::topology::Polygon;

/// From which share on a commune belongs to a drawn perimeter.
const SURELY_INSIDE: f64 = 0.8;
/// Up to which share it does not.
const SURELY_OUTSIDE: f64 = 0.2;
/// From which share on it does when the steward leaves it to the majority.
const HALF: f64 = 0.5;

/// What to do with a commune of which a drawn perimeter covers a part.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PartlyCovered {
    /// Report it, and write nothing.
    #[default]
    Refuse,
    /// Take it if more than half of it is inside, and say so.
    Majority,
}

/// What a drawn perimeter covers.
#[derive(Clone, Copy, Debug)]
pub(super) struct Covered {
    /// How many communes were taken.
    pub communes: usize,
    /// How much of the least covered of them is inside, from 0 to 1.
    pub least: f64,
    /// The part of the perimeter that lies in them, from 0 to 1.
    pub of_perimeter: f64,
}

/// The communes’ contours, and which commune each is.
pub(super) struct Drawn<'a> {
    ground: CommuneGround<'a>,
    /// By face: the place of the commune in the table.
    places: Vec<Option<usize>>,
}

impl<'a> Drawn<'a> {
    /// Gets the contours of `territories` ready.
    pub(super) fn new(contours: &'a Contours, territories: &Territories) -> Self {
        let places = territories.places();
        let faces = contours.header.communes.iter();
        Self {
            ground: CommuneGround::new(contours),
            places: faces.map(|code| places.get(code.as_str()).copied()).collect(),
        }
    }

    /// The communes that the features of `scheme` meet, with their shares.
    fn shares(&self, scheme: &Published) -> Vec<(usize, Share)> {
        let records = scheme.records.iter();
        let polygons: Vec<Polygon> = records.flat_map(|record| record.ground.clone()).collect();
        let shares = self.ground.shares(&polygons).into_iter();
        shares.filter_map(|share| Some(((*self.places.get(share.face)?)?, share))).collect()
    }
}

impl Perimeters<'_> {
    /// Adds the communes that the features of `scheme` cover.
    pub(super) fn take_drawn(
        &self,
        drawn: &Drawn,
        scheme: &Published,
        perimeter: &mut Perimeter,
        (account, problems): (&mut Account, &mut Vec<Problem>),
    ) {
        let Some(record) = scheme.records.first() else { return };
        let shares = drawn.shares(scheme);
        let most = shares.iter().map(|(_, share)| share.of_commune).fold(0.0, f64::max);
        if most <= SURELY_OUTSIDE {
            let found = format!("{}\u{a0}% au plus d’une commune", percent(most));
            let expected = "un périmètre qui couvre la plus grande part d’au moins une commune";
            problems.push(record.origin.problem("", &found, expected));
        }
        let covered = self.take_shares(record, &shares, perimeter, (&mut *account, problems));
        if covered.communes > 0 && covered.of_perimeter < SURELY_INSIDE {
            let found = format!("{}\u{a0}%", percent(covered.of_perimeter));
            let oddity = "part du périmètre qui se trouve dans les communes retenues";
            problems.push(record.origin.warning("", &found, oddity));
        }
        account.say_overlay(&record.origin, &scheme.name, covered);
    }

    /// Adds the communes of which most is inside.
    fn take_shares(
        &self,
        record: &Record,
        shares: &[(usize, Share)],
        perimeter: &mut Perimeter,
        (account, problems): (&mut Account, &mut Vec<Problem>),
    ) -> Covered {
        let mut covered = Covered { communes: 0, least: 1.0, of_perimeter: 0.0 };
        for (place, share) in shares.iter().filter(|(_, one)| one.of_commune > SURELY_OUTSIDE) {
            match self.problem_of(record, *place, *share) {
                Some(problem) => problems.push(problem),
                None => account.count_overlaid(),
            }
            if share.of_commune > HALF {
                perimeter.communes.insert(*place);
                covered.communes += 1;
                covered.least = covered.least.min(share.of_commune);
                covered.of_perimeter += share.of_perimeter;
            }
        }
        covered
    }

    /// What to say of a commune that is neither surely inside nor surely outside.
    fn problem_of(&self, record: &Record, place: usize, share: Share) -> Option<Problem> {
        if share.of_commune >= SURELY_INSIDE {
            return None;
        }
        let commune = &self.territories().communes[place];
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

/// A share from 0 to 1 as a whole percentage.
pub(super) fn percent(share: f64) -> f64 {
    (share * 100.0).round()
}
