//! Communes in two local health contracts.

use super::warning::{perimeter_column, some_names, warning};
use crate::problem::Problem;
use crate::tables::{Atoms, Scheme};
use crate::territories::Territories;
use map::{Layer, Status};
use std::collections::BTreeSet;

/// One warning for each pair of CLS that share communes or parts of them, on the row that comes
/// second. Expired ones are followed by others: they do not count.
pub(super) fn communes_in_two_cls(
    schemes: &[Scheme],
    territories: &Territories,
    atoms: &Atoms,
) -> Vec<Problem> {
    let cls = schemes.iter().filter(|one| one.layer == Layer::Cls && one.status != Status::Expired);
    let cls: Vec<&Scheme> = cls.collect();
    let mut warnings = Vec::new();
    for (index, second) in cls.iter().enumerate() {
        for first in &cls[..index] {
            let shared = first.perimeter.atoms.intersection(&second.perimeter.atoms);
            let communes: BTreeSet<usize> =
                shared.iter().map(|atom| atoms.list[atom].commune).collect();
            if !communes.is_empty() {
                let names = some_names(communes.into_iter(), territories);
                let oddity = format!(
                    "aussi dans le périmètre de {} (ligne {}, {})",
                    first.id, first.line, first.name
                );
                warnings.push(warning(second, perimeter_column(second), &names, &oddity));
            }
        }
    }
    warnings
}
