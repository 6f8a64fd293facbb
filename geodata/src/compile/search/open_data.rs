//! `communes.json`: the index of the search box, column by column.

use crate::inputs::Inputs;
use crate::topology::{GridBounds, Topology};
use map::CommuneIndex;
use std::collections::HashMap;

/// Grid steps of the topology per hundredth of a degree.
const STEPS_PER_HUNDREDTH: i32 = 1000;

/// The communes in code order. A commune without a contour of its own has no bounds.
pub(in crate::compile) fn communes(inputs: &Inputs) -> CommuneIndex {
    let bounds = bounds_by_face(&inputs.contours.topology);
    let epci = &inputs.territories.epci;
    let mut index = CommuneIndex {
        epci: epci.iter().map(|one| one.code.clone()).collect(),
        ..CommuneIndex::default()
    };
    for (number, commune) in inputs.territories.communes.iter().enumerate() {
        let epci_index = |code| epci.binary_search_by(|one| one.code.cmp(code)).ok();
        let own = inputs.faces_of(number).filter_map(|face| bounds.get(&face));
        index.codes.push(commune.code.clone());
        index.noms.push(commune.nom.clone());
        index.codes_postaux.push(commune.codes_postaux.clone());
        index.appartient.push(commune.epci.as_ref().and_then(epci_index).map(|index| index as u32));
        index.populations.push(commune.population);
        index.bornes.push(own.copied().reduce(GridBounds::union).as_ref().map(in_hundredths));
    }
    index
}

/// The bounds of each face.
fn bounds_by_face(topology: &Topology) -> HashMap<u32, GridBounds> {
    let mut bounds: HashMap<u32, GridBounds> = HashMap::new();
    for arc in &topology.arcs {
        for face in [arc.left, arc.right].into_iter().flatten() {
            let own = bounds.entry(face).or_insert(GridBounds::EMPTY);
            arc.points.iter().for_each(|point| own.add(*point));
        }
    }
    bounds
}

/// West, south, width, height in hundredths of a degree, rounded outwards.
fn in_hundredths(bounds: &GridBounds) -> [i32; 4] {
    let down = |value: i32| value.div_euclid(STEPS_PER_HUNDREDTH);
    let up = |value: i32| -(-value).div_euclid(STEPS_PER_HUNDREDTH);
    let (west, south) = (down(bounds.west), down(bounds.south));
    [west, south, up(bounds.east) - west, up(bounds.north) - south]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bounds_are_rounded_outwards_on_both_sides_of_the_origin() {
        let bounds =
            GridBounds { west: -512_345, south: 4_812_345, east: -511_000, north: 4_813_001 };
        assert_eq!(in_hundredths(&bounds), [-513, 4812, 2, 2]);
    }
}
