//! Populations that do not agree, so that more than everyone would be covered.

use super::warning::{perimeter_column, warning};
use crate::problem::Problem;
use crate::tables::{Atoms, Scheme};
use crate::territories::Territories;

/// One warning for each scheme that covers more inhabitants than its communes have.
///
/// Sets count everyone once, so that two schemes never cover more than everyone. But Paris, Lyon
/// and Marseille are counted by arrondissement, and the COG gives the population of the commune
/// beside those of its parts: from one vintage to the next the two may disagree.
pub(super) fn above_everyone(
    schemes: &[Scheme],
    territories: &Territories,
    atoms: &Atoms,
) -> Vec<Problem> {
    let covered = |scheme: &Scheme| -> u64 {
        let inside = scheme.perimeter.atoms.iter().map(|atom| atoms.list[atom].population);
        inside.map(|population| u64::from(population.unwrap_or(0))).sum()
    };
    let everyone = |scheme: &Scheme| -> u64 {
        let communes = scheme.perimeter.communes.iter();
        let counts = communes.map(|index| territories.communes[*index].population);
        counts.map(|population| u64::from(population.unwrap_or(0))).sum()
    };
    let odd = schemes.iter().filter(|scheme| covered(scheme) > everyone(scheme));
    odd.map(|scheme| {
        let value = format!("{} habitants", covered(scheme));
        let oddity = format!(
            "plus que les {} de ses communes\u{a0}: la couverture dépasse 100\u{a0}% (les \
             populations des arrondissements et des communes ne concordent pas)",
            everyone(scheme)
        );
        warning(scheme, perimeter_column(scheme), &value, &oddity)
    })
    .collect()
}
