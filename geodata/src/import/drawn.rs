//! The communes of a drawn perimeter: those of which it covers most.

use super::account::Account;
use super::gather::Published;
use super::overlay::Share;
use super::perimeter::{Perimeter, Perimeters};
use super::record::Record;
use crate::problem::Problem;
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

impl Perimeters<'_> {
    /// Adds the communes that the features of `scheme` cover.
    pub(super) fn take_ground(
        &self,
        scheme: &Published,
        perimeter: &mut Perimeter,
        account: &mut Account,
        problems: &mut Vec<Problem>,
    ) {
        let drawn: Vec<Polygon> =
            scheme.records.iter().flat_map(|record| record.ground.clone()).collect();
        let (Some(ground), Some(record)) = (&self.ground, scheme.records.first()) else { return };
        if drawn.is_empty() {
            return;
        }
        let places = self.finder.checker.territories.places();
        let (mut taken, mut of_perimeter, mut most) = (0, 0.0, 0.0);
        for share in ground.shares(&drawn) {
            let place = self.faces.get(share.face).and_then(|code| places.get(code.as_str()));
            most = share.of_commune.max(most);
            let Some(&place) = place.filter(|_| share.of_commune > SURELY_OUTSIDE) else {
                continue;
            };
            match self.problem_of(record, place, share) {
                Some(problem) => problems.push(problem),
                None => account.count_overlaid(),
            }
            if share.of_commune > HALF {
                perimeter.communes.insert(place);
                (taken, of_perimeter) = (taken + 1, of_perimeter + share.of_perimeter);
            }
        }
        if most <= SURELY_OUTSIDE {
            let found = format!("{}\u{a0}% au plus d’une commune", percent(most));
            let expected = "un périmètre qui couvre la plus grande part d’au moins une commune";
            problems.push(record.origin.problem("", &found, expected));
        } else if taken > 0 && of_perimeter < SURELY_INSIDE {
            let found = format!("{}\u{a0}%", percent(of_perimeter));
            let oddity = "part du périmètre qui se trouve dans les communes retenues";
            problems.push(record.origin.warning("", &found, oddity));
        }
        account.say_overlay(&record.origin, &scheme.name, (taken, of_perimeter));
    }

    /// What to say of a commune that is neither surely inside nor surely outside.
    fn problem_of(&self, record: &Record, place: usize, share: Share) -> Option<Problem> {
        if share.of_commune >= SURELY_INSIDE {
            return None;
        }
        let commune = &self.finder.checker.territories.communes[place];
        let value = format!("{}, {}", commune.code, commune.nom);
        let percent = percent(share.of_commune);
        Some(match self.partly_covered {
            PartlyCovered::Refuse => {
                let expected = format!(
                    "une commune dont moins de 20\u{a0}% ou plus de 80\u{a0}% de la surface est dans le \
                     périmètre (celle-ci\u{a0}: {percent}\u{a0}%\u{a0}; --majorite retient celles dont \
                     plus de la moitié y est)"
                );
                record.origin.problem("", &value, &expected)
            }
            PartlyCovered::Majority => {
                let decision = if share.of_commune > HALF { "retenue" } else { "écartée" };
                let oddity = format!(
                    "{decision}\u{a0}: {percent}\u{a0}% de sa surface est dans le périmètre"
                );
                record.origin.warning("", &value, &oddity)
            }
        })
    }
}

/// A share from 0 to 1 as a whole percentage.
fn percent(share: f64) -> f64 {
    (share * 100.0).round()
}
