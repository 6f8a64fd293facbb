//! Perimeters in several pieces: often a commune too many, or one forgotten.

use super::warning::{perimeter_column, some_names, warning};
use crate::contours::Contours;
use crate::problem::Problem;
use crate::tables::Scheme;
use crate::territories::Territories;
use std::collections::BTreeSet;

/// One warning for each perimeter whose communes do not all touch one another.
pub(super) fn perimeters_in_pieces(
    schemes: &[Scheme],
    territories: &Territories,
    contours: &Contours,
) -> Vec<Problem> {
    let neighbours = neighbours(territories, contours);
    let mut warnings = Vec::new();
    for scheme in schemes {
        let mut pieces = pieces(&scheme.perimeter.communes, &neighbours);
        pieces.sort_by_key(Vec::len);
        if let [smallest, .., _] = &pieces[..] {
            let names = some_names(smallest.iter().copied(), territories);
            let oddity = format!(
                "ne touche pas le reste du périmètre, qui est en {} morceaux",
                pieces.len()
            );
            warnings.push(warning(scheme, perimeter_column(scheme), &names, &oddity));
        }
    }
    warnings
}

/// By commune, those that share a border with it; none where a commune has no contour.
pub(crate) fn neighbours(
    territories: &Territories,
    contours: &Contours,
) -> Vec<Option<Vec<usize>>> {
    let indices = territories.commune_indices();
    let codes = contours.header.communes.iter();
    let of_face: Vec<Option<usize>> =
        codes.map(|code| indices.get(code.as_str()).copied()).collect();
    let mut neighbours = vec![None; territories.communes.len()];
    for index in of_face.iter().flatten() {
        neighbours[*index] = Some(Vec::new());
    }
    let commune = |face: Option<u32>| *of_face.get(face? as usize)?;
    for arc in &contours.topology.arcs {
        if let (Some(left), Some(right)) = (commune(arc.left), commune(arc.right)) {
            neighbours[left].get_or_insert_default().push(right);
            neighbours[right].get_or_insert_default().push(left);
        }
    }
    neighbours
}

/// The parts of `communes` that borders hold together. Communes without a contour are left out:
/// their area belongs to another one.
fn pieces(communes: &BTreeSet<usize>, neighbours: &[Option<Vec<usize>>]) -> Vec<Vec<usize>> {
    let near = |index: usize| neighbours[index].as_deref();
    let mut left: BTreeSet<usize> =
        communes.iter().copied().filter(|index| near(*index).is_some()).collect();
    let mut pieces = Vec::new();
    while let Some(first) = left.pop_first() {
        let mut piece = vec![first];
        let mut next = 0;
        while let Some(&index) = piece.get(next) {
            next += 1;
            let near = near(index).unwrap_or_default().iter();
            piece.extend(near.filter(|neighbour| left.remove(neighbour)));
        }
        piece.sort_unstable();
        pieces.push(piece);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn communes_that_touch_are_one_piece() {
        let chain = [Some(vec![1]), Some(vec![0, 2]), Some(vec![1]), Some(vec![]), None];
        assert_eq!(pieces(&(0..3).collect(), &chain), [[0, 1, 2]]);
        assert_eq!(pieces(&[0, 2, 3, 4].into(), &chain), [[0], [2], [3]]);
        assert!(pieces(&BTreeSet::new(), &chain).is_empty());
    }
}
